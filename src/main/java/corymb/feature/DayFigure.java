package corymb.feature;

import corymb.sql.Expression.Aggregate;
import corymb.sql.Expression.All;
import corymb.sql.Expression.Compare;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.Measure;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.RowCount;
import corymb.sql.Expression.Summary;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is told of the days on which a customer did something.
 *
 * @param from a longest gap that ends earlier does not count
 */
record DayFigure(Kind kind, double from) implements TallyFigure {
    /** Of different days d₁ < d₂ < … */
    enum Kind {
        /** How many there are. */
        DAYS,
        /** The mean of d₂ - d₁, d₃ - d₂ … */
        GAP_MEAN,
        /** The standard deviation of these. */
        GAP_DEVIATION,
        /** The largest of these. */
        LONGEST_GAP,
        /** How many come at most one right after the other. */
        LONGEST_RUN,
        /** The same of the weeks, from Monday on, that they are of. */
        LONGEST_RUN_OF_WEEKS
    }

    @Override
    public double of(LevelTally tally) {
        return switch (kind) {
            case DAYS -> tally.levels();
            case GAP_MEAN -> tally.gapMean();
            case GAP_DEVIATION -> tally.gapDeviation();
            case LONGEST_GAP -> tally.longestGap(from + LevelTally.DAY_0);
            case LONGEST_RUN -> tally.longestRun(1, 0);
            case LONGEST_RUN_OF_WEEKS -> tally.longestRun(Grain.DAYS_A_WEEK, Grain.SINCE_MONDAY);
        };
    }

    /** The same as an aggregate of the rows of a grain of days or runs; nothing where it is none of these. */
    static Optional<DayFigure> of(Grain grain, Aggregate aggregate) {
        var from = from(aggregate.where());
        return kind(grain, aggregate)
                .filter(kind -> from.isPresent() && (aggregate.where().equals(All.ROWS) || kind == Kind.LONGEST_GAP))
                .map(kind -> new DayFigure(kind, from.orElseThrow()));
    }

    private static Optional<Kind> kind(Grain grain, Aggregate aggregate) {
        if (grain instanceof Grain.Days && aggregate instanceof RowCount) {
            return Optional.of(Kind.DAYS);
        }
        if (!(aggregate instanceof Summary summary)) {
            return Optional.empty();
        }
        if (grain instanceof Grain.Runs runs) {
            return summary.measure() == Measure.MAXIMUM && summary.value().equals(Grain.LENGTH)
                    ? Optional.of(ofRuns(runs.step()))
                    : Optional.empty();
        }
        return summary.value().equals(Grain.GAP) ? ofGaps(summary.measure()) : Optional.empty();
    }

    private static Kind ofRuns(Grain.Step step) {
        return switch (step) {
            case DAY -> Kind.LONGEST_RUN;
            case WEEK -> Kind.LONGEST_RUN_OF_WEEKS;
        };
    }

    private static Optional<Kind> ofGaps(Measure measure) {
        return switch (measure) {
            case AVERAGE -> Optional.of(Kind.GAP_MEAN);
            case DEVIATION -> Optional.of(Kind.GAP_DEVIATION);
            case MAXIMUM -> Optional.of(Kind.LONGEST_GAP);
            case MINIMUM, SUM -> Optional.empty();
        };
    }

    private static OptionalDouble from(Condition where) {
        if (where.equals(All.ROWS)) {
            return OptionalDouble.of(Double.NEGATIVE_INFINITY);
        }
        return where instanceof Compare compare
                        && compare.comparison() == Comparison.AT_LEAST
                        && compare.left().equals(Grain.DAY)
                        && compare.right() instanceof NumberConstant(var day)
                ? OptionalDouble.of(day)
                : OptionalDouble.empty();
    }
}
