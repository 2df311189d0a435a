package corymb.feature;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.rule.Moment;
import corymb.rule.Rule;
import corymb.rule.RuleText;
import corymb.sql.Dialect;
import corymb.sql.DuckDbEngine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.work.Progress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ColumnRulesTest {
    private static final List<String> ALL = List.of("x", "n", "flag", "country", "since", "seen");

    private final DuckDbEngine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private Relation features() {
        return engine.create(
                "f",
                Sql.of("select i::varchar as customer_id, case when i % 7 = 0 then null else i * 1.25 end as x,"
                        + " case when i % 11 = 0 then null else i % 5 end as n,"
                        + " case when i % 5 = 0 then null else i % 3 = 0 end as flag,"
                        + " case when i % 13 = 0 then null else 'L' || least(i // 4, 14) end as country,"
                        + " case when i % 9 = 0 then null else date '2024-01-01' + cast(i % 40 as integer) end as since,"
                        + " case when i % 8 = 0 then null else timestamp '2024-01-01 06:30:00' + to_hours(i) end as seen"
                        + " from range(200) t(i)"),
                Progress.NONE);
    }

    private List<String> found(Rule rule) {
        var sql = Sql.of("select customer_id from f where ")
                .then(Dialect.DUCKDB.compile(rule.toExpression(Moment.utc(Instant.EPOCH))))
                .then(" order by 1");
        var column = engine.table(sql, Progress.NONE).column("customer_id");
        return IntStream.range(0, column.size()).mapToObj(column::text).toList();
    }

    /** Every rule against the rows of the matrix themselves, gaps among them. */
    @Test
    void aRuleFindsWhoseValuesLieInTheRange() {
        var features = features();
        var matrix = FeatureMatrix.of(engine, features, ALL, Progress.NONE);
        var rules = new ColumnRules(matrix.encodings(), features.schema());
        var chance = new Seed(1).generator();
        for (int column = 0; column < matrix.values().columnCount(); column++) {
            int at = column;
            var values = IntStream.range(0, 200)
                    .mapToDouble(row -> matrix.values().get(row, at))
                    .sorted()
                    .distinct()
                    .toArray();
            for (int i = 0; i < 20; i++) {
                double cut = middle(values, chance.nextInt(values.length - 1));
                double above = i % 2 == 0 ? cut : Double.NEGATIVE_INFINITY;
                double upTo = i % 2 == 0 ? Double.POSITIVE_INFINITY : cut;
                var wanted = IntStream.range(0, 200)
                        .filter(row -> matrix.values().get(row, at) > above
                                && matrix.values().get(row, at) <= upTo)
                        .mapToObj(matrix.customerIds()::get)
                        .toList();
                var rule = rules.between(column, above, upTo);
                assertThat(rule.check(features.schema())).isEmpty();
                assertThat(found(rule)).as(RuleText.of(rule)).isEqualTo(wanted);
            }
        }
    }

    private static double middle(double[] values, int at) {
        return (values[at] + values[at + 1]) / 2;
    }

    private ColumnRules rules(String countries) {
        var features = engine.create(
                "f",
                Sql.of("select i::varchar as customer_id, i as x, " + countries + " as country from range(200) t(i)"),
                Progress.NONE);
        var matrix = FeatureMatrix.of(engine, features, List.of("x", "country"), Progress.NONE);
        return new ColumnRules(matrix.encodings(), features.schema());
    }

    private static Rule noneOf(ColumnRules rules, String... levels) {
        return rules.within(Arrays.stream(levels)
                .map(level -> new ColumnRules.Bounds(
                        IntStream.range(0, rules.encodings().size())
                                .filter(column -> rules.encodings()
                                        .get(column)
                                        .level()
                                        .filter(level::equals)
                                        .isPresent())
                                .findFirst()
                                .orElseThrow(),
                        Double.NEGATIVE_INFINITY,
                        0.5))
                .toList());
    }

    /** Of five countries that are all known, two are told as those, three by the others; of customers without one that is said. */
    @Test
    void noneOfManyValuesIsToldByTheOthersWhereThatIsShorterAndTheSame() {
        var known = rules("['AT', 'CH', 'DE', 'FR', 'IT'][1 + i % 5]");
        assertThat(RuleText.of(noneOf(known, "AT", "CH"))).isEqualTo("country not in (\"AT\", \"CH\")");
        assertThat(RuleText.of(noneOf(known, "AT", "CH", "IT"))).isEqualTo("country in (\"DE\", \"FR\")");
        assertThat(RuleText.of(noneOf(known, "AT", "CH", "IT", "FR"))).isEqualTo("country = \"DE\"");
        var gaps = rules("if(i % 9 = 0, null, ['AT', 'CH', 'DE', 'FR', 'IT'][1 + i % 5])");
        assertThat(RuleText.of(noneOf(gaps, "AT", "CH", "IT")))
                .isEqualTo("country in (\"DE\", \"FR\") or country is missing");
    }

    /** Every choice of values that nobody may have, against the values themselves. */
    @Test
    void whoeverHasNoneOfSomeValuesIsFound() {
        for (var countries : List.of(
                "['A', 'B', 'C', 'D'][1 + i % 4]",
                "if(i % 9 = 0, null, ['A', 'B', 'C', 'D'][1 + i % 4])",
                "if(i % 9 = 0, null, 'L' || least(i // 4, 14))")) {
            var rules = rules(countries);
            var levels = rules.encodings().stream()
                    .flatMap(encoding -> encoding.level().stream())
                    .limit(5)
                    .toList();
            for (int mask = 1; mask < (1 << levels.size()); mask++) {
                int chosen = mask;
                var excluded = IntStream.range(0, levels.size())
                        .filter(place -> (chosen & (1 << place)) != 0)
                        .mapToObj(levels::get)
                        .toArray(String[]::new);
                var names =
                        Arrays.stream(excluded).map(level -> "'" + level + "'").toList();
                var sql = Sql.of("select customer_id from f where coalesce(country, '') not in ("
                        + String.join(", ", names) + ") order by 1");
                var expected = engine.table(sql, Progress.NONE).column("customer_id");
                assertThat(found(noneOf(rules, excluded)))
                        .containsExactlyElementsOf(IntStream.range(0, expected.size())
                                .mapToObj(expected::text)
                                .toList());
            }
        }
    }

    @Test
    void rulesReadAsPeopleWouldWriteThem() {
        var features = features();
        var matrix = FeatureMatrix.of(engine, features, ALL, Progress.NONE);
        var rules = new ColumnRules(matrix.encodings(), features.schema());
        int country = Arrays.asList(matrix.values().columnNames().toArray()).indexOf("country=L1");

        assertThat(RuleText.of(rules.between(0, 10, 20))).isEqualTo("x > 10 and x <= 20");
        assertThat(RuleText.of(rules.between(1, 0.5, Double.POSITIVE_INFINITY))).isEqualTo("n > 0.5 or n is missing");
        assertThat(RuleText.of(rules.between(country, 0.5, Double.POSITIVE_INFINITY)))
                .isEqualTo("country = \"L1\"");
    }
}
