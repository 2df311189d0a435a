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
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows come out of a real MariaDB server by a driver that was put into the folder, and nothing is changed there. */
class MariaDbFetchTest {
    private static Optional<MariaDbServer> server = Optional.empty();

    @TempDir
    private static Path drivers;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        var driver = driver();
        Assumptions.assumeTrue(
                driver.isPresent(),
                "The driver of MariaDB is neither in the folder of drivers nor in the local repository, so fetching from"
                        + " MariaDB is not tested");
        Files.copy(driver.orElseThrow(), drivers.resolve("mariadb.jar"));
        server = MariaDbServer.start();
        Assumptions.assumeTrue(server.isPresent(), "MariaDB is not installed here, so fetching from it is not tested");
        server.orElseThrow().execute("""
                create table customers (id bigint unsigned primary key, name text, is_member boolean, spent decimal(12, 2),
                    born date, seen datetime, rate double, doc json)//
                insert into customers values
                    (18446744073709551615, 'Ann "A"', true, 12.50, '2000-02-29', '2024-05-01 10:00:00', 0.1, '{"a":1}'),
                    (2, null, false, null, null, null, null, null)//
                create table `odd``name; one` as select seq as n from seq_1_to_50000//
                create sequence numbers//
                create function wipe() returns int modifies sql data begin delete from customers; return 1; end//""");
    }

    private static Optional<Path> driver() throws IOException {
        var repository =
                Path.of(System.getProperty("user.home"), ".m2/repository/org/mariadb/jdbc/mariadb-java-client");
        for (var place : new Path[] {Drivers.usualFolder(), repository}) {
            if (Files.isDirectory(place)) {
                try (var files = Files.walk(place)) {
                    var found = files.filter(
                                    file -> file.getFileName().toString().matches("mariadb-java-client-[\\d.]+\\.jar"))
                            .findFirst();
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server.isPresent()) {
            server.orElseThrow().close();
        }
    }

    private static MariaDbServer server() {
        return server.orElseThrow();
    }

    private String fetched(Origin.Database place) throws IOException {
        return Files.readString(fetch(place, MariaDbServer.PASSWORD, Progress.NONE));
    }

    private Path fetch(Origin.Database place, String password, Progress progress) {
        return new DatabaseFetch(drivers).run(place, new Secret(password), folder, progress);
    }

    @Test
    void valuesKeepTheirTypes() throws IOException {
        assertThat(fetched(server().query("select * from customers order by id desc"))
                        .lines())
                .containsExactly(
                        "{\"id\":18446744073709551615,\"name\":\"Ann \\\"A\\\"\",\"is_member\":true,\"spent\":12.50,"
                                + "\"born\":\"2000-02-29\",\"seen\":\"2024-05-01 10:00:00\",\"rate\":0.1,"
                                + "\"doc\":\"{\\\"a\\\":1}\"}",
                        "{\"id\":2,\"name\":null,\"is_member\":false,\"spent\":null,\"born\":null,\"seen\":null,"
                                + "\"rate\":null,\"doc\":null}");
    }

    @Test
    void aTableIsReadWhateverItsNameIs() throws IOException {
        assertThat(fetched(server().table("odd`name; one")).lines()).hasSize(50_000);
    }

    @Test
    void nothingCanBeChanged() throws IOException {
        for (var query : new String[] {"select wipe() as n", "select nextval(numbers) as n"}) {
            assertThatThrownBy(() -> fetched(server().query(query)))
                    .as(query)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("would change the database");
        }
        assertThat(fetched(server().query("select count(*) as n from customers")))
                .contains("{\"n\":2}");
    }

    @Test
    void noFileIsWrittenOnTheServer() {
        var file = server().folder().resolve("stolen");
        for (var query : new String[] {
            "select * from customers into outfile '" + file + "'",
            "select * from customers INTO/**/DumpFile '" + file + "'",
            "select name /*!50000 into outfile '" + file + "' */ from customers"
        }) {
            assertThatThrownBy(() -> fetched(server().query(query)))
                    .as(query)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("outfile");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsNotThereIsSaidInWords() {
        assertThatThrownBy(() -> fetched(server().place("nowhere", "customers", "")))
                .hasMessageContaining("There is no such database.");
        assertThatThrownBy(() -> fetched(server().table("nothing"))).hasMessageContaining("nothing");
        assertThatThrownBy(() -> fetched(server().query("select 1 as n where false")))
                .hasMessageContaining("no rows");
        assertThatThrownBy(() -> fetch(server().table("customers"), "wrong-secret", Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("does not let this user in")
                .hasMessageNotContaining("wrong-secret")
                .hasNoCause();
    }

    @Test
    void withoutADriverItIsSaidWhereToPutOne() {
        assertThatThrownBy(() -> new DatabaseFetch(folder.resolve("none"))
                        .run(server().table("customers"), new Secret(MariaDbServer.PASSWORD), folder, Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no driver for MariaDB");
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
                        server().query("select sleep(300) as n from seq_1_to_100"), MariaDbServer.PASSWORD, progress))
                .isInstanceOf(CancellationException.class);
    }
}
