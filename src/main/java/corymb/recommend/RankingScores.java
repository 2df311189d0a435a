package corymb.recommend;

import corymb.stats.Share;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How good one ranked list is, with every relevant item worth the same.
 *
 * <p>Reference: Järvelin, Kekäläinen, Cumulated gain-based evaluation of IR techniques, 2002, doi:10.1145/582415.582418.
 *
 * @param precision hits over the length k asked for
 * @param recall hits over relevant items
 * @param averagePrecision the precisions at the hits, over the smaller of k and the relevant items
 * @param ndcg the sum of 1 / log2(rank + 1) over the hits, over that of a perfect list
 */
record RankingScores(double precision, double recall, double averagePrecision, double ndcg) {
    static final int CUTOFF = 10;

    /**
     * Scores a list.
     *
     * @param ranked items, the best first; those after the {@code cutoff}-th do not count
     * @param relevant at least one item
     */
    static RankingScores of(int[] ranked, BitSet relevant, int cutoff) {
        if (relevant.isEmpty()) {
            throw new IllegalArgumentException("Without a relevant item there is nothing to score");
        }
        int hits = 0;
        double precisions = 0;
        double gain = 0;
        for (int rank = 1; rank <= Math.min(ranked.length, cutoff); rank++) {
            if (relevant.get(ranked[rank - 1])) {
                hits++;
                precisions += (double) hits / rank;
                gain += discount(rank);
            }
        }
        int possible = Math.min(cutoff, relevant.cardinality());
        double ideal = 0;
        for (int rank = 1; rank <= possible; rank++) {
            ideal += discount(rank);
        }
        return new RankingScores(
                (double) hits / cutoff, (double) hits / relevant.cardinality(), precisions / possible, gain / ideal);
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 1.0);
    }

    static Evaluation evaluation(
            RecommendationPlan plan, int heldOut, Interactions training, Map<Integer, BitSet> truth, Lists lists) {
        var scores = truth.entrySet().stream()
                .map(each -> of(lists.ranked(each.getKey()), each.getValue(), CUTOFF))
                .toList();
        ToDoubleFunction<ToDoubleFunction<RankingScores>> mean =
                score -> scores.stream().mapToDouble(score).average().orElse(0);
        var seen = new BitSet();
        truth.keySet().forEach(customer -> Arrays.stream(lists.ranked(customer)).forEach(seen::set));
        long learnt = IntStream.range(0, training.items())
                .filter(item -> training.popularity(item) > 0)
                .count();
        return new Evaluation(
                plan,
                heldOut,
                CUTOFF,
                scores.size(),
                mean.applyAsDouble(RankingScores::precision),
                mean.applyAsDouble(RankingScores::recall),
                mean.applyAsDouble(RankingScores::averagePrecision),
                mean.applyAsDouble(RankingScores::ndcg),
                Share.of(seen.cardinality(), learnt));
    }
}
