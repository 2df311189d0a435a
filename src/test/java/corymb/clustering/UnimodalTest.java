package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import corymb.stats.Correlation;
import corymb.stats.Seed;
import corymb.table.ColumnType;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnimodalTest {
    private final RandomGenerator chance = new Seed(1).generator();

    private static double[] of(int count, DoubleSupplier number) {
        return DoubleStream.generate(number).limit(count).toArray();
    }

    private double exponential() {
        return -Math.log(1 - chance.nextDouble());
    }

    private static double[] parts(Unimodal distribution) {
        return IntStream.range(0, 1_000)
                .mapToDouble(i -> distribution.quantile((i + 0.5) / 1_000))
                .toArray();
    }

    @Test
    void whatHasOneHeapStaysAsItIs() {
        var numbers = of(2_000, this::exponential);
        var distribution = Unimodal.of(numbers);
        for (double part : new double[] {0.1, 0.5, 0.9, 0.99}) {
            assertThat(distribution.quantile(part)).isCloseTo(-Math.log(1 - part), withinPercentage(15));
        }
        assertThat(distribution.quantile(0)).isBetween(0.0, 0.01);
        assertThat(distribution.quantile(1))
                .isEqualTo(Arrays.stream(numbers).max().orElseThrow());
    }

    @Test
    void theGapBetweenTwoHeapsIsFilled() {
        var numbers = of(1_000, () -> (chance.nextBoolean() ? 0 : 10) + chance.nextGaussian());
        var distribution = Unimodal.of(numbers);
        assertThat(Arrays.stream(numbers).filter(number -> number > 4 && number < 6))
                .isEmpty();
        assertThat(Arrays.stream(parts(distribution)).filter(number -> number > 4 && number < 6))
                .hasSizeGreaterThan(80);
    }

    /** Of three heaps there is one: equal parts of the numbers take ever less room, then ever more. */
    @Test
    void itsNumbersLieEverCloserUpToTheModeAndEverFartherAfterIt() {
        var parts = parts(Unimodal.of(of(500, () -> chance.nextInt(3) * 4 + chance.nextGaussian())));
        var widths = IntStream.range(1, parts.length)
                .mapToDouble(i -> parts[i] - parts[i - 1])
                .toArray();
        int mode = IntStream.range(0, widths.length)
                .reduce((one, other) -> widths[other] < widths[one] ? other : one)
                .orElseThrow();
        for (int i = 1; i < widths.length; i++) {
            double grown = widths[i] - widths[i - 1];
            assertThat(i <= mode ? grown : -grown).isLessThan(1e-9);
        }
    }

    @Test
    void wholeNumbersStayWholeAndManyAtOnceStayAsMany() {
        var counts = of(1_000, () -> Math.floor(2 * exponential()));
        var parts = parts(Unimodal.of(counts));
        assertThat(Arrays.stream(parts)).allMatch(number -> number == Math.rint(number));
        for (int number = 0; number < 4; number++) {
            int wanted = number;
            assertThat(Arrays.stream(parts).filter(part -> part == wanted).count())
                    .isCloseTo(
                            Arrays.stream(counts)
                                    .filter(count -> count == wanted)
                                    .count(),
                            within(40L));
        }
        var spent = of(1_000, () -> chance.nextInt(10) < 6 ? 0 : 20 * exponential());
        long nothing = Arrays.stream(spent).filter(number -> number == 0).count();
        assertThat(Arrays.stream(parts(Unimodal.of(spent)))
                        .filter(number -> number == 0)
                        .count())
                .isCloseTo(nothing, within(2L));
    }

    @Test
    void numbersThatAreAllTheSameOrTwoAlone() {
        assertThat(parts(Unimodal.of(7, 7, 7))).containsOnly(7);
        assertThat(parts(Unimodal.of(7))).containsOnly(7);
        assertThat(Arrays.stream(parts(Unimodal.of(0, 0, 0, 1))).sum()).isEqualTo(250);
    }

    @Test
    void aCloudGoesTogetherAsTheRowsDo() {
        int rows = 2_000;
        var values = new double[3 * rows];
        for (int row = 0; row < rows; row++) {
            double bought = 1 + Math.floor(2 * exponential());
            values[3 * row] = bought;
            values[3 * row + 1] = bought * Math.exp(0.5 * chance.nextGaussian());
            values[3 * row + 2] = 2 * bought;
        }
        var given = new Matrix(List.of("bought", "spent", "twice"), values);
        var drawn = UnimodalCloud.of(given).draw(rows, chance);
        assertThat(correlation(drawn, 1)).isCloseTo(correlation(given, 1), within(0.1));
        assertThat(correlation(drawn, 2)).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(Scaler.column(drawn, 0)))
                .allMatch(number -> number == Math.rint(number) && number >= 1);
    }

    private static double correlation(Matrix rows, int with) {
        return new Correlation(column(rows, 0)).spearman(new Correlation(column(rows, with)));
    }

    private static NumberColumn column(Matrix rows, int column) {
        return new NumberColumn("x", ColumnType.DECIMAL, Scaler.column(rows, column));
    }
}
