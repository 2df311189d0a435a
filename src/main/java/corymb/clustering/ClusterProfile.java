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
 * @param isNamedByPerson whether a person called it so
 */
public record ClusterProfile(
        int cluster,
        long size,
        Share share,
        List<Double> centre,
        List<Double> deviation,
        String name,
        boolean isNamedByPerson) {
    /** So alike, as the cosine of their deviations, two clusters are set apart by the same. */
    private static final double ALIKE = 0.8;

    public ClusterProfile {
        centre = List.copyOf(centre);
        deviation = List.copyOf(deviation);
    }

    /** Whether the name still holds of a cluster whose deviations are these: a person's always, another while it says what is so. */
    boolean isNameOf(List<Double> now) {
        return isNamedByPerson || (now.size() == deviation.size() && cosine(now) >= ALIKE);
    }

    private double cosine(List<Double> now) {
        double both = 0;
        double here = 0;
        double there = 0;
        for (int column = 0; column < now.size(); column++) {
            both += deviation.get(column) * now.get(column);
            here += deviation.get(column) * deviation.get(column);
            there += now.get(column) * now.get(column);
        }
        return both / Math.sqrt(here * there);
    }

    /** The same cluster with other customers in it. */
    ClusterProfile holding(long customers, Share ofAll) {
        return new ClusterProfile(cluster, customers, ofAll, centre, deviation, name, isNamedByPerson);
    }

    /** The same by the name of another. */
    ClusterProfile calledLike(ClusterProfile other) {
        return new ClusterProfile(cluster, size, share, centre, deviation, other.name, other.isNamedByPerson);
    }

    /** The same by the means that another tells. */
    ClusterProfile by(ClusterProfile means) {
        return new ClusterProfile(cluster, size, share, means.centre, means.deviation, name, isNamedByPerson);
    }

    /** The same as a person calls it. */
    ClusterProfile named(String other) {
        return new ClusterProfile(cluster, size, share, centre, deviation, other, true);
    }
}
