package corymb.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** A second Java process with the class path of the tests, its temporary files in a folder of its own. */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private OtherProcess(Process process) {
        this.process = process;
        this.out = process.inputReader();
    }

    /** The command that starts a class with arguments. */
    static List<String> command(Class<?> main, Path temporary, Object... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Djava.io.tmpdir=" + temporary,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (var argument : arguments) {
            command.add(String.valueOf(argument));
        }
        return command;
    }

    static OtherProcess start(List<String> command) {
        try {
            return new OtherProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OtherProcess start(Class<?> main, Path temporary, Object... arguments) {
        return start(command(main, temporary, arguments));
    }

    long pid() {
        return process.pid();
    }

    /** The next line it says; empty at its end. */
    Optional<String> line() {
        try {
            return Optional.ofNullable(out.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything it says from now to its end. */
    List<String> rest() {
        return out.lines().toList();
    }

    /** Lets it run for that long, or to its end if that comes first. */
    boolean endsWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int status() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to stop as Ctrl+C does. */
    void interrupt() throws IOException {
        start(List.of("kill", "-INT", String.valueOf(pid()))).status();
    }

    /** Ends it between two of its instructions. */
    void kill() {
        process.toHandle().destroyForcibly(); // What it has said can still be read.
        status();
    }

    /** The files below a folder by their names, those that the database driver unpacks, and takes away meanwhile, left out. */
    static List<String> names(Path folder) {
        var found = new TreeSet<String>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return visitFile(directory, attributes);
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(folder.relativize(file).toString());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
                    if (gone instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw gone;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream()
                .filter(name -> !name.isEmpty()
                        && !name.startsWith("sqlite-")
                        && !name.startsWith("duckdb_")
                        && !name.contains("libduckdb"))
                .toList();
    }

    @Override
    public void close() {
        kill();
    }
}
