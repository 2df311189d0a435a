package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Job;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Rows at the edge of sense, for every clustering kernel. */
public final class EdgeCases {
    private EdgeCases() {}

    /** One job a case. */
    public static <R> List<Job<R>> of(Function<Matrix, R> kernel) {
        return List.of(
                job("no rows", kernel, 2),
                job("one row", kernel, 2, 1, 2),
                job("two rows", kernel, 1, 1, 2),
                job("identical rows", kernel, 2, alike(200)),
                job("one constant column", kernel, 2, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0),
                job("two columns alike", kernel, 2, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 9, 9),
                job("fewer distinct rows than clusters", kernel, 1, 1, 1, 1, 2, 2, 2),
                job("as many rows as clusters", kernel, 1, 1, 2, 9),
                job("a missing value", kernel, 1, 1, Double.NaN, 2, 3, 4, 5),
                job("an infinite value", kernel, 1, 1, Double.NEGATIVE_INFINITY, 2, 3, 4, 5),
                job("huge numbers", kernel, 1, 1e300, -1e300, 1, 2, 3, 4),
                job("large numbers", kernel, 1, 1e140, -1e140, 1, 2, 3, 4),
                job("tiny numbers", kernel, 1, 1e-300, -1e-300, 3e-300, 2e-300, 0, 7e-300),
                job("numbers next to zero", kernel, 1, 1e-320, -1e-320, 3e-320, 2e-320, 0, 7e-320),
                job("far from zero", kernel, 1, 1e15, 1e15 + 1, 1e15 + 2, 1e15 + 8, 1e15 + 9, 1e15),
                job("all noise", kernel, 2, lonely(60)),
                new Job<>("2,000 columns", _ -> kernel.apply(Mixture.of(40, 2_000, 3, 3))));
    }

    private static <R> Job<R> job(String title, Function<Matrix, R> kernel, int columns, double... values) {
        return new Job<>(title, _ -> kernel.apply(new Matrix(Mixture.names(columns), values)));
    }

    private static double[] alike(int count) {
        var values = new double[count];
        Arrays.fill(values, 3);
        return values;
    }

    /** Each row farther from the last than all before. */
    private static double[] lonely(int count) {
        return IntStream.range(0, count).mapToDouble(i -> Math.pow(2, i)).toArray();
    }
}
