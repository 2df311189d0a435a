package corymb.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {
    /** In units of CIE 1976, of which an eye notices about two when colours lie side by side. */
    private static final double APART = 9;

    static List<Palette> palettes() {
        return List.of(Palette.LIGHT, Palette.DARK);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void everyCategoryStandsOutFromTheSurface(Palette palette) {
        for (int colour : palette.categories()) {
            assertThat(Palette.contrast(colour, palette.ink().surface())).isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void wordsAreReadable(Palette palette) {
        assertThat(Palette.contrast(palette.ink().text(), palette.ink().surface()))
                .isGreaterThan(7);
        assertThat(Palette.contrast(palette.ink().muted(), palette.ink().surface()))
                .isGreaterThan(4.5);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void categoriesStayApartForEveryKindOfEye(Palette palette) {
        for (var eye : Eye.values()) {
            var seen = palette.categories().stream().map(eye::lab).toList();
            for (int i = 0; i < seen.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(seen.get(i).distance(seen.get(j)))
                            .as("%s: categories %d and %d", eye, j, i)
                            .isGreaterThan(APART);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void numbersInCellsAreReadable(Palette palette) {
        for (double at = -1; at <= 1; at += 0.05) {
            int ground = palette.diverging(at);
            assertThat(Palette.contrast(ground, Palette.inkOn(ground))).isGreaterThan(4);
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void categoriesBeginAgainAfterEight(Palette palette) {
        assertThat(palette.categories()).hasSize(8).doesNotHaveDuplicates();
        assertThat(palette.colour(9)).isEqualTo(palette.colour(1));
    }

    /**
     * Eyes with all three cones, and without one.
     *
     * <p>Reference: F. Viénot, H. Brettel and J. Mollon, Digital Video Colourmaps for Checking the Legibility of Displays by
     * Dichromats, 1999, doi:10.1002/(SICI)1520-6378(199908)24:4&lt;243::AID-COL5&gt;3.0.CO;2-3, as linear RGB matrices.
     */
    private enum Eye {
        ALL_CONES(1, 0, 0, 0, 1, 0, 0, 0, 1),
        NO_RED_CONES(0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1),
        NO_GREEN_CONES(0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1);

        @SuppressWarnings("ImmutableEnumChecker") // nobody writes into it
        private final double[] matrix;

        Eye(double... matrix) {
            this.matrix = matrix;
        }

        Lab lab(int colour) {
            double red = linear(colour >> 16);
            double green = linear(colour >> 8);
            double blue = linear(colour);
            return Lab.of(row(0, red, green, blue), row(3, red, green, blue), row(6, red, green, blue));
        }

        private double row(int at, double red, double green, double blue) {
            return Math.clamp(matrix[at] * red + matrix[at + 1] * green + matrix[at + 2] * blue, 0, 1);
        }

        private static double linear(int channel) {
            double share = (channel & 0xFF) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
        }
    }

    /** CIE 1976 L*a*b* under D65. */
    private record Lab(double lightness, double a, double b) {
        static Lab of(double red, double green, double blue) {
            double x = bent((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
            double y = bent(0.2126 * red + 0.7152 * green + 0.0722 * blue);
            double z = bent((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
            return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
        }

        private static double bent(double share) {
            return share > 216.0 / 24389 ? Math.cbrt(share) : (24389.0 / 27 * share + 16) / 116;
        }

        double distance(Lab other) {
            return Math.sqrt(
                    Math.pow(lightness - other.lightness, 2) + Math.pow(a - other.a, 2) + Math.pow(b - other.b, 2));
        }
    }
}
