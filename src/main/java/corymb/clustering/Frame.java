package corymb.clustering;

import java.util.List;

/**
 * How numbers were brought to one scale: (original - shift) / scale, column by column.
 *
 * @param shift what was taken off each column
 * @param scale what each column was divided by
 */
public record Frame(List<Double> shift, List<Double> scale) {
    /** Not kept, as by earlier versions. */
    public static final Frame NONE = new Frame(List.of(), List.of());

    public Frame {
        shift = List.copyOf(shift);
        scale = List.copyOf(scale);
    }

    static Frame of(ScaledMatrix scaled) {
        return new Frame(scaled.shift(), scaled.scale());
    }

    public boolean isKept() {
        return !shift.isEmpty();
    }
}
