package corymb.ui.features;

import corymb.chart.Caption;
import corymb.chart.ChartSpec;
import corymb.chart.Numbers;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.ui.features.ScoreMap.Counted;
import corymb.ui.features.ScoreMap.Scores;
import corymb.ui.kit.ChosenRow;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Buyers by their scores as a map and as a table. */
final class ScoreCharts {
    private ScoreCharts() {}

    /**
     * How many buyers have which scores of recency and frequency; a click on a cell tells its scores to {@link #scores}.
     *
     * @param money the score of money that all of them have; any where it is empty
     */
    static ChartSpec map(Counted counted, OptionalInt money) {
        var cells = cells(counted, money);
        var numbers = Numbers.local();
        var best = numbers.count(counted.customers(cells.get(columns(counted) - 1)));
        var buyers = numbers.count(counted.buyers(money));
        var caption = money.isEmpty()
                ? new Caption(Texts.of("features.rfmFinding", best, buyers), Texts.of("features.rfmDrawn"))
                : new Caption(
                        Texts.of("features.rfmFindingOf", best, buyers, money.getAsInt()),
                        Texts.of("features.rfmDrawnOf", money.getAsInt()));
        return new ChartSpec.HeatMap(
                        caption,
                        IntStream.range(0, rows(counted))
                                .mapToObj(row -> row(rows(counted) - row))
                                .toList(),
                        new Matrix(
                                IntStream.rangeClosed(1, columns(counted))
                                        .mapToObj(ScoreCharts::column)
                                        .toList(),
                                cells.stream().mapToDouble(counted::customers).toArray()),
                        ChartSpec.Scale.SEQUENTIAL,
                        cells.stream().map(scores -> note(counted, scores)).toList())
                .named(cells.stream()
                        .map(scores -> counted.map().name(scores).orElse(""))
                        .toList());
    }

    /** The scores of the cells, row after row from the top. */
    private static List<Scores> cells(Counted counted, OptionalInt money) {
        var cells = new ArrayList<Scores>();
        for (int recency = rows(counted); recency >= 1; recency--) {
            for (int frequency = 1; frequency <= columns(counted); frequency++) {
                cells.add(new Scores(recency, frequency, money));
            }
        }
        return cells;
    }

    private static int rows(Counted counted) {
        return counted.map().recency().best();
    }

    private static int columns(Counted counted) {
        return counted.map().frequency().best();
    }

    private static String row(int recency) {
        return Texts.of("features.recencyScore", recency);
    }

    private static String column(int frequency) {
        return Texts.of("features.frequencyScore", frequency);
    }

    private static String note(Counted counted, Scores scores) {
        long customers = counted.customers(scores);
        long buyers = counted.buyers(OptionalInt.empty());
        var note = Texts.of(
                customers == 1 ? "features.rfmNoteOne" : "features.rfmNote",
                Numbers.local().count(customers),
                Numbers.local().percent(buyers == 0 ? 0 : (double) customers / buyers));
        return counted.map().name(scores).map(name -> name + "\n" + note).orElse(note);
    }

    /** The scores of a cell that was clicked. */
    static Optional<Scores> scores(Counted counted, OptionalInt money, ChartSpec.Cell cell) {
        return cells(counted, money).stream()
                .filter(scores -> row(scores.recency()).equals(cell.row())
                        && column(scores.frequency()).equals(cell.column()))
                .findFirst();
    }

    /** What the table of all combinations shows, in words. */
    static String finding(Counted counted) {
        var all = counted.map().combinations();
        long held = all.stream().filter(scores -> counted.customers(scores) > 0).count();
        var numbers = Numbers.local();
        return all.stream()
                .max(Comparator.comparingLong(counted::customers))
                .filter(_ -> held > 0)
                .map(most -> Texts.of(
                        "features.rfmHeld",
                        numbers.count(held),
                        numbers.count(all.size()),
                        words(counted.map(), most),
                        numbers.count(counted.customers(most))))
                .orElseGet(() -> Texts.of("features.noBuyers"));
    }

    /** Scores in words, with the name they have if any. */
    static String words(ScoreMap map, Scores scores) {
        if (scores.money().isEmpty()) {
            return Texts.of("features.scored", scores.recency(), scores.frequency());
        }
        int money = scores.money().getAsInt();
        return map.name(scores)
                .map(name -> Texts.of("features.scoredNamed", name, scores.recency(), scores.frequency(), money))
                .orElseGet(() -> Texts.of("features.scoredOf", scores.recency(), scores.frequency(), money));
    }

    /** All combinations of scores in the order of {@link ScoreMap#combinations()}, those that nobody has as well. */
    static Table table(Counted counted) {
        var map = counted.map();
        double buyers = counted.buyers(OptionalInt.empty());
        var columns = new ArrayList<Column>();
        var rows = map.combinations();
        if (map.name(rows.getFirst()).isPresent()) {
            columns.add(new TextColumn(
                    Texts.of("features.buyers"),
                    rows.stream().map(scores -> map.name(scores).orElse("")).toList()));
        }
        columns.add(number("features.recency", ColumnType.INTEGER, rows, Scores::recency));
        columns.add(number("features.frequency", ColumnType.INTEGER, rows, Scores::frequency));
        if (map.monetary().isPresent()) {
            columns.add(number(
                    "features.money",
                    ColumnType.INTEGER,
                    rows,
                    scores -> scores.money().getAsInt()));
        }
        columns.add(number("features.customers", ColumnType.INTEGER, rows, counted::customers));
        columns.add(number(
                "features.shareOfBuyers",
                ColumnType.DECIMAL,
                rows,
                scores -> buyers == 0 ? 0 : Math.rint(counted.customers(scores) / buyers * 10_000) / 100));
        return new Table(columns);
    }

    private static NumberColumn number(String key, ColumnType type, List<Scores> rows, ToDoubleFunction<Scores> value) {
        return new NumberColumn(
                Texts.of(key), type, rows.stream().mapToDouble(value).toArray());
    }

    /** The scores of a row of that table. */
    static Scores scores(ScoreMap map, ChosenRow row) {
        return new Scores(
                Integer.parseInt(row.text(Texts.of("features.recency"))),
                Integer.parseInt(row.text(Texts.of("features.frequency"))),
                map.monetary().isPresent()
                        ? OptionalInt.of(Integer.parseInt(row.text(Texts.of("features.money"))))
                        : OptionalInt.empty());
    }
}
