package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.work.Failure;
import corymb.work.JobProgress;
import corymb.work.Progress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows of a file go where they belong, and none gets lost. */
class FileImportTest extends ImportFixture {
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
        assertThat(Imports.column(query("select n499 from source_1"), "n499")).containsExactly("499", "");
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
        assertThat(Imports.column(rejects, "line")).containsExactly("3", "4", "5", "8");
        assertThat(Imports.column(rejects, "column")).containsExactly("", "customer_id", "timestamp", "");
        assertThat(Imports.column(rejects, "text"))
                .containsExactly("2,2024-01-02", ",2024-01-03,c", "4,yesterday,\"d,e\"", "6,2024-01-06,h,i");
        assertThat(Imports.column(rejects, "reason"))
                .containsExactly(
                        "The row has 2 values where the table has 3 columns.",
                        "There is no value for customer_id, which each row needs.",
                        "This is not a time.",
                        "The row has 4 values where the table has 3 columns.");
        assertThat(Imports.column(query("select item_id from source_1"), "item_id"))
                .containsExactly("a", "f\ng", "j");
    }

    @Test
    void strayAndUnclosedQuotesCostOnlyTheirOwnRow() {
        var source = imported(
                "item_id,title\n1,\"good\"\n2,\"never closed\n3,\"text\" after\n4,in \"the\" middle\n5,last\n",
                Role.ITEMS);

        assertThat(source.counts()).isEqualTo(new RowCounts(5, 3, 2, 0));
        assertThat(Imports.column(query("select * from source_1_rejects order by line"), "line"))
                .containsExactly("3", "4");
        assertThat(Imports.column(query("select title from source_1"), "title"))
                .containsExactly("good", "in \"the\" middle", "last");
        assertThat(source.columns().get(1).note()).startsWith("1 value holds quote marks");
    }

    @Test
    void repeatedRowsAreRecognisedExceptAmongEvents() {
        var rows = "id,email\n1,a@b.example\n2,c@d.example\n1,a@b.example\n1,A@b.example\n";

        assertThat(imported(rows, Role.CUSTOMERS).counts()).isEqualTo(new RowCounts(4, 3, 0, 1));
        assertThat(imported("customer_id,timestamp\n1,2024-01-01\n1,2024-01-01\n", Role.EVENTS)
                        .counts())
                .isEqualTo(new RowCounts(2, 2, 0, 0));
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
            assertThat(source.newest().rejects().rows()).isEqualTo(source.rejected());
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
    void whatCannotBeImportedSaysWhy() throws Exception {
        var binary = Files.write(folder.resolve("a.bin"), new byte[] {1, 2, 3, 0, 0, 4, 5, 0});
        var header = Imports.write(folder, "header.csv", "id,email\n");
        assertProblem(() -> Imports.plan(folder.resolve("none.csv"), Role.EVENTS), "There is no such file.");
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
                () -> MappingProposal.withMapping(plan, Map.of("nothing", "id")), "The file has no column “nothing”.");
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
