package corymb.ui.features;

import corymb.rule.Window;
import corymb.ui.kit.Texts;
import java.util.Locale;

/** Which time a feature of one's own looks at, as it is chosen. */
enum WindowKind {
    ALL,
    LAST,
    FIRST,
    BETWEEN;

    String words() {
        return Texts.of("features.window." + name().toLowerCase(Locale.ROOT));
    }

    static WindowKind of(Window window) {
        return switch (window) {
            case Window.All _ -> ALL;
            case Window.Last _ -> LAST;
            case Window.SinceFirst _ -> FIRST;
            case Window.Between _ -> BETWEEN;
        };
    }
}
