package corymb.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import corymb.work.Failure;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GammaGammaTest extends KernelContract<GammaGamma.Fit> {
    @Override
    protected GammaGamma.Fit run(Progress progress) {
        return GammaGamma.fit(made(2_000), progress);
    }

    @Override
    protected GammaGamma.Fit runLong(Progress progress) {
        return GammaGamma.fit(made(200_000), progress);
    }

    @Override
    protected List<Job<GammaGamma.Fit>> edgeCases() {
        return List.of(
                edge("no rows", List.of()),
                edge("one row", List.of(new RepeatValue(2, 30))),
                edge("constant columns", Collections.nCopies(50, new RepeatValue(2, 30))),
                edge("nothing but missing values", Collections.nCopies(50, new RepeatValue(2, Double.NaN))));
    }

    private static Job<GammaGamma.Fit> edge(String title, List<RepeatValue> values) {
        return new Job<>(title, progress -> GammaGamma.fit(values, progress));
    }

    private static List<RepeatValue> made(int customers) {
        return IntStream.range(0, customers)
                .mapToObj(i -> new RepeatValue(1 + i % 4, 5 + (i * 7919 % 1000) / 10.0 + 2000.0 / (1 + i % 97)))
                .toList();
    }

    @Test
    void purchasesForNothingTellNothing() {
        assertThatThrownBy(() -> GammaGamma.fit(Collections.nCopies(9, new RepeatValue(3, 0)), Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("more than nothing");
    }

    /** By the formula, with p = 6.25, q = 3.74, v = 15.44: one purchase is worth 6.25 / 8.99 of one's own mean. */
    @Test
    void theMoreSomebodyBoughtTheMoreTheirOwnMeanCounts() {
        var model = new GammaGamma(6.25, 3.74, 15.44);
        double all = 6.25 * 15.44 / 2.74;
        assertThat(model.expectedValue(new RepeatValue(0, 0))).isCloseTo(all, within(1e-12));
        assertThat(model.expectedValue(new RepeatValue(1, 100)))
                .isCloseTo(100 * 6.25 / 8.99 + all * 2.74 / 8.99, within(1e-9));
        assertThat(model.expectedValue(new RepeatValue(1000, 100))).isCloseTo(100, within(0.1));
    }
}
