package corymb.feature;

import java.util.stream.DoubleStream;

/** Widths of ranges that people count in: 1, 2 or 5 times a power of ten. */
final class RoundWidth {
    private RoundWidth() {}

    /**
     * The least round width that is as large.
     *
     * @param least above 0
     * @param isWhole whether it is to be 1 or more
     */
    static double of(double least, boolean isWhole) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double width = DoubleStream.of(1, 2, 5, 10)
                .map(times -> times * power)
                .filter(each -> each >= least)
                .findFirst()
                .orElse(10 * power);
        return isWhole ? Math.max(1, width) : width;
    }
}
