package corymb.ui.desk;

import corymb.ui.kit.Texts;
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
    HISTORY("fth-clock");

    private final String icon;

    Page(String icon) {
        this.icon = icon;
    }

    /** What the navigator is told. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String icon() {
        return icon;
    }

    String title() {
        return Texts.of("page." + id());
    }

    /** The page of that id. */
    public static Page of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
