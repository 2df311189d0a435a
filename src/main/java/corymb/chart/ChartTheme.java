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

    Color faint(int place, int alpha) {
        return new Color((palette.colour(place) & 0xFFFFFF) | (alpha << 24), true);
    }

    Font font() {
        return Typeface.REGULAR.awt(12 * textScale);
    }

    Font strong() {
        return Typeface.SEMIBOLD.awt(12 * textScale);
    }

    Font title() {
        return Typeface.SEMIBOLD.awt(15 * textScale);
    }
}
