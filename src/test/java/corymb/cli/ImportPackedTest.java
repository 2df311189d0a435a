package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives and folders on the command line. */
class ImportPackedTest {
    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void create() {
        project = folder.resolve("p.corymb");
        done("create", project);
    }

    private Path zip() throws IOException {
        var file = folder.resolve("shop.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var name : List.of("may.csv", "june.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("customer_id,timestamp\n1,2026-05-01\n2,never\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("people.csv"));
            zip.write("id,email\n1,a@b.example\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void unlikeFilesInAnArchiveMustBeChosenFrom() throws IOException {
        var zip = zip();

        assertThat(refused(1, "import", project, zip, "--as", "events"))
                .contains("--entry", "june.csv, may.csv, people.csv");
        var taken = done("import", project, zip, "--as", "events", "--entry", "*y.csv", "--json")
                .json();
        assertThat(taken.path("inside").asString()).isEqualTo("*y.csv");
        assertThat(taken.path("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void aPatternIsOneSourceAndItsRejectsNameTheirFile() throws IOException {
        for (var name : List.of("may.csv", "june.csv")) {
            Files.writeString(folder.resolve(name), "customer_id,timestamp\n1,2026-05-01\n2,never\n");
        }

        var taken = done("import", project, folder + "/*.csv", "--as", "events", "--source", "visits", "--json")
                .json();

        assertThat(taken.path("rows").asInt()).isEqualTo(4);
        assertThat(done("rejects", project).out())
                .contains("visits, june.csv, line 3, timestamp:", "visits, may.csv, line 3, timestamp:");
        assertThat(done("check", project, "--json").json().path("ok").asBoolean())
                .isTrue();
    }
}
