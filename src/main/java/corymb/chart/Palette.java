package corymb.chart;

import java.util.List;

/**
 * The colours of charts on one theme, as opaque ARGB numbers; the same category has the same place on both themes.
 *
 * <p>Reference: M. Okabe and K. Ito, Color Universal Design, 2008, for the eight categories, tuned so that each stands out
 * 3:1 from its surface.
 *
 * @param categories eight colours that stay apart under colour-blindness
 * @param sequential from little to much
 * @param diverging from far below over the middle to far above
 * @param ink the colours of everything that is not data
 */
public record Palette(List<Integer> categories, List<Integer> sequential, List<Integer> diverging, Ink ink) {
    /** A place in the palette for marks that stand back. */
    public static final int GREYED = -1;

    /** A place in the palette for the mark that is meant, where there are no categories. */
    public static final int ACCENT = -2;

    public static final Palette LIGHT = new Palette(
            colours(0x2B6CB0, 0xCE8210, 0x0E8F6B, 0xD15519, 0xB5578F, 0x479AD3, 0x7D760B, 0x5F6672),
            colours(0xEEF4F3, 0xB5DAD6, 0x62B0B0, 0x1F7F8C, 0x0D4F66),
            colours(0x1F5FA8, 0x8DB7E0, 0xF6F4F0, 0xF0B37A, 0xB9560B),
            new Ink(rgb(0x23222A), rgb(0x63616B), rgb(0xE9E7E2), rgb(0xFFFFFF), rgb(0xC9C6CF), rgb(0x5B57C9)));

    public static final Palette DARK = new Palette(
            colours(0x5BA3EA, 0xE5A93C, 0x35BE97, 0xEE8146, 0xCF8DC8, 0x96D3F5, 0xE6D962, 0xA6ADB8),
            colours(0x1C2B30, 0x1F4F58, 0x2C7F86, 0x55B5B0, 0xA6E4DA),
            colours(0x6DB1F2, 0x355F8C, 0x2B2A30, 0x8C5A2E, 0xF2A35E),
            new Ink(rgb(0xE8E6E3), rgb(0xA3A1AA), rgb(0x2E2D33), rgb(0x1C1B20), rgb(0x55535C), rgb(0x8F8CF2)));

    public Palette {
        categories = List.copyOf(categories);
        sequential = List.copyOf(sequential);
        diverging = List.copyOf(diverging);
    }

    /** The colour at a place: {@link #GREYED}, {@link #ACCENT} or a category, which begin again after eight. */
    public int colour(int place) {
        return switch (place) {
            case GREYED -> ink.greyed();
            case ACCENT -> ink.accent();
            default -> categories.get(Math.floorMod(place, categories.size()));
        };
    }

    /** The place of one of many that has its name beside it: from the ninth on none has a colour, for two would have the same. */
    public static int ofOne(int place) {
        return place < LIGHT.categories().size() ? place : GREYED;
    }

    /** The colour of {@code share}, 0 (little) to 1 (much). */
    public int sequential(double share) {
        return between(sequential, Math.clamp(share, 0, 1));
    }

    /** The colour of a deviation, -1 (far below) to 1 (far above). */
    public int diverging(double deviation) {
        return between(diverging, (Math.clamp(deviation, -1, 1) + 1) / 2);
    }

    /** Black or white ink, whichever reads better on {@code background}. */
    public static int inkOn(int background) {
        int dark = rgb(0x16151A);
        int light = rgb(0xFFFFFF);
        return contrast(dark, background) > contrast(light, background) ? dark : light;
    }

    /**
     * How far two colours stand apart, 1 to 21.
     *
     * <p>Reference: W3C, Web Content Accessibility Guidelines 2.1, contrast ratio, 2018.
     */
    public static double contrast(int one, int other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear((colour >> 16) & 0xFF)
                + 0.7152 * linear((colour >> 8) & 0xFF)
                + 0.0722 * linear(colour & 0xFF);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int between(List<Integer> stops, double share) {
        double place = share * (stops.size() - 1);
        int left = Math.min((int) place, stops.size() - 2);
        return mix(stops.get(left), stops.get(left + 1), place - left);
    }

    private static int mix(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int start = (from >> shift) & 0xFF;
            int end = (to >> shift) & 0xFF;
            mixed |= (int) Math.round(start + (end - start) * share) << shift;
        }
        return rgb(mixed);
    }

    private static List<Integer> colours(Integer... rgb) {
        return List.of(rgb).stream().map(Palette::rgb).toList();
    }

    private static int rgb(int colour) {
        return 0xFF000000 | colour;
    }

    /** What is written and ruled around the data. */
    public record Ink(int text, int muted, int grid, int surface, int greyed, int accent) {}
}
