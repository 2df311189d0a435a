package corymb.clustering;

import corymb.preparation.Preparation;
import corymb.table.Matrix;
import corymb.work.Problem;
import java.util.List;

/**
 * How features became the numbers that customers were compared by: prepared, and then brought to one scale, (prepared - shift) / scale,
 * column by column.
 *
 * @param preparation what was done to the features, with all that was learnt of them
 * @param shift what was taken off each column
 * @param scale what each column was divided by, above 0
 */
public record Frame(Preparation preparation, List<Double> shift, List<Double> scale) {
    /** Not kept, as by earlier versions. */
    public static final Frame NONE = new Frame(Preparation.NONE, List.of(), List.of());

    public Frame {
        shift = List.copyOf(shift);
        scale = List.copyOf(scale);
        boolean isSound = shift.size() == scale.size()
                && shift.stream().allMatch(Double::isFinite)
                && scale.stream().allMatch(width -> width > 0 && width < Double.POSITIVE_INFINITY);
        if (!isSound) {
            throw new Problem("The scale of a clustering makes no sense.", "", "Look for groups again.").asFailure();
        }
    }

    static Frame of(Preparation preparation, ScaledMatrix scaled) {
        return new Frame(preparation, scaled.shift(), scaled.scale());
    }

    /** Whether later customers can be prepared as those that groups were found among; by earlier versions not all of it was kept. */
    public boolean isKept() {
        return !shift.isEmpty() && !preparation.plan().isNone();
    }

    /** Prepared rows in the scale. */
    Matrix scaled(Matrix prepared) {
        var values = prepared.toArray();
        int columns = prepared.columnCount();
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - shift.get(i % columns)) / scale.get(i % columns);
        }
        return new Matrix(prepared.columnNames(), values);
    }
}
