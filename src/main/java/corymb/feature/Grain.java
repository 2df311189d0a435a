package corymb.feature;

import corymb.sql.Expression;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.Value;

/** What the events of a customer are put together by before something is gathered of them. */
sealed interface Grain {
    /** The day of {@link Days}, counted from 1970, or the Monday's week. */
    Column DAY = new Column(" day");

    /** How many days or weeks since the one before. */
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

    /** By the day or week, with the gap to the one before. */
    record Days(Value number, Condition where) implements Grain {}

    /** By runs of days or weeks without a gap. */
    record Runs(Value number, Condition where) implements Grain {}
}
