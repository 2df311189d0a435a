package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns of fixed width on the command line. */
class ImportFixedTest {
    @TempDir
    private Path folder;

    private Path project;
    private Path may;

    @BeforeEach
    void create() throws IOException {
        project = folder.resolve("p.corymb");
        done("create", project);
        may = Files.writeString(folder.resolve("may.txt"), "A1Bonn  12\nA2Berlin 7\n");
    }

    @Test
    void columnsAreNamedAndRememberedForTheNextFile() throws IOException {
        var taken = done(
                        "import",
                        project,
                        may,
                        "--as",
                        "customers",
                        "--columns",
                        "id:0:2,city:2:6,spent:8:2",
                        "--source",
                        "people",
                        "--json")
                .json();
        assertThat(taken.path("accepted").asInt()).isEqualTo(2);
        assertThat(taken.path("dialect").path("delimiter").asString()).isEqualTo("fixed");
        assertThat(taken.path("dialect").path("fixed").asString()).isEqualTo("id:0:2, city:2:6, spent:8:2");

        var june = Files.writeString(folder.resolve("june.txt"), "A3Ulm    4\nA1Köln  15\n");
        var again = done("import", project, june, "--again", "people", "--json").json();
        assertThat(again.path("new").asInt()).isEqualTo(1);
        assertThat(again.path("updated").asInt()).isEqualTo(1);
        assertThat(again.path("drift").isEmpty()).isTrue();
    }

    @Test
    void aSchemaSaysTheSame() throws IOException {
        var schema =
                Files.writeString(folder.resolve("schema.csv"), "column,start,length\nid,0,2\ncity,2,6\nspent,8,2\n");

        var taken = done("import", project, may, "--as", "customers", "--schema", schema, "--json")
                .json();

        assertThat(taken.path("dialect").path("fixed").asString()).isEqualTo("id:0:2, city:2:6, spent:8:2");
    }

    @Test
    void whatIsAskedForWronglyIsSaidAndNothingIsStored() {
        assertThat(refused(1, "import", project, may, "--as", "customers", "--columns", "id:0:3,city:2:6"))
                .contains("The column city begins at 2, within the column id.");
        assertThat(refused(1, "import", project, may, "--as", "customers", "--schema", folder.resolve("none")))
                .contains("There is no such file.");
        assertThat(refused(2, "import", project, may, "--as", "customers", "--columns", "id:0", "--schema", may))
                .contains("mutually exclusive");
        assertThat(done("info", project, "--json").json().path("customers").asInt())
                .isZero();
    }
}
