package corymb.quality;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.Batch;
import corymb.importing.CsvDialect;
import corymb.importing.FileFormat;
import corymb.importing.FileStamp;
import corymb.importing.ImportPlan;
import corymb.importing.Inside;
import corymb.importing.Mode;
import corymb.importing.Origin;
import corymb.importing.Role;
import corymb.importing.RowCounts;
import corymb.importing.Source;
import corymb.quality.CheckResult.Verdict;
import corymb.rule.RandomRules;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.sql.DuckDbEngine;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.TextConstant;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.stats.Share;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.work.Problem;
import corymb.work.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine counts is what a look at each row finds. */
class CheckRunTest {
    private static final Instant AS_OF = Instant.parse("1970-01-04T06:00:00Z");
    private static final List<String> COLUMNS =
            List.of("visits", "spend total", "city", "or", "member", "born", "seen", "customer_id");

    private final DuckDbEngine engine = DuckDbEngine.open();
    private int made;

    @AfterEach
    void close() {
        engine.close();
    }

    private Source source(String name, Table table) {
        made++;
        var data = engine.fill("data_" + made, table, Progress.NONE);
        var empty = Sql.of("select 0::bigint as line, '' as \"column\", '' as text, '' as reason where false");
        var plan = new ImportPlan(
                name,
                Role.EVENTS,
                Path.of(name + ".csv"),
                Inside.WHOLE,
                FileFormat.CSV,
                CsvDialect.STANDARD,
                List.of(),
                false,
                Origin.FILES);
        return Source.of(new Batch(
                plan,
                Mode.REPLACE,
                AS_OF,
                new RowCounts(data.rows(), data.rows(), 0, 0),
                0,
                List.of(),
                data,
                engine.create("rejects_" + made, empty, Progress.NONE),
                engine.create("unreadable_" + made, empty, Progress.NONE),
                new FileStamp(0, "")));
    }

    private Source texts(String column, String... values) {
        return source("texts", new Table(List.of(new TextColumn(column, List.of(values)))));
    }

    private CheckResult result(Source source, StatedCheck check) {
        return new CheckRun(engine, List.of(source), AS_OF)
                .results(source, List.of(check), Progress.NONE)
                .getFirst();
    }

    private CheckResult result(Source source, Expectation expectation) {
        return result(source, StatedCheck.of(source.name(), expectation));
    }

    private Optional<Problem> problem(Source source, Expectation expectation) {
        return new CheckRun(engine, List.of(source), AS_OF).problem(source, expectation, Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 60})
    void countsAndOpensTheRowsThatALookAtEachRowFinds(int rows) {
        var random = new Seed(rows).generator();
        var table = RandomRules.table(random, rows);
        var others = RandomRules.table(random, rows / 2);
        var source = source("people", table);
        var run = new CheckRun(engine, List.of(source, source("others", others)), AS_OF);
        var checks = IntStream.range(0, 150)
                .mapToObj(i -> StatedCheck.of("people", expectation(random, 1)).withId(i))
                .toList();
        var fitting = run.fitting(source, checks, Progress.NONE);
        assertThat(fitting).hasSameSizeAs(checks);

        var results = run.results(source, checks, Progress.NONE);

        var plain = new Plain(table, others);
        for (int i = 0; i < checks.size(); i++) {
            var expectation = checks.get(i).expectation();
            var failing = plain.failing(expectation);
            assertThat(results.get(i).failed()).as(expectation.toString()).isEqualTo(failing.size());
            assertThat(results.get(i).verdict() == Verdict.PASSED)
                    .as(expectation.toString())
                    .isEqualTo(failing.isEmpty() && !plain.isWholeFailing(expectation));
            if (expectation.isOfRows()) {
                assertThat(opened(source, fitting.get(i)))
                        .as(expectation.toString())
                        .isEqualTo(failing);
            }
        }
    }

