package corymb.remote;

import corymb.importing.DatabaseKind;
import corymb.importing.Origin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A MariaDB server of the test's own, in a temporary folder, where one is installed on this machine. */
final class MariaDbServer implements AutoCloseable {
    static final String USER = "analyst";
    static final String PASSWORD = "correct-horse-battery";

    private static final Path PROGRAMS = Path.of("/usr/bin");
    private static final Path SERVER = Path.of("/usr/sbin/mariadbd");
    private static final int SECONDS = 60;

    private final OrdinaryUser user;
    private final int port;
    private final Process process;

    private MariaDbServer(OrdinaryUser user, int port, Process process) {
        this.user = user;
        this.port = port;
        this.process = process;
    }

    /** Starts it with a database "shop"; empty where MariaDB or an ordinary user to run it as is not there. */
    static Optional<MariaDbServer> start() throws IOException {
        if (!Files.isExecutable(SERVER) || !OrdinaryUser.isThere()) {
            return Optional.empty();
        }
        var user = new OrdinaryUser(Files.createTempDirectory("corymb-mariadb-"));
        var first = Files.writeString(
                user.folder().resolve("first.sql"),
                "create database shop;\ncreate user " + USER + "@'%' identified by '" + PASSWORD
                        + "';\ngrant all on *.* to " + USER + "@'%';\n");
        user.own();
        var data = "--datadir=" + user.folder().resolve("data");
        user.run(
                PROGRAMS.resolve("mariadb-install-db"),
                "--no-defaults",
                data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db");
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var process = user.start(
                SERVER,
                "--no-defaults",
                data,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + user.folder().resolve("socket"),
                "--pid-file=" + user.folder().resolve("pid"),
                "--init-file=" + first);
        var server = new MariaDbServer(user, port, process);
        server.asOwner("mariadb-admin", "--wait=" + SECONDS, "ping");
        return Optional.of(server);
    }

    /** Runs statements as its owner; those between begin and end are one. */
    void execute(String statements) throws IOException {
        asOwner("mariadb", "--delimiter=//", "shop", "-e", statements);
    }

    private void asOwner(String program, String... arguments) throws IOException {
        var all = new java.util.ArrayList<>(java.util.List.of(
                "--no-defaults", "--host=127.0.0.1", "--port=" + port, "--user=" + USER, "--password=" + PASSWORD));
        all.addAll(java.util.List.of(arguments));
        user.run(PROGRAMS.resolve(program), all.toArray(String[]::new));
    }

    Path folder() {
        return user.folder();
    }

    Origin.Database table(String table) {
        return place("shop", table, "");
    }

    Origin.Database query(String query) {
        return place("shop", "", query);
    }

    Origin.Database place(String database, String table, String query) {
        return new Origin.Database(DatabaseKind.MARIADB, "127.0.0.1", port, database, USER, table, query, Map.of());
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        try (var files = Files.walk(user.folder())) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
