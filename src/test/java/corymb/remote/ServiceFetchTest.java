package corymb.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import corymb.importing.Origin;
import corymb.importing.Origin.Paging;
import corymb.stats.Seed;
import corymb.work.Failure;
import corymb.work.JobProgress;
import corymb.work.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages come from a real server on this machine; only waiting is noted down instead of waited. */
class ServiceFetchTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = another();
    }

    @AfterEach
    void stop() {
        servers.forEach(each -> each.stop(0));
    }

    private HttpServer another() throws IOException {
        var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        made.start();
        servers.add(made);
        return made;
    }

    private static String url(HttpServer at, String path) {
        return "http://127.0.0.1:" + at.getAddress().getPort() + path;
    }

    private void answers(String path, String... pages) {
        var number = new AtomicInteger();
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().toString());
            reply(exchange, 200, pages[Math.min(number.getAndIncrement(), pages.length - 1)]);
        });
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Origin.Service place(String path, String items, Paging paging) {
        return new Origin.Service(url(server, path), items, paging, 20, true);
    }

    private List<String> fetched(Origin.Service place) throws IOException {
        return Files.readAllLines(fetch(place, Progress.NONE));
    }

    private Path fetch(Origin.Service place, Progress progress) {
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        return new ServiceFetch(new Patience(clock, new Seed(1).generator()), (duration, _) -> waits.add(duration))
                .run(place, new Secret("key-123"), folder, progress);
    }

    @Test
    void theNextPageIsWhereThePageSays() throws IOException {
        server.createContext("/people", exchange -> {
            var query = String.valueOf(exchange.getRequestURI().getQuery());
            reply(
                    exchange,
                    200,
                    query.equals("null")
                            ? "{\"meta\": {}, \"data\": {\"items\": [{\"id\": 1, \"sum\": 1.10}, 7]}, \"links\": {\"next\": \"?after=1\"}}"
                            : "{\"data\": {\"items\": [{\"id\": 2}]}, \"links\": {\"next\": null}}");
        });

        assertThat(fetched(place("/people", "data.items", new Paging.Link("links.next"))))
                .containsExactly("{\"id\":1,\"sum\":1.10}", "{\"value\":7}", "{\"id\":2}");
    }

    @Test
    void theNextPageIsInTheHeader() throws IOException {
        server.createContext("/people", exchange -> {
            if (exchange.getRequestURI().getQuery() == null) {
                exchange.getResponseHeaders().add("Link", "</people?p=9>; rel=\"last\", </people?p=2>; rel=\"next\"");
            }
            reply(exchange, 200, "[{\"id\": \"" + exchange.getRequestURI().getQuery() + "\"}]");
        });

        assertThat(fetched(place("/people", "", new Paging.Link(""))))
                .containsExactly("{\"id\":\"null\"}", "{\"id\":\"p=2\"}");
    }

    @Test
    void pagesAreCountedUntilOneIsEmpty() throws IOException {
        answers("/people", "[{\"id\": 1}, {\"id\": 2}]", "[{\"id\": 3}, {\"id\": 4}]", "[]");

        assertThat(fetched(place("/people?size=2&page=0", "", new Paging.Counter("page", 1, 1))))
                .hasSize(4);
        assertThat(asked).containsExactly("/people?size=2&page=1", "/people?size=2&page=2", "/people?size=2&page=3");
    }

    @Test
    void anOffsetGrowsByTheRowsOfThePage() throws IOException {
        answers("/people", "{\"rows\": [{\"id\": 1}, {\"id\": 2}]}", "{\"rows\": [{\"id\": 3}]}", "{\"rows\": []}");

        assertThat(fetched(place("/people", "rows", new Paging.Counter("offset", 0, 0))))
                .hasSize(3);
        assertThat(asked).containsExactly("/people?offset=0", "/people?offset=2", "/people?offset=3");
    }

    @Test
    void aBusyServiceIsAskedAgainLaterAndLater() throws IOException {
        var number = new AtomicInteger();
        server.createContext("/people", exchange -> {
            int now = number.incrementAndGet();
            if (now == 4) {
                exchange.getResponseHeaders().add("Retry-After", "7");
            }
            if (now == 5) {
                exchange.getResponseHeaders().add("Retry-After", "Fri, 01 May 2026 12:00:30 GMT");
            }
            reply(exchange, now < 4 ? 503 : now < 6 ? 429 : 200, now < 6 ? "" : "[{\"id\": 1}]");
        });

        assertThat(fetched(place("/people", "", new Paging.Single()))).hasSize(1);
        assertThat(waits).hasSize(5);
        for (int i = 0; i < 3; i++) {
            assertThat(waits.get(i)).isBetween(Duration.ofMillis(500L << i), Duration.ofMillis(1000L << i));
        }
        assertThat(waits.subList(3, 5)).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(30));
    }

    @Test
    void aServiceThatStaysBusyIsLeftAlone() {
        server.createContext("/people", exchange -> reply(exchange, 503, ""));

        assertThatThrownBy(() -> fetched(place("/people", "", new Paging.Single())))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("status 503");
        assertThat(waits).hasSize(Patience.MOST_TRIES - 1);
    }

    @Test
    void usedUpRequestsAreWaitedFor() throws IOException {
        var number = new AtomicInteger();
        server.createContext("/people", exchange -> {
            int now = number.incrementAndGet();
            exchange.getResponseHeaders().add("X-RateLimit-Remaining", Integer.toString(Math.max(0, 2 - now)));
            exchange.getResponseHeaders()
                    .add("X-RateLimit-Reset", now == 2 ? "45" : Long.toString(NOON.getEpochSecond() + 60));
            reply(exchange, 200, now > 3 ? "[]" : "[{\"id\": 1}]");
        });

        assertThat(fetched(place("/people", "", new Paging.Counter("page", 1, 1))))
                .hasSize(3);
        assertThat(waits).containsExactly(Duration.ofSeconds(45), Duration.ofSeconds(60));
    }

    @Test
    void theKeyIsHandedToNobodyElse() throws IOException {
        var keys = new ConcurrentHashMap<String, List<String>>();
        var stranger = another();
        stranger.createContext("/", exchange -> {
            keys.put(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            reply(exchange, 200, "[{\"id\": 2}]");
        });
        server.createContext("/moved", exchange -> {
            keys.put("/moved", exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            exchange.getResponseHeaders().add("Location", url(stranger, "/elsewhere"));
            reply(exchange, 302, "");
        });
        server.createContext("/linked", exchange -> {
            exchange.getResponseHeaders().add("Link", "<" + url(stranger, "/next") + ">; rel=next");
            reply(exchange, 200, "[{\"id\": 1}]");
        });

        assertThat(fetched(place("/moved", "", new Paging.Single()))).hasSize(1);
        assertThat(fetched(place("/linked", "", new Paging.Link("")))).hasSize(2);
        assertThat(keys.get("/moved")).containsExactly("Bearer key-123");
        assertThat(keys.get("/elsewhere")).isEmpty();
        assertThat(keys.get("/next")).isEmpty();
    }

    @Test
    void pagesWithoutEndAreStopped() {
        answers("/round", "{\"items\": [{\"id\": 1}], \"next\": \"/round\"}");
        answers("/long", "[{\"id\": 1}]");

        assertThatThrownBy(() -> fetched(place("/round", "items", new Paging.Link("next"))))
                .hasMessageContaining("leads back to a page");
        assertThatThrownBy(() -> fetched(place("/long", "", new Paging.Counter("page", 1, 1))))
                .hasMessageContaining("more than 20 pages");
    }

    @Test
    void whatIsNoListIsSaidWithTheListsThereAre() {
        answers("/two", "{\"a\": [], \"b\": [], \"c\": {}}");
        answers("/html", "<html>");
        server.createContext("/closed", exchange -> reply(exchange, 401, ""));

        assertThatThrownBy(() -> fetched(place("/two", "", new Paging.Single())))
                .hasMessageContaining("a, b");
        assertThatThrownBy(() -> fetched(place("/two", "x.y", new Paging.Single())))
                .hasMessageContaining("no list x.y");
        assertThatThrownBy(() -> fetched(place("/html", "", new Paging.Single())))
                .hasMessageContaining("JSON");
        assertThatThrownBy(() -> fetched(place("/closed", "", new Paging.Single())))
                .hasMessageContaining("does not let this key in")
                .hasMessageNotContaining("key-123");
    }

    @Test
    void aPageLargerThanAnyIsNotReadOn() {
        answers("/large", "[{\"id\": \"" + "x".repeat(33 << 20) + "\"}]");

        assertThatThrownBy(() -> fetched(place("/large", "", new Paging.Single())))
                .hasMessageContaining("larger than");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "people",
                "ftp://a.example/x",
                "file:///etc/passwd",
                "https://ann:hush@a.example/",
                "https:///x",
                "jar:https://a"
            })
    void onlyAddressesOfTheWebAreAsked(String url) {
        assertThatThrownBy(() -> fetched(new Origin.Service(url, "", new Paging.Single(), 1, true)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no address")
                .hasMessageNotContaining("hush");
    }

    @Test
    void withoutEncryptionOnlyWhenToldSo() {
        var place = new Origin.Service(url(server, "/people"), "", new Paging.Single(), 1, false);

        assertThatThrownBy(() -> fetched(place)).hasMessageContaining("not be encrypted");
    }

    @Test
    void aServiceThatHangsIsCancelled() {
        var release = new CountDownLatch(1);
        var progress = new JobProgress((_, _) -> {});
        server.createContext("/slow", _ -> {
            progress.cancel();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });

        assertThatThrownBy(() -> fetch(place("/slow", "", new Paging.Single()), progress))
                .isInstanceOf(CancellationException.class);
        release.countDown();
    }
}
