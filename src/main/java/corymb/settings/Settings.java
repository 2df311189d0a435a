package corymb.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a person prefers.
 *
 * @param textPercent the size of all text, 80 to 200 percent of the usual
 * @param recentProjects the projects opened last, the newest first, at most ten
 */
public record Settings(
        ThemeChoice theme, int textPercent, List<Path> recentProjects, WindowBounds window, boolean reducedMotion) {
    public static final Settings DEFAULT =
            new Settings(ThemeChoice.SYSTEM, 100, List.of(), new WindowBounds(0, 0, 1440, 900, false), false);

    private static final int MOST_RECENT = 10;

    public Settings {
        textPercent = Math.clamp(textPercent, 80, 200);
        recentProjects = List.copyOf(recentProjects.subList(0, Math.min(MOST_RECENT, recentProjects.size())));
    }

    public Settings withTheme(ThemeChoice choice) {
        return new Settings(choice, textPercent, recentProjects, window, reducedMotion);
    }

    public Settings withTextPercent(int percent) {
        return new Settings(theme, percent, recentProjects, window, reducedMotion);
    }

    public Settings withWindow(WindowBounds bounds) {
        return new Settings(theme, textPercent, recentProjects, bounds, reducedMotion);
    }

    public Settings withReducedMotion(boolean reduced) {
        return new Settings(theme, textPercent, recentProjects, window, reduced);
    }

    /** The same with {@code project} as the one opened last. */
    public Settings opened(Path project) {
        var others = recentProjects.stream().filter(recent -> !recent.equals(project));
        return withRecent(Stream.concat(Stream.of(project), others).toList());
    }

    /** The same without {@code project} among those opened last. */
    public Settings forgotten(Path project) {
        return withRecent(recentProjects.stream()
                .filter(recent -> !recent.equals(project))
                .toList());
    }

    /** The same without any project among those opened last. */
    public Settings withoutRecent() {
        return withRecent(List.of());
    }

    private Settings withRecent(List<Path> projects) {
        return new Settings(theme, textPercent, projects, window, reducedMotion);
    }

    /** Light, dark or what the system says. */
    public enum ThemeChoice {
        LIGHT,
        DARK,
        SYSTEM
    }

    /** Where the window was; a width or height of nought leaves it to the system. */
    public record WindowBounds(double x, double y, double width, double height, boolean maximised) {}
}
