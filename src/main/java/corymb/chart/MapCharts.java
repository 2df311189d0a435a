package corymb.chart;

import corymb.embedding.MapAxis;
import corymb.embedding.MapFacts;
import corymb.table.Matrix;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the two directions of a map of customers are made of.
 *
 * @param directions along x, then along y
 */
public record MapCharts(MapFacts.Directions directions, Vocabulary words) {
    private static final double NOTABLE = 0.3;
    private static final int MOST_NAMED = 3;
    private static final List<String> NAMES = List.of("To the right", "Upwards");

    /** How much of each feature either direction is made of. */
    public ChartSpec loadings() {
        var numbers = Numbers.local();
        var shares = directions.axes().stream()
                .map(axis -> numbers.percent(axis.share()))
                .collect(Collectors.joining(" and "));
        return new ChartSpec.HeatMap(
                new Caption(
                        "To the right and upwards mostly %s"
                                .formatted(directions.axes().stream()
                                        .map(axis -> words.inSentence(
                                                directions.columns().get(strongest(axis))))
                                        .distinct()
                                        .collect(Collectors.joining(" and "))),
                        "Loadings: how much of each feature a direction is made of, −1 to 1; they hold %s of all differences"
                                .formatted(shares)),
                NAMES.subList(0, directions.axes().size()),
                new Matrix(
                        directions.columns().stream().map(words::brief).toList(),
                        directions.axes().stream()
                                .flatMap(axis -> axis.loadings().stream())
                                .mapToDouble(loading -> Math.rint(loading * 100) / 100)
                                .toArray()),
                ChartSpec.Scale.DIVERGING);
    }

    private static int strongest(MapAxis axis) {
        return IntStream.range(0, axis.loadings().size())
                .boxed()
                .max(Comparator.comparingDouble(at -> Math.abs(axis.loadings().get(at))))
                .orElseThrow();
    }

    /** The features that grow along a direction, the strongest first, in words; empty where none does notably. */
    public String more(MapAxis axis) {
        return named(axis, loading -> loading >= NOTABLE);
    }

    /** The features that shrink along it. */
    public String less(MapAxis axis) {
        return named(axis, loading -> loading <= -NOTABLE);
    }

    private String named(MapAxis axis, DoublePredicate isMeant) {
        return IntStream.range(0, axis.loadings().size())
                .boxed()
                .filter(at -> isMeant.test(axis.loadings().get(at)))
                .sorted(Comparator.comparingDouble(
                        at -> -Math.abs(axis.loadings().get(at))))
                .limit(MOST_NAMED)
                .map(at -> words.inSentence(directions.columns().get(at)))
                .collect(Collectors.joining(", "));
    }
}
