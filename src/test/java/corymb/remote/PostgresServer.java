package corymb.remote;

import corymb.importing.DatabaseKind;
import corymb.importing.Origin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server of the test's own, in a temporary folder, where one is installed on this machine. */
public final class PostgresServer implements AutoCloseable {
    public static final String USER = "analyst";
    public static final String PASSWORD = "correct-horse-battery";

    private final Path programs;
    private final Path folder;
    private final OrdinaryUser user;
    private final int port;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.user = new OrdinaryUser(folder);
        this.port = port;
    }

    /** Starts it; empty where PostgreSQL or an ordinary user to run it as is not there. */
    public static Optional<PostgresServer> start() throws IOException {
        var programs = programs();
        if (programs.isEmpty() || !OrdinaryUser.isThere()) {
            return Optional.empty();
        }
        var folder = Files.createTempDirectory("corymb-postgres-");
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var server = new PostgresServer(programs.get(), folder, port);
        server.begin();
        return Optional.of(server);
    }

    private static Optional<Path> programs() throws IOException {
        var places = new ArrayList<Path>();
        var versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (var all = Files.list(versions)) {
                all.sorted(Comparator.reverseOrder()).forEach(version -> places.add(version.resolve("bin")));
            }
        }
        Stream.of("/usr/bin", "/usr/local/bin", "/usr/local/pgsql/bin", "/opt/homebrew/bin")
                .map(Path::of)
                .forEach(places::add);
        return places.stream()
                .filter(place -> Files.isExecutable(place.resolve("initdb")))
                .findFirst();
    }

    private void begin() throws IOException {
        var password = Files.writeString(folder.resolve("password"), PASSWORD);
        user.own();
        asOrdinaryUser(
                "initdb",
                "-D",
                data(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "--no-sync",
                "-E",
                "UTF8");
        asOrdinaryUser(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off",
                "start");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void asOrdinaryUser(String program, String... arguments) throws IOException {
        user.run(programs.resolve(program), arguments);
    }

    public int port() {
        return port;
    }

    /** Runs statements as its owner. */
    public void execute(String statements) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    Origin.Database table(String table) {
        return place(table, "", Map.of());
    }

    Origin.Database query(String query) {
        return place("", query, Map.of());
    }

    Origin.Database place(String table, String query, Map<String, String> properties) {
        return new Origin.Database(
                DatabaseKind.POSTGRESQL, "127.0.0.1", port, "postgres", USER, table, query, properties);
    }

    @Override
    public void close() throws IOException {
        asOrdinaryUser("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
