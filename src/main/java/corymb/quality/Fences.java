package corymb.quality;

/**
 * Where the values of a column end that lie near the rest: three times the middle half's width beyond it.
 *
 * <p>Reference: J. W. Tukey, Exploratory Data Analysis, Addison-Wesley, 1977 (the outer fences).
 *
 * @param low values below are far from the rest
 * @param high values above are far from the rest
 */
public record Fences(double low, double high) {
    private static final double WIDTHS = 3;

    static Fences of(NumberSummary numbers) {
        double width = numbers.upperQuartile() - numbers.lowerQuartile();
        return new Fences(numbers.lowerQuartile() - WIDTHS * width, numbers.upperQuartile() + WIDTHS * width);
    }
}
