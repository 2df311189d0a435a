package corymb.clustering;

import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/** Counts how often samples are said to have groups that have none, and samples that have some, where the best of 2 to 12 is taken. */
public final class ChanceBenchmark {
    private static final int SAMPLES = 16;

    private ChanceBenchmark() {}

    /** Prints one row a kind of sample, of all kinds or those named. */
    public static void main(String[] args) {
        var named = Arrays.stream(args).map(Kind::valueOf).toArray(Kind[]::new);
        for (var kind : named.length > 0 ? named : Kind.values()) {
            var found = new StringBuilder();
            for (int rows : new int[] {100, 1_000}) {
                for (int columns : new int[] {2, 5}) {
                    found.append(" %6d".formatted(found(kind, rows, columns)));
                }
            }
            System.out.printf("%-22s%s of %d%n", kind, found, SAMPLES);
        }
    }

    private static long found(Kind kind, int rows, int columns) {
        return LongStream.range(0, SAMPLES)
                .filter(seed ->
                        NullModelsTest.best(kind.sample(rows, columns, seed)).hasClusters())
                .count();
    }

    private enum Kind {
        EVEN,
        NORMAL,
        NORMAL_CORRELATED,
        EXPONENTIAL,
        CUSTOMERS,
        LINE,
        BAND,
        FOUR_GROUPS_3_APART,
        FOUR_GROUPS_2_2_APART;

        Matrix sample(int rows, int columns, long seed) {
            var chance = new Seed(seed).generator();
            var values = new double[rows * columns];
            for (int row = 0; row < rows; row++) {
                System.arraycopy(row(row, chance), 0, values, row * columns, columns);
            }
            return Scaler.scale(new Matrix(Mixture.names(columns), values), Scaling.STANDARD)
                    .matrix();
        }

        /** Five columns. */
        private double[] row(int number, RandomGenerator chance) {
            double same = chance.nextDouble();
            double alike = chance.nextGaussian();
            var row = new double[5];
            if (this == CUSTOMERS) {
                return customer(chance);
            }
            Arrays.setAll(row, column -> switch (this) {
                case EVEN -> chance.nextDouble();
                case NORMAL -> chance.nextGaussian();
                case NORMAL_CORRELATED -> 0.9 * alike + 0.44 * chance.nextGaussian();
                case EXPONENTIAL -> exponential(chance);
                case LINE -> same;
                case BAND -> 0.9 * same + 0.1 * chance.nextDouble();
                case FOUR_GROUPS_3_APART -> chance.nextGaussian() + 3 * (number >> column % 2 & 1);
                case FOUR_GROUPS_2_2_APART -> chance.nextGaussian() + 2.2 * (number >> column % 2 & 1);
                case CUSTOMERS -> throw new IllegalStateException("Made as a whole");
            });
            return row;
        }

        /** What was bought and spent, how long ago, visits of late and age: nobody is of a kind. */
        private static double[] customer(RandomGenerator chance) {
            int bought = 1 + (int) (2 * exponential(chance));
            double spent = 0;
            for (int i = 0; i < bought; i++) {
                spent += Math.exp(3 + 0.6 * chance.nextGaussian());
            }
            return new double[] {
                bought,
                spent,
                120 * exponential(chance),
                chance.nextBoolean() ? 0 : Math.floor(3 * exponential(chance)),
                20 + Math.floor(30 * (chance.nextDouble() + chance.nextDouble()))
            };
        }

        private static double exponential(RandomGenerator chance) {
            return -Math.log(1 - chance.nextDouble());
        }
    }
}
