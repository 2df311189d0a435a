package corymb.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A style of the one typeface, read from the class path, with figures of equal width. */
public enum Typeface {
    REGULAR("inter/Inter-Regular.otf"),
    SEMIBOLD("inter/Inter-SemiBold.otf"),
    BOLD("inter/Inter-Bold.otf"),
    ITALIC("inter/Inter-Italic.otf"),
    MONOSPACE("jetbrains_mono/JetBrainsMono-Regular.ttf");

    private final String file;

    Typeface(String file) {
        this.file = file;
    }

    /** The font file, for a toolkit to load; figures are set to the same width where the font has such a set. */
    public InputStream open() {
        return TabularFigures.in(bytes()).stream();
    }

    /** The style for drawing on an AWT canvas. */
    public Font awt(double size) {
        return Objects.requireNonNull(Awt.FONTS.get(this)).deriveFont((float) size);
    }

    private byte[] bytes() {
        try (var in = Typeface.class.getResourceAsStream("/com/formdev/flatlaf/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The font " + file + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loaded at the first chart, not before. */
    private static final class Awt {
        private static final Map<Typeface, Font> FONTS = load();

        private static Map<Typeface, Font> load() {
            var fonts = new EnumMap<Typeface, Font>(Typeface.class);
            for (var typeface : values()) {
                fonts.put(typeface, read(typeface));
            }
            return fonts;
        }

        private static Font read(Typeface typeface) {
            try (var in = typeface.open()) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException | FontFormatException e) {
                throw new IllegalStateException("Cannot read the font " + typeface.file, e);
            }
        }
    }
}
