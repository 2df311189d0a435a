package corymb.cli;

import corymb.clustering.GapStatistic;
import corymb.clustering.Soundness;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a clustering is worth, for people and for scripts. */
final class SoundnessValues {
    private SoundnessValues() {}

    static void describe(Soundness soundness, Reply reply) {
        if (!soundness.isKnown()) {
            return;
        }
        var test = soundness.nullTest();
        reply.key(
                "chance",
                JsonValues.object(
                        "pValue", test.pValue(),
                        "uniform", test.uniform(),
                        "normal", test.normal(),
                        "unimodal", test.unimodal(),
                        "draws", test.draws(),
                        "rows", test.rows(),
                        "hasClusters", test.hasClusters()));
        reply.key("stability", stability(soundness));
        reply.key("together", soundness.stability().together());
        reply.key("gap", gap(soundness.gap()));
        reply.line(
                test.hasClusters()
                        ? "Customers without groups hardly ever split as clearly (p = %.3f)."
                        : "There may be no natural groups: customers without any split as clearly (p = %.3f).",
                test.pValue());
    }

    private static Object gap(GapStatistic gap) {
        var chosen = gap.clusters();
        return JsonValues.object(
                "chosen",
                chosen.isPresent() ? Optional.of(chosen.getAsInt()) : Optional.empty(),
                "draws",
                gap.draws(),
                "points",
                gap.points().stream()
                        .map(point -> JsonValues.object(
                                "clusters", point.clusters(), "gap", point.gap(), "error", point.error()))
                        .toList());
    }

    private static List<Object> stability(Soundness soundness) {
        var stability = soundness.stability();
        return IntStream.range(0, stability.jaccards().size())
                .<Object>mapToObj(cluster -> JsonValues.object(
                        "cluster",
                        cluster,
                        "jaccard",
                        stability.jaccards().get(cluster),
                        "verdict",
                        stability.verdict(cluster).name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
