package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The files of the sample world are read as their README describes them, and their planted errors come to light. */
class SampleFilesTest {
    private static final Path SAMPLE = Path.of("sample-data");

    private final DuckDbEngine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private Source imported(String name, Role role) {
        var file = SAMPLE.resolve(name);
        assertThat(FileDetection.detect(file, Progress.NONE).likelyRoles())
                .as(name)
                .first()
                .isEqualTo(role);
        var source = Imports.file(engine, file, role);
        assertThat(source.accepted() + source.rejected() + source.duplicates())
                .as(name)
                .isEqualTo(source.rows());
        return source;
    }

    private long count(String condition) {
        return (long) engine.number(Sql.of("select count(*) from source_1 where " + condition), Progress.NONE);
    }

    /** How many errors of a kind were planted in a file, from the truth beside it. */
    private long planted(String file, String column, String kind) {
        var truth = Imports.plan(SAMPLE.resolve("truth/errors.csv"), Role.ITEMS);
        var plan = MappingProposal.withMapping(truth, java.util.Map.of("file", "item_id"));
        FileImport.run(engine, plan, "truth", Progress.NONE);
        return (long) engine.number(
                Sql.of(
                        "select count(*) from truth where item_id = ? and coalesce(\"column\", '') = ? and kind = ?",
                        file,
                        column,
                        kind),
                Progress.NONE);
    }

    @Test
    void customersAreRead() {
        var source = imported("crm_customers.csv", Role.CUSTOMERS);

        assertThat(source.rows()).isEqualTo(5_990);
        assertThat(source.duplicates()).isEqualTo(planted("crm_customers.csv", "", "repeated_row"));
        assertThat(source.columns())
                .extracting(ImportedColumn::field)
                .contains("id", "given_name", "family_name", "email", "phone", "birth_date", "postcode", "created_at");
        assertThat(count("birth_date is null")).isLessThan(source.accepted() / 10);
    }

    @Test
    void germanLoyaltyCardsInWindows1252AreRead() {
        var source = imported("loyalty_members.csv", Role.CUSTOMERS);

        assertThat(source.plan().dialect())
                .extracting(CsvDialect::delimiter, CsvDialect::encoding)
                .containsExactly(";", "windows-1252");
        assertThat(source.rows()).isEqualTo(2_351);
        assertThat(source.data().schema().names())
                .contains("id", "email", "given_name", "family_name", "birth_date", "created_at", "umsatz_laden");
        assertThat(engine.number(Sql.of("select max(umsatz_laden) from source_1"), Progress.NONE))
                .isGreaterThan(100);
        assertThat(count("given_name like '%ü%'")).isPositive();
    }

    @Test
    void theNewsletterIsReadFromJson() {
        var source = imported("newsletter.json", Role.CUSTOMERS);

        assertThat(source.counts()).isEqualTo(new RowCounts(2_377, 2_377, 0, 0));
        assertThat(count("id is null")).isBetween(300L, 700L);
    }

    @Test
    void webEventsAreReadAndThoseWithoutUserOrTimeRejected() {
        var source = imported("web_events.csv", Role.EVENTS);

        assertThat(source.rows()).isEqualTo(133_245);
        assertThat(source.rejected())
                .isEqualTo(planted("web_events.csv", "user", "missing")
                        + planted("web_events.csv", "event_time", "impossible"));
        assertThat(source.data().schema().names())
                .containsAll(List.of("timestamp", "customer_id", "session_id", "type", "item_id", "value", "device"));
    }

    @Test
    void ordersWithDecimalCommasAreRead() {
        var source = imported("orders.csv", Role.EVENTS);

        assertThat(source.rows()).isEqualTo(9_972);
        assertThat(source.columns())
                .filteredOn(column -> column.name().equals("value"))
                .extracting(ImportedColumn::unreadable)
                .containsExactly(0L);
        assertThat(count("value is null")).isZero();
        assertThat(source.rejected()).isEqualTo(planted("orders.csv", "customer", "missing"));
    }

    @Test
    void productsConsentsAndExposuresAreRead() {
        assertThat(imported("products.csv", Role.ITEMS).counts()).isEqualTo(new RowCounts(390, 390, 0, 0));
        assertThat(imported("homepage_test.csv", Role.EXPOSURES).counts()).isEqualTo(new RowCounts(4_045, 4_045, 0, 0));
        var consents = imported("consents.csv", Role.CONSENTS);
        assertThat(consents.rows()).isEqualTo(13_145);
        assertThat(consents.rejected()).isEqualTo(planted("consents.csv", "status", "unknown_status"));
        assertThat(count("status not in ('granted', 'denied', 'withdrawn')")).isZero();
    }
}
