package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.Optional;

/**
 * Rows split into clusters round centres; clusters are numbered from 0, the largest first.
 *
 * @param clusterCount how many clusters, none of them empty
 * @param assignments the cluster of each row, or that it is of none
 * @param centres the mean of each cluster, one row a cluster, in the units of the rows
 * @param inertia the sum of squared distances of all rows of a cluster to its centre, each as much as it counts
 * @param rounds how many rounds the best start took
 * @param belonging how rows find their cluster
 */
public record Partition(
        int clusterCount, Assignments assignments, Matrix centres, double inertia, int rounds, Belonging belonging) {
    /** The partition given by the cluster of each row, renumbered by size, then by first row; none may be empty. */
    static Partition of(Subjects rows, int[] clusters, int clusterCount, int rounds) {
        return of(rows, Assignments.largestFirst(clusterCount, clusters), rounds);
    }

    /** The partition of a run of k-means, numbered likewise. */
    static Partition of(Subjects rows, Lloyd lloyd, int clusterCount, int rounds) {
        var belonging = lloyd.belonging();
        int[] clusters = lloyd.clusters();
        int[] places = Assignments.places(clusterCount, clusters);
        return of(rows, Assignments.numbered(places, clusters), rounds)
                .by(belonging.renumbered(cluster -> places[cluster]));
    }

    /** The partition given by the cluster of each row, the largest first; empty ones are left out. */
    public static Partition of(Matrix rows, Assignments largestFirst, int rounds) {
        return of(Subjects.of(rows), largestFirst, rounds);
    }

    /** The same of rows that count as much as they say. */
    static Partition of(Subjects rows, Assignments largestFirst, int rounds) {
        int clusterCount =
                (int) largestFirst.sizes().stream().filter(size -> size > 0).count();
        var assignments = clusterCount == largestFirst.clusterCount()
                ? largestFirst
                : new Assignments(clusterCount, largestFirst.stream().toArray());
        var centres = Centres.of(rows, assignments);
        double inertia = Centres.squares(rows, assignments, centres);
        var names = rows.scaled().columnNames();
        return new Partition(clusterCount, assignments, new Matrix(names, centres), inertia, rounds, Belonging.NONE);
    }

    /** The partition of more rows, each where it belongs by this one's belonging. */
    Partition over(Subjects all, Progress progress) {
        var found = new Assigning(all, clusterCount, progress).assignments(belonging, Optional.empty());
        int[] labels = found.stream().toArray();
        int[] places = Assignments.places(clusterCount, labels);
        return of(all, labels, clusterCount, rounds).by(belonging.renumbered(cluster -> places[cluster]));
    }

    /** The same with another sum of how far rows are from their centres, for a method that measures otherwise. */
    Partition costing(double cost) {
        return new Partition(clusterCount, assignments, centres, cost, rounds, belonging);
    }

    /** The same with how rows find their cluster. */
    Partition by(Belonging belonging) {
        return new Partition(clusterCount, assignments, centres, inertia, rounds, belonging);
    }
}