    private Set<String> opened(Source source, Check check) {
        var finding = new Finding(check, Severity.ERROR, "", 0, "", "");
        var table = engine.table(QualityAssessment.rowsOf(source, finding, AS_OF), Progress.NONE);
        if (table.rowCount() == 0) {
            return Set.of();
        }
        assertThat(table.columns().stream().map(Column::name))
                .isEqualTo(source.data().schema().names());
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.text(row, "customer_id"))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    private static <T> T pick(RandomGenerator random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Expectation expectation(RandomGenerator random, int depth) {
        var column = pick(random, COLUMNS.subList(0, 7));
        return switch (random.nextInt(10 + 2 * depth)) {
            case 0 -> new Expectation.Required(column);
            case 1 ->
                new Expectation.Unique(random.nextBoolean() ? List.of(column) : List.of(column, pick(random, COLUMNS)));
            case 2 -> range(random);
            case 3 ->
                new Expectation.InSet(
                        column,
                        Stream.generate(() -> RandomRules.constant(random, column))
                                .limit(3)
                                .toList());
            case 4 ->
                new Expectation.Matches(column, pick(random, List.of("[a-zA-Z]*", ".", "-?[0-9]", "(?s).*g.*", "Ä+Ö")));
            case 5 -> new Expectation.OfType(column, pick(random, List.of(ColumnType.values())));
            case 6 -> new Expectation.References(column, "others", column);
            case 7 ->
                new Expectation.InOrder(
                        pick(random, List.of("seen", "born", "visits")), random.nextBoolean() ? "" : "city");
            case 8 -> new Expectation.Holds(RandomRules.rule(random, 2));
            case 9 ->
                depth == 0
                        ? new Expectation.Required(column)
                        : new Expectation.When(RandomRules.rule(random, 1), expectation(random, 0));
            case 10 -> new Expectation.Fresh(pick(random, List.of("seen", "born")), random.nextInt(3));
            default -> new Expectation.RowCount(random.nextInt(5), random.nextInt(5, 70));
        };
    }

    private static Expectation range(RandomGenerator random) {
        var column = pick(random, List.of("visits", "spend total", "city", "born", "seen"));
        var low = Optional.of(RandomRules.constant(random, column));
        var high = Optional.of(RandomRules.constant(random, column));
        var range = new Expectation.InRange(column, random.nextBoolean() ? low : Optional.empty(), high);
        return range.low().isPresent() && !isUpright(column, low.get(), high.get())
                ? new Expectation.InRange(column, low, Optional.empty())
                : range;
    }

    private static boolean isUpright(String column, Constant low, Constant high) {
        return low.getClass() == high.getClass()
                && RandomRules.holds(new Rule.Compare(column, Comparison.AT_MOST, high), one(column, low), 0);
    }

    /** A table of one row with that value. */
    private static Table one(String column, Constant value) {
        return new Table(List.of(
                switch (value) {
                    case TextConstant(var text) -> new TextColumn(column, List.of(text));
                    case NumberConstant(var number) -> new NumberColumn(column, ColumnType.DECIMAL, number);
                    case corymb.sql.Expression.TruthConstant(var truth) ->
                        new NumberColumn(column, ColumnType.BOOLEAN, truth ? 1 : 0);
                    case corymb.sql.Expression.DateConstant(var date) ->
                        new TimeColumn(column, ColumnType.DATE, date.toEpochDay() * 86_400_000_000L);
                    case corymb.sql.Expression.InstantConstant(var instant) ->
                        new TimeColumn(column, ColumnType.TIMESTAMP, instant.toEpochMilli() * 1000);
                }));
    }

    /** Evaluates expectations row by row, and knows nothing of SQL. */
    private record Plain(Table table, Table others) {
        Set<String> failing(Expectation expectation) {
            boolean isWhole = isWholeFailing(expectation);
            var ids = new TreeSet<String>();
            for (int row = 0; row < table.rowCount(); row++) {
                if (isWhole || (expectation.isOfRows() && fails(expectation, row))) {
                    ids.add(table.text(row, "customer_id"));
                }
            }
            return ids;
        }

        boolean isWholeFailing(Expectation expectation) {
            if (expectation instanceof Expectation.RowCount(var least, var most)) {
                return table.rowCount() < least || table.rowCount() > most;
            }
            return expectation instanceof Expectation.Fresh(var column, var days)
                    && IntStream.range(0, table.rowCount())
                            .filter(row -> !table.column(column).isMissing(row))
                            .mapToObj(row -> ((TimeColumn) table.column(column)).date(row))
                            .noneMatch(day -> !day.isAfter(LocalDate.of(1970, 1, 4))
                                    && !day.isBefore(LocalDate.of(1970, 1, 4).minusDays(days)));
        }

        private boolean fails(Expectation expectation, int row) {
            return switch (expectation) {
                case Expectation.Required(var column) -> isMissing(column, row);
                case Expectation.Unique(var columns) -> repeats(columns, row);
                case Expectation.InRange(var column, var low, var high) ->
                    !isMissing(column, row)
                            && !(low.stream().allMatch(value -> compares(column, Comparison.AT_LEAST, value, row))
                                    && high.stream()
                                            .allMatch(value -> compares(column, Comparison.AT_MOST, value, row)));
                case Expectation.InSet(var column, var values) ->
                    !isMissing(column, row) && !RandomRules.holds(new Rule.OneOf(column, values), table, row);
                case Expectation.Matches(var column, var pattern) ->
                    !isMissing(column, row)
                            && !Pattern.compile(pattern)
                                    .matcher(text(column, row))
                                    .matches();
                case Expectation.OfType(var column, var type) -> !isMissing(column, row) && !isOf(column, type, row);
                case Expectation.References(var column, var named, var other) ->
                    !isMissing(column, row)
                            && IntStream.range(0, others.rowCount())
                                    .noneMatch(known -> named.equals("others")
                                            && !others.column(other).isMissing(known)
                                            && others.column(other)
                                                    .text(known)
                                                    .equals(table.column(column).text(row)));
                case Expectation.InOrder(var column, var within) -> goesBack(column, within, row);
                case Expectation.When(var condition, var then) ->
                    RandomRules.holds(condition, table, row) && fails(then, row);
                case Expectation.Holds(var rule) -> !RandomRules.holds(rule, table, row);
                case Expectation.Fresh _, Expectation.RowCount _ -> false;
            };
        }

        private boolean compares(String column, Comparison comparison, Constant value, int row) {
            return RandomRules.holds(new Rule.Compare(column, comparison, value), table, row);
        }

        private boolean isMissing(String column, int row) {
            return table.column(column).isMissing(row);
        }

        private boolean repeats(List<String> columns, int row) {
            return columns.stream().noneMatch(column -> isMissing(column, row))
                    && IntStream.range(0, table.rowCount())
                            .filter(other -> other != row)
                            .anyMatch(other -> columns.stream()
                                    .allMatch(column -> !isMissing(column, other)
                                            && table.text(other, column).equals(table.text(row, column))));
        }

        /** As the engine writes values. */
        private String text(String column, int row) {
            var text = table.text(row, column);
            return switch (table.column(column).type()) {
                case DECIMAL -> Double.toString(((NumberColumn) table.column(column)).get(row));
                case BOOLEAN, TEXT, INTEGER, DATE, TIMESTAMP -> text;
            };
        }

        private boolean isOf(String column, ColumnType type, int row) {
            var from = table.column(column).type();
            return switch (table.column(column)) {
                case TextColumn texts ->
                    type == ColumnType.TEXT || isReadable(texts.text(row).strip(), type);
                case NumberColumn numbers
                when from == ColumnType.BOOLEAN -> type == ColumnType.TEXT || type == ColumnType.BOOLEAN;
                case NumberColumn numbers ->
                    type == ColumnType.TEXT
                            || type == ColumnType.DECIMAL
                            || (type == ColumnType.INTEGER && numbers.get(row) == Math.rint(numbers.get(row)));
                case TimeColumn times ->
                    type == ColumnType.TEXT
                            || type == ColumnType.TIMESTAMP
                            || (type == ColumnType.DATE && times.micros(row) % 86_400_000_000L == 0);
            };
        }

        private static boolean isReadable(String text, ColumnType type) {
            return type == ColumnType.INTEGER && text.matches("[+-]?\\d{1,18}");
        }

        private boolean goesBack(String column, String within, int row) {
            if (isMissing(column, row) || (!within.isEmpty() && isMissing(within, row))) {
                return false;
            }
            for (int before = row - 1; before >= 0; before--) {
                boolean isBeside = within.isEmpty()
                        || (!isMissing(within, before)
                                && table.text(before, within).equals(table.text(row, within)));
                if (isBeside && !isMissing(column, before)) {
                    return order(column, row) < order(column, before);
                }
            }
            return false;
        }

        private double order(String column, int row) {
            return table.column(column) instanceof TimeColumn times
                    ? times.micros(row)
                    : ((NumberColumn) table.column(column)).get(row);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0, PASSED",
        "0.0, 1, FAILED",
        "0.07, 7, WITHIN_TOLERANCE",
        "0.07, 8, FAILED",
        "0.29, 29, WITHIN_TOLERANCE",
        "0.29, 30, FAILED",
        "1.0, 100, WITHIN_TOLERANCE"
    })
    void asManyRowsMayFailAsTheToleranceSays(double tolerance, int missing, Verdict verdict) {
        var values = new ArrayList<@org.jspecify.annotations.Nullable String>();
        IntStream.range(0, 100).forEach(i -> values.add(i < missing ? null : "x"));
        var source = source("people", new Table(List.of(new TextColumn("email", values))));
        var check = StatedCheck.of("people", new Expectation.Required("email"))
                .withSeverity(Severity.WARNING, new Share(tolerance));

        assertThat(result(source, check).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a{1001}", "(?=a)", "\\1", "[z-a]", "((((a{100}){100}){100}){100})"})
    void aPatternThatIsNoneIsToldAndHarmsNothing(String pattern) {
        var source = texts("city", "Berlin");
        var good = StatedCheck.of("texts", new Expectation.Matches("city", "[A-Z][a-z]+"));
        var bad = StatedCheck.of("texts", new Expectation.Matches("city", pattern));

        assertThat(problem(source, bad.expectation())).isPresent();
        assertThat(new CheckRun(engine, List.of(source), AS_OF)
                        .results(source, List.of(bad.withId(1), good.withId(2)), Progress.NONE).stream()
                                .map(CheckResult::verdict))
                .containsExactly(Verdict.PASSED, Verdict.NOT_RUN);
    }

    @Test
    void aPatternThatBacktrackersTakeForeverForTakesNoTime() {
        var source = texts("city", "a".repeat(100_000) + "!");
        var start = System.nanoTime();

        assertThat(result(source, new Expectation.Matches("city", "(a+)+(a|aa)*$"))
                        .failed())
                .isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"say \"hi\"", "`tick`", "'; drop table x; --", "日本", "a\nb", "order", "\u0001row"})
    void namesAndValuesAreWhatTheyAre(String name) {
        var source = texts(name, name, "other", "other");

        var all = Map.of(
                new Expectation.Required(name), 0L,
                new Expectation.Unique(List.of(name)), 2L,
                new Expectation.InSet(name, List.of(new TextConstant(name))), 2L,
                new Expectation.Matches(name, "other"), 1L,
                new Expectation.References(name, "texts", name), 0L,
                new Expectation.OfType(name, ColumnType.INTEGER), 3L);

        assertThat(all).allSatisfy((expectation, failed) -> {
            assertThat(problem(source, expectation)).isEmpty();
            assertThat(result(source, expectation).failed()).isEqualTo(failed);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, 12, 1",
        "INTEGER, 1.5, 0",
        "INTEGER, 99999999999999999999, 0",
        "INTEGER, -7, 1",
        "INTEGER, 12a, 0",
        "DECIMAL, 1.5e3, 1",
        "DECIMAL, 1e999, 0",
        "DECIMAL, x, 0",
        "BOOLEAN, True, 1",
        "BOOLEAN, no, 1",
        "BOOLEAN, maybe, 0",
        "DATE, 2024-02-29, 1",
        "DATE, 2023-02-29, 0",
        "DATE, 29.02.2024, 0",
        "TIMESTAMP, 2024-02-29T10:00:00Z, 1",
        "TIMESTAMP, 2024-02-29 10:00, 1",
        "TIMESTAMP, 2024-02-29 25:00, 0",
        "TIMESTAMP, yesterday, 0"
    })
    void aTextIsOfATypeWhenItCanBeReadAsOne(ColumnType type, String text, int isRead) {
        assertThat(result(texts("value", text), new Expectation.OfType("value", type))
                        .failed())
                .isEqualTo(1 - isRead);
    }

    @Test
    void whatDoesNotFitTheSourceIsNotRunAndCountsAsFailed() {
        var source = texts("city", "Berlin");

        var unfit = List.of(
                new Expectation.Required("cty"),
                new Expectation.InRange("city", Optional.of(new NumberConstant(1)), Optional.empty()),
                new Expectation.Fresh("city", 3),
                new Expectation.References("city", "nowhere", "city"),
                new Expectation.References("city", "texts", "gone"),
                new Expectation.InOrder("city", ""),
                new Expectation.Holds(RuleParser.require("age > 3")),
                new Expectation.When(RuleParser.require("age > 3"), new Expectation.Required("city")));

        assertThat(unfit).allSatisfy(expectation -> {
            assertThat(problem(source, expectation)).isPresent();
            assertThat(result(source, expectation).verdict()).isEqualTo(Verdict.NOT_RUN);
            assertThat(result(source, expectation).isPassed()).isFalse();
        });
    }

    @Test
    void whatIsOffIsNotRun() {
        var source = texts("city", "Berlin");
        var check = StatedCheck.of("texts", new Expectation.Required("city")).switched(false);

        assertThat(new CheckRun(engine, List.of(source), AS_OF).results(source, List.of(check), Progress.NONE))
                .isEmpty();
    }

    @Test
    void moreChecksThanFitOneStatementAreAllCounted() {
        var source = texts("city", "Berlin", "Bonn", "Ulm");
        var checks = IntStream.range(0, 250)
                .mapToObj(i -> StatedCheck.of("texts", new Expectation.Matches("city", ".{" + i % 7 + "}"))
                        .withId(i))
                .toList();

        var lengths = new HashMap<Integer, Long>(Map.of(6, 2L, 4, 2L, 3, 2L));
        assertThat(new CheckRun(engine, List.of(source), AS_OF)
                        .results(source, checks, Progress.NONE).stream().map(CheckResult::failed))
                .containsExactlyElementsOf(IntStream.range(0, 250)
                        .mapToObj(i -> lengths.getOrDefault(i % 7, 3L))
                        .toList());
    }

    @Test
    void failedChecksAreFindingsAndCountForTheirSide() {
        var source = source(
                "people",
                new Table(List.of(
                        new TextColumn("city", List.of("Berlin", "Bonn", "Ulm", "Ulm")),
                        new NumberColumn("age", ColumnType.INTEGER, 30, 200, -1, 40))));
        var checks = StatedChecks.NONE
                .and(StatedCheck.of("people", range("age", 0, 120)).withNote("Ages of people"))
                .and(StatedCheck.of("people", new Expectation.Matches("city", "[A-Z][a-z]{3,}"))
                        .withSeverity(Severity.WARNING, new Share(0.5)))
                .and(StatedCheck.of("people", new Expectation.Unique(List.of("age"))));

        var quality = QualityAssessment.run(engine, List.of(source), checks, AS_OF, Progress.NONE)
                .sources()
                .getFirst();

        assertThat(quality.stated().stream().map(CheckResult::verdict))
                .containsExactly(Verdict.FAILED, Verdict.WITHIN_TOLERANCE, Verdict.PASSED);
        assertThat(quality.findings())
                .filteredOn(finding -> finding.check() instanceof Check.Stated)
                .extracting(Finding::severity, Finding::rows, Finding::column, Finding::cost)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Severity.ERROR, 2L, "age", "Ages of people"),
                        org.assertj.core.groups.Tuple.tuple(
                                Severity.NOTE, 2L, "city", "A check stated for this source."));
        assertThat(score(quality, Dimension.VALIDITY))
                .as("rows 2, 3 and 4 fail")
                .isEqualTo(25);
    }

    private static Expectation range(String column, double low, double high) {
        return new Expectation.InRange(
                column, Optional.of(new NumberConstant(low)), Optional.of(new NumberConstant(high)));
    }

    private static double score(SourceQuality quality, Dimension dimension) {
        return quality.dimensions().stream()
                .filter(side -> side.dimension() == dimension)
                .mapToDouble(DimensionScore::score)
                .findFirst()
                .orElseThrow();
    }
}
