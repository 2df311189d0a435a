package corymb.stats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Adjusts p values for being many; each list comes back in its own order. */
public final class MultipleTesting {
    private MultipleTesting() {}

    /**
     * Keeps the chance of even one false alarm.
     *
     * <p>Reference: S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 1979.
     */
    public static List<Double> holm(List<Double> pValues) {
        var order = ascending(pValues);
        var adjusted = new double[order.length];
        double largest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            largest = Math.max(largest, pValues.get(order[rank]) * (order.length - rank));
            adjusted[order[rank]] = Math.min(1, largest);
        }
        return list(adjusted);
    }

    /**
     * Keeps the expected share of false alarms among the alarms.
     *
     * <p>Reference: Y. Benjamini, Y. Hochberg, Controlling the false discovery rate, 1995,
     * doi:10.1111/j.2517-6161.1995.tb02031.x.
     */
    public static List<Double> benjaminiHochberg(List<Double> pValues) {
        var order = ascending(pValues);
        var adjusted = new double[order.length];
        double smallest = 1;
        for (int rank = order.length - 1; rank >= 0; rank--) {
            smallest = Math.min(smallest, pValues.get(order[rank]) * order.length / (rank + 1));
            adjusted[order[rank]] = smallest;
        }
        return list(adjusted);
    }

    private static int[] ascending(List<Double> pValues) {
        return IntStream.range(0, pValues.size())
                .boxed()
                .sorted(Comparator.comparing(pValues::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static List<Double> list(double... values) {
        return DoubleStream.of(values).boxed().collect(Collectors.toUnmodifiableList());
    }
}
