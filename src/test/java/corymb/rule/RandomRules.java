package corymb.rule;

import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.DateConstant;
import corymb.sql.Expression.InstantConstant;
import corymb.sql.Expression.Match;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.TextConstant;
import corymb.sql.Expression.TruthConstant;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random people with gaps, random rules about them, and a plain evaluator that knows nothing of SQL. */
public final class RandomRules {
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "A",
            "Berg",
            "bergen",
            "say \"hi\"",
            "100%",
            "a_b",
            "ÄÖ",
            "äöß",
            "and",
            "'; drop",
            "日本",
            "a\nb",
            "a, Berg",
            "b,a,",
            "Ä, ,b",
            "[\"a\",\"Ä\"]");
    private static final List<String> FIELDS = List.of("visits", "spend total", "city", "or", "member", "born", "seen");
    private static final long DAY = 86_400_000_000L;

    private RandomRules() {}

    public static Table table(RandomGenerator random, int rows) {
        return new Table(List.of(
                new TextColumn(
                        "customer_id",
                        IntStream.range(0, rows).mapToObj(i -> "c" + i).toList()),
                numbers("visits", ColumnType.INTEGER, rows, random, () -> random.nextInt(-3, 4)),
                numbers("spend total", ColumnType.DECIMAL, rows, random, () -> random.nextInt(-6, 7) / 4.0),
                texts("city", rows, random),
                texts("or", rows, random),
                numbers("member", ColumnType.BOOLEAN, rows, random, () -> random.nextInt(2)),
                times("born", ColumnType.DATE, rows, random, () -> random.nextInt(5) * DAY),
                times("seen", ColumnType.TIMESTAMP, rows, random, () -> random.nextInt(10) * DAY / 2)));
    }

    private static Column numbers(
            String name, ColumnType type, int rows, RandomGenerator random, Supplier<Number> values) {
        return new NumberColumn(
                name,
                type,
                IntStream.range(0, rows)
                        .mapToDouble(
                                _ -> isGap(random) ? Double.NaN : values.get().doubleValue())
                        .toArray());
    }

    private static Column times(String name, ColumnType type, int rows, RandomGenerator random, Supplier<Long> values) {
        return new TimeColumn(
                name,
                type,
                IntStream.range(0, rows)
                        .mapToLong(_ -> isGap(random) ? TimeColumn.MISSING : values.get())
                        .toArray());
    }

    private static Column texts(String name, int rows, RandomGenerator random) {
        var values = new ArrayList<@Nullable String>();
        for (int row = 0; row < rows; row++) {
            values.add(isGap(random) ? null : pick(random, TEXTS));
        }
        return new TextColumn(name, values);
    }

    private static boolean isGap(RandomGenerator random) {
        return random.nextInt(5) == 0;
    }

    private static <T> T pick(RandomGenerator random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    public static Rule rule(RandomGenerator random, int depth) {
        if (depth == 0) {
            return test(random);
        }
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Rule.All(rules(random, depth));
            case 2, 3 -> new Rule.Any(rules(random, depth));
            case 4 -> new Rule.Not(rule(random, depth - 1));
            default -> random.nextInt(20) == 0 ? new Rule.Everyone() : test(random);
        };
    }

    private static List<Rule> rules(RandomGenerator random, int depth) {
        return Stream.generate(() -> rule(random, depth - 1))
                .limit(random.nextInt(2, 4))
                .toList();
    }

    private static Rule test(RandomGenerator random) {
        var field = pick(random, FIELDS);
        if (random.nextInt(6) == 0) {
            return new Rule.IsMissing(field);
        }
        var isTruth = field.equals("member");
        var comparison =
                pick(random, isTruth ? List.of(Comparison.EQUAL, Comparison.NOT_EQUAL) : List.of(Comparison.values()));
        return switch (random.nextInt(5)) {
            case 0 ->
                new Rule.OneOf(
                        field,
                        Stream.generate(() -> constant(random, field))
                                .limit(random.nextInt(1, 4))
                                .toList());
            case 1 -> isTruth ? new Rule.IsMissing(field) : between(random, field);
            case 2 -> new Rule.CompareFields(field, comparison, partner(field));
            case 3 ->
                new Rule.TextMatch(
                        pick(random, List.of("city", "or")),
                        pick(random, List.of(Match.values())),
                        pick(
                                random,
                                List.of(
                                        "",
                                        "b",
                                        "a",
                                        "berg",
                                        "a, Berg",
                                        "b,",
                                        "BER",
                                        "%",
                                        "_",
                                        "a_%",
                                        "hi\"",
                                        "Ä",
                                        "ä%",
                                        "^b.*g$",
                                        "(e|a)r+",
                                        "\\W",
                                        "[^a-m]{2}")),
                        random.nextBoolean());
            default -> new Rule.Compare(field, comparison, constant(random, field));
        };
    }

    /** A field of the same kind, of which dates and instants are one. */
    private static String partner(String field) {
        return switch (field) {
            case "visits" -> "spend total";
            case "spend total" -> "visits";
            case "city" -> "or";
            case "or" -> "city";
            case "born" -> "seen";
            case "seen" -> "born";
            default -> field;
        };
    }

    private static Rule between(RandomGenerator random, String field) {
        var one = constant(random, field);
        var other = constant(random, field);
        return first(one).getClass() == first(other).getClass() && compare(first(one), first(other)) > 0
                ? new Rule.Between(field, other, one)
                : new Rule.Between(field, one, other);
    }

    private static Object first(Constant constant) {
        return key(constant, false, ZoneOffset.UTC);
    }

    /** A value that could stand in the field. */
    public static Constant constant(RandomGenerator random, String field) {
        return switch (field) {
            case "visits", "spend total" -> new NumberConstant(random.nextInt(-6, 7) / 4.0);
            case "member" -> new TruthConstant(random.nextBoolean());
            case "born" -> new DateConstant(LocalDate.ofEpochDay(random.nextInt(5)));
            case "seen" ->
                random.nextBoolean()
                        ? new DateConstant(LocalDate.ofEpochDay(random.nextInt(5)))
                        : new InstantConstant(Instant.ofEpochSecond(random.nextInt(10) * 43_200L));
            default -> new TextConstant(pick(random, TEXTS));
        };
    }

    public static boolean holds(Rule rule, Table table, int row) {
        return holds(rule, table, row, ZoneOffset.UTC);
    }

    /** The same by the days of a zone. */
    static boolean holds(Rule rule, Table table, int row, ZoneId zone) {
        return switch (rule) {
            case Rule.Everyone _ -> true;
            case Rule.All all -> all.rules().stream().allMatch(one -> holds(one, table, row, zone));
            case Rule.Any any -> any.rules().stream().anyMatch(one -> holds(one, table, row, zone));
            case Rule.Not not -> !holds(not.rule(), table, row, zone);
            case Rule.AtLeast atLeast ->
                atLeast.rules().stream()
                                .filter(one -> holds(one, table, row, zone))
                                .count()
                        >= atLeast.count();
            case Rule.EventTest _, Rule.OfSegment _ ->
                throw new IllegalArgumentException("A row by itself does not tell");
            case Rule.IsMissing test -> table.column(test.field()).isMissing(row);
            case Rule.Test test ->
                !table.column(test.field()).isMissing(row) && holdsForPresent(test, table, row, zone);
        };
    }

    private static boolean holdsForPresent(Rule.Test test, Table table, int row, ZoneId zone) {
        var column = table.column(test.field());
        return switch (test) {
            case Rule.IsMissing _ -> false;
            case Rule.Dated _, Rule.Older _ -> throw new IllegalArgumentException("Nobody says as of when");
            case Rule.Compare compare ->
                holds(compare.comparison(), compareTo(column, row, List.of(compare.value()), 0, zone));
            case Rule.OneOf oneOf ->
                IntStream.range(0, oneOf.values().size())
                        .anyMatch(i -> compareTo(column, row, oneOf.values(), i, zone) == 0);
            case Rule.Between between -> {
                var bounds = List.of(between.low(), between.high());
                yield compareTo(column, row, bounds, 0, zone) >= 0 && compareTo(column, row, bounds, 1, zone) <= 0;
            }
            case Rule.CompareFields compare -> {
                var other = table.column(compare.other());
                yield !other.isMissing(row)
                        && holds(
                                compare.comparison(),
                                compare(cell(column, row, false, zone), cell(other, row, false, zone)));
            }
            case Rule.TextMatch match -> matches(match, column.text(row));
        };
    }

    static boolean holds(Comparison comparison, int order) {
        return switch (comparison) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    /** Among dates alone an instant counts as its day; among instants a date counts as its first moment. */
    private static int compareTo(Column column, int row, List<Constant> constants, int index, ZoneId zone) {
        boolean byDay = constants.stream().allMatch(DateConstant.class::isInstance);
        return compare(cell(column, row, byDay, zone), key(constants.get(index), byDay, zone));
    }

    private static Object cell(Column column, int row, boolean byDay, ZoneId zone) {
        return switch (column) {
            case NumberColumn numbers -> numbers.get(row);
            case TextColumn texts -> texts.text(row);
            case TimeColumn times -> {
                boolean isDate = times.type() == ColumnType.DATE;
                if (byDay) {
                    yield isDate ? times.date(row) : LocalDate.ofInstant(times.instant(row), zone);
                }
                yield isDate ? times.date(row).atStartOfDay(zone).toInstant() : times.instant(row);
            }
        };
    }

    private static Object key(Constant constant, boolean byDay, ZoneId zone) {
        return switch (constant) {
            case Expression.TextConstant(var text) -> text;
            case Expression.NumberConstant(double number) -> number;
            case Expression.TruthConstant(boolean truth) -> truth ? 1.0 : 0.0;
            case Expression.DateConstant(var date) ->
                byDay ? date : date.atStartOfDay(zone).toInstant();
            case Expression.InstantConstant(var instant) -> instant;
        };
    }

    private static int compare(Object left, Object right) {
        return switch (left) {
            case Double number -> Double.compare(number, (Double) right);
            case LocalDate date -> date.compareTo((LocalDate) right);
            case Instant time -> time.compareTo((Instant) right);
            default -> ((String) left).compareTo((String) right);
        };
    }

    private static boolean matches(Rule.TextMatch match, String value) {
        var text = match.exactly() ? value : value.toLowerCase(Locale.ROOT);
        var pattern = match.exactly() ? match.text() : match.text().toLowerCase(Locale.ROOT);
        return switch (match.match()) {
            case CONTAINS -> text.contains(pattern);
            case INCLUDES -> Collections.indexOfSubList(values(text), values(pattern)) >= 0;
            case STARTS_WITH -> text.startsWith(pattern);
            case ENDS_WITH -> text.endsWith(pattern);
            case LIKE -> like(pattern).matcher(text).matches();
            case MATCHES ->
                Pattern.compile(match.text(), match.exactly() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(value)
                        .find();
        };
    }

    private static List<String> values(String list) {
        return Arrays.asList(list.replaceAll("[\\[\\]\"]", "").split(", ?", -1));
    }

    private static Pattern like(String pattern) {
        var regex = new StringBuilder();
        pattern.codePoints()
                .forEach(point -> regex.append(
                        switch (point) {
                            case '%' -> ".*";
                            case '_' -> ".";
                            default -> Pattern.quote(Character.toString(point));
                        }));
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
