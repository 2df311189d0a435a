package corymb.segment;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.rule.RandomRules;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.segment.SmallestChange.OfEvents;
import corymb.segment.SmallestChange.OfField;
import corymb.segment.SmallestChange.OfWhole;
import corymb.segment.SmallestChange.Step;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Expression.DateConstant;
import corymb.sql.Expression.InstantConstant;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.TextConstant;
import corymb.sql.Expression.TruthConstant;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.work.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallestChangeTest {
    private static final Instant NOW = Instant.parse("2026-04-02T00:00:00Z");

    private final Engine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private Population shop() {
        var people = engine.create(
                "people",
                Sql.of(
                        "select 'ada' as customer_id, 191.9 as spent, 3 as visits, 'DE' as country, null::boolean as news,"
                                + " date '2026-02-01' as seen"),
                Progress.NONE);
        return Population.of(people, NOW);
    }

    private List<SmallestChange> changes(Population population, String rule) {
        return Verdict.of(engine, population, RuleParser.require(rule), "ada", Progress.NONE)
                .changes(population);
    }

    private static String words(SmallestChange change) {
        return String.join(
                " + ", change.steps().stream().map(SmallestChangeTest::words).toList());
    }

    private static String words(Step step) {
        var subject = switch (step.subject()) {
            case OfField(var field) -> field;
            case OfEvents _ -> "events";
            case OfWhole _ -> "whole";
        };
        return subject + " " + words(step.from()) + " > " + words(step.to());
    }

    private static String words(Possible possible) {
        return switch (possible) {
            case Possible.Value(NumberConstant(double number)) -> Double.toString(number);
            case Possible.Value(TextConstant(var text)) -> text;
            case Possible.Value(TruthConstant(boolean truth)) -> Boolean.toString(truth);
            case Possible.Value(DateConstant(var date)) -> date.toString();
            case Possible.Value(InstantConstant(var moment)) -> moment.toString();
            case Possible.Nothing _ -> "nothing";
            case Possible.SomethingElse _ -> "else";
            case Possible.Fact(boolean holds) -> Boolean.toString(holds);
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            spent >= 200                                             | spent 191.9 > 200.0
            spent > 200 or visits > 5                                | spent 191.9 > 200.01; visits 3.0 > 6.0
            spent < 100 and visits >= 3                              | spent 191.9 > 99.99
            spent >= 200 and visits >= 4                             | spent 191.9 > 200.0 + visits 3.0 > 4.0
            not (spent >= 200 and visits >= 4) and country = "DE"    | country DE > else
            country in ("AT", "CH")                                  | country DE > AT
            country = "DE" and visits between 2 and 4                | visits 3.0 > 1.0; country DE > else
            news = true                                              | news nothing > true
            news is missing                                          | news nothing > true
            country is missing                                       | country DE > nothing
            seen in the last 30 days                                 | seen 2026-02-01 > 2026-03-03
            seen more than 90 days ago                               | seen 2026-02-01 > 2026-01-01
            at least 2 of (spent > 200, visits > 3, country = "AT")  | spent 191.9 > 200.01 + visits 3.0 > 4.0; spent 191.9 > 200.01 + country DE > AT; visits 3.0 > 4.0 + country DE > AT
            spent < 100 and spent > 200                              |
            everyone                                                 |
            """)
    void findsTheNearestBounds(String rule, String expected) {
        var found =
                changes(shop(), rule).stream().map(SmallestChangeTest::words).toList();
        assertThat(String.join("; ", found)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void manyConditionsAreTurnedTogetherAndNoneTooMany() {
        var found = changes(
                shop(), "spent > 200 and visits > 3 and country = \"AT\" and news = true and seen in the last 30 days");
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().steps()).hasSize(5);
    }

    /** Each change turns membership round, and no part of it does: seen by an evaluation that knows nothing of it. */
    @Test
    void turnsMembershipRoundAndNoPartOfItDoes() {
        var random = new Seed(31).generator();
        var table = RandomRules.table(random, 60);
        var people = Population.of(engine.fill("random_people", table, Progress.NONE), NOW);
        int turned = 0;
        for (int round = 0; round < 1_200; round++) {
            var rule = round % 5 == 0
                    ? new Rule.AtLeast(
                            2,
                            IntStream.range(0, 3)
                                    .mapToObj(_ -> RandomRules.rule(random, 1))
                                    .toList())
                    : RandomRules.rule(random, 2);
            if (!rule.check(people.terms()).isEmpty()) {
                continue;
            }
            int row = random.nextInt(60);
            boolean before = RandomRules.holds(rule, table, row);
            var verdict = Verdict.of(engine, people, rule, table.text(row, "customer_id"), Progress.NONE);
            for (var change : verdict.changes(people)) {
                assertThat(RandomRules.holds(rule, applied(table, row, change.steps()), 0))
                        .as("%s of row %d by %s", rule, row, change)
                        .isNotEqualTo(before);
                for (var part : parts(change.steps())) {
                    assertThat(RandomRules.holds(rule, applied(table, row, part), 0))
                            .as("%s of row %d by only %s", rule, row, part)
                            .isEqualTo(before);
                }
                turned++;
            }
        }
        assertThat(turned).isGreaterThan(800);
    }

    /** Every part that leaves something out. */
    private static List<List<Step>> parts(List<Step> steps) {
        return IntStream.range(0, (1 << steps.size()) - 1)
                .mapToObj(mask -> IntStream.range(0, steps.size())
                        .filter(i -> (mask >> i & 1) == 1)
                        .mapToObj(steps::get)
                        .toList())
                .toList();
    }

    /** The row by itself with the steps taken. */
    private static Table applied(Table table, int row, List<Step> steps) {
        var columns = new ArrayList<Column>();
        for (var column : table.columns()) {
            var step = steps.stream()
                    .filter(one -> one.subject().equals(new OfField(column.name())))
                    .findFirst();
            columns.add(step.map(one -> column(column, one.to())).orElseGet(() -> alone(column, row)));
        }
        return new Table(columns);
    }

    private static Column alone(Column column, int row) {
        return switch (column) {
            case NumberColumn numbers -> new NumberColumn(numbers.name(), numbers.type(), numbers.get(row));
            case TextColumn texts -> texts.isMissing(row) ? nothing(texts) : text(texts, texts.text(row));
            case TimeColumn times -> new TimeColumn(times.name(), times.type(), times.micros(row));
        };
    }

    private static Column text(Column like, String text) {
        return new TextColumn(like.name(), List.of(text));
    }

    private static Column nothing(Column like) {
        return new TextColumn(like.name(), Collections.singletonList(null));
    }

    private static Column column(Column like, Possible possible) {
        return switch (possible) {
            case Possible.Nothing _ ->
                switch (like) {
                    case NumberColumn numbers -> new NumberColumn(like.name(), numbers.type(), Double.NaN);
                    case TextColumn _ -> nothing(like);
                    case TimeColumn times -> new TimeColumn(like.name(), times.type(), TimeColumn.MISSING);
                };
            case Possible.SomethingElse _ -> text(like, "¤¤"); // holds none of the letters asked for
            case Possible.Value(NumberConstant(double number)) -> new NumberColumn(like.name(), like.type(), number);
            case Possible.Value(TruthConstant(boolean truth)) ->
                new NumberColumn(like.name(), ColumnType.BOOLEAN, truth ? 1 : 0);
            case Possible.Value(TextConstant(var text)) -> text(like, text);
            case Possible.Value(DateConstant(var date)) ->
                new TimeColumn(like.name(), ColumnType.DATE, date.toEpochDay() * 86_400_000_000L);
            case Possible.Value(InstantConstant(var moment)) ->
                new TimeColumn(like.name(), ColumnType.TIMESTAMP, moment.toEpochMilli() * 1000);
            case Possible.Fact _ -> throw new IllegalArgumentException("Of no field");
        };
    }
}
