package corymb.store;

import corymb.cli.CommandDesk;
import corymb.cli.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Runs the command line in a process of its own where a folder is a very small disk, or one that may not be written to. */
final class TinyDisk {
    private TinyDisk() {}

    /** The commands stand one after the other, each ended by a semicolon of its own. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var desk = new CommandDesk(
                new SqliteProjectFiles(Clock.systemUTC()), Clock.systemUTC(), Terminal.system(), _ -> {}, "test");
        var command = new ArrayList<String>();
        for (var argument : arguments) {
            if (argument.equals(";")) {
                System.out.println(
                        "status " + (command.getFirst().equals("mount") ? mount(command) : desk.run(command)));
                command.clear();
            } else {
                command.add(argument);
            }
        }
    }

    /** Puts a small disk at the folder for temporary files, when all that the process unpacks there has been unpacked. */
    private static int mount(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** The shell command that lets a process mount disks for itself alone. */
    static List<String> mounting(List<String> process) {
        return unshared("exec \"$@\"", Path.of(""), process);
    }

    /** The shell command that puts a small disk at a folder, for the process that follows alone. */
    static List<String> small(Path folder, int kilobytes, List<String> process) {
        return unshared("mount -t tmpfs -o size=" + kilobytes + "k tiny \"$0\" && exec \"$@\"", folder, process);
    }

    /** The shell command that makes a folder one that may not be written to, for the process that follows alone. */
    static List<String> readOnly(Path folder, List<String> process) {
        return unshared(
                "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && exec \"$@\"", folder, process);
    }

    private static List<String> unshared(String script, Path folder, List<String> process) {
        var command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", script, folder.toString()));
        command.addAll(process);
        return command;
    }
}
