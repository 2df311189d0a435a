package corymb.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class RankingScoresTest {
    private static final Path VECTORS = Path.of("../shared/data/recs-metric-vectors/vectors.json");

    private static BitSet items(int... items) {
        var set = new BitSet();
        Arrays.stream(items).forEach(set::set);
        return set;
    }

    private static RankingScores score(BitSet relevant, int cutoff, int... ranked) {
        return RankingScores.of(ranked, relevant, cutoff);
    }

    @Test
    void theCornacUnitVectorsAreReached() {
        var scores = score(items(2), 2, 1, 2, 0);
        assertThat(scores.ndcg()).as("a hit at rank 2 is worth 1 / log2(3)").isCloseTo(0.63, within(0.005));
        assertThat(scores.averagePrecision()).isEqualTo(0.5);
        assertThat(score(items(0, 2), 3, 0, 1, 2).precision()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(score(items(2), 3, 0, 1, 2).precision()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(score(items(2), 2, 0, 2, 1).precision()).isEqualTo(0.5);
    }

    @Test
    void aPerfectListScoresOneAndAnAlienOneNothing() {
        assertThat(score(items(1, 2, 3), 3, 3, 1, 2)).isEqualTo(new RankingScores(1, 1, 1, 1));
        assertThat(score(items(1), 3, 4, 5, 6)).isEqualTo(new RankingScores(0, 0, 0, 0));
    }

    @Test
    void aShortListIsStillMeasuredAgainstTheLengthAskedFor() {
        assertThat(score(items(1), 10, 1)).isEqualTo(new RankingScores(0.1, 1, 1, 1));
    }

    @Test
    void nothingRelevantCannotBeScored() {
        assertThatThrownBy(() -> score(items(), 2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRecommendersVectorsAreReached() throws Exception {
        assumeTrue(Files.exists(VECTORS), "skipped: " + VECTORS + " is not there");
        var root = new ObjectMapper().readTree(Files.readString(VECTORS));
        var truth = new TreeMap<Integer, BitSet>();
        var pairs = root.get("truth");
        IntStream.range(0, pairs.get("user").size())
                .forEach(i -> truth.computeIfAbsent(at(pairs, "user", i), _ -> new BitSet())
                        .set(at(pairs, "item", i)));
        var scores = truth.keySet().stream()
                .map(user -> RankingScores.of(
                        ranked(root.get("predictions"), user), truth.getOrDefault(user, new BitSet()), 10))
                .toList();
        assertThat(mean(scores, RankingScores::ndcg)).isCloseTo(0.38172, within(4e-5));
        assertThat(mean(scores, RankingScores::averagePrecision)).isCloseTo(0.23613, within(4e-5));
        assertThat(mean(scores, RankingScores::precision)).isCloseTo(0.26666, within(4e-5));
        assertThat(mean(scores, RankingScores::recall)).isCloseTo(0.37777, within(4e-5));
    }

    private static int at(JsonNode node, String field, int index) {
        return node.get(field).get(index).asInt();
    }

    private static int[] ranked(JsonNode predictions, int user) {
        return IntStream.range(0, predictions.get("user").size())
                .filter(i -> at(predictions, "user", i) == user)
                .boxed()
                .sorted(Comparator.comparingInt(i -> -at(predictions, "score", i)))
                .mapToInt(i -> at(predictions, "item", i))
                .toArray();
    }

    private static double mean(List<RankingScores> scores, ToDoubleFunction<RankingScores> score) {
        return scores.stream().mapToDouble(score).average().orElseThrow();
    }
}
