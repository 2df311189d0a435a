package corymb.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.importing.Origin;
import corymb.work.Failure;
import corymb.work.JobProgress;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows come out of a real PostgreSQL server, and nothing is changed there. */
class DatabaseFetchTest {
    private static Optional<PostgresServer> server = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = PostgresServer.start();
        Assumptions.assumeTrue(
                server.isPresent(), "PostgreSQL is not installed here, so fetching from it is not tested");
        server.orElseThrow().execute("""
                create table customers (id bigint primary key, name text, is_member boolean, spent numeric(12, 2),
                    born date, seen timestamptz, tags text[], rate double precision);
                insert into customers values
                    (1, 'Ann "A"', true, 12.50, '2000-02-29', '2024-05-01 10:00:00+00', '{a,b}', 0.1),
                    (2, null, false, null, null, null, null, 'NaN');
                create schema "Odd""; one";
                create table "Odd""; one"."T" as select generate_series(1, 50000) as n;""");
    }

    @AfterAll
    static void stop() throws IOException {
        if (server.isPresent()) {
            server.orElseThrow().close();
        }
    }

    private String fetched(Origin.Database place) throws IOException {
        return Files.readString(fetch(place, PostgresServer.PASSWORD, Progress.NONE));
    }

    private Path fetch(Origin.Database place, String password, Progress progress) {
        return new DatabaseFetch(folder.resolve("drivers")).run(place, new Secret(password), folder, progress);
    }

    private static PostgresServer server() {
        return server.orElseThrow();
    }

    @Test
    void valuesKeepTheirTypes() throws IOException {
        assertThat(fetched(server().query(
                                        "select id, name, is_member, spent, born, tags, rate, seen at time zone 'UTC' as seen"
                                                + " from customers order by id;"))
                        .lines())
                .containsExactly(
                        "{\"id\":1,\"name\":\"Ann \\\"A\\\"\",\"is_member\":true,\"spent\":12.50,\"born\":\"2000-02-29\","
                                + "\"tags\":\"{a,b}\",\"rate\":0.1,\"seen\":\"2024-05-01 10:00:00\"}",
                        "{\"id\":2,\"name\":null,\"is_member\":false,\"spent\":null,\"born\":null,\"tags\":null,"
                                + "\"rate\":\"NaN\",\"seen\":null}");
    }

    @Test
    void aTableIsReadWhateverItsNameIs() throws IOException {
        assertThat(fetched(server().table("Odd\"; one.T")).lines()).hasSize(50_000);
    }

    @Test
    void nothingCanBeChanged() throws IOException {
        for (var query : new String[] {
            "with gone as (delete from customers returning id) select * from gone",
            "select setval(pg_get_serial_sequence('customers', 'id'), 1), nextval('s') from pg_sequences",
            "select * from customers for update"
        }) {
            assertThatThrownBy(() -> fetched(server().query(query))).as(query).isInstanceOf(Failure.class);
        }
        assertThatThrownBy(() -> fetched(server().query("with gone as (delete from customers returning id) select 1")))
                .hasMessageContaining("would change the database");
        assertThat(fetched(server().query("select count(*) as n from customers")))
                .contains("{\"n\":2}");
    }

    @Test
    void aQueryIsOneStatementThatReads() {
        for (var query : new String[] {
            "delete from customers",
            "select 1; delete from customers",
            "select 1; commit; drop table customers",
            "",
            "copy x to program 'id'"
        }) {
            assertThatThrownBy(() -> fetched(server().query(query)))
                    .as(query)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("query");
        }
    }

    @Test
    void aWrongPasswordIsSaidWithoutIt() {
        assertThatThrownBy(() -> fetch(server().table("customers"), "wrong-secret", Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("does not let this user in")
                .hasMessageNotContaining("wrong-secret")
                .hasNoCause();
    }

    @Test
    void whatIsNotThereIsSaidInWords() {
        assertThatThrownBy(() -> fetched(server().table("nothing"))).hasMessageContaining("nothing");
        assertThatThrownBy(() -> fetched(server().query("select 1 where false")))
                .hasMessageContaining("no rows");
        var strict = server().place("customers", "", Map.of("sslmode", "require"));
        assertThatThrownBy(() -> fetched(strict)).hasMessageContaining("cannot be reached");
    }

    @Test
    void aLongQueryIsCancelled() {
        var job = new AtomicReference<Optional<JobProgress>>(Optional.empty());
        var progress = new JobProgress((_, step) -> {
            if (step.equals("Asking for rows")) {
                Thread.ofPlatform().start(() -> job.get().orElseThrow().cancel());
            }
        });
        job.set(Optional.of(progress));

        assertThatThrownBy(() -> fetch(
                        server().query("select pg_sleep(300), generate_series(1, 100)"),
                        PostgresServer.PASSWORD,
                        progress))
                .isInstanceOf(CancellationException.class);
    }
}
