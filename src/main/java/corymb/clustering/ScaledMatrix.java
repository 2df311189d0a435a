package corymb.clustering;

import corymb.stats.Scaling;
import corymb.table.Matrix;
import java.util.List;

/**
 * A matrix brought to one scale, with the way back to the original units.
 *
 * @param matrix the scaled numbers: (original - shift) / scale, column by column
 * @param scaling how it was scaled
 * @param shift what was taken off each column
 * @param scale what each column was divided by; 1 for a constant column
 */
public record ScaledMatrix(Matrix matrix, Scaling scaling, List<Double> shift, List<Double> scale) {
    public ScaledMatrix {
        shift = List.copyOf(shift);
        scale = List.copyOf(scale);
        if (shift.size() != matrix.columnCount() || scale.size() != matrix.columnCount()) {
            throw new IllegalArgumentException("One shift and one scale a column");
        }
    }

    /** A scaled value of that column in its original unit. */
    public double original(int column, double scaled) {
        return scaled * scale.get(column) + shift.get(column);
    }
}
