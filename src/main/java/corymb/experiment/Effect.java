package corymb.experiment;

/**
 * The change a treatment brings about.
 *
 * @param size in the metric's own unit (0.02 is two points of a rate), or as a part of the baseline when relative; not 0
 * @param isRelative whether it is a part of the baseline
 */
public record Effect(double size, boolean isRelative) {
    public static Effect absolute(double size) {
        return new Effect(size, false);
    }

    public static Effect relative(double size) {
        return new Effect(size, true);
    }

    /** The metric's mean with the treatment. */
    public double applyTo(double baseline) {
        return isRelative ? baseline * (1 + size) : baseline + size;
    }
}
