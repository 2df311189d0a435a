package corymb.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

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

    /** The style for drawing on an AWT canvas; reads the file anew, so it is to be kept. */
    Font awt() {
        try (var in = open()) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("Cannot read the font " + file, e);
        }
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
}
