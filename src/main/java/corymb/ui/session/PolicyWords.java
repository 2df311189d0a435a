package corymb.ui.session;

import corymb.chart.Numbers;
import corymb.segment.Policy;
import corymb.ui.kit.Texts;
import java.util.Optional;
import java.util.stream.Collectors;

/** To which segment customers belong whom several would take, as a marketer would say it. */
public final class PolicyWords {
    private PolicyWords() {}

    /** What the policy is, with the segments it names. */
    public static String of(Optional<Policy> policy) {
        return policy.map(PolicyWords::of).orElseGet(() -> Texts.of("policy.none"));
    }

    private static String of(Policy policy) {
        return switch (policy) {
            case Policy.Many() -> Texts.of("policy.many");
            case Policy.Priority(var order) -> Texts.of("policy.priorityOf", String.join(" › ", order));
            case Policy.ByScore by ->
                Texts.of(
                        "policy.scoreOf",
                        by.given().stream()
                                .map(score -> score.segment() + ": " + score.field())
                                .collect(Collectors.joining(" · ")),
                        Numbers.local().percent(by.margin()));
        };
    }

    /** What it does, in a sentence. */
    static String meaning(Optional<Policy> policy) {
        return policy.map(taken -> switch (taken) {
                    case Policy.Many() -> Texts.of("policy.manyMeaning");
                    case Policy.Priority _ -> Texts.of("policy.priorityMeaning");
                    case Policy.ByScore _ -> Texts.of("policy.scoreMeaning");
                })
                .orElseGet(() -> Texts.of("policy.noneMeaning"));
    }
}
