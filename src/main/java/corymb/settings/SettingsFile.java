package corymb.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Keeps {@link Settings} in a file of plain properties; a file that cannot be understood is moved aside. */
public final class SettingsFile {
    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /** The settings as they were left, or the default ones. */
    public Settings read() {
        if (!Files.exists(file)) {
            return Settings.DEFAULT;
        }
        try (var reader = Files.newBufferedReader(file)) {
            return parse(reader);
        } catch (IOException | IllegalArgumentException e) {
            moveAside();
            return Settings.DEFAULT;
        }
    }

    /**
     * Writes the settings beside the file and renames, so that the file is whole at any time.
     *
     * @throws UncheckedIOException when the folder cannot be written
     */
    public void write(Settings settings) {
        var beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(beside, format(settings));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void moveAside() {
        try {
            Files.move(
                    file, file.resolveSibling(file.getFileName() + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Settings parse(Reader reader) throws IOException {
        var values = new Properties();
        values.load(reader);
        var usual = Settings.DEFAULT;
        return new Settings(
                Settings.ThemeChoice.valueOf(
                        values.getProperty("theme", usual.theme().name())),
                Integer.parseInt(values.getProperty("textPercent", Integer.toString(usual.textPercent()))),
                recent(values),
                window(values),
                Boolean.parseBoolean(values.getProperty("reducedMotion", "false")),
                refreshing(values));
    }

    private static List<Path> recent(Properties values) {
        var projects = new ArrayList<Path>();
        for (int i = 0; values.containsKey("recent." + i); i++) {
            addPath(values.getProperty("recent." + i), projects);
        }
        return projects;
    }

    private static Map<Path, Refreshing> refreshing(Properties values) {
        var refreshing = new HashMap<Path, Refreshing>();
        for (int i = 0; values.containsKey("refreshing." + i); i++) {
            var project = new ArrayList<Path>();
            addPath(values.getProperty("refreshing." + i), project);
            refreshing.put(
                    project.getFirst(),
                    new Refreshing(
                            Boolean.parseBoolean(values.getProperty("refreshing." + i + ".afterSteps", "false")),
                            Integer.parseInt(values.getProperty("refreshing." + i + ".minutes", "0"))));
        }
        return refreshing;
    }

    private static void addPath(String text, List<Path> projects) {
        try {
            projects.add(Path.of(text));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("Not a path", e);
        }
    }

    private static Settings.WindowBounds window(Properties values) {
        var usual = Settings.DEFAULT.window();
        return new Settings.WindowBounds(
                number(values, "window.x", usual.x()),
                number(values, "window.y", usual.y()),
                number(values, "window.width", usual.width()),
                number(values, "window.height", usual.height()),
                Boolean.parseBoolean(values.getProperty("window.maximised", "false")));
    }

    private static double number(Properties values, String key, double usual) {
        double number = Double.parseDouble(values.getProperty(key, Double.toString(usual)));
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(key + " is not a number");
        }
        return number;
    }

    private static String format(Settings settings) throws IOException {
        var values = new Properties();
        values.setProperty("theme", settings.theme().name());
        values.setProperty("textPercent", Integer.toString(settings.textPercent()));
        values.setProperty("reducedMotion", Boolean.toString(settings.reducedMotion()));
        values.setProperty("window.x", Double.toString(settings.window().x()));
        values.setProperty("window.y", Double.toString(settings.window().y()));
        values.setProperty("window.width", Double.toString(settings.window().width()));
        values.setProperty("window.height", Double.toString(settings.window().height()));
        values.setProperty(
                "window.maximised", Boolean.toString(settings.window().maximised()));
        for (int i = 0; i < settings.recentProjects().size(); i++) {
            values.setProperty("recent." + i, settings.recentProjects().get(i).toString());
        }
        int place = 0;
        for (var each : settings.refreshing().entrySet()) {
            var key = "refreshing." + place++;
            values.setProperty(key, each.getKey().toString());
            values.setProperty(
                    key + ".afterSteps", Boolean.toString(each.getValue().isAfterSteps()));
            values.setProperty(
                    key + ".minutes", Integer.toString(each.getValue().minutes()));
        }
        var text = new StringWriter();
        values.store(text, null);
        return text.toString();
    }
}
