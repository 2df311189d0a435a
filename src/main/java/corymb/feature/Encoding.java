package corymb.feature;

import corymb.preparation.Learnt;
import corymb.preparation.Preparation;
import corymb.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How one column of a matrix came from a feature.
 *
 * @param column the matrix column, such as "monetary" or "country=DE"
 * @param feature the feature it was made from
 * @param level the value of a text that the column is 1 for; empty where the column holds the feature's own numbers
 * @param missing how many customers had no value
 * @param filledWith what stands for a missing value: the median, or 0 for a level of a text
 */
public record Encoding(String column, String feature, Optional<String> level, long missing, double filledWith) {
    /** Of each column that the usual preparation makes of a table, in order. */
    static List<Encoding> of(Preparation usual, Table table) {
        return table.columns().stream()
                .flatMap(column -> {
                    var name = column.name();
                    long missing = IntStream.range(0, column.size())
                            .filter(column::isMissing)
                            .count();
                    return usual.learnt().stream().flatMap(learnt -> of(learnt, name, missing));
                })
                .toList();
    }

    private static Stream<Encoding> of(Learnt learnt, String name, long missing) {
        return switch (learnt) {
            case Learnt.Fills fills ->
                Stream.ofNullable(fills.numbers().get(name))
                        .map(fill -> new Encoding(name, name, Optional.empty(), missing, fill));
            case Learnt.Indicators(var levels, var withOthers) ->
                Stream.concat(
                                levels.getOrDefault(name, List.of()).stream(),
                                withOthers.contains(name) ? Stream.of(Learnt.OTHERS) : Stream.empty())
                        .map(level ->
                                new Encoding(Learnt.indicator(name, level), name, Optional.of(level), missing, 0));
            case Learnt.Bends _,
                    Learnt.Scales _,
                    Learnt.Ranges _,
                    Learnt.Kept _,
                    Learnt.Codes _,
                    Learnt.Dropped _,
                    Learnt.Axes _ -> Stream.empty();
        };
    }
}
