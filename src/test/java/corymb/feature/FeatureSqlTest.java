package corymb.feature;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.feature.FeatureDefinition.EventCount;
import corymb.feature.FeatureDefinition.RfmScore;
import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.feature.FeatureDefinition.ValueSum;
import corymb.sql.Dialect;
import corymb.sql.SparkSpelling;
import corymb.sql.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureSqlTest {
    private static final Dialect SPARK = new Dialect(new SparkSpelling());

    private static Sql sql(Dialect dialect, FeatureDefinition... definitions) {
        var plan = new FeaturePlan(Instant.parse("2026-07-01T00:00:00Z"), "purchase", List.of(definitions));
        return new FeatureSql(dialect, plan).query(Sql.of("people"), Sql.of("happenings"));
    }

    @Test
    void theSameDefinitionsAreWrittenForAnotherEngine() {
        var sql = sql(SPARK, new FeatureDefinition.Recency(), new ValueSum("purchase", 30));

        assertThat(sql.text())
                .isEqualTo("with activity as (select `customer_id` as ` customer`,"
                        + " max(`timestamp`) filter (where ((`type` = cast(? as string)))) as ` gathered 0`,"
                        + " sum(`value`) filter (where ((`timestamp` >= cast(? as timestamp_ntz)) and (`type` = cast(? as string))))"
                        + " as ` gathered 1` from happenings where (`timestamp` < cast(? as timestamp_ntz)) group by `customer_id`)"
                        + " select `customer_id`, datediff(cast(? as date), try_cast(` gathered 0` as date)) as `recency_days`,"
                        + " coalesce(round(` gathered 1`, 6), cast(? as double)) as `spend_30d`"
                        + " from people left join activity on ` customer` = `customer_id` order by `customer_id`");
        assertThat(sql.parameters())
                .containsExactly(
                        "purchase",
                        LocalDateTime.parse("2026-06-01T00:00:00"),
                        "purchase",
                        LocalDateTime.parse("2026-07-01T00:00:00"),
                        LocalDate.parse("2026-07-01"),
                        0.0);
    }

    @Test
    void anotherEngineNeedsNoWordOfTheFirst() {
        var everything = sql(
                SPARK,
                new FeatureDefinition.Frequency(),
                new RfmScore(Part.RECENCY),
                new FeatureDefinition.Tenure(),
                new FeatureDefinition.Age("birth_date"),
                new EventCount("view", 90),
                new FeatureDefinition.AttributeOf("city"));

        assertThat(everything.text()).doesNotContain("\"", "varchar", "date_diff", "date_sub");
    }

    @Test
    void whatSeveralFeaturesNeedIsGatheredOnce() {
        var sql = sql(
                Dialect.DUCKDB,
                new FeatureDefinition.Frequency(),
                new RfmScore(Part.FREQUENCY),
                new EventCount("purchase", FeatureDefinition.EVER));

        assertThat(sql.text()).containsOnlyOnce("count(*) filter");
    }

    @Test
    void aTypeFromAFileIsBoundAndAColumnOfItQuoted() {
        var sql = sql(
                Dialect.DUCKDB,
                new EventCount("x'); drop table t; --", 30),
                new FeatureDefinition.AttributeOf("a\" from t; --"));

        assertThat(sql.text()).doesNotContain("drop table").contains("\"a\"\" from t; --\"");
        assertThat(sql.parameters()).contains("x'); drop table t; --");
    }
}
