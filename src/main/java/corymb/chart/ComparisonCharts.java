package corymb.chart;

import corymb.clustering.Assignments;
import corymb.clustering.ClusterPlan;
import corymb.clustering.Clustering;
import corymb.clustering.Comparison;
import corymb.clustering.Succession;
import corymb.project.EarlierGroups;
import corymb.table.Matrix;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Groups beside others: those that the same search found before, and those of another clustering. */
public record ComparisonCharts(Clustering clustering) {
    private static final String NONE = "In no group";
    private static final double AGREEING = 0.5;
    private static final double LEAST_DRIFT = 0.01;

    /** Who went from which group to which since the groups were found before. */
    public ChartSpec flows() {
        var since = clustering.since();
        var finding = "%s of %s customers stayed in their group"
                .formatted(
                        Numbers.local().percent(1 - since.movedShare()),
                        Numbers.local().count(since.moved().rows()));
        return flows(
                new Caption(
                        finding,
                        "Customers by the groups that the same search found before (left) and finds now (right)"),
                since.names(),
                since.moved());
    }

    /** The same as a table of counts. */
    public ChartSpec moves() {
        var since = clustering.since();
        int first = hasNone(since.moved()) ? Assignments.NOISE : 0;
        var now = IntStream.range(first, clustering.clusters().size()).boxed().toList();
        var before = IntStream.range(first, since.names().size()).boxed().toList();
        var columns = now.stream().map(at -> at < 0 ? NONE : name(at)).toList();
        var names =
                before.stream().map(at -> at < 0 ? NONE : since.names().get(at)).toList();
        return new ChartSpec.HeatMap(
                new Caption(farthest(since), "Customers by group before (rows) and now (columns)"),
                names,
                new Matrix(
                        columns,
                        before.stream()
                                .flatMapToDouble(old -> now.stream()
                                        .mapToDouble(to -> since.moved().shared(old, to)))
                                .toArray()),
                ChartSpec.Scale.SEQUENTIAL);
    }

    private static boolean hasNone(Comparison moved) {
        return moved.shared().getFirst().stream().anyMatch(count -> count > 0)
                || moved.shared().stream().anyMatch(row -> row.getFirst() > 0);
    }

    private String farthest(Succession since) {
        return since.drift().stream()
                .filter(drift -> drift.distance() >= LEAST_DRIFT)
                .max(Comparator.comparingDouble(Succession.Drift::distance))
                .map(drift -> "The centre of “%s” moved most: %s standard deviations"
                        .formatted(name(drift.cluster()), Numbers.local().prose(drift.distance())))
                .orElse("No centre moved");
    }

    /**
     * The groups of another clustering beside these.
     *
     * @param zone in which the time is told when those were found
     */
    public ChartSpec compared(EarlierGroups earlier, ZoneId zone) {
        var comparison = earlier.comparison();
        var finding = "Earlier groups %s with these (adjusted Rand index %s)"
                .formatted(
                        comparison.adjustedRand() > AGREEING ? "mostly agree" : "hardly agree",
                        Numbers.local().prose(comparison.adjustedRand()));
        return flows(
                new Caption(
                        finding,
                        "Customers by the %d groups found on %s%s (left) and these; normalised mutual information %s"
                                .formatted(
                                        earlier.names().size(),
                                        Numbers.local().time(earlier.made().at(), zone),
                                        otherwise(earlier.made().value().plan()),
                                        Numbers.local().prose(comparison.mutualInformation()))),
                earlier.names(),
                comparison);
    }

    /** What an earlier plan had different, beside the numbers of groups it tried. */
    private String otherwise(ClusterPlan earlier) {
        var plan = clustering.plan();
        var ways = new ArrayList<String>();
        if (!Set.copyOf(earlier.features()).equals(Set.copyOf(plan.features()))) {
            ways.add("in other features");
        }
        if (!earlier.preparation().equals(plan.preparation()) || earlier.scaling() != plan.scaling()) {
            ways.add("prepared otherwise");
        }
        if (!earlier.method().getClass().equals(plan.method().getClass())) {
            ways.add("by another method");
        }
        if (!earlier.within().equals(plan.within())) {
            ways.add("among other customers");
        }
        return ways.isEmpty() ? "" : " " + String.join(", ", ways);
    }

    private ChartSpec flows(Caption caption, List<String> before, Comparison comparison) {
        var flows = new ArrayList<ChartSpec.Flow>();
        for (int old = Assignments.NOISE; old < before.size(); old++) {
            for (int now = Assignments.NOISE; now < clustering.clusters().size(); now++) {
                long amount = comparison.shared(old, now);
                if (amount > 0) {
                    var from = old == Assignments.NOISE ? NONE : before.get(old);
                    flows.add(new ChartSpec.Flow(from, now == Assignments.NOISE ? NONE : name(now), amount, old, now));
                }
            }
        }
        return new ChartSpec.Flows(caption, flows);
    }

    private String name(int cluster) {
        return clustering.clusters().get(cluster).name();
    }
}
