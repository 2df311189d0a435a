package corymb.chart;

import java.awt.Color;
import java.awt.Font;

/** How charts look: colours, lettering and its size. */
public record ChartTheme(Palette palette, double textScale) {
    public static final ChartTheme LIGHT = new ChartTheme(Palette.LIGHT, 1);
    public static final ChartTheme DARK = new ChartTheme(Palette.DARK, 1);

    Color text() {
        return new Color(palette.ink().text());
    }

    Color muted() {
        return new Color(palette.ink().muted());
    }

    Color grid() {
        return new Color(palette.ink().grid());
    }

    Color surface() {
        return new Color(palette.ink().surface());
    }

    Color colour(int place) {
        return new Color(palette.colour(place));
    }

    /** The ground, let through a little, behind words over marks. */
    Color veil() {
        return new Color((palette.ink().surface() & 0xFFFFFF) | (0xD0 << 24), true);
    }

    Color faint(int place, int alpha) {
        return new Color((palette.colour(place) & 0xFFFFFF) | (alpha << 24), true);
    }

    Font font() {
        return Lettering.REGULAR.deriveFont((float) (12 * textScale));
    }

    Font strong() {
        return Lettering.SEMIBOLD.deriveFont((float) (12 * textScale));
    }

    Font title() {
        return Lettering.SEMIBOLD.deriveFont((float) (15 * textScale));
    }

    /** Read at the first chart, not before. */
    private static final class Lettering {
        private static final Font REGULAR = Typeface.REGULAR.awt();
        private static final Font SEMIBOLD = Typeface.SEMIBOLD.awt();
    }
}
