package corymb.remote;

import corymb.importing.DatabaseKind;
import corymb.settings.Folders;
import corymb.work.Problem;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The drivers of databases: that for PostgreSQL comes with Corymb, others lie as .jar in a folder. */
final class Drivers implements AutoCloseable {
    private final Path folder;
    private final List<URLClassLoader> opened = new ArrayList<>();

    Drivers(Path folder) {
        this.folder = folder;
    }

    /** Where a person puts the drivers of other databases. */
    static Path usualFolder() {
        return Folders.ofCorymb().resolve("drivers");
    }

    /** The driver that takes such an address. */
    Driver of(DatabaseKind kind, String url) throws SQLException, IOException {
        var shipped = among(ServiceLoader.load(Driver.class, Drivers.class.getClassLoader()), url);
        return shipped.or(() -> dropped(url))
                .orElseThrow(() -> new Problem(
                                "There is no driver for " + kind.label() + " databases.",
                                folder.toString(),
                                "Put the .jar file of its JDBC driver into this folder and try again.")
                        .asFailure());
    }

    private Optional<Driver> dropped(String url) {
        try {
            var jars = jars();
            if (jars.isEmpty()) {
                return Optional.empty();
            }
            var loader = new URLClassLoader(jars.toArray(URL[]::new), Drivers.class.getClassLoader());
            opened.add(loader);
            return among(ServiceLoader.load(Driver.class, loader), url);
        } catch (IOException | SQLException | java.util.ServiceConfigurationError e) {
            throw new corymb.work.Failure(
                    new Problem(
                            "The drivers in the folder cannot be used.",
                            folder.toString(),
                            "Put whole .jar files of JDBC drivers there and nothing else."),
                    e);
        }
    }

    private List<URL> jars() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var jars = new ArrayList<URL>();
        try (var files = Files.newDirectoryStream(folder, "*.jar")) {
            for (var file : files) {
                jars.add(file.toUri().toURL());
            }
        }
        return jars;
    }

    private static Optional<Driver> among(ServiceLoader<Driver> drivers, String url) throws SQLException {
        for (var driver : drivers) {
            if (driver.acceptsURL(url)) {
                return Optional.of(driver);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        for (var loader : opened) {
            loader.close();
        }
    }
}
