package corymb.clustering;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who belongs to which cluster: the table of it, and who belonged where before. */
final class Members {
    private static final int UNKNOWN = -2;

    private final Engine engine;
    private final CustomerMatrix customers;
    private final Table ids;
    /** The earlier cluster of each customer, {@link #UNKNOWN} where there is none. */
    private final int[] before;

    Members(Engine engine, CustomerMatrix customers, Progress progress) {
        this.engine = engine;
        this.customers = customers;
        this.ids = engine.table(
                Sql.of("select customer_id from " + customers.features().quoted() + " order by customer_id"), progress);
        this.before = new int[ids.rowCount()];
        Arrays.fill(before, UNKNOWN);
        customers.before().ifPresent(clustering -> read(clustering, progress));
    }

    private void read(Clustering clustering, Progress progress) {
        var table = engine.table(
                Sql.of("select m.cluster from " + customers.features().quoted() + " f left join "
                        + clustering.members().quoted() + " m on f.customer_id = m.customer_id order by f.customer_id"),
                progress);
        var clusters = table.numbers("cluster");
        Arrays.setAll(before, row -> clusters.isMissing(row) ? UNKNOWN : (int) clusters.get(row));
    }

    /** Which customers were there before. */
    int[] known() {
        return IntStream.range(0, before.length)
                .filter(row -> before[row] != UNKNOWN)
                .toArray();
    }

    /** The clusters as those of the earlier clustering, where there is one. */
    Identities goingOn(Assignments found) {
        return customers
                .before()
                .map(clustering -> Identities.of(earlier(clustering, IntStream.range(0, before.length)), found))
                .orElseGet(() -> Identities.fresh(found));
    }

    /** The earlier cluster that each of these goes on as, by the number it has now. */
    Map<Integer, ClusterProfile> predecessors(Identities now) {
        var predecessors = new HashMap<Integer, ClusterProfile>();
        customers.before().map(Clustering::described).ifPresent(clusters -> {
            for (int old = 0; old < clusters.size(); old++) {
                predecessors.put(now.successors().get(old), clusters.get(old));
            }
        });
        predecessors.remove(Assignments.NOISE);
        return predecessors;
    }

    private static List<String> names(Clustering clustering) {
        return clustering.clusters().stream().map(ClusterProfile::name).toList();
    }

    /** The earlier cluster of some customers; none for those who were not there. */
    private Assignments earlier(Clustering clustering, IntStream rows) {
        return new Assignments(
                clustering.clusters().size(),
                rows.map(row -> Math.max(Assignments.NOISE, before[row])).toArray());
    }

    /** The earlier cluster of the customers who were there. */
    Assignments before(Clustering earlier) {
        return earlier(earlier, IntStream.of(known()));
    }

    /** What became of the earlier clustering; nothing where there is none. */
    Succession since(Identities now, List<ClusterProfile> clusters, double silhouette) {
        return customers
                .before()
                .map(earlier -> since(now, clusters, silhouette, earlier))
                .orElse(Succession.NONE);
    }

    private Succession since(Identities now, List<ClusterProfile> profiles, double silhouette, Clustering earlier) {
        int[] known = known();
        var clusters = new Assignments(
                profiles.size(), IntStream.of(known).map(now.assignments()::get).toArray());
        return new Succession(
                names(earlier),
                now.successors(),
                Comparison.of(before(earlier), clusters),
                before.length - known.length,
                earlier.members().rows() - known.length,
                drift(now, profiles, earlier),
                earlier.silhouette(),
                silhouette,
                Stream.concat(
                                earlier.since().formerly().stream(),
                                Stream.of(earlier.members().name()))
                        .toList());
    }

    private List<Succession.Drift> drift(Identities now, List<ClusterProfile> clusters, Clustering earlier) {
        var matrix = customers.matrix();
        if (!matrix.columnNames().equals(earlier.columns())) {
            return List.of();
        }
        var drifting = Drifting.of(matrix, now.assignments());
        return IntStream.range(0, now.successors().size())
                .filter(old -> now.successors().get(old) != Assignments.NOISE)
                .mapToObj(old -> drifting.since(
                        earlier.clusters().get(old),
                        clusters.get(now.successors().get(old))))
                .filter(drift -> Double.isFinite(drift.distance()))
                .toList();
    }

    /** A table of the customers and their clusters. */
    Relation store(Assignments assignments, String name, Progress progress) {
        return store(
                new NumberColumn(
                        "cluster",
                        ColumnType.INTEGER,
                        assignments.stream().asDoubleStream().toArray()),
                name,
                progress);
    }

    /** A table of the customers and a number of each. */
    Relation store(NumberColumn numbers, String name, Progress progress) {
        var columns = new ArrayList<>(ids.columns());
        columns.add(numbers);
        return engine.fill(name, new Table(List.copyOf(columns)), progress);
    }
}
