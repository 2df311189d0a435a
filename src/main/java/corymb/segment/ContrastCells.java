package corymb.segment;

import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.stats.Moments;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Table;
import corymb.work.Progress;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * What is known of customers by the combination of segments they are in, from which any two sides are put together.
 *
 * <p>Cost: one query for all numbers, and one for each feature of texts, however many segments there are.
 */
final class ContrastCells {
    /** Sums of several threads differ beyond this from one run to the next. */
    private static final MathContext STABLE = new MathContext(12);

    private static final int MOST_LEVELS = 20;
    private static final String RARE = "rarer values";

    private final Map<Integer, Long> customers = new TreeMap<>();
    private final Map<String, Map<Integer, Moments>> numbers = new HashMap<>();
    private final Map<String, Map<String, Map<Integer, Long>>> levels = new HashMap<>();

    private ContrastCells() {}

    static ContrastCells of(
            Engine engine, Population population, List<Segment> segments, List<Field> fields, Progress progress) {
        var cells = new ContrastCells();
        var rows = new Rows(population, Intersections.masks(segments));
        cells.readNumbers(
                engine, rows, fields.stream().filter(ContrastCells::isNumber).toList(), progress.between(0, 0.5));
        var texts = fields.stream().filter(field -> !isNumber(field)).toList();
        for (int i = 0; i < texts.size(); i++) {
            cells.readLevels(
                    engine,
                    rows,
                    texts.get(i).name(),
                    progress.between(0.5 + 0.5 * i / texts.size(), 0.5 + 0.5 * (i + 1) / texts.size()));
        }
        return cells;
    }

    /** Truths are numbers from 0 to 1. */
    private static boolean isNumber(Field field) {
        return field.type().isNumeric() || field.type() == ColumnType.BOOLEAN;
    }

    private void readNumbers(Engine engine, Rows rows, List<Field> fields, Progress progress) {
        var asked = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i++) {
            var column = "cast(" + Sql.name(fields.get(i).name()) + " as double)";
            asked.add("count(" + column + ") as c" + i + ", avg(" + column + ") as m" + i + ", var_samp(" + column
                    + ") as v" + i);
        }
        var found = engine.table(
                Sql.of("select mask, count(*) as people" + (asked.isEmpty() ? "" : ", " + String.join(", ", asked))
                                + " from (")
                        .then(rows.of(fields.stream().map(Field::name).toList()))
                        .then(") group by mask order by mask"),
                progress);
        for (int row = 0; row < found.rowCount(); row++) {
            int mask = (int) found.numbers("mask").get(row);
            customers.put(mask, (long) found.numbers("people").get(row));
            for (int i = 0; i < fields.size(); i++) {
                numbers.computeIfAbsent(fields.get(i).name(), _ -> new TreeMap<>())
                        .put(mask, moments(found, row, i));
            }
        }
    }

    private static Moments moments(Table found, int row, int field) {
        return new Moments(
                (long) found.numbers("c" + field).get(row),
                stable(found.numbers("m" + field).get(row)),
                stable(found.numbers("v" + field).get(row)));
    }

    private static double stable(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(STABLE).doubleValue() : 0;
    }

    private void readLevels(Engine engine, Rows rows, String feature, Progress progress) {
        var column = Sql.name(feature);
        var found = engine.table(
                Sql.of("select mask, cast(" + column + " as varchar) as level, count(*) as people from (")
                        .then(rows.of(List.of(feature)))
                        .then(") where " + column + " is not null group by all"),
                progress);
        var byLevel = new TreeMap<String, Map<Integer, Long>>();
        for (int row = 0; row < found.rowCount(); row++) {
            byLevel.computeIfAbsent(found.text(row, "level"), _ -> new TreeMap<>())
                    .put((int) found.numbers("mask").get(row), (long)
                            found.numbers("people").get(row));
        }
        levels.put(feature, withRareTogether(byLevel));
    }

    /** Rare values say little one by one, and the chi-square test asks for some customers of each. */
    private static Map<String, Map<Integer, Long>> withRareTogether(Map<String, Map<Integer, Long>> byLevel) {
        var common = byLevel.entrySet().stream()
                .sorted(Comparator.comparingLong(level -> -sum(level.getValue(), _ -> true)))
                .limit(MOST_LEVELS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var lumped = new TreeMap<String, Map<Integer, Long>>();
        byLevel.forEach((level, cells) -> {
            var kept = lumped.computeIfAbsent(common.contains(level) ? level : RARE, _ -> new TreeMap<>());
            cells.forEach((mask, count) -> kept.merge(mask, count, Long::sum));
        });
        return lumped;
    }

    /** How many customers are in these combinations. */
    long customers(IntPredicate side) {
        return sum(customers, side);
    }

    /** The moments of a number or a truth. */
    Moments moments(String feature, IntPredicate side) {
        var none = new Moments(0, 0, 0);
        return numbers.getOrDefault(feature, Map.of()).entrySet().stream()
                .filter(cell -> side.test(cell.getKey()))
                .map(Map.Entry::getValue)
                .reduce(none, Moments::with);
    }

    /** How many customers have each value of a text; those beyond the {@value #MOST_LEVELS} commonest count as one. */
    Map<String, Long> levels(String feature, IntPredicate side) {
        var counted = new TreeMap<String, Long>();
        levels.getOrDefault(feature, Map.of()).forEach((level, cells) -> counted.put(level, sum(cells, side)));
        return counted;
    }

    private static long sum(Map<Integer, Long> cells, IntPredicate side) {
        return cells.entrySet().stream()
                .filter(cell -> side.test(cell.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Customers with the combination of segments they are in; 0 for those in none. */
    private record Rows(Population population, Sql masks) {
        Sql of(List<String> fields) {
            var id = Sql.name(Population.ID);
            return Sql.of("select p.*, coalesce(m.mask, 0) as mask from (")
                    .then(population.rows(fields))
                    .then(") p left join (")
                    .then(masks)
                    .then(") m on p." + id + " = m." + id);
        }
    }
}
