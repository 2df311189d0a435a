package corymb.recommend;

import corymb.work.Parallel;
import corymb.work.Progress;

/**
 * Finds for each item the items that the same people chose: the cosine of their columns of weights, times n / (n + shrinkage) for n
 * people in common, so that two people do not make a likeness.
 *
 * <p>Reference: Sarwar, Karypis, Konstan, Riedl, Item-based collaborative filtering recommendation algorithms, 2001,
 * doi:10.1145/371920.372071; shrinkage: Bell, Koren, Scalable collaborative filtering with jointly derived neighborhood
 * interpolation weights, 2007, doi:10.1109/ICDM.2007.90. Cost: the sum of the squared number of items of each customer. Assumes:
 * weights are not negative; customers with more than 2,000 items are robots or resellers and tell nothing of taste.
 */
final class ItemSimilarity {
    private static final int MOST_ITEMS = 2000;
    private static final int BLOCK = 64;

    private final Interactions interactions;
    private final RecommendationPlan plan;
    private final double[] norms;
    private final int[][] neighbours;
    private final float[][] similarities;

    private ItemSimilarity(Interactions interactions, RecommendationPlan plan) {
        this.interactions = interactions;
        this.plan = plan;
        this.norms = new double[interactions.items()];
        this.neighbours = new int[norms.length][];
        this.similarities = new float[norms.length][];
    }

    /** The most similar items of each item, as many as the plan keeps, in ascending order of items. */
    static SparseRows neighbours(Interactions interactions, RecommendationPlan plan, Progress progress) {
        var similarity = new ItemSimilarity(interactions, plan);
        Parallel.forBlocks(interactions.items(), BLOCK, progress, (_, from, to) -> similarity.measureNorms(from, to));
        Parallel.forBlocks(
                interactions.items(), BLOCK, progress, "Comparing items", (_, from, to) -> similarity.find(from, to));
        return similarity.rows();
    }

    private boolean tellsTaste(int customer) {
        return interactions.byCustomer().length(customer) <= MOST_ITEMS;
    }

    private void measureNorms(int from, int to) {
        var choosers = interactions.byItem();
        for (int item = from; item < to; item++) {
            double sum = 0;
            for (int place = choosers.start(item); place < choosers.end(item); place++) {
                double weight = tellsTaste(choosers.column(place)) ? choosers.weight(place) : 0;
                sum += weight * weight;
            }
            norms[item] = Math.sqrt(sum);
        }
    }

    private void find(int from, int to) {
        var products = new double[interactions.items()];
        var common = new int[interactions.items()];
        var touched = new int[interactions.items()];
        var best = new TopItems(plan.neighbours());
        for (int item = from; item < to; item++) {
            int count = addUp(item, products, common, touched);
            for (int i = 0; i < count; i++) {
                int other = touched[i];
                if (other != item) {
                    double cosine = products[other] / (norms[item] * norms[other]);
                    best.offer(other, cosine * common[other] / (common[other] + plan.shrinkage()));
                }
                products[other] = 0;
                common[other] = 0;
            }
            neighbours[item] = best.items();
            similarities[item] = best.scores();
            best.clear();
        }
    }

    /** Returns how many items have anything in common with this one; they are in {@code touched}. */
    private int addUp(int item, double[] products, int[] common, int[] touched) {
        var choosers = interactions.byItem();
        var chosen = interactions.byCustomer();
        int count = 0;
        for (int place = choosers.start(item); place < choosers.end(item); place++) {
            int customer = choosers.column(place);
            double weight = choosers.weight(place);
            int end = tellsTaste(customer) ? chosen.end(customer) : chosen.start(customer);
            for (int other = chosen.start(customer); other < end; other++) {
                int near = chosen.column(other);
                if (common[near]++ == 0) {
                    touched[count++] = near;
                }
                products[near] += weight * chosen.weight(other);
            }
        }
        return count;
    }

    private SparseRows rows() {
        var starts = new int[norms.length + 1];
        for (int item = 0; item < norms.length; item++) {
            starts[item + 1] = starts[item] + neighbours[item].length;
        }
        var columns = new int[starts[norms.length]];
        var weights = new float[columns.length];
        for (int item = 0; item < norms.length; item++) {
            System.arraycopy(neighbours[item], 0, columns, starts[item], neighbours[item].length);
            System.arraycopy(similarities[item], 0, weights, starts[item], similarities[item].length);
        }
        return new SparseRows(starts, columns, weights);
    }
}
