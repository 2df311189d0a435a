package corymb.preparation;

import corymb.table.Column;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A plan together with what its steps learnt, which prepares the rows it learnt from and others alike.
 *
 * <p>Of later rows a value that was not there before counts as “(other)”, or as the mean where it is encoded.
 *
 * @param learnt one a step
 */
public record Preparation(PreparationPlan plan, List<Learnt> learnt) {
    public Preparation {
        learnt = List.copyOf(learnt);
    }

    /**
     * Learns from rows, each step from what the steps before left of them.
     *
     * @throws corymb.work.Failure when a step does not fit the columns
     */
    public static Preparation fit(PreparationPlan plan, Table rows, Progress progress) {
        if (rows.rowCount() == 0) {
            throw new Problem("There are no rows to learn from.", "preparation", "Import customers or events first.")
                    .asFailure();
        }
        progress.report(0, "Preparing");
        var cells = Cells.of(rows);
        var learnt = new ArrayList<Learnt>();
        for (int i = 0; i < plan.steps().size(); i++) {
            var part = progress.between(
                    (double) i / plan.steps().size(), (i + 1.0) / plan.steps().size());
            part.check();
            learnt.add(new Learning(cells, part).of(plan.steps().get(i)));
            Applying.to(cells, learnt.getLast());
        }
        progress.report(1, "Prepared");
        return new Preparation(plan, learnt);
    }

    /**
     * Rows as numbers without gaps.
     *
     * @throws corymb.work.Failure when a column is lacking, or texts or gaps are left
     */
    public Matrix apply(Table rows) {
        var cells = Cells.of(rows);
        learnt.forEach(each -> Applying.to(cells, each));
        var columns = cells.columns();
        columns.forEach(Preparation::require);
        if (columns.isEmpty()) {
            throw new Problem("No column is left.", "preparation", "Leave out fewer.").asFailure();
        }
        int width = columns.size();
        var values = new double[Math.multiplyExact(cells.rows(), width)];
        for (int column = 0; column < width; column++) {
            var numbers = (NumberColumn) columns.get(column);
            for (int row = 0; row < cells.rows(); row++) {
                values[row * width + column] = numbers.get(row);
            }
        }
        return new Matrix(columns.stream().map(Column::name).toList(), values);
    }

    private static void require(Column column) {
        if (!(column instanceof NumberColumn)) {
            throw left(column, "holds texts", "Encode it, or leave it out.");
        }
        if (IntStream.range(0, column.size()).anyMatch(column::isMissing)) {
            throw left(column, "has gaps", "Impute it, or leave it out.");
        }
    }

    private static Failure left(Column column, String what, String remedy) {
        return new Problem("The column “" + column.name() + "” still " + what + ".", "preparation", remedy).asFailure();
    }
}
