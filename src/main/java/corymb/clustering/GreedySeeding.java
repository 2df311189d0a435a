package corymb.clustering;

import corymb.work.Progress;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * First centres far from each other: each is drawn with a chance in proportion to its squared distance from those before it,
 * the best of a few draws.
 *
 * <p>Reference: D. Arthur, S. Vassilvitskii, k-means++: the advantages of careful seeding, SODA (2007), with 2 + ln k draws a
 * centre as they propose and scikit-learn does. Cost: O(rows x clusters x log clusters x columns).
 */
final class GreedySeeding {
    private final Points points;
    private final RandomGenerator chance;
    private float[] nearest;
    private float[] trial;
    private float[] best;

    private GreedySeeding(Points points, RandomGenerator chance) {
        this.points = points;
        this.chance = chance;
        this.nearest = new float[points.count()];
        this.trial = new float[points.count()];
        this.best = new float[points.count()];
        Arrays.fill(nearest, Float.MAX_VALUE);
    }

    /** As many first centres as asked for, each at a row. */
    static double[][] centres(Points points, int clusters, RandomGenerator chance, Progress progress) {
        return new GreedySeeding(points, chance).choose(clusters, progress);
    }

    private double[][] choose(int clusters, Progress progress) {
        var centres = new double[clusters][];
        centres[0] = points.row(first());
        double potential = tryAt(centres[0]);
        keepTrial();
        accept();
        int draws = 2 + (int) Math.log(clusters);
        for (int next = 1; next < clusters; next++) {
            progress.check();
            double least = Double.POSITIVE_INFINITY;
            for (int draw = 0; draw < draws; draw++) {
                var candidate = points.row(draw(potential));
                double reached = tryAt(candidate);
                if (reached < least) {
                    least = reached;
                    centres[next] = candidate;
                    keepTrial();
                }
            }
            accept();
            potential = least;
        }
        return centres;
    }

    /** The sum of the squared distances to the nearest centre if there were one more, here. */
    private double tryAt(double[] centre) {
        points.squaredDistances(centre, trial, 0, points.count());
        float[] tried = trial, least = nearest;
        for (int i = 0; i < tried.length; i++) {
            tried[i] = Math.min(tried[i], least[i]);
        }
        if (!points.isEven()) {
            return weighed(tried);
        }
        double sum = 0;
        for (float square : tried) {
            sum += square;
        }
        return sum;
    }

    private double weighed(float[] squares) {
        double sum = 0;
        for (int i = 0; i < squares.length; i++) {
            sum += points.weight(i) * squares[i];
        }
        return sum;
    }

    /** Any row, drawn by what it counts. */
    private int first() {
        if (points.isEven()) {
            return chance.nextInt(points.count());
        }
        Arrays.fill(nearest, 1);
        int row = draw(weighed(nearest));
        Arrays.fill(nearest, Float.MAX_VALUE);
        return row;
    }

    private void keepTrial() {
        var swapped = best;
        best = trial;
        trial = swapped;
    }

    private void accept() {
        var swapped = nearest;
        nearest = best;
        best = swapped;
    }

    private int draw(double potential) {
        double left = chance.nextDouble() * potential;
        int row = 0;
        while (row < nearest.length - 1 && left >= points.weight(row) * nearest[row]) {
            left -= points.weight(row) * nearest[row++];
        }
        return row;
    }
}
