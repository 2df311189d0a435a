package corymb.clustering;

import java.util.random.RandomGenerator;

/** A simple random sample of rows, without repetition, in row order. */
final class Sample {
    private Sample() {}

    /** Each set of {@code wanted} of {@code count} rows is equally likely (selection sampling: Knuth, TAOCP 2, 3.4.2 S). */
    static int[] rows(int count, int wanted, RandomGenerator chance) {
        var rows = new int[Math.min(count, wanted)];
        int taken = 0;
        for (int row = 0; taken < rows.length; row++) {
            if ((count - row) * chance.nextDouble() < rows.length - taken) {
                rows[taken++] = row;
            }
        }
        return rows;
    }
}
