package corymb.cli;

import corymb.feature.FeatureCorrelations;
import corymb.feature.FeatureCorrelations.Pair;
import corymb.feature.Features;
import corymb.project.FeatureDrift;
import corymb.project.ProjectFile;
import corymb.quality.ColumnChange.Moved;
import corymb.work.Progress;
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
        var drift = FeatureDrift.sinceTheLast(file.engine(), file.history(), progress.untold());
        var moved = drift.map(FeatureComparisonValues::moved).orElse(List.of());
        reply.key("pairs", pairs.stream().map(FeatureComparisonValues::values).toList());
        reply.key("drift", moved.stream().map(FeatureComparisonValues::values).toList());
        pairs.stream()
                .limit(MOST_LINES)
                .forEach(pair -> reply.line("  %s and %s: %.2f", pair.one(), pair.other(), pair.coefficient()));
        moved.forEach(each -> reply.line(
                "  %s moved by %.3f (PSI)", each.column(), each.shift().stability()));
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
