package corymb.feature;

import corymb.sql.Expression;
import corymb.sql.Expression.Arithmetic;
import corymb.sql.Expression.Call;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.Function;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.Operator;
import corymb.sql.Expression.Value;
import java.util.List;

/** What the events of a customer are put together by before something is gathered of them. */
sealed interface Grain {
    /** 1970 began on a Thursday, weeks begin on Mondays. */
    int SINCE_MONDAY = 3;

    int DAYS_A_WEEK = 7;

    /** The day of {@link Days}, counted from 1970, or the Monday's week of {@link Runs}. */
    Column DAY = new Column(" day");

    /** How many days since the one before. */
    Column GAP = new Column(" gap");

    /** How many days or weeks in a row. */
    Column LENGTH = new Column(" length");

    /** Not at all: each event for itself that meets a condition. */
    record Each(Condition where) implements Grain {
        /** Whatever it is. */
        static final Each EVENT = new Each(Expression.All.ROWS);
    }

    /** Not at all, with the time of the customer's first event beside each. */
    record SinceFirst() implements Grain {}

    /** By the value of a column; how many events there are of each is gathered before. */
    record Levels(Column column) implements Grain {}

    /** By the day, with the gap to the one before. */
    record Days(Value day, Condition where) implements Grain {}

    /**
     * By runs of days or weeks without a gap.
     *
     * @param day counted from 1970
     */
    record Runs(Value day, Step step, Condition where) implements Grain {
        /** The number of the day or week. */
        Value number() {
            return switch (step) {
                case DAY -> day;
                case WEEK -> {
                    var since = new Arithmetic(Operator.PLUS, day, new NumberConstant(SINCE_MONDAY));
                    var weeks = new Arithmetic(Operator.DIVIDED_BY, since, new NumberConstant(DAYS_A_WEEK));
                    yield new Call(Function.FLOOR, List.of(weeks));
                }
            };
        }
    }

    /** What comes in a row. */
    enum Step {
        DAY,
        /** From Monday on. */
        WEEK
    }
}
