package corymb.embedding;

import java.util.function.DoubleUnaryOperator;

/**
 * A function of a positive number, looked up instead of computed: 128 values for each doubling of the number, and straight lines
 * between them, which for a power is right to a few parts in a hundred thousand.
 */
final class StrengthTable {
    /** The bits of a number in single precision that choose the value; the rest say how far to the next. */
    private static final int CHOOSING = 16;

    private static final int REST = (1 << CHOOSING) - 1;
    private static final float STEP = 1f / (1 << CHOOSING);

    private final float[] values = new float[(Float.floatToIntBits(Float.MAX_VALUE) >>> CHOOSING) + 2];

    StrengthTable(DoubleUnaryOperator function) {
        for (int i = 1; i < values.length; i++) {
            float at = Float.intBitsToFloat(Math.min(i << CHOOSING, Float.floatToIntBits(Float.MAX_VALUE)));
            values[i] = (float) function.applyAsDouble(at);
        }
    }

    /** At a number above 0. */
    float at(float number) {
        int bits = Float.floatToIntBits(number);
        float here = values[bits >>> CHOOSING];
        return here + (bits & REST) * STEP * (values[(bits >>> CHOOSING) + 1] - here);
    }
}
