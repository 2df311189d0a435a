package corymb.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person prefers.
 *
 * @param textPercent the size of all text, 80 to 200 percent of the usual
 * @param recentProjects the projects opened last, the newest first, at most ten
 * @param refreshing the projects that are brought up to date by themselves
 */
public record Settings(
        ThemeChoice theme,
        int textPercent,
        List<Path> recentProjects,
        WindowBounds window,
        boolean reducedMotion,
        Map<Path, Refreshing> refreshing) {
    public static final Settings DEFAULT =
            new Settings(ThemeChoice.SYSTEM, 100, List.of(), new WindowBounds(0, 0, 1440, 900, false), false, Map.of());

    private static final int MOST_RECENT = 10;

    public Settings {
        textPercent = Math.clamp(textPercent, 80, 200);
        refreshing = refreshing.entrySet().stream()
                .filter(each -> !each.getValue().equals(Refreshing.NEVER))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        recentProjects = List.copyOf(recentProjects.subList(0, Math.min(MOST_RECENT, recentProjects.size())));
    }

    public Settings withTheme(ThemeChoice choice) {
        return new Settings(choice, textPercent, recentProjects, window, reducedMotion, refreshing);
    }

    public Settings withTextPercent(int percent) {
        return new Settings(theme, percent, recentProjects, window, reducedMotion, refreshing);
    }

    public Settings withWindow(WindowBounds bounds) {
        return new Settings(theme, textPercent, recentProjects, bounds, reducedMotion, refreshing);
    }

    public Settings withReducedMotion(boolean reduced) {
        return new Settings(theme, textPercent, recentProjects, window, reduced, refreshing);
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

    /** When that project is brought up to date by itself. */
    public Refreshing refreshing(Path project) {
        return refreshing.getOrDefault(project, Refreshing.NEVER);
    }

    /** The same with another choice for a project. */
    public Settings withRefreshing(Path project, Refreshing choice) {
        var others = new HashMap<>(refreshing);
        others.put(project, choice);
        return new Settings(theme, textPercent, recentProjects, window, reducedMotion, others);
    }

    private Settings withRecent(List<Path> projects) {
        return new Settings(theme, textPercent, projects, window, reducedMotion, refreshing);
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
