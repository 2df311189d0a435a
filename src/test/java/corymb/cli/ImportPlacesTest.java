package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import corymb.remote.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
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
    void aTableIsFetchedFromAServerAndItsPasswordIsWrittenNowhere() throws Exception {
        var started = PostgresServer.start();
        Assumptions.assumeTrue(started.isPresent(), "PostgreSQL is not installed here");
        var password = Files.writeString(folder.resolve("password"), PostgresServer.PASSWORD + "\n");
        try (var server = started.orElseThrow()) {
            server.execute("create table people (id int, email text, joined date);"
                    + "insert into people values (1, 'a@b.example', '2026-01-02'), (2, 'c@d.example', null)");
            var place = List.of(
                    "--database",
                    "postgresql",
                    "--port",
                    server.port(),
                    "--name",
                    "postgres",
                    "--user",
                    PostgresServer.USER,
                    "--password-file",
                    password);

            var taken = done(arguments(place, "--table", "people", "--as", "customers", "--json"))
                    .json();
            assertThat(taken.path("source").asString()).isEqualTo("people");
            assertThat(taken.path("accepted").asInt()).isEqualTo(2);
            assertThat(taken.path("origin").asString())
                    .isEqualTo("postgres, people at localhost:" + server.port() + " (PostgreSQL)");
            done(arguments(
                    place,
                    "--query",
                    "select id, email from people where id = 2",
                    "--as",
                    "customers",
                    "--source",
                    "second"));
            assertThat(refused(1, arguments(place, "--query", "drop table people", "--as", "customers")))
                    .contains("select or with");
            assertThat(refused(
                            1,
                            arguments(
                                    place,
                                    "--table",
                                    "people",
                                    "--as",
                                    "customers",
                                    "--property",
                                    "loggerFile=/tmp/x")))
                    .contains("loggerFile", "sslmode");
        }
        assertThat(Files.readString(project, StandardCharsets.ISO_8859_1))
                .contains("select id, email from people")
                .doesNotContain(PostgresServer.PASSWORD);
    }

    private Object[] arguments(List<?> place, Object... more) {
        return Stream.of(Stream.of("import", project), place.stream(), Stream.of(more))
                .flatMap(each -> each)
                .toArray();
    }

    @Test
    void thePagesOfAWebServiceAreOneSource() throws IOException {
        var token = Files.writeString(folder.resolve("token"), "key-123\n");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/people", exchange -> {
            boolean isLetIn =
                    "Bearer key-123".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            boolean isLast = "page=3".equals(exchange.getRequestURI().getQuery());
            var body = ("{\"people\": ["
                            + (isLast
                                    ? ""
                                    : "{\"id\": \"" + exchange.getRequestURI().getQuery() + "\"}") + "]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isLetIn ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/api/people";
            var place = List.of("--rest", url, "--page-parameter", "page", "--token-file", token, "--as", "customers");

            assertThat(refused(1, arguments(place))).contains("not be encrypted");
            var taken = done(arguments(place, "--allow-http", "--json")).json();
            assertThat(taken.path("source").asString()).isEqualTo("people");
            assertThat(taken.path("accepted").asInt()).isEqualTo(2);
        } finally {
            server.stop(0);
        }
        assertThat(Files.readString(project, StandardCharsets.ISO_8859_1)).doesNotContain("key-123");
    }

    @Test
    void filesAndAPlaceAreNotNamedAtOnce() {
        assertThat(refused(2, "import", project, "--as", "customers")).contains("files or one place");
        assertThat(refused(2, "import", project, "a.csv", "--rest", "https://a.example", "--as", "customers"))
                .contains("files or one place");
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
