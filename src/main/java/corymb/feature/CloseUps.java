package corymb.feature;

import corymb.sql.Engine;
import corymb.work.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How features spread where most customers lie, of numbers that a few customers far out would else draw as one bar.
 *
 * <p>Cost: O(customers log customers) for each of them.
 */
public final class CloseUps {
    /** The part of the customers in one of many ranges from which on the others show nothing. */
    private static final double CROWDED = 0.5;

    private CloseUps() {}

    /** The ranges by the name of the feature; none of features that need none. */
    public static Map<String, Histogram> of(Engine engine, Features features, Progress progress) {
        var crowded = features.summaries().stream().filter(CloseUps::isCrowded).toList();
        var found = new HashMap<String, Histogram>();
        for (int place = 0; place < crowded.size(); place++) {
            progress.report((double) place / crowded.size(), "Looking closer");
            var name = crowded.get(place).name();
            var field = features.table().schema().find(name).orElseThrow();
            var bins = SortedNumbers.of(engine, features.table(), field, progress.untold())
                    .near();
            if (!bins.isEmpty()) {
                found.put(name, new Histogram(bins));
            }
        }
        return found;
    }

    private static boolean isCrowded(FeatureSummary summary) {
        List<Histogram.Bin> bins = summary.histogram().bins();
        long all = bins.stream().mapToLong(Histogram.Bin::count).sum();
        long most = bins.stream().mapToLong(Histogram.Bin::count).max().orElse(0);
        return summary.type().isNumeric() && bins.size() == Histogram.MOST_VALUES && most > CROWDED * all;
    }
}
