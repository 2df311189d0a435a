package corymb.ui.desk;

import corymb.project.Made;
import corymb.project.Project;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Locale;

/** The pages of the window: the way in, the steps of the journey in their order, and the preferences. */
public enum Page {
    WELCOME(""),
    SOURCES("fth-database"),
    QUALITY("fth-check-circle"),
    CUSTOMERS("fth-users"),
    FEATURES("fth-sliders"),
    CLUSTERS("fth-target"),
    SEGMENTS("fth-filter"),
    RECOMMENDATIONS("fth-gift"),
    EXPERIMENTS("fth-activity"),
    EXPORTS("fth-share"),
    HISTORY("fth-clock"),
    PREFERENCES("fth-settings");

    private final String icon;

    Page(String icon) {
        this.icon = icon;
    }

    /** Whether it is one of the steps of the journey, which stand on the rail. */
    boolean isStep() {
        return this != WELCOME && this != PREFERENCES;
    }

    /** What the navigator is told. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String icon() {
        return icon;
    }

    public String title() {
        return Texts.of("page." + id());
    }

    /** The results in a project that the page is about. */
    public List<? extends Made<?>> results(Project project) {
        return switch (this) {
            case WELCOME, EXPORTS, HISTORY, PREFERENCES -> List.of();
            case SOURCES -> project.sources();
            case QUALITY -> project.quality().stream().toList();
            case CUSTOMERS -> project.customers().stream().toList();
            case FEATURES -> project.features().stream().toList();
            case CLUSTERS -> project.clustering().stream().toList();
            case SEGMENTS -> project.segments();
            case RECOMMENDATIONS -> project.recommendation().stream().toList();
            case EXPERIMENTS -> project.studies();
        };
    }

    /** The page of that id. */
    public static Page of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
