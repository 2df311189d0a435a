package corymb.cli;

import corymb.feature.FeatureCorrelations;
import corymb.feature.FeatureCorrelations.Pair;
import corymb.feature.Features;
import corymb.project.FeatureDrift;
import corymb.project.ProjectFile;
import corymb.quality.ColumnChange.Moved;
import corymb.quality.ComparingImports;
import corymb.work.Progress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Which features go together, and how they moved since they were computed before, as values and lines. */
final class FeatureComparisonValues {
    private static final int MOST_LINES = 8;

    private FeatureComparisonValues() {}

    static void describe(ProjectFile file, Features features, Reply reply, Progress progress) {
        var pairs = FeatureCorrelations.of(file.engine(), features, progress.untold()).stream()
                .flatMap(found -> found.strongest().stream())
                .toList();
        var drift = FeatureDrift.sinceTheLast(file, progress.untold());
        var moved = drift.map(FeatureComparisonValues::moved).orElse(List.of());
        reply.key("pairs", pairs.stream().map(FeatureComparisonValues::values).toList());
        drift.ifPresent(found -> reply.key(
                "since",
                JsonValues.object(
                        "at", found.since().at(),
                        "asOf", found.since().value().plan().asOf())));
        reply.key("drift", moved.stream().map(FeatureComparisonValues::values).toList());
        if (!pairs.isEmpty()) {
            reply.line("What goes together (correlation of ranks):");
        }
        pairs.stream()
                .limit(MOST_LINES)
                .forEach(pair -> reply.line("  %s and %s: %.2f", pair.one(), pair.other(), pair.coefficient()));
        reply.line(
                "%s", drift.map(found -> since(found, moved)).orElse("Nothing was computed before to compare with."));
        told(moved)
                .forEach(each ->
                        reply.line("  %-28s %.3f", each.column(), each.shift().stability()));
    }

    private static String since(FeatureDrift drift, List<Moved> moved) {
        return "Since the features as of %s: %d compared, %s"
                .formatted(
                        drift.since().value().plan().asOf(),
                        drift.changes().size(),
                        told(moved).isEmpty() ? "none moved" : "moved by (population stability index)");
    }

    /** Those that moved by more than chance does, farthest first. */
    private static List<Moved> told(List<Moved> moved) {
        return moved.stream()
                .filter(each -> ComparingImports.isTold(each.shift()))
                .sorted(Comparator.comparingDouble((Moved each) -> -each.shift().stability()))
                .toList();
    }

    private static List<Moved> moved(FeatureDrift drift) {
        return drift.changes().stream()
                .filter(Moved.class::isInstance)
                .map(Moved.class::cast)
                .toList();
    }

    private static Map<String, Object> values(Pair pair) {
        return JsonValues.object("one", pair.one(), "other", pair.other(), "correlation", pair.coefficient());
    }

    private static Map<String, Object> values(Moved moved) {
        return JsonValues.object(
                "name",
                moved.column(),
                "moved",
                ComparingImports.isTold(moved.shift()),
                "stability",
                moved.shift().stability(),
                "pValue",
                moved.shift().pValue(),
                "missingBefore",
                moved.before().missingShare().value(),
                "missingAfter",
                moved.after().missingShare().value());
    }
}
