package corymb.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * The CDNOW customers of Fader, Hardie and Lee (2005), against an independent fit by SciPy and the published figures of the paper and
 * of the package lifetimes (commit 4f2833f).
 */
class CdnowLifetimeTest {
    private static final Path FOLDER = Path.of("../shared/data/customers-cdnow");
    private static final Offset<Double> FOUR_DIGITS = within(5e-5);

    /** ID, x, t_x, T, mean value of repeat purchases. */
    private static List<double[]> rows() throws IOException {
        var file = FOLDER.resolve("cdnow_customers_summary_with_transactions.csv");
        assumeTrue(Files.exists(file), "skipped: " + file + " is not there");
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> Stream.of(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private static PurchaseHistory history(double[] row) {
        return new PurchaseHistory((int) row[1], row[2], row[3]);
    }

    private static RepeatValue value(double[] row) {
        return new RepeatValue((int) row[1], row[4]);
    }

    private static PurchaseFit fit() throws IOException {
        return BgNbd.fit(rows().stream().map(CdnowLifetimeTest::history).toList(), Progress.NONE);
    }

    @Test
    void theParametersOfPurchasesAreThePublishedOnes() throws IOException {
        var fit = fit();

        assertThat(fit.customers()).isEqualTo(2357);
        assertThat(fit.logLikelihood()).isCloseTo(-9582.425561, within(1e-5));
        assertThat(fit.model().r()).isCloseTo(0.24259291, within(1e-5));
        assertThat(fit.model().alpha()).isCloseTo(4.41353151, within(1e-4));
        assertThat(fit.model().a()).isCloseTo(0.79288618, within(1e-4));
        assertThat(fit.model().b()).isCloseTo(2.42575385, within(1e-4));
    }

    @Test
    void theirStandardErrorsAreThoseOfTheIndependentFit() throws IOException {
        var errors = fit().errors();

        assertThat(errors.r()).isCloseTo(0.012557, within(1e-5));
        assertThat(errors.alpha()).isCloseTo(0.378221, within(1e-4));
        assertThat(errors.a()).isCloseTo(0.185719, within(1e-4));
        assertThat(errors.b()).isCloseTo(0.705345, within(3e-4));
    }

    @Test
    void theBestCustomersOfTheNextWeekAreThePublishedOnes() throws IOException {
        var model = fit().model();
        var rows = rows();
        var expected = rows.stream()
                .mapToDouble(row -> model.expectedPurchases(history(row), 1))
                .toArray();
        var best = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -expected[row]))
                .limit(5)
                .toList();

        assertThat(best).extracting(row -> (int) rows.get(row)[0]).containsExactly(1516, 157, 1981, 841, 509);
        var published = List.of(0.710623, 0.662396, 0.486526, 0.474738, 0.424877);
        for (int i = 0; i < 5; i++) {
            assertThat(expected[best.get(i)]).isCloseTo(published.get(i), within(1e-5));
        }
    }

    @Test
    void theParametersOfValueAreThoseOfTheIndependentFit() throws IOException {
        var fit = GammaGamma.fit(rows().stream().map(CdnowLifetimeTest::value).toList(), Progress.NONE);

        assertThat(fit.customers()).isEqualTo(946);
        assertThat(fit.logLikelihood()).isCloseTo(-4055.9232, within(1e-4));
        assertThat(fit.model().p()).isCloseTo(6.248803, within(1e-3));
        assertThat(fit.model().q()).isCloseTo(3.744588, within(1e-3));
        assertThat(fit.model().v()).isCloseTo(15.447746, within(5e-3));
        var published = List.of(
                24.658619, 18.911489, 35.170981, 35.170981, 35.170981, 71.462843, 18.911489, 35.170981, 27.282408,
                35.170981);
        for (int i = 0; i < published.size(); i++) {
            assertThat(fit.model().expectedValue(value(rows().get(i)))).isCloseTo(published.get(i), within(2e-4));
        }
    }

