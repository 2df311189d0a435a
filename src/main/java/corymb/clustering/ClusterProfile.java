package corymb.clustering;

import corymb.stats.Share;
import java.util.List;

/**
 * What the customers of one cluster have in common.
 *
 * @param cluster its number, from 0; the largest cluster comes first
 * @param size how many customers
 * @param share their part of all customers
 * @param centre the mean of each feature, in original units
 * @param deviation how far that is from the mean of all customers, in standard deviations of all customers
 * @param name a few plain words: what sets it apart, or what a person called it
 */
public record ClusterProfile(
        int cluster, long size, Share share, List<Double> centre, List<Double> deviation, String name) {
    public ClusterProfile {
        centre = List.copyOf(centre);
        deviation = List.copyOf(deviation);
    }

    /** The same cluster with other customers in it. */
    ClusterProfile holding(long customers, Share ofAll) {
        return new ClusterProfile(cluster, customers, ofAll, centre, deviation, name);
    }

    ClusterProfile named(String other) {
        return new ClusterProfile(cluster, size, share, centre, deviation, other);
    }
}
