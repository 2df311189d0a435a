package corymb.cli;

import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.segment.Policy;
import corymb.segment.Policy.ByScore;
import corymb.segment.PolicyEffect;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** To which segment customers belong whom several would take. */
final class PolicyOptions {
    private static final int MOST_LINES = 20;

    @Option(
            names = "--order",
            paramLabel = "SEGMENT",
            description = "With policy priority: a segment, the one that takes first first; once for each.")
    private List<String> order = new ArrayList<>();

    @Option(
            names = "--score",
            paramLabel = "SEGMENT=FEATURE",
            description = "With policy score: the numeric feature that a segment is scored by; once for each.")
    private List<String> scores = new ArrayList<>();

    @Option(
            names = "--margin",
            paramLabel = "SHARE",
            description =
                    "With policy score: how near the two highest scores are where it is not clear, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double margin = ByScore.USUAL_MARGIN;

    @Option(
            names = "--dry-run",
            description = "With policy and import-rules: tell what it would do, and change nothing.")
    private boolean isTrial;

    boolean isTrial() {
        return isTrial;
    }

    /** Tells of the policy that is taken, or takes another. */
    Reply run(BaseCommand command, String kind, ProjectFile file, Journey journey, Progress progress) {
        if (kind.isBlank()) {
            var taken = file.history().present().policy();
            return taken.map(policy -> tell(taken, journey, policy, progress))
                    .orElseGet(() -> named(taken).line("Nothing decides between segments."));
        }
        var wanted = policy(command, kind);
        var reply = wanted.map(policy -> tell(wanted, journey, policy, progress.between(0, 0.8)))
                .orElseGet(() -> named(wanted));
        if (isTrial) {
            return reply.line("Nothing was changed.");
        }
        var change = journey.segments().take(wanted);
        file.commit(change, progress.between(0.8, 1));
        return reply.line("%s.", change.label());
    }

    private Optional<Policy> policy(BaseCommand command, String kind) {
        return switch (kind) {
            case "none" -> Optional.empty();
            case "many" -> Optional.of(new Policy.Many());
            case "priority" -> Optional.of(new Policy.Priority(order));
            case "score" -> Optional.of(byScore(command));
            default ->
                throw command.wrongUsage("policy goes with many, priority, score or none, not with " + kind + ".");
        };
    }

    private Policy byScore(BaseCommand command) {
        if (scores.isEmpty()) {
            throw command.wrongUsage("policy score goes with --score SEGMENT=FEATURE.");
        }
        try {
            return new ByScore(scores.stream().map(each -> score(command, each)).toList(), margin);
        } catch (IllegalArgumentException e) {
            throw command.wrongUsage("--margin: " + e.getMessage() + ".");
        }
    }

    /** Names of segments may have an equals sign in them, names of features hardly. */
    private static Policy.Score score(BaseCommand command, String text) {
        int equals = text.lastIndexOf('=');
        if (equals < 1) {
            throw command.wrongUsage("--score is SEGMENT=FEATURE, not " + text + ".");
        }
        return new Policy.Score(text.substring(0, equals), text.substring(equals + 1));
    }

    private static Reply named(Optional<Policy> policy) {
        return new Reply().key("policy", policy.map(PolicyOptions::name).orElse("none"));
    }

    private static String name(Policy policy) {
        return switch (policy) {
            case Policy.Many() -> "many";
            case Policy.Priority _ -> "priority";
            case ByScore _ -> "score";
        };
    }

    private static Reply tell(Optional<Policy> named, Journey journey, Policy policy, Progress progress) {
        var effect = journey.segments().effect(policy, progress);
        var reply = named(named)
                .key(
                        "segments",
                        effect.lines().stream().map(PolicyOptions::values).toList())
                .key("moves", effect.moves().stream().map(PolicyOptions::values).toList())
                .key(
                        "conflicts",
                        effect.conflicts().stream()
                                .map(pair -> JsonValues.object(
                                        "first", pair.first(), "second", pair.second(), "customers", pair.both()))
                                .toList())
                .key("several", effect.several())
                .key("unclear", effect.unclear());
        effect.lines()
                .forEach(line -> reply.line(
                        "%,8d → %,8d  %s%s",
                        line.before(),
                        line.after(),
                        line.segment(),
                        line.confidence() < 1
                                ? String.format(Locale.ROOT, " (%.0f %% sure on average)", 100 * line.confidence())
                                : ""));
        effect.moves().stream()
                .limit(MOST_LINES)
                .forEach(move -> reply.line("%,8d of “%s” belong to “%s”", move.customers(), move.from(), move.to()));
        return reply.line(
                "%,d customers are in several segments, %,d to be looked at.", effect.several(), effect.unclear());
    }

    private static Map<String, Object> values(PolicyEffect.Line line) {
        return JsonValues.object(
                "segment", line.segment(),
                "before", line.before(),
                "after", line.after(),
                "confidence", line.confidence());
    }

    private static Map<String, Object> values(PolicyEffect.Move move) {
        return JsonValues.object("from", move.from(), "to", move.to(), "customers", move.customers());
    }
}