    /** The package counts a month as 30 units of time, which are weeks here. */
    @Test
    void theLifetimeValueIsThePublishedOne() throws IOException {
        var model = fit().model();
        var values = GammaGamma.fit(
                        rows().stream().map(CdnowLifetimeTest::value).toList(), Progress.NONE)
                .model();
        var horizon = new Horizon(12, 30, 0.01);
        var published = List.of(140.096211, 18.943467, 38.180574, 38.180574, 38.180574, 1003.868107);
        for (int i = 0; i < published.size(); i++) {
            var row = rows().get(i);
            assertThat(horizon.value(model, history(row), values.expectedValue(value(row))))
                    .isCloseTo(published.get(i), within(published.get(i) * 1e-4));
        }
    }

    @Test
    void repeatPurchasesOfTheCalibrationAddUp() throws IOException {
        assertThat(rows().stream().mapToInt(row -> (int) row[1]).sum()).isEqualTo(2457);
        var model = fit().model();
        var expected = rows().stream()
                .mapToDouble(row -> model.expectedPurchases(history(row), 39))
                .sum();
        assertThat(expected)
                .as("of the 39 weeks held out, in which 1,882 were made")
                .isCloseTo(1653.42, within(0.1));
    }

    @Test
    void eightGroupsExpectWhatTheIndependentFitExpects() throws IOException {
        var model = fit().model();
        var published = List.of(.2251, .5231, 1.0441, 1.5203, 2.1639, 2.6539, 3.5041, 6.1574);
        for (int x = 0; x < 8; x++) {
            int repeats = x;
            var mean = rows().stream()
                    .filter(row -> Math.min(row[1], 7) == repeats)
                    .mapToDouble(row -> model.expectedPurchases(history(row), 39))
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(published.get(x), within(2e-4));
        }
    }

    private static final BgNbd FITTED = new BgNbd(0.24259291, 4.41353151, 0.79288618, 2.42575385);

    /** As the paper rounds them, with which its chances were reckoned. */
    private static final BgNbd ROUNDED = new BgNbd(0.243, 4.414, 0.793, 2.426);

    @Test
    void purchasesToComeOfOneCustomerAreThePublishedOnes() {
        var customer = new PurchaseHistory(2, 30.43, 38.86);
        assertThat(FITTED.expectedPurchases(customer, 39)).isCloseTo(1.2259, FOUR_DIGITS);
        assertThat(FITTED.probabilityAlive(customer)).isCloseTo(0.726609, within(1e-6));
        assertThat(FITTED.expectedPurchases(new PurchaseHistory(26, 30.86, 31), 1))
                .isCloseTo(0.710623, within(1e-6));
        assertThat(FITTED.probabilityAlive(new PurchaseHistory(0, 0, 38.86))).isEqualTo(1);
    }

    @Test
    void purchasesOfAnUnknownCustomerAreThePublishedOnes() {
        var times = List.of(0.1429, 1.0, 3.0, 31.8571, 32.0, 78.0);
        var published = List.of(0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.8576);
        for (int i = 0; i < times.size(); i++) {
            assertThat(FITTED.expectedOfNew(times.get(i)))
                    .as("published to four digits, of a fit that differs from ours in the fourth")
                    .isCloseTo(published.get(i), within(5e-5 + published.get(i) * 2e-4));
        }
    }

    @Test
    void chancesOfSoManyPurchasesAreThePublishedOnes() {
        assertThat(ROUNDED.probabilityOfNew(10, 2)).isCloseTo(1.07869e-07, within(1e-11));
        assertThat(ROUNDED.probabilityOfNew(0, 39)).isCloseTo(0.5737864, within(1e-6));
        var published = List.of(
                0.0019995214,
                0.0015170236,
                0.0011633150,
                0.0009003148,
                0.0007023638,
                0.0005517902,
                0.0004361913,
                0.0003467171,
                0.0002769613,
                0.0002222260);
        for (int i = 0; i < published.size(); i++) {
            assertThat(ROUNDED.probabilityOfNew(11 + i, 30)).isCloseTo(published.get(i), within(1e-8));
        }
    }

    @Test
    void theChancesAddUpToOneAndTheirMeanIsTheExpectedNumber() {
        var chances = IntStream.range(0, 400)
                .mapToDouble(n -> FITTED.probabilityOfNew(n, 30))
                .toArray();
        assertThat(IntStream.range(0, 400).mapToDouble(n -> chances[n]).sum()).isCloseTo(1, within(1e-6));
        assertThat(IntStream.range(0, 400).mapToDouble(n -> n * chances[n]).sum())
                .isCloseTo(FITTED.expectedOfNew(30), within(1e-4));
    }
}
