package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places other than text files on the command line. */
class ImportPlacesTest {
    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void create() {
        project = folder.resolve("p.corymb");
        done("create", project);
    }

    @Test
    void aTableOfADatabaseIsChosenByName() throws SQLException {
        var shop = folder.resolve("shop.sqlite");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + shop);
                var statement = connection.createStatement()) {
            statement.executeUpdate("create table customers (id integer, email text);"
                    + "insert into customers values (1, 'a@b.example'), (2, 'c@d.example');"
                    + "create table orders (id); insert into orders values (1), (2), (3)");
        }

        var taken = done("import", project, shop, "--table", "customers", "--as", "customers", "--json")
                .json();

        assertThat(taken.path("format").asString()).isEqualTo("sqlite");
        assertThat(taken.path("inside").asString()).isEqualTo("customers");
        assertThat(taken.path("accepted").asInt()).isEqualTo(2);
        assertThat(refused(1, "import", project, shop, "--table", "people", "--as", "customers"))
                .contains("orders, customers");
    }

    @Test
    void whatWasWrittenAsParquetComesInAgain() throws SQLException {
        var file = folder.resolve("events.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("copy (select 'c' || i as customer_id, timestamp '2026-05-01 08:00:00' as timestamp"
                    + " from range(5) t(i)) to '" + file + "' (format parquet)");
        }

        var taken = done("import", project, file, "--as", "events", "--json").json();

        assertThat(taken.path("format").asString()).isEqualTo("parquet");
        assertThat(taken.path("accepted").asInt()).isEqualTo(5);
    }
}
