package corymb.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.clustering.Mixture;
import corymb.stats.Seed;
import corymb.work.Progress;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static Set<Integer> others(Neighbours neighbours, int row) {
        var others = new HashSet<Integer>();
        for (int i = row * neighbours.count; i < (row + 1) * neighbours.count; i++) {
            others.add(neighbours.others[i]);
        }
        return others;
    }

    @Test
    void nobodyIsHisOwnNeighbourAndNobodyComesTwice() {
        var rows = new corymb.table.Matrix(
                java.util.List.of("x"),
                IntStream.range(0, 90).mapToDouble(i -> i % 3).toArray());

        var found = Neighbours.of(rows, 40, new Seed(1), Progress.NONE);

        for (int row = 0; row < 90; row++) {
            assertThat(others(found, row)).hasSize(40).doesNotContain(row);
        }
    }

    /** Against the exact search, over rows of many columns. */
    @Test
    void nearlyAllNeighboursAreFoundAmongManyColumns() {
        var rows = Mixture.of(4_000, 30, 6, 2);
        var values = rows.toArray();
        var exact = Neighbours.exact(values, 30, 30, Progress.NONE);

        var found = NeighbourForest.neighbours(values, 30, 30, new Seed(1), Progress.NONE);

        int kept = 0;
        for (int row = 0; row < 4_000; row++) {
            var both = others(found, row);
            assertThat(both).hasSize(30).doesNotContain(row);
            both.retainAll(others(exact, row));
            kept += both.size();
        }
        assertThat(kept / (4_000.0 * 30)).isGreaterThan(0.95);
    }
}
