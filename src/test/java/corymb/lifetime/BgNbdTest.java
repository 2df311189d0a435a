package corymb.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import corymb.work.Failure;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BgNbdTest extends KernelContract<PurchaseFit> {
    @Override
    protected PurchaseFit run(Progress progress) {
        return BgNbd.fit(made(20_000), progress);
    }

    @Override
    protected PurchaseFit runLong(Progress progress) {
        return BgNbd.fit(made(400_000), progress);
    }

    @Override
    protected List<Job<PurchaseFit>> edgeCases() {
        return List.of(
                edge("no rows", List.of()),
                edge("one row", List.of(new PurchaseHistory(2, 3, 4))),
                edge("nobody came back", Collections.nCopies(50, new PurchaseHistory(0, 0, 10))),
                edge("constant columns", Collections.nCopies(50, new PurchaseHistory(3, 5, 10))),
                edge("everybody bought to the end", Collections.nCopies(50, new PurchaseHistory(9, 10, 10))),
                edge("all on the last day", Collections.nCopies(50, new PurchaseHistory(0, 0, 0))));
    }

    private static Job<PurchaseFit> edge(String title, List<PurchaseHistory> histories) {
        return new Job<>(title, progress -> BgNbd.fit(histories, progress));
    }

    /** Customers as the model has them: r = 0.5 (a squared normal), α = 5, a = 1, b = 3. */
    private static List<PurchaseHistory> made(int customers) {
        var random = new SplittableRandom(1);
        return IntStream.range(0, customers)
                .mapToObj(_ -> made(random, 20 + random.nextInt(60)))
                .toList();
    }

    private static PurchaseHistory made(SplittableRandom random, double observed) {
        double rate = Math.pow(random.nextGaussian(), 2) / 2 / 5;
        double leaving = 1 - Math.cbrt(1 - random.nextDouble());
        double time = 0;
        double last = 0;
        int repeats = 0;
        while (true) {
            time -= Math.log(1 - random.nextDouble()) / rate;
            if (time > observed) {
                return new PurchaseHistory(repeats, last, observed);
            }
            repeats++;
            last = time;
            if (random.nextDouble() < leaving) {
                return new PurchaseHistory(repeats, last, observed);
            }
        }
    }

    @Test
    void theParametersCustomersWereMadeWithAreFoundWithinThreeErrors() {
        var fit = BgNbd.fit(made(50_000), Progress.NONE);

        assertThat(fit.model().r()).isCloseTo(0.5, within(3 * fit.errors().r()));
        assertThat(fit.model().alpha()).isCloseTo(5, within(3 * fit.errors().alpha()));
        assertThat(fit.model().a()).isCloseTo(1, within(3 * fit.errors().a()));
        assertThat(fit.model().b()).isCloseTo(3, within(3 * fit.errors().b()));
    }

    @Test
    void nobodyComingBackIsAProblem() {
        assertThatThrownBy(() -> BgNbd.fit(List.of(new PurchaseHistory(0, 0, 10)), Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("second day");
    }

    @Test
    void aHistoryCannotEndBeforeItsLastPurchase() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PurchaseHistory(1, 5, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new PurchaseHistory(1, Double.NaN, 4));
    }

    /** The formula is 0 by 0 at a = 1, between values that are close. */
    @Test
    void aChanceOfOneAsShapeIsNoHole() {
        var history = new PurchaseHistory(3, 20, 30);
        double below = new BgNbd(0.5, 5, 0.9999, 3).expectedPurchases(history, 10);
        double above = new BgNbd(0.5, 5, 1.0001, 3).expectedPurchases(history, 10);
        assertThat(new BgNbd(0.5, 5, 1, 3).expectedPurchases(history, 10)).isCloseTo((below + above) / 2, within(1e-6));
    }

    /** ₂F₁(1, 1; 2; z) = -ln(1 - z) / z and ₂F₁(a, b; b; z) = (1 - z)^-a (Abramowitz and Stegun 15.1.3 and 15.1.8). */
    @Test
    void theHypergeometricFunctionIsTheElementaryOneWhereItIs() {
        for (double z : new double[] {0, 0.1, 0.5, 0.9, 0.999}) {
            double logarithm = z == 0 ? 1 : -Math.log1p(-z) / z;
            assertThat(Hypergeometric.of(1, 1, 2, z)).isCloseTo(logarithm, within(1e-12 * logarithm));
            double power = Math.pow(1 - z, -1.5);
            assertThat(Hypergeometric.of(1.5, 4, 4, z)).isCloseTo(power, within(1e-11 * power));
        }
    }
}
