package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Failure;
import corymb.work.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives and folders of files come in as the files in them would. */
class PackedFilesTest {
    private static final String MAY = "customer_id,timestamp,value\n1,2026-05-01,10\n2,2026-05-02,20\n,2026-05-03,1\n";
    private static final String JUNE =
            "customer_id,timestamp,value\r\n3,2026-06-01,30\r\n4,never,1\r\n5,2026-06-02\r\n";

    private final DuckDbEngine engine = DuckDbEngine.open();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    private Table query(String sql) {
        return engine.table(Sql.of(sql), Progress.NONE);
    }

    private Path zip(String name, Map<String, String> entries) throws IOException {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private Path gzip(String name, String text) throws IOException {
        var file = folder.resolve(name);
        try (var output = new GZIPOutputStream(Files.newOutputStream(file))) {
            output.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private Path bzip2(String name, String text) throws IOException {
        var file = folder.resolve(name);
        try (var output = new BZip2CompressorOutputStream(Files.newOutputStream(file))) {
            output.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static Detected detected(Path file) {
        return FileDetection.detect(file, Progress.NONE);
    }

    @Test
    void aGzippedFileGivesTheSameRowsAndTheFingerprintOfTheFileItself() throws IOException {
        var source = Imports.file(engine, gzip("may.csv.gz", MAY), Role.EVENTS);

        assertThat(source.counts()).isEqualTo(new RowCounts(3, 2, 1, 0));
        assertThat(Imports.column(query("select line from source_1_rejects"), "line"))
                .containsExactly("4");
        assertThat(source.stamp().bytes()).isEqualTo(Files.size(folder.resolve("may.csv.gz")));
        assertThat(detected(folder.resolve("may.csv.gz")).proposedName()).isEqualTo("may");
    }

    @Test
    void aFilePackedByBzip2GivesTheSameRowsAlsoOfSeveralLaidTogether() throws IOException {
        var may = bzip2("may.csv.bz2", MAY);
        var june = bzip2("june.csv.bz2", "3,2026-06-01,30\n");
        Files.write(may, Files.readAllBytes(june), StandardOpenOption.APPEND);

        var source = Imports.file(engine, may, Role.EVENTS);

        assertThat(source.counts()).isEqualTo(new RowCounts(4, 3, 1, 0));
        assertThat(source.stamp().bytes()).isEqualTo(Files.size(may));
        assertThat(detected(may).proposedName()).isEqualTo("may");
        assertThat(detected(Imports.write(folder, "names.csv", "BZh9,customer_id\n1,a\n"))
                        .columns())
                .hasSize(2);
    }

    @Test
    void likeFilesInAnArchiveAreOneSourceWhoseRejectsNameTheirEntry() throws IOException {
        var file = zip(
                "events.zip", Map.of("2026/may.csv", MAY, "2026/june.csv", JUNE, "__MACOSX/2026/._may.csv", "\0\0\0"));

        var source = Imports.file(engine, file, Role.EVENTS);

        assertThat(source.counts()).isEqualTo(new RowCounts(6, 3, 3, 0));
        assertThat(query("select sum(value) as v from source_1").text(0, "v")).isEqualTo("60");
        var rejects = query("select entry || ':' || line as at from source_1_rejects");
        assertThat(Imports.column(rejects, "at"))
                .containsExactly("2026/june.csv:3", "2026/june.csv:4", "2026/may.csv:4");
        assertThat(source.stamp().bytes()).isEqualTo(Files.size(file));
        assertThat(Rejects.of(List.of(source)).text()).contains("entry");
    }

    @Test
    void ofUnlikeFilesOneIsChosenByNameOrSeveralByPattern() throws IOException {
        var file = zip("all.zip", Map.of("may.csv", MAY, "june.csv", JUNE, "people.csv", "id,email\n1,a@b.example\n"));

        assertThat(detected(file).choices().areAlike()).isFalse();
        assertThat(detected(file).choices().entries()).containsExactly("june.csv", "may.csv", "people.csv");
        assertThat(imported(file, "may.csv").accepted()).isEqualTo(2);
        assertThat(imported(file, "*y.csv").accepted()).isEqualTo(2);
        assertThat(imported(file, "???*e.csv").rows()).isEqualTo(3);
        assertThatThrownBy(() -> imported(file, "july.csv"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("There is no july.csv in it.");
    }

    private Source imported(Path file, String entries) {
        var found = FileDetection.detect(file, new Inside(entries, ""), Progress.NONE);
        var plan = ImportPlan.of("test", Role.EVENTS, found, MappingProposal.propose(found, Role.EVENTS));
        return FileImport.run(engine, plan, "source_1", Progress.NONE);
    }

    @Test
    void aFolderAndAPatternOfFilesAreOneSource() throws IOException {
        var months = Files.createDirectory(folder.resolve("months"));
        Imports.write(months, "may.csv", MAY);
        Files.move(gzip("june.csv.gz", JUNE), months.resolve("june.csv.gz"));
        Imports.write(months, ".hidden", "x");

        assertThat(Imports.file(engine, months, Role.EVENTS).counts()).isEqualTo(new RowCounts(6, 3, 3, 0));
        var pattern = FilePattern.of(months + "/m*.csv");
        assertThat(pattern).isEqualTo(new FilePattern(Path.of(months + "/"), "m*.csv"));
        assertThat(imported(pattern.path(), pattern.entries()).rows()).isEqualTo(3);
        assertThat(FilePattern.of(months + "/may.csv").entries()).isEmpty();
    }

    @Test
    void aFileAmongThemWithOtherColumnsIsNamed() throws IOException {
        var months = Files.createDirectory(folder.resolve("months"));
        Imports.write(months, "may.csv", MAY);
        var found = FileDetection.detect(months, Progress.NONE);
        var plan = ImportPlan.of("test", Role.EVENTS, found, MappingProposal.propose(found, Role.EVENTS));
        Imports.write(months, "odd.csv", "id,city\n1,Bern\n");

        assertThatThrownBy(() -> FileImport.run(engine, plan, "source_1", Progress.NONE))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.problem().where()).endsWith("odd.csv"));
    }

    /** A megabyte of the same letter shrinks to a thousandth, as no table does. */
    @Test
    void bombsEndInAProblem() throws IOException {
        var gz = folder.resolve("bomb.csv.gz");
        try (var output = new GZIPOutputStream(Files.newOutputStream(gz))) {
            blow(output);
        }
        var zip = folder.resolve("bomb.zip");
        try (var output = new ZipOutputStream(Files.newOutputStream(zip))) {
            output.putNextEntry(new ZipEntry("bomb.csv"));
            blow(output);
        }
        var bz2 = folder.resolve("bomb.csv.bz2");
        try (var output = new BZip2CompressorOutputStream(Files.newOutputStream(bz2))) {
            // Of rows it would take minutes to pack.
            output.write(MAY.getBytes(StandardCharsets.US_ASCII));
            output.write("\n".repeat(100 << 20).getBytes(StandardCharsets.US_ASCII));
        }
        for (var bomb : List.of(gz, bz2, zip)) {
            assertThatThrownBy(() -> Imports.file(engine, bomb, Role.EVENTS))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("more than 200 times its size");
        }
    }

    private static void blow(OutputStream output) throws IOException {
        output.write("customer_id,timestamp\n".getBytes(StandardCharsets.US_ASCII));
        var row = "1,2026-01-01\n".repeat(80_000).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 100; i++) {
            output.write(row);
        }
    }

    @Test
    void whatIsCutOffOrNoTableIsSaid() throws IOException {
        var whole = Files.readAllBytes(gzip("may.csv.gz", MAY.repeat(1000)));
        var cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
        assertProblem(cut, "The archive is damaged or cut off.");
        var packed = Files.readAllBytes(bzip2("may.csv.bz2", MAY.repeat(1000)));
        var short2 = Files.write(folder.resolve("cut.csv.bz2"), Arrays.copyOf(packed, packed.length / 2));
        assertProblem(short2, "The archive is damaged or cut off.");
        packed[packed.length / 2] ^= 1;
        assertProblem(Files.write(folder.resolve("bits.csv.bz2"), packed), "The archive is damaged or cut off.");
        assertProblem(zip("empty.zip", Map.of()), "There are no files in it.");
        var inner = Files.readAllBytes(zip("inner.zip", Map.of("a.csv", MAY)));
        assertProblem(
                zip("outer.zip", Map.of("x.zip", new String(inner, StandardCharsets.ISO_8859_1))),
                "This kind of file cannot be read.");
        var broken = Files.write(folder.resolve("broken.zip"), Arrays.copyOf(inner, inner.length - 20));
        assertProblem(broken, "The archive is damaged or cut off.");
    }

    private void assertProblem(Path file, String what) {
        assertThatThrownBy(() -> Imports.file(engine, file, Role.EVENTS))
                .as(file.toString())
                .isInstanceOf(Failure.class)
                .hasMessageContaining(what);
    }
}
