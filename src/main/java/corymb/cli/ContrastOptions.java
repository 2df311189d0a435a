package corymb.cli;

import corymb.chart.ContrastWords;
import corymb.chart.Vocabulary;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.segment.Contrast;
import corymb.segment.Contrast.Difference;
import corymb.segment.Contrast.Effect;
import corymb.segment.Contrast.Pair;
import corymb.segment.ContrastPlan;
import corymb.stats.Moments;
import corymb.stats.Proportion;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How segments are compared, and what comes of it. */
final class ContrastOptions {
    private static final int MOST_LINES = 12;

    @Option(
            names = "--features",
            split = ",",
            paramLabel = "FEATURE",
            description =
                    "With compare: the features to compare on (default: all); with alike: those that tell how alike customers are.")
    private List<String> features = new ArrayList<>();

    List<String> features() {
        return features;
    }

    @Option(names = "--rest", description = "With compare: compare each segment with everybody else, too.")
    private boolean rest;

    @Option(
            names = "--correction",
            defaultValue = "holm",
            description =
                    "With compare: how p values are adjusted for all comparisons, holm or benjamini_hochberg (default: ${DEFAULT-VALUE}).")
    private ContrastPlan.Correction correction = ContrastPlan.Correction.HOLM;

    @Option(
            names = "--confidence",
            defaultValue = "0.95",
            description = "With compare: the confidence of the intervals (default: ${DEFAULT-VALUE}).")
    private double confidence = ContrastPlan.USUAL_CONFIDENCE;

    Reply run(BaseCommand command, List<String> segments, ProjectFile file, Journey journey, Progress progress) {
        var contrast = journey.segments().contrast(plan(command, segments), progress);
        var words = Vocabulary.of(file.history().present());
        var reply = new Reply()
                .key("correction", correction)
                .key("confidence", confidence)
                .key(
                        "pairs",
                        contrast.pairs().stream().map(ContrastOptions::values).toList())
                .key(
                        "differences",
                        contrast.differences().stream()
                                .map(ContrastOptions::values)
                                .toList())
                .key("leftOut", contrast.leftOut());
        contrast.pairs().forEach(pair -> describe(contrast, pair, words, reply));
        return reply;
    }

    private ContrastPlan plan(BaseCommand command, List<String> segments) {
        try {
            return new ContrastPlan(segments, features, rest, correction, confidence);
        } catch (IllegalArgumentException e) {
            throw command.wrongUsage("compare goes with " + e.getMessage() + ".");
        }
    }

    private static void describe(Contrast contrast, Pair pair, Vocabulary words, Reply reply) {
        reply.line("%s", ContrastWords.compared(pair));
        contrast.of(pair).stream()
                .limit(MOST_LINES)
                .forEach(each -> reply.line(
                        "  %s: %s · %s · p %s",
                        words.title(each.feature()),
                        ContrastWords.values(each.effect()),
                        ContrastWords.size(each.effect()),
                        ContrastWords.pValue(each.adjusted())));
    }

    private static Map<String, Object> values(Pair pair) {
        return JsonValues.object(
                "one",
                pair.one(),
                "other",
                pair.isWithRest() ? Optional.empty() : pair.other(),
                "ones",
                pair.ones(),
                "others",
                pair.others(),
                "both",
                pair.both(),
                "shared",
                pair.shared());
    }

    private static Map<String, Object> values(Difference difference) {
        var object = JsonValues.object(
                "one",
                difference.pair().one(),
                "other",
                difference.pair().isWithRest()
                        ? Optional.empty()
                        : difference.pair().other(),
                "feature",
                difference.feature(),
                "pValue",
                difference.pValue(),
                "adjusted",
                difference.adjusted());
        object.putAll(values(difference.effect()));
        return object;
    }

    private static Map<String, Object> values(Effect effect) {
        var object = JsonValues.object(
                "effect",
                effect.value(),
                "low",
                effect.interval().low(),
                "high",
                effect.interval().high());
        switch (effect) {
            case Contrast.Means means -> {
                object.put("measure", "hedges_g");
                object.put("means", List.of(values(means.one()), values(means.other())));
            }
            case Contrast.Shares shares -> {
                object.put("measure", "difference_of_shares");
                object.put("shares", List.of(values(shares.one()), values(shares.other())));
            }
            case Contrast.Levels levels -> {
                object.put("measure", "cramers_v");
                object.put("level", levels.level());
                object.put(
                        "shares",
                        List.of(
                                values(levels.most().one()),
                                values(levels.most().other())));
            }
        }
        return object;
    }

    private static Map<String, Object> values(Moments moments) {
        return JsonValues.object(
                "count", moments.count(), "mean", moments.mean(), "deviation", Math.sqrt(moments.variance()));
    }

    private static Map<String, Object> values(Proportion share) {
        return JsonValues.object("count", share.total(), "share", share.rate());
    }
}
