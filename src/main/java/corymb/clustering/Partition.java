package corymb.clustering;

import corymb.table.Matrix;

/**
 * Rows split into clusters round centres; clusters are numbered from 0, the largest first.
 *
 * @param clusterCount how many clusters, none of them empty
 * @param assignments the cluster of each row
 * @param centres the mean of each cluster, one row a cluster, in the units of the rows
 * @param inertia the sum of squared distances of all rows to their centre
 * @param rounds how many rounds the best start took
 */
public record Partition(int clusterCount, Assignments assignments, Matrix centres, double inertia, int rounds) {}
