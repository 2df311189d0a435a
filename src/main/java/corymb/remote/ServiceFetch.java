package corymb.remote;

import corymb.importing.Origin;
import corymb.stats.Seed;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Reads the pages of a web service into a file of JSON lines: patiently where it is busy, within limits, and without handing
 * its key to anyone else.
 *
 * <p>Cost: one request a page; memory for one page, at most 32 MB.
 */
public final class ServiceFetch {
    private static final int LARGEST_PAGE = 32 << 20;
    private static final int MOST_REDIRECTS = 5;
    private static final Duration TO_CONNECT = Duration.ofSeconds(20);
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofHours(6);

    private final Patience patience;
    private final Waiting waiting;

    public ServiceFetch(Clock clock, Seed seed) {
        this(new Patience(clock, seed.derive("backoff").generator()), Waiting.REAL);
    }

    ServiceFetch(Patience patience, Waiting waiting) {
        this.patience = patience;
        this.waiting = waiting;
    }

    /**
     * Fetches the items of all pages into a new file in a folder.
     *
     * @param token asked of the person, sent as a bearer token to the service alone; no message and no file holds it
     * @throws corymb.work.Failure when the place cannot be used, does not answer with pages, or they are too many
     */
    public Path run(Origin.Service place, Secret token, Path folder, Progress progress) {
        if (token.text().chars().anyMatch(letter -> letter < '!' || letter > '~')) {
            throw new Problem("The key holds letters that no key holds.", "", "Copy it again, without blanks.")
                    .asFailure();
        }
        var first = ServiceAddress.first(place);
        try (var client = HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(TO_CONNECT)
                        .build();
                var _ = progress.whenCancelled(client::shutdownNow)) {
            return new Session(client, first, token, progress).all(place, folder);
        } catch (IOException e) {
            throw RemoteProblems.unwritten(e);
        }
    }

    /** One fetch under way. */
    private final class Session {
        private final HttpClient client;
        private final URI service;
        private final Secret token;
        private final Progress progress;

        Session(HttpClient client, URI service, Secret token, Progress progress) {
            this.client = client;
            this.service = service;
            this.token = token;
            this.progress = progress;
        }

        Path all(Origin.Service place, Path folder) throws IOException {
            var file = folder.resolve(JsonLines.fileName(place));
            var deadline = patience.clock().instant().plus(LONGEST);
            var seen = new HashSet<URI>();
            try (var lines = new JsonLines(file)) {
                var next = Optional.of(service);
                while (next.isPresent()) {
                    var asked = next.orElseThrow();
                    if (!seen.add(asked)) {
                        throw new Problem(
                                        "The web service leads back to a page that was there before.",
                                        place.words(),
                                        "Choose another way to the next page.")
                                .asFailure();
                    }
                    if (seen.size() > place.mostPages()
                            || patience.clock().instant().isAfter(deadline)) {
                        throw tooMuch(place);
                    }
                    var page = page(asked);
                    int items = page.write(place.items(), lines);
                    progress.report(
                            0.5 * seen.size() / place.mostPages(),
                            "Fetched %,d rows of %,d pages".formatted(lines.count(), seen.size()));
                    next = page.next(place.paging(), asked, items);
                    if (next.isPresent()) {
                        pass(patience.beforeNext(page.headers()));
                    }
                }
                lines.requireSome(place);
            }
            return file;
        }

        private RuntimeException tooMuch(Origin.Service place) {
            return new Problem(
                            "There are more than " + place.mostPages() + " pages, or they take more than "
                                    + LONGEST.toHours() + " hours.",
                            place.words(),
                            "Allow more pages, or ask the service for fewer rows.")
                    .asFailure();
        }

        private void pass(Duration duration) {
            if (!duration.isZero()) {
                waiting.pass(duration, progress);
            }
        }

        /** The page at an address, or where that leads. */
        private ServicePage page(URI asked) {
            var uri = asked;
            for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                var answer = patiently(uri);
                if (answer.status() / 100 != 3) {
                    return checked(uri, answer);
                }
                var from = uri;
                uri = answer.headers()
                        .firstValue("Location")
                        .map(written -> ServiceAddress.following(from, written))
                        .orElseThrow(() -> unexpected(from, answer.status()));
            }
            throw new Problem("The web service leads from one address to the next.", place(asked), "Check its address.")
                    .asFailure();
        }

        private Answer patiently(URI uri) {
            for (int number = 1; ; number++) {
                progress.check();
                try {
                    var answer = answer(uri);
                    if (!Patience.isPassing(answer.status()) || number == Patience.MOST_TRIES) {
                        return answer;
                    }
                    pass(patience.afterTry(number, answer.headers()));
                } catch (IOException e) {
                    progress.check();
                    if (number == Patience.MOST_TRIES) {
                        throw unreachable(uri, e);
                    }
                    pass(patience.afterTry(number));
                }
            }
        }

        private Answer answer(URI uri) throws IOException {
            var request = HttpRequest.newBuilder(uri)
                    .timeout(TO_ANSWER)
                    .header("Accept", "application/json")
                    .header("User-Agent", "Corymb");
            if (!token.isEmpty() && ServiceAddress.areOfOneService(service, uri)) {
                request.header("Authorization", "Bearer " + token.text());
            }
            try {
                var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
                try (var body = response.body()) {
                    return new Answer(
                            response.statusCode(), response.headers(), text(uri, body.readNBytes(LARGEST_PAGE + 1)));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (CancellationException) new CancellationException().initCause(e);
            }
        }

        private static String text(URI uri, byte[] bytes) {
            if (bytes.length > LARGEST_PAGE) {
                throw new Problem(
                                "A page is larger than " + (LARGEST_PAGE >> 20) + " MB.",
                                place(uri),
                                "Ask the service for fewer rows a page.")
                        .asFailure();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }

        private static ServicePage checked(URI uri, Answer answer) {
            return switch (answer.status()) {
                case 200, 203 -> ServicePage.of(uri, answer.headers(), answer.body());
                case 401, 403 ->
                    throw new Problem(
                                    "The web service does not let this key in.",
                                    place(uri),
                                    "Check the key, and that it may read here.")
                            .asFailure();
                default -> throw unexpected(uri, answer.status());
            };
        }

        private static RuntimeException unexpected(URI uri, int status) {
            return new Problem(
                            "The web service answers with the status " + status + ".",
                            place(uri),
                            Patience.isPassing(status)
                                    ? "It is busy or has a defect: try again later."
                                    : "Check its address.")
                    .asFailure();
        }

        private static RuntimeException unreachable(URI uri, IOException cause) {
            return new corymb.work.Failure(
                    new Problem(
                            "The web service cannot be reached.",
                            place(uri),
                            "Check its address and that this machine is connected."),
                    cause);
        }

        private static String place(URI uri) {
            return uri.getHost() + uri.getPath();
        }
    }

    private record Answer(int status, HttpHeaders headers, String body) {}
}
