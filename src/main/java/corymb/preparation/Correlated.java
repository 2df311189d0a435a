package corymb.preparation;

import corymb.stats.Spread;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds columns that say what an earlier one says.
 *
 * <p>Cost: one pass over the rows for each pair of columns that stay. A gap counts as the mean.
 */
final class Correlated {
    private final List<String> names;
    private final double[][] standard;
    private final Progress progress;

    Correlated(Cells cells, List<String> names, Progress progress) {
        this.names = names;
        this.progress = progress;
        this.standard = names.stream()
                .map(name -> standardised(cells.present(name), cells.values(name)))
                .toArray(double[][]::new);
    }

    private static double[] standardised(double[] present, double... values) {
        var spread = present.length == 0 ? new Spread(0, 0) : Spread.standard(present);
        double root = Math.sqrt(values.length);
        for (int row = 0; row < values.length; row++) {
            values[row] = Double.isNaN(values[row]) ? 0 : spread.standardised(values[row]) / root;
        }
        return values;
    }

    /** The columns whose correlation with an earlier one that stays is larger. */
    Learnt beyond(double most) {
        var kept = new ArrayList<Integer>();
        var dropped = new ArrayList<String>();
        for (int column = 0; column < names.size(); column++) {
            progress.report((double) column / names.size(), "Comparing columns");
            if (isNew(column, kept, most)) {
                kept.add(column);
            } else {
                dropped.add(names.get(column));
            }
        }
        return new Learnt.Dropped(dropped);
    }

    private boolean isNew(int column, List<Integer> kept, double most) {
        var found = new double[kept.size()];
        Parallel.forBlocks(found.length, 64, progress, (_, from, to) -> {
            for (int i = from; i < to; i++) {
                found[i] = Math.abs(product(standard[column], standard[kept.get(i)]));
            }
        });
        for (double correlation : found) {
            if (correlation > most) {
                return false;
            }
        }
        return true;
    }

    private static double product(double[] one, double... other) {
        double sum = 0;
        for (int row = 0; row < one.length; row++) {
            sum += one[row] * other[row];
        }
        return sum;
    }
}
