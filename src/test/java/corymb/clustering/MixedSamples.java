package corymb.clustering;

import corymb.stats.Seed;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows of numbers and categories. */
final class MixedSamples {
    private MixedSamples() {}

    /** The six customers by hand, of whom some values are not known. */
    static Table six() {
        return new Table(List.of(
                new NumberColumn("age", ColumnType.DECIMAL, 20, 30, 50, Double.NaN, 41, 23),
                new NumberColumn("income", ColumnType.DECIMAL, 10, 20, 20, 40, Double.NaN, 12),
                new TextColumn("city", Arrays.<@Nullable String>asList("A", "B", "A", null, "C", "A")),
                new TextColumn("channel", Arrays.<@Nullable String>asList("web", "shop", "web", "web", "shop", null))));
    }

    /**
     * Groups of numbers of variance 1 round places with variance {@code separation²}, of whom nine in ten have the categories of their group.
     *
     * @param categories how many columns of categories, each of as many levels as there are groups
     */
    static Table groups(int rows, int groups, double separation, int categories, Seed seed) {
        var chance = seed.generator();
        int[] group = IntStream.range(0, rows).map(_ -> chance.nextInt(groups)).toArray();
        var columns = new ArrayList<Column>();
        for (int column = 0; column < 3; column++) {
            double[] centres = chance.doubles(groups)
                    .map(_ -> separation * chance.nextGaussian())
                    .toArray();
            columns.add(new NumberColumn(
                    "x" + column,
                    ColumnType.DECIMAL,
                    IntStream.of(group)
                            .mapToDouble(of -> centres[of] + chance.nextGaussian())
                            .toArray()));
        }
        for (int column = 0; column < categories; column++) {
            columns.add(new TextColumn(
                    "c" + column,
                    IntStream.of(group)
                            .mapToObj(of -> "level " + (chance.nextInt(10) == 0 ? chance.nextInt(groups) : of))
                            .toList()));
        }
        return new Table(columns);
    }

    /** One category that differs for everybody, and a number. */
    static Table allDifferent(int rows) {
        return new Table(List.of(
                new NumberColumn(
                        "x",
                        ColumnType.DECIMAL,
                        IntStream.range(0, rows).mapToDouble(row -> row % 7).toArray()),
                new TextColumn(
                        "id",
                        IntStream.range(0, rows).mapToObj(row -> "c" + row).toList())));
    }
}
