package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.table.ColumnType;
import corymb.table.Table;
import corymb.work.Failure;
import corymb.work.JobProgress;
import corymb.work.Progress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a file go where they belong, and none gets lost. */
class FileImportTest {
    private final DuckDbEngine engine = DuckDbEngine.open();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    private Source imported(String text, Role role) {
        return Imports.file(engine, Imports.write(folder, "file.csv", text), role);
    }

    private Table query(String sql) {
        return engine.table(Sql.of(sql), Progress.NONE);
    }

    private static List<String> column(Table table, String name) {
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.text(row, name))
                .toList();
    }

    @Test
    void typesAreRealAndIdsKeepTheirZeros() {
        var source = imported("customer_id,timestamp,value,pages\n007,2024-03-05T10:00:00+02:00,12.5,3\n", Role.EVENTS);

        assertThat(source.data().schema().fields())
                .extracting(field -> field.name() + " " + field.type())
                .containsExactly(
                        "customer_id TEXT", "timestamp TIMESTAMP", "value DECIMAL", "pages INTEGER", "type TEXT");
        var rows = query("select * from source_1");
        assertThat(rows.columns())
                .extracting(column -> column.text(0))
                .containsExactly("007", "2024-03-05T08:00:00Z", "12.5", "3", "purchase");
    }

    @Test
    void fiveHundredColumnsNeedNoMoreMemoryThanThereIs() {
        var header = IntStream.range(0, 500).mapToObj(i -> "n" + i).toList();
        var row = IntStream.range(0, 500).mapToObj(Integer::toString).toList();
        var gaps = IntStream.range(0, 500).mapToObj(_ -> "n/a").toList();

        var source = imported(
                "id," + String.join(",", header) + "\na," + String.join(",", row) + "\nb," + String.join(",", gaps)
                        + "\n",
                Role.CUSTOMERS);

        assertThat(source.accepted()).isEqualTo(2);
        assertThat(column(query("select n499 from source_1"), "n499")).containsExactly("499", "");
    }

    @Test
    void offsetsAreTurnedIntoUtcTheFastWayToo() {
        imported("customer_id,timestamp\n1,2024-03-05T10:00:00+02:00\n2,2024-03-05 10:00\n3,2024-03-05\n", Role.EVENTS);

        assertThat(column(query("select timestamp from source_1"), "timestamp"))
                .containsExactly("2024-03-05T08:00:00Z", "2024-03-05T10:00:00Z", "2024-03-05T00:00:00Z");
    }

    @Test
    void brokenAndIncompleteRowsAreRejectedWithLineColumnTextAndReason() {
        var source = imported("""
                customer_id,timestamp,item_id
                1,2024-01-01,a
                2,2024-01-02
                ,2024-01-03,c
                4,yesterday,"d,e"
                5,2024-01-05,"f
                g"
                6,2024-01-06,h,i
                7,2024-01-07,j
                """, Role.EVENTS);

        assertThat(source.counts()).isEqualTo(new RowCounts(7, 3, 4, 0));
        var rejects = query("select * from source_1_rejects order by line");
        assertThat(column(rejects, "line")).containsExactly("3", "4", "5", "8");
        assertThat(column(rejects, "column")).containsExactly("", "customer_id", "timestamp", "");
        assertThat(column(rejects, "text"))
                .containsExactly("2,2024-01-02", ",2024-01-03,c", "4,yesterday,\"d,e\"", "6,2024-01-06,h,i");
        assertThat(column(rejects, "reason"))
                .containsExactly(
                        "The row has 2 values where the table has 3 columns.",
                        "There is no value for customer_id, which each row needs.",
                        "This is not a time.",
                        "The row has 4 values where the table has 3 columns.");
        assertThat(column(query("select item_id from source_1"), "item_id")).containsExactly("a", "f\ng", "j");
    }

    @Test
    void strayAndUnclosedQuotesCostOnlyTheirOwnRow() {
        var source = imported(
                "item_id,title\n1,\"good\"\n2,\"never closed\n3,\"text\" after\n4,in \"the\" middle\n5,last\n",
                Role.ITEMS);

        assertThat(source.counts()).isEqualTo(new RowCounts(5, 3, 2, 0));
        assertThat(column(query("select * from source_1_rejects order by line"), "line"))
                .containsExactly("3", "4");
        assertThat(column(query("select title from source_1"), "title"))
                .containsExactly("good", "in \"the\" middle", "last");
        assertThat(source.columns().get(1).note()).startsWith("1 value holds quote marks");
    }

    @Test
    void unreadableOptionalValuesBecomeMissingAndAreKept() {
        var text = new StringBuilder("id,birth_date,email\n");
        IntStream.range(0, 50)
                .forEach(i -> text.append(i).append(",1980-01-01,a").append(i).append("@b.example\n"));
        var source = imported(text + "50,1979-02-30,c@d.example\n", Role.CUSTOMERS);

        assertThat(source.accepted()).isEqualTo(51);
        assertThat(source.columns()).extracting(ImportedColumn::unreadable).containsExactly(0L, 1L, 0L);
        var unreadable = query("select * from source_1_unreadable");
        assertThat(unreadable.columns())
                .extracting(column -> column.text(0))
                .containsExactly("52", "birth_date", "1979-02-30");
    }

    @Test
    void mixedDateFormatsAreAllReadAndTheOrderOfDayAndMonthFollowsTheMajority() {
        var source = imported(
                "id,birth_date\n1,2024-03-05\n2,05.03.2024\n3,03/05/2024\n4,03/25/2024\n5,12/31/2023\n6,31/12/2023\n7,5 March 2024\n",
                Role.CUSTOMERS);

        assertThat(column(query("select birth_date from source_1"), "birth_date"))
                .containsExactly(
                        "2024-03-05",
                        "2024-03-05",
                        "2024-03-05",
                        "2024-03-25",
                        "2023-12-31",
                        "2023-12-31",
                        "2024-03-05");
        assertThat(source.columns().get(1).note())
                .contains("03/05 is read as 5 March")
                .contains("1 can only be day first, 2 only month first");
    }

    @Test
    void valuesUnlikeTheSampleAreStillRead() {
        var text = new StringBuilder("customer_id,timestamp,value\n");
        IntStream.range(0, 25_000).forEach(i -> text.append(i).append(",2024-03-05 10:00:00,1.5\n"));
        var source = imported(text + "x,05.03.2024 11:30,\"1.234,50\"\n", Role.EVENTS);

        assertThat(source.counts()).isEqualTo(new RowCounts(25_001, 25_001, 0, 0));
        var last = query("select * from source_1 where customer_id = 'x'");
        assertThat(last.text(0, "timestamp")).isEqualTo("2024-03-05T11:30:00Z");
        assertThat(last.text(0, "value")).isEqualTo("1234.5");
    }

    @Test
    void decimalCommasAndThousandsMarksAreReadByColumn() {
        imported("item_id;price;title\n1;1.234,56 €;a\n2;0,99;b\n3;1.000;c\n4;12,5;d\n5;-3;e\n", Role.ITEMS);

        assertThat(column(query("select price from source_1"), "price"))
                .containsExactly("1234.56", "0.99", "1000", "12.5", "-3");
    }

    @Test
    void consentWordsBecomeThreeStatusesAndOthersAreRejected() {
        var source = imported(
                "customer,purpose,status\n1,mail,yes\n2,mail,opt-out\n3,mail,Widerrufen\n4,mail,pending\n5,mail,\n",
                Role.CONSENTS);

        assertThat(column(query("select status from source_1"), "status"))
                .containsExactly("granted", "denied", "withdrawn");
        assertThat(column(query("select reason from source_1_rejects order by line"), "reason"))
                .containsExactly(
                        "The status is neither granted nor denied nor withdrawn.",
                        "There is no value for status, which each row needs.");
        assertThat(source.rejected()).isEqualTo(2);
    }

    @Test
    void repeatedRowsAreRecognisedExceptAmongEvents() {
        var rows = "id,email\n1,a@b.example\n2,c@d.example\n1,a@b.example\n1,A@b.example\n";

        assertThat(imported(rows, Role.CUSTOMERS).counts()).isEqualTo(new RowCounts(4, 3, 0, 1));
        assertThat(imported("customer_id,timestamp\n1,2024-01-01\n1,2024-01-01\n", Role.EVENTS)
                        .counts())
                .isEqualTo(new RowCounts(2, 2, 0, 0));
    }

    @Test
    void jsonArraysAndJsonLinesGiveTheSameRows() {
        var objects = List.of(
                "{\"email\":\"a@b.example\",\"id\":7,\"topics\":[\"x\",\"y\"],\"rate\":0.5}",
                "{\"email\":\"c@d.example\",\"rate\":0.25,\"place\":{\"city\":\"Gent\"}}");
        var array = Imports.file(
                engine, Imports.write(folder, "a.json", "[\n" + String.join(",\n", objects) + "\n]"), Role.CUSTOMERS);
        var first = query("select * from source_1");
        var lines = Imports.file(
                engine, Imports.write(folder, "b.json", String.join("\n", objects) + "\nno object\n"), Role.CUSTOMERS);
        var second = query("select * from source_1");

        assertThat(array.counts()).isEqualTo(new RowCounts(2, 2, 0, 0));
        assertThat(lines.counts()).isEqualTo(new RowCounts(3, 2, 1, 0));
        assertThat(first.schema().names()).containsExactly("email", "id", "topics", "rate", "city");
        for (var name : first.schema().names()) {
            assertThat(column(second, name)).isEqualTo(column(first, name));
        }
        assertThat(column(first, "topics")).containsExactly("x|y", "");
        assertThat(column(first, "city")).containsExactly("", "Gent");
    }

    /** The same letters in several encodings; Java's own encoders write the files. */
    @Test
    void encodingsAreFoundAndNothingIsReplaced() {
        var text = "id,city\n1,Zürich\n2,Curaçao\n3,Malmö\n4,Köln\n";
        for (var name : List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE")) {
            var file = Imports.write(folder, name + ".csv", text, Charset.forName(name));
            assertThat(FileDetection.detect(file, Progress.NONE).dialect().encoding())
                    .as(name)
                    .isEqualTo(name);
            Imports.file(engine, file, Role.CUSTOMERS);
            assertThat(column(query("select city from source_1"), "city"))
                    .containsExactly("Zürich", "Curaçao", "Malmö", "Köln");
        }
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() {
        var source = imported("\uFEFFcustomer_id,timestamp\n1,2024-01-01\n", Role.EVENTS);

        assertThat(source.columns().getFirst().column()).isEqualTo("customer_id");
    }

    @Test
    void bytesThatAreNoTextAreRejectedAndShown() throws Exception {
        var bytes = "customer_id,timestamp,note\n1,2024-01-01,ok\n2,2024-01-02,b\u00e4d\n3,2024-01-03,n\0l\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        var file = Files.write(folder.resolve("mixed.csv"), bytes);
        var dialect = CsvDialect.STANDARD;
        var detected = FileDetection.detect(file, dialect, Progress.NONE);
        var plan = ImportPlan.of("mixed", Role.EVENTS, detected, MappingProposal.propose(detected, Role.EVENTS));

        var source = FileImport.run(engine, plan, "source_1", Progress.NONE);

        assertThat(source.counts()).isEqualTo(new RowCounts(3, 1, 2, 0));
        assertThat(column(query("select text from source_1_rejects order by line"), "text"))
                .containsExactly("2,2024-01-02,b\u00e4d", "3,2024-01-03,n\u2400l");
    }

    @Test
    void anyDelimiterAndLineBreakIsFound() {
        for (var delimiter : List.of(",", ";", "\t", "|", "^", "~")) {
            for (var newline : List.of("\n", "\r\n", "\r")) {
                var text = String.join(newline, "id,email,city", "1,a@b.example,Bern", "2,c@d.example,Genf", "")
                        .replace(",", delimiter);
                var source = imported(text, Role.CUSTOMERS);
                assertThat(source.plan().dialect().delimiter()).isEqualTo(delimiter);
                assertThat(source.counts()).isEqualTo(new RowCounts(2, 2, 0, 0));
            }
        }
    }

    /** Rows written with known defects: the import must find exactly as many of each. */
    @Test
    void noRowOfADirtyFileIsLost() {
        for (int round = 0; round < 12; round++) {
            var random = new Seed(round).generator();
            int rows = 200 + random.nextInt(400);
            int bad = 0;
            var text = new StringBuilder("customer_id,timestamp,note,amount\r\n");
            for (int row = 0; row < rows; row++) {
                int kind = random.nextInt(12);
                bad += kind < 4 ? 1 : 0;
                text.append(
                                switch (kind) {
                                    case 0 -> row + ",2024-01-01";
                                    case 1 -> row + ",2024-01-01,a,1,extra,,";
                                    case 2 -> ",2024-01-01,a,1";
                                    case 3 -> row + ",never,\"a\nb\",1";
                                    case 4 -> row + ",2024-01-01 10:00,\"line\r\nbreak, \"\"quoted\"\"\",2";
                                    case 5 -> row + ",05.03.2024,ünïcode,\"3,5\"";
                                    case 6 -> row + ",2024-01-01T00:00:00Z,  blanks ,abc";
                                    default -> row + ",2024-01-01,a,1.25";
                                })
                        .append("\r\n");
            }
            var source = imported(text.toString(), Role.EVENTS);
            assertThat(source.counts()).as("round %d", round).isEqualTo(new RowCounts(rows, rows - bad, bad, 0));
            assertThat(source.data().rows()).isEqualTo(source.accepted());
            assertThat(source.rejects().rows()).isEqualTo(source.rejected());
        }
    }

    @Test
    void cancellingLeavesNothingBehind() throws Exception {
        var text = new StringBuilder("customer_id,timestamp\n");
        IntStream.range(0, 20_000).forEach(i -> text.append(i).append(",05.03.2024\n"));
        var plan = Imports.plan(Imports.write(folder, "long.csv", text.toString()), Role.EVENTS);
        for (double stopAt : List.of(0.1, 0.4, 0.6, 0.9)) {
            var running = new ArrayList<JobProgress>();
            var progress = new JobProgress((fraction, step) -> {
                if (fraction >= stopAt) {
                    running.getFirst().cancel();
                }
            });
            running.add(progress);
            assertThatThrownBy(() -> FileImport.run(engine, plan, "source_1", progress))
                    .isInstanceOf(CancellationException.class);
            assertThat(engine.number(Sql.of("select count(*) from duckdb_tables()"), Progress.NONE))
                    .isZero();
            try (var files = Files.list(engine.scratch())) {
                assertThat(files.filter(file -> file.toString().contains("import-")))
                        .isEmpty();
            }
        }
    }

    @Test
    void aDryRunKeepsNothing() {
        var plan = Imports.plan(
                Imports.write(folder, "few.csv", "id,email\n1,a@b.example\n2,x@y.example\n"), Role.CUSTOMERS);

        var source = FileImport.dryRun(engine, plan, "source_1", Progress.NONE);

        assertThat(source.accepted()).isEqualTo(2);
        assertThat(engine.has("source_1")).isFalse();
    }

    @Test
    void aColumnOfTheWrongTypeStaysText() {
        var text = new StringBuilder("id,score\n");
        IntStream.range(0, 2_500).forEach(i -> text.append(i).append(i < 2_100 ? ",5\n" : ",five\n"));
        var source = imported(text.toString(), Role.CUSTOMERS);

        assertThat(source.columns().get(1)).extracting(ImportedColumn::type).isEqualTo(ColumnType.TEXT);
        assertThat(source.columns().get(1).note()).contains("Kept as text");
        assertThat(engine.number(Sql.of("select count(*) from source_1 where score = 'five'"), Progress.NONE))
                .isEqualTo(400);
    }

    @Test
    void whatCannotBeImportedSaysWhy() throws Exception {
        var binary = Files.write(folder.resolve("a.bin"), new byte[] {1, 2, 3, 0, 0, 4, 5, 0});
        var header = Imports.write(folder, "header.csv", "id,email\n");
        assertProblem(() -> Imports.plan(folder.resolve("none.csv"), Role.EVENTS), "There is no such file.");
        assertProblem(() -> Imports.plan(folder, Role.EVENTS), "This is a folder, not a file.");
        assertProblem(() -> Imports.plan(Imports.write(folder, "e.csv", " \n"), Role.EVENTS), "The file is empty.");
        assertProblem(() -> Imports.plan(binary, Role.EVENTS), "The file is not text.");
        assertProblem(() -> Imports.plan(header, Role.CUSTOMERS), "The file has no rows below its header.");
        assertProblem(() -> imported("a,b\n1,2\n", Role.CONSENTS), "No column is mapped to customer_id and purpose");
        assertProblem(
                () -> imported("customer_id,timestamp\n,2024-01-01\n", Role.EVENTS),
                "None of the 1 rows could be taken.");
    }

    @Test
    void aColumnIsMappedByHandAndItsOldFieldBecomesFree() {
        var file = Imports.write(folder, "m.csv", "id,other_id,email\n1,77,a@b.example\n");
        var plan =
                MappingProposal.withMapping(Imports.plan(file, Role.CUSTOMERS), Map.of("other_id", "id", "email", "-"));

        FileImport.run(engine, plan, "source_1", Progress.NONE);

        assertThat(query("select * from source_1").schema().names()).containsExactly("id_2", "id");
        assertProblem(
                () -> MappingProposal.withMapping(plan, Map.of("nothing", "id")), "The file has no column nothing.");
    }

    /** 100 MB in one value, and 200,000 columns. */
    @Test
    void absurdFilesGiveAProblem() throws Exception {
        var huge = folder.resolve("huge.csv");
        try (var writer = Files.newBufferedWriter(huge)) {
            writer.write("id,email\n1,\"");
            for (int i = 0; i < 100; i++) {
                writer.write("x".repeat(1_000_000));
            }
        }
        var wide = Imports.write(folder, "wide.csv", "a,".repeat(200_000) + "b\n" + "1,".repeat(200_000) + "2\n");

        assertThatThrownBy(() -> Imports.file(engine, huge, Role.CUSTOMERS)).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> Imports.file(engine, wide, Role.CUSTOMERS)).isInstanceOf(Failure.class);
    }

    private static void assertProblem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String what) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.problem().what()).startsWith(what));
    }
}
