package corymb.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import corymb.feature.FeatureDefinition.AttributeOf;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is summed up in memory is held against statements that have the engine do it. */
class SummariesTest {
    private static final List<String> COLUMNS = List.of("few", "many", "real", "same", "flag", "day", "moment");

    private static final String PEOPLE = """
            select 'c' || i as customer_id,
            if(hash(i, ?) % 9 = 0, null, hash(i + 1, ?) % 12)::bigint as few,
            (hash(i + 2, ?) % 100000)::bigint - 50000 as many,
            case hash(i + 3, ?) % 9 when 0 then null when 1 then 'inf'::double when 2 then 'nan'::double
                else (hash(i + 4, ?) % 1000003) / 7.0 end as real,
            2.5::double as same,
            if(hash(i + 5, ?) % 5 = 0, null, hash(i + 6, ?) % 3 = 0) as flag,
            date '1969-06-01' + (hash(i + 7, ?) % 900)::integer as day,
            if(hash(i + 8, ?) % 4 = 0, null, timestamp '2025-01-01' + to_seconds((hash(i + 9, ?) % 9999999)::bigint)) as moment
            from range(?) t(i)""";

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 101", "4, 5000"})
    void sortingInMemoryGivesWhatTheEngineWouldGive(int seed, int customers) {
        try (var engine = DuckDbEngine.open()) {
            var people = engine.create(
                    "people",
                    Sql.of(PEOPLE, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, customers),
                    Progress.NONE);
            var plan = new FeaturePlan(
                    Instant.parse("2026-07-01T00:00:00Z"),
                    "purchase",
                    COLUMNS.stream().<FeatureDefinition>map(AttributeOf::new).toList());

            var summaries = FeatureComputation.run(
                            engine, new CustomerData(people, List.of()), plan, "f", Progress.NONE)
                    .summaries();

            for (var summary : summaries) {
                requireFigures(engine, summary, customers);
                requireCounts(engine, summary);
            }
        }
    }

    private static String number(FeatureSummary summary) {
        var value = summary.type().isTemporal() ? "epoch(" + summary.name() + ")" : summary.name();
        return "(select cast(" + value + " as double) as x, * from f) where isfinite(x)";
    }

    private static void requireFigures(Engine engine, FeatureSummary summary, int customers) {
        var expected = engine.table(
                Sql.of("select count(x)::double as n, min(x) as low, quantile_cont(x, 0.5) as median, avg(x) as mean,"
                        + " max(x) as high from " + number(summary)),
                Progress.NONE);
        assertThat(customers - summary.missing()).as(summary.name()).isEqualTo((long) value(expected, "n"));
        if (summary.type().isTemporal()) {
            assertThat(List.of(summary.minimum(), summary.median(), summary.mean(), summary.maximum()))
                    .as(summary.name())
                    .containsOnly(Double.NaN);
        } else {
            assertThat(List.of(summary.minimum(), summary.median(), summary.maximum()))
                    .as(summary.name())
                    .containsExactly(value(expected, "low"), value(expected, "median"), value(expected, "high"));
            assertThat(summary.mean()).as(summary.name()).isCloseTo(value(expected, "mean"), withinPercentage(1e-10));
        }
    }

    private static double value(Table row, String column) {
        return row.numbers(column).get(0);
    }

    /** The last bin holds its end as well. */
    private static void requireCounts(Engine engine, FeatureSummary summary) {
        var bins = summary.histogram().bins();
        for (int place = 0; place < bins.size(); place++) {
            var bin = bins.get(place);
            var expected = Double.isNaN(bin.from())
                    ? Sql.of("select count(*) from f where cast(" + summary.name() + " as varchar) = ?", bin.label())
                    : Sql.of(
                            "select count(*) from " + number(summary) + " and x >= ? and (x < ? or ?)",
                            place == 0 ? Double.NEGATIVE_INFINITY : bin.from(),
                            bin.to(),
                            place == bins.size() - 1);
            assertThat(bin.count()).as(summary.name() + " " + bin.label()).isEqualTo((long)
                    engine.number(expected, Progress.NONE));
        }
    }
}
