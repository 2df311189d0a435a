package corymb.clustering;

import corymb.stats.Share;
import corymb.stats.Spread;
import corymb.table.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells what the rows of each cluster have in common, in the original units of their features. */
public final class Profiles {
    private Profiles() {}

    /** One profile a cluster. Cost: O(rows x columns). */
    public static List<ClusterProfile> of(Matrix rows, Assignments assignments) {
        return of(rows, assignments, Map.of(), Map.of());
    }

    /**
     * One profile a cluster.
     *
     * @param before the earlier clusters that some go on as, by number; their names go on where they still hold
     * @param spoken how people say the names of some columns
     */
    public static List<ClusterProfile> of(
            Matrix rows, Assignments assignments, Map<Integer, ClusterProfile> before, Map<String, String> spoken) {
        var called = IntStream.range(0, rows.columnCount())
                .mapToObj(column -> called(rows, column, spoken))
                .toList();
        var centres = means(rows, assignments);
        var spreads = spreads(rows);
        var sizes = assignments.sizes();
        var deviations =
                centres.stream().map(centre -> deviation(centre, spreads)).toList();
        var kept = new HashMap<>(before);
        kept.entrySet().removeIf(entry -> !entry.getValue().isNameOf(deviations.get(entry.getKey())));
        var taken = new HashSet<String>();
        kept.values().forEach(profile -> taken.add(profile.name()));
        var profiles = new ArrayList<ClusterProfile>();
        for (int cluster = 0; cluster < sizes.size(); cluster++) {
            var share = Share.of(sizes.get(cluster), rows.rowCount());
            var known = Optional.ofNullable(kept.get(cluster));
            var name = known.map(ClusterProfile::name).orElse("");
            if (known.isEmpty()) {
                name = ClusterName.of(called, deviations.get(cluster), share.value(), taken);
                taken.add(name);
            }
            profiles.add(new ClusterProfile(
                    cluster,
                    sizes.get(cluster),
                    share,
                    centres.get(cluster),
                    deviations.get(cluster),
                    name,
                    known.filter(ClusterProfile::isNamedByPerson).isPresent()));
        }
        return List.copyOf(profiles);
    }

    /** A column that only says whether goes as a level, as those of categories do. */
    private static String called(Matrix rows, int column, Map<String, String> spoken) {
        var name = rows.columnNames().get(column);
        var called = spoken.getOrDefault(name, name);
        return called.contains("=")
                        || !Arrays.stream(Scaler.column(rows, column)).allMatch(v -> v == 0 || v == 1)
                ? called
                : called + "=1";
    }

    private static List<List<Double>> means(Matrix rows, Assignments assignments) {
        int columns = rows.columnCount();
        var means = Centres.of(rows, assignments);
        return IntStream.range(0, assignments.clusterCount())
                .mapToObj(cluster -> Arrays.stream(means, cluster * columns, (cluster + 1) * columns)
                        .boxed()
                        .toList())
                .toList();
    }

    private static List<Spread> spreads(Matrix rows) {
        return IntStream.range(0, rows.columnCount())
                .mapToObj(column -> Spread.standard(Scaler.column(rows, column)))
                .toList();
    }

    private static List<Double> deviation(List<Double> centre, List<Spread> spreads) {
        return IntStream.range(0, centre.size())
                .mapToObj(column -> spreads.get(column).standardised(centre.get(column)))
                .toList();
    }
}
