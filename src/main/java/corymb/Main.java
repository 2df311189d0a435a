package corymb;

import corymb.cli.CommandDesk;
import corymb.cli.Terminal;
import corymb.store.SqliteProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;

/** Decides between the window and the command line. */
public final class Main {
    /** The folder for the sample journey that runs in place of the window where there is no display; unset: none runs. */
    private static final String WITHOUT_DISPLAY = "corymb.withoutDisplay";

    private Main() {}

    public static void main(String... arguments) {
        var status = asksForWindow(arguments) ? window(arguments) : commandLine(arguments);
        System.exit(status);
    }

    static boolean asksForWindow(String... arguments) {
        if (arguments.length == 0) {
            return true;
        }
        var first = arguments[0];
        return arguments.length == 1 && (first.endsWith(".corymb") || Files.isRegularFile(Path.of(first)));
    }

    private static int window(String... arguments) {
        if (!WindowSystem.hasDisplay()) {
            return withoutDisplay();
        }
        var missing = WindowSystem.missingLibraries();
        if (missing.isPresent()) {
            System.err.println(missing.get());
            return 1;
        }
        try {
            Application.launch(App.class, arguments);
            return 0;
        } catch (UnsupportedOperationException unopened) {
            return withoutDisplay();
        }
    }

    private static int withoutDisplay() {
        var folder = Optional.ofNullable(System.getProperty(WITHOUT_DISPLAY));
        System.err.println(folder.map(each ->
                        WindowSystem.NO_DISPLAY + ": running the sample journey headless; results are in " + each + ".")
                .orElse(WindowSystem.NO_DISPLAY + ": the command line works without one (corymb --help)."));
        return folder.map(each -> commandLine("demo", "--headless", "--out", each))
                .orElse(1);
    }

    static int commandLine(String... arguments) {
        var own = Locale.getDefault(Locale.Category.FORMAT);
        // Commands speak English, their numbers too, wherever they run: scripts read them.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH);
        if (arguments[0].equals("--version")) {
            System.out.println("corymb " + version());
            return 0;
        }
        var clock = Clock.systemUTC();
        return new CommandDesk(
                        new SqliteProjectFiles(clock),
                        clock,
                        Terminal.system(),
                        project -> openDemo(project, own),
                        version())
                .run(List.of(arguments));
    }

    private static void openDemo(Path project, Locale own) {
        if (WindowSystem.hasDisplay()) {
            Locale.setDefault(Locale.Category.FORMAT, own);
            window(project.toString());
        }
    }

    /** The version that the build wrote into the program. */
    static String version() {
        try (var in = Main.class.getResourceAsStream("version.txt")) {
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
