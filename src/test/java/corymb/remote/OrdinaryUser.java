package corymb.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the programs of servers that refuse to run as root, in a folder of their own. */
record OrdinaryUser(Path folder) {
    /** Whether there is one: root needs a program to become another. */
    static boolean isThere() {
        return !isRoot() || Files.isExecutable(Path.of("/usr/bin/setpriv"));
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** Hands the folder over. */
    void own() throws IOException {
        if (isRoot()) {
            run(List.of("chown", "-R", "nobody", folder.toString()));
        }
    }

    /** Runs a program to its end. */
    void run(Path program, String... arguments) throws IOException {
        run(command(program, arguments));
    }

    /** Starts a program that goes on. */
    Process start(Path program, String... arguments) throws IOException {
        return new ProcessBuilder(command(program, arguments))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static List<String> command(Path program, String... arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private void run(List<String> command) throws IOException {
        var said = Files.createTempFile("corymb-server-", ".said");
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + Files.readString(said));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
