package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Published data sets give the totals that their publishers state. */
class PublishedFilesTest {
    private static final Path DATA = Path.of("../shared/data");

    private final DuckDbEngine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private static Path published(String name) {
        var file = DATA.resolve(name);
        assumeTrue(Files.exists(file), () -> "Skipped: " + file + " is not here");
        return file;
    }

    private double total(String expression) {
        return engine.number(Sql.of("select " + expression + " from source_1"), Progress.NONE);
    }

    /** Expected numbers: Bruce Hardie's CDNOW master file, 69,659 purchases of 23,570 customers for $2,500,315.63. */
    @Test
    void blankSeparatedPurchasesBecomeEvents() {
        var source = Imports.file(engine, published("customers-cdnow/CDNOW_master.txt"), Role.EVENTS);

        assertThat(source.counts()).isEqualTo(new RowCounts(69_659, 69_659, 0, 0));
        assertThat(total("sum(value)")).isCloseTo(2_500_315.63, within(0.005));
        assertThat(total("sum(number_of_cds)")).isEqualTo(167_881);
        assertThat(total("count(distinct customer_id)")).isEqualTo(23_570);
        assertThat(total("count(*) filter (customer_id = '00001')")).isEqualTo(1);
        assertThat(engine.table(
                                Sql.of("select min(timestamp) a, max(timestamp) b, min(type) c from source_1"),
                                Progress.NONE)
                        .columns())
                .extracting(column -> column.text(0))
                .containsExactly("1997-01-01T00:00:00Z", "1998-06-30T00:00:00Z", "purchase");
    }

    /** Expected: 2,357 customers and 6,919 purchases for $244,091.94, from a file without a header. */
    @Test
    void aFileWithoutAHeaderIsMappedByHand() {
        var file = published("customers-cdnow/CDNOW_sample.txt");
        var plan = MappingProposal.withMapping(
                Imports.plan(file, Role.EVENTS),
                Map.of("column_1", "customer_id", "column_3", "timestamp", "column_5", "value"));

        var source = FileImport.run(engine, plan, "source_1", Progress.NONE);

        assertThat(source.accepted()).isEqualTo(6_919);
        assertThat(total("sum(value)")).isCloseTo(244_091.94, within(0.005));
        assertThat(total("count(distinct customer_id)")).isEqualTo(2_357);
    }

    @Test
    void mallCustomersBecomeCustomers() {
        var file = published("customers-mall/Mall_Customers.csv");

        var source = Imports.file(engine, file, Role.CUSTOMERS);

        assertThat(source.counts()).isEqualTo(new RowCounts(200, 200, 0, 0));
        assertThat(source.data().schema().names())
                .containsExactly("id", "gender", "age", "annual_income_k", "spending_score_1_100");
        assertThat(total("avg(age)")).isCloseTo(38.85, within(1e-9));
    }

    /** Expected: 90,189 players, 44,700 at gate_30. */
    @Test
    void cookieCatsAreExposures() {
        var detected = FileDetection.detect(published("experiments-cookie-cats/cookie_cats.csv"), Progress.NONE);
        var source = Imports.file(engine, detected.file(), Role.EXPOSURES);

        assertThat(detected.likelyRoles()).first().isEqualTo(Role.EXPOSURES);
        assertThat(source.accepted()).isEqualTo(90_189);
        assertThat(total("count(*) filter (variant = 'gate_30')")).isEqualTo(44_700);
        assertThat(total("count(*) filter (retention_7 and variant = 'gate_30')"))
                .isEqualTo(8_502);
    }

    @Test
    void ratingsInSecondsSince1970AreEvents() {
        var detected = FileDetection.detect(published("recs-movielens-latest-small/ratings.csv"), Progress.NONE);
        var source = Imports.file(engine, detected.file(), Role.EVENTS);

        assertThat(detected.likelyRoles()).first().isEqualTo(Role.EVENTS);
        assertThat(source.accepted()).isEqualTo(100_004);
        assertThat(source.columns())
                .extracting(ImportedColumn::name)
                .contains("customer_id", "item_id", "value", "timestamp");
        assertThat(engine.table(
                                Sql.of("select timestamp from source_1 where customer_id = '1' and item_id = '31'"),
                                Progress.NONE)
                        .text(0, "timestamp"))
                .isEqualTo("2009-12-14T02:52:24Z");
    }
}
