package corymb.chart;

/**
 * The part of a chart that is seen, as shares of both directions of the whole: 0 is left or low, 1 is right or high.
 *
 * @param low where the part begins upwards; of charts whose height follows from what is seen, 0
 * @param high where it ends upwards; of such charts, 1
 */
public record View(double left, double right, double low, double high) {
    public static final View WHOLE = new View(0, 1, 0, 1);

    /** Narrower than this nothing more is to be seen. */
    private static final double LEAST = 1e-6;

    public View {
        if (!(left < right && low < high)) {
            throw new IllegalArgumentException("Not a part: " + left + " to " + right + ", " + low + " to " + high);
        }
    }

    public boolean isWhole() {
        return equals(WHOLE);
    }

    /** The part of this part; the same where that would be too narrow. */
    public View within(View part) {
        double width = right - left;
        double height = high - low;
        var narrower = new View(
                left + part.left * width, left + part.right * width, low + part.low * height, low + part.high * height);
        return narrower.right - narrower.left < LEAST || narrower.high - narrower.low < LEAST ? this : narrower;
    }

    /**
     * Nearer to a place or farther from it, which stays where it is seen.
     *
     * @param x the place, as a share of what is seen
     * @param y the place, as a share of what is seen
     * @param times how much larger everything becomes; under 1 smaller
     */
    public View nearer(double x, double y, double times) {
        double width = 1 / times;
        var wanted = within(new View(x - x * width, x + (1 - x) * width, y - y * width, y + (1 - y) * width));
        return times > 1 ? wanted : wanted.kept();
    }

    /** The same size farther right and up by shares of what is seen, as far as there is anything. */
    public View moved(double right, double up) {
        double across = Math.clamp(right * (this.right - left), -left, 1 - this.right);
        double upwards = Math.clamp(up * (high - low), -low, 1 - high);
        return new View(left + across, this.right + across, low + upwards, high + upwards);
    }

    /** Not beyond the whole. */
    private View kept() {
        var inside = new View(Math.max(0, left), Math.min(1, right), Math.max(0, low), Math.min(1, high));
        return inside.right - inside.left > 1 - LEAST && inside.high - inside.low > 1 - LEAST ? WHOLE : inside;
    }
}
