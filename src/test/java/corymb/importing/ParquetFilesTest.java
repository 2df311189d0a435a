package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.sql.Sql;
import corymb.work.Failure;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Parquet files come in with the types that they hold. */
class ParquetFilesTest extends ImportFixture {
    @Test
    void valuesKeepTheirTypesAndNestedOnesGetDottedNames() throws IOException {
        var file = parquet("people.parquet", """
                select * from (values
                  (1::bigint, 'Ann, "A"', 0.1::double, 12.50::decimal(9,2), true, date '2024-02-29',
                   timestamp '2024-02-29 12:30:00', {'city': 'Gent', 'geo': {'lat': 51.05::double}}, ['x', 'y']),
                  (2, null, 'nan', null, false, null, null, null, null))
                  as t(id, name, rate, price, is_member, birth_date, seen, home, topics)""");

        var found = FileDetection.detect(file, Progress.NONE);
        var source = Imports.file(engine, file, Role.CUSTOMERS);
        var rows = query("select * from source_1");

        assertThat(found.format()).isEqualTo(FileFormat.PARQUET);
        assertThat(found.columns())
                .extracting(DetectedColumn::name)
                .containsExactly(
                        "id",
                        "name",
                        "rate",
                        "price",
                        "is_member",
                        "birth_date",
                        "seen",
                        "home.city",
                        "home.geo.lat",
                        "topics");
        assertThat(source.counts()).isEqualTo(new RowCounts(2, 2, 0, 0));
        assertThat(Imports.column(rows, "name")).containsExactly("Ann, \"A\"", "");
        assertThat(Imports.column(rows, "rate")).containsExactly("0.1", "");
        assertThat(Imports.column(rows, "price")).containsExactly("12.5", "");
        assertThat(Imports.column(rows, "is_member")).containsExactly("true", "false");
        assertThat(Imports.column(rows, "birth_date")).containsExactly("2024-02-29", "");
        assertThat(Imports.column(rows, "city")).containsExactly("Gent", "");
        assertThat(Imports.column(rows, "home_geo_lat")).containsExactly("51.05", "");
        assertThat(Imports.column(rows, "topics")).containsExactly("[\"x\",\"y\"]", "");
        assertThat(source.columns().get(2).unreadable()).isEqualTo(1);
    }

    @Test
    void theFilesOfAFolderAreOneSourceAndAnotherOfThemWithOtherColumnsIsNot() throws IOException {
        var parts = Files.createDirectory(folder.resolve("parts [1]"));
        Files.copy(
                parquet("a", "select 'c' || i as customer_id, now() as timestamp from range(3) t(i)"),
                parts.resolve("1.parquet"));
        Files.copy(
                parquet("b", "select 'd' || i as customer_id, now() as timestamp from range(4) t(i)"),
                parts.resolve("2.parquet"));

        assertThat(Imports.file(engine, parts, Role.EVENTS).counts()).isEqualTo(new RowCounts(7, 7, 0, 0));

        var plan = Imports.plan(parts, Role.EVENTS);
        Files.copy(parquet("c", "select 1 as other"), parts.resolve("3.parquet"));
        assertThatThrownBy(() -> FileImport.run(engine, plan, "source_1", Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("The columns of the file are not those that were planned");
    }

    /** Each file differs from a sound one in a few bytes, or ends early. */
    @Test
    void damagedFilesEndInAProblemOrInRows() throws IOException {
        var sound = Files.readAllBytes(parquet(
                "sound", "select 'c' || i as customer_id, now() as timestamp, i * 0.5 as value from range(500) t(i)"));
        var random = new Random(7);
        for (int round = 0; round < 60; round++) {
            var bytes =
                    round % 6 == 0 ? java.util.Arrays.copyOf(sound, random.nextInt(5, sound.length)) : sound.clone();
            for (int i = 0; i < 3; i++) {
                bytes[random.nextInt(4, bytes.length)] = (byte) random.nextInt();
            }
            var file = Files.write(folder.resolve("damaged.parquet"), bytes);
            try {
                assertThat(Imports.file(engine, file, Role.EVENTS).rows()).isPositive();
            } catch (Failure problem) {
                assertThat(problem.problem().remedy()).isNotEmpty();
            }
        }
    }

    @Test
    void aTinyFileOfEndlesslyManyRowsIsNoTable() throws IOException {
        var file = parquet("bomb.parquet", "select repeat('x', 1000) as id from range(3000000)");
        assertThat(Files.size(file)).isLessThan(3_000_000);

        assertThatThrownBy(() -> Imports.file(engine, file, Role.CUSTOMERS))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("unpacks to more than");
    }

    private Path parquet(String name, String query) throws IOException {
        var written = engine.scratch().resolve("written.parquet");
        engine.run(Sql.of("copy (" + query + ") to '" + written + "' (format parquet)"), Progress.NONE);
        return Files.move(written, folder.resolve(name));
    }
}
