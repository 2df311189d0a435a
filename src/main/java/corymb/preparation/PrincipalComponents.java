package corymb.preparation;

import corymb.work.Problem;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;

/** What is learnt of the columns of a table for laying its rows along their {@link PrincipalAxes}. */
final class PrincipalComponents {
    private final List<String> names;
    private final double[][] centred;
    private final double[] means;
    private final int rows;
    private final Progress progress;

    PrincipalComponents(Cells cells, List<String> names, Progress progress) {
        if (names.isEmpty()) {
            throw new Problem("No column of numbers is left.", "preparation", "Leave out fewer.").asFailure();
        }
        this.names = names;
        this.rows = cells.rows();
        this.progress = progress;
        this.centred = names.stream().map(cells::values).toArray(double[][]::new);
        this.means = new double[names.size()];
        for (int column = 0; column < means.length; column++) {
            centre(column);
        }
    }

    private void centre(int column) {
        var values = centred[column];
        if (Arrays.stream(values).anyMatch(Double::isNaN)) {
            throw new Problem(
                            "The column “" + names.get(column) + "” has gaps, of which there is no direction.",
                            "preparation",
                            "Impute before.")
                    .asFailure();
        }
        means[column] = Arrays.stream(values).average().orElse(0);
        for (int row = 0; row < rows; row++) {
            values[row] -= means[column];
        }
    }

    Learnt axes(int count) {
        int kept = Math.min(count, names.size());
        var axes = PrincipalAxes.of(centred, kept, progress);
        return new Learnt.Axes(names, boxed(means), axes.directions(), axes.shares());
    }

    private static List<Double> boxed(double... values) {
        return Arrays.stream(values).boxed().toList();
    }
}
