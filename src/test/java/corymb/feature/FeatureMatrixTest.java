package corymb.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.rule.Moment;
import corymb.sql.DuckDbEngine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Failure;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeatureMatrixTest {
    private final DuckDbEngine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private Relation features() {
        return engine.create(
                "f",
                Sql.of(
                        "select * from (values ('b', 4.0, true, 'DE', date '1970-01-03'), ('a', null, false, 'AT', null),"
                                + " ('c', 2.0, null, null, date '1970-01-01')) t(customer_id, x, flag, country, since)"),
                Progress.NONE);
    }

    @Test
    void rowsAreInTheOrderOfCustomersAndGapsAreFilledAndCounted() {
        var matrix = FeatureMatrix.of(engine, features(), List.of("x", "flag"), Progress.NONE);
        assertThat(matrix.customerIds()).containsExactly("a", "b", "c");
        assertThat(matrix.values().toArray())
                .as("the median of 4 and 2 is 3, of true and false one half")
                .containsExactly(3, 0, 4, 1, 2, 0.5);
        assertThat(matrix.encodings())
                .containsExactly(
                        new Encoding("x", "x", Optional.empty(), 1, 3),
                        new Encoding("flag", "flag", Optional.empty(), 1, 0.5));
    }

    @Test
    void aTextHasAColumnForEachLevelAndADateItsDays() {
        var matrix = FeatureMatrix.of(engine, features(), List.of("country", "since"), Progress.NONE);
        assertThat(matrix.values().columnNames()).containsExactly("country=AT", "country=DE", "since");
        assertThat(matrix.values().toArray()).containsExactly(1, 0, 1, 0, 1, 2, 0, 0, 0);
    }

    @Test
    void beyondTwelveLevelsTheRestAreOthers() {
        var many = engine.create(
                "many",
                Sql.of("select i::varchar as customer_id, 'L' || least(i // 2, 14) as level from range(32) t(i)"),
                Progress.NONE);
        var matrix =
                FeatureMatrix.of(engine, many, List.of("level"), Progress.NONE).values();
        assertThat(matrix.columnCount()).isEqualTo(13);
        assertThat(matrix.columnNames().getLast()).isEqualTo("level=(other)");
    }

    @Test
    void whatCannotBecomeAMatrixIsAProblem() {
        var empty = engine.create("e", Sql.of("select 'a' as customer_id, cast(null as double) as x"), Progress.NONE);
        var none = engine.create("n", Sql.of("select 'a' as customer_id, 1 as x where false"), Progress.NONE);
        assertThatThrownBy(() -> FeatureMatrix.of(engine, empty, List.of("x"), Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no value");
        assertThatThrownBy(() -> FeatureMatrix.of(engine, none, List.of("x"), Progress.NONE))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> FeatureMatrix.of(engine, features(), List.of(), Progress.NONE))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> FeatureMatrix.of(engine, features(), List.of("shoe"), Progress.NONE))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> FeatureMatrix.of(engine, features(), List.of("customer_id"), Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("There is no feature");
    }

    @Test
    void suitableFeaturesAreNumbersThatDifferAndAreMostlyKnown() {
        var people = engine.create(
                "people",
                Sql.of(
                        "select i::varchar as customer_id, i as income, 7 as constant, case when i = 0 then 1.5 end as rare,"
                                + " 'A' || (i % 2) as letter, 10000 + i as postcode, 1 + i % 3 as \"Sales Region\", 'B' || (i % 2) as type from range(9) t(i)"),
                Progress.NONE);
        var data = new CustomerData(people, List.of());
        var plan = FeaturePlan.standard(engine, data, Moment.utc(Instant.EPOCH), Progress.NONE);
        var features = FeatureComputation.run(engine, data, plan, "g", Progress.NONE);
        assertThat(FeatureMatrix.suitable(features)).containsExactly("income");
        assertThat(FeatureMatrix.suitableMixed(features)).containsExactly("income", "letter", "type");
    }
}
