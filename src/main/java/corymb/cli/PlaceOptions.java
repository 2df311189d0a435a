package corymb.cli;

import corymb.importing.DatabaseKind;
import corymb.importing.Origin;
import corymb.remote.DatabaseFetch;
import corymb.remote.Secret;
import corymb.remote.ServiceFetch;
import corymb.stats.Seed;
import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where rows are fetched from that lie in no file; passwords and keys come from a file, the environment or the keyboard. */
final class PlaceOptions {
    @Option(
            names = "--database",
            paramLabel = "KIND",
            description = "Fetch from a database: postgresql, mysql, mariadb or sqlserver.")
    private Optional<DatabaseKind> database = Optional.empty();

    @Option(names = "--host", paramLabel = "HOST", description = "The machine of the database (default: localhost).")
    private String host = "localhost";

    @Option(names = "--port", paramLabel = "N", description = "Its port (default: the usual one).")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "The name of the database.")
    private String name = "";

    @Option(names = "--user", paramLabel = "NAME", description = "Who asks.")
    private String user = "";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "A file whose first line is the password (default: the environment's CORYMB_PASSWORD, else it is asked"
                            + " for).")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(names = "--query", paramLabel = "SQL", description = "The rows to fetch, in place of --table.")
    private String query = "";

    @Option(
            names = "--property",
            paramLabel = "name=value",
            split = ",",
            description = "A setting of the connection, such as sslmode=require.")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Option(
            names = "--rest",
            paramLabel = "URL",
            description = "Fetch the pages of a web service that answers with JSON.")
    private Optional<String> rest = Optional.empty();

    @Option(
            names = "--items",
            paramLabel = "PATH",
            description = "The list of rows in a page, such as data.items (default: the only list).")
    private String items = "";

    @Option(
            names = "--next-link",
            paramLabel = "PATH",
            description = "Where a page holds the address of the next, such as links.next; header for the header Link.")
    private Optional<String> nextLink = Optional.empty();

    @Option(
            names = "--page-parameter",
            paramLabel = "NAME",
            description = "The parameter of the address that counts pages or rows, such as page or offset.")
    private Optional<String> pageParameter = Optional.empty();

    @Option(names = "--first-page", paramLabel = "N", description = "Its first value (default: ${DEFAULT-VALUE}).")
    private long firstPage = 1;

    @Option(
            names = "--page-step",
            paramLabel = "N",
            description = "What is added for each page; 0 for its number of rows (default: ${DEFAULT-VALUE}).")
    private long pageStep = 1;

    @Option(names = "--max-pages", paramLabel = "N", description = "Fetch at most so many (default: ${DEFAULT-VALUE}).")
    private int mostPages = 10_000;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file whose first line is the key of the web service, sent as a bearer token (default: the"
                    + " environment's CORYMB_TOKEN, else none).")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(names = "--allow-http", description = "Fetch without encryption, from this machine or a network you trust.")
    private boolean allowsPlain;

    /** The place that was named, if one was. */
    Optional<Origin> place(String table) {
        return database.<Origin>map(kind -> database(kind, table)).or(() -> rest.map(this::service));
    }

    private Origin.Database database(DatabaseKind kind, String table) {
        return new Origin.Database(
                kind, host, port.orElse(kind.usualPort()), name, user, query.isEmpty() ? table : "", query, properties);
    }

    private Origin.Service service(String url) {
        var paging = nextLink.<Origin.Paging>map(field -> new Origin.Paging.Link(field.equals("header") ? "" : field))
                .or(() -> pageParameter.map(parameter -> new Origin.Paging.Counter(parameter, firstPage, pageStep)))
                .orElseGet(Origin.Paging.Single::new);
        return new Origin.Service(url, items, paging, mostPages, allowsPlain);
    }

    /** Fetches the rows of a place into a file in a folder. */
    Path fetch(Origin place, Path folder, Clock clock, Progress progress) {
        return switch (place) {
            case Origin.Database from -> new DatabaseFetch().run(from, password(from), folder, progress);
            case Origin.Service from ->
                new ServiceFetch(clock, new Seed(clock.millis()))
                        .run(from, secret(tokenFile, "CORYMB_TOKEN").orElse(Secret.NONE), folder, progress);
            case Origin.Files _ -> throw new IllegalArgumentException("Files lie here already");
        };
    }

    private Secret password(Origin.Database from) {
        return secret(passwordFile, "CORYMB_PASSWORD").or(() -> asked(from)).orElse(Secret.NONE);
    }

    private static Optional<Secret> secret(Optional<Path> file, String variable) {
        return file.map(PlaceOptions::firstLine)
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .map(Secret::new);
    }

    private static String firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Failure(
                    new Problem("The file cannot be read.", file.toString(), "Check its name and its text."), e);
        }
    }

    private static Optional<Secret> asked(Origin.Database from) {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .map(console -> console.readPassword(
                        ProgressBar.BEGIN_LINE + "Password of %s for %s: ", from.user(), from.words()))
                .map(letters -> {
                    var secret = new Secret(new String(letters));
                    Arrays.fill(letters, ' ');
                    return secret;
                });
    }
}
