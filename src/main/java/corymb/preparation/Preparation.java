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
    /** Nothing was learnt. */
    public static final Preparation NONE = new Preparation(PreparationPlan.NONE, List.of());

    public Preparation {
        learnt = List.copyOf(learnt);
        var steps = plan.steps();
        Sound.require(learnt.size() == steps.size());
        for (int i = 0; i < steps.size(); i++) {
            Sound.require(isOf(steps.get(i), learnt.get(i)));
        }
    }

    private static boolean isOf(Step step, Learnt learnt) {
        return switch (step) {
            case Step.Impute _ -> learnt instanceof Learnt.Fills;
            case Step.Transform _ -> learnt instanceof Learnt.Bends;
            case Step.Scale _ -> learnt instanceof Learnt.Scales;
            case Step.Winsorise _ -> learnt instanceof Learnt.Ranges;
            case Step.GroupRare _ -> learnt instanceof Learnt.Kept;
            case Step.OneHot _ -> learnt instanceof Learnt.Indicators;
            case Step.EncodeFrequency _, Step.EncodeTarget _ -> learnt instanceof Learnt.Codes;
            case Step.DropConstant _, Step.DropCorrelated _ -> learnt instanceof Learnt.Dropped;
            case Step.Components _ -> learnt instanceof Learnt.Axes;
        };
    }

    /**
     * Learns from rows, each step from what the steps before left of them.
     *
     * @throws corymb.work.Failure when a step does not fit the columns
     */
    public static Preparation fit(PreparationPlan plan, Table rows, Progress progress) {
        return learn(plan, cells(rows), progress);
    }

    /**
     * Learns from rows and prepares these: just as it does others, but where a step says that each row is to be told by the others alone.
     *
     * @throws corymb.work.Failure when a step does not fit the columns, or texts or gaps are left
     */
    public static Prepared prepare(PreparationPlan plan, Table rows, Progress progress) {
        var cells = cells(rows);
        var preparation = learn(plan, cells, progress);
        return new Prepared(preparation, matrix(cells));
    }

    private static Cells cells(Table rows) {
        if (rows.rowCount() == 0) {
            throw new Problem("There are no rows to learn from.", "preparation", "Import customers or events first.")
                    .asFailure();
        }
        return Cells.of(rows);
    }

    private static Preparation learn(PreparationPlan plan, Cells cells, Progress progress) {
        progress.report(0, "Preparing");
        var learnt = new ArrayList<Learnt>();
        for (int i = 0; i < plan.steps().size(); i++) {
            var part = progress.between(
                    (double) i / plan.steps().size(), (i + 1.0) / plan.steps().size());
            part.check();
            var step = plan.steps().get(i);
            learnt.add(new Learning(cells, part).of(step));
            if (step instanceof Step.EncodeTarget target && target.folds() > 0) {
                new TargetCodes(cells, target).crossFit();
            } else {
                Applying.to(cells, learnt.getLast());
            }
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
        return matrix(cells);
    }

    private static Matrix matrix(Cells cells) {
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
