package corymb.rule;

import corymb.sql.Expression.Condition;
import corymb.sql.Expression.Value;

/** Where the answers are to what the fields of a row do not tell. */
public interface Answers {
    /** The moment that relative dates look back from; what happened then or later does not count. */
    Moment asOf();

    /** A figure of the events of the customer in the row at hand. */
    Value figure(Figure figure);

    /** Whether the events of the customer in the row at hand followed one another so. */
    Condition course(Rule.Course course);

    /** Whether the customer in the row at hand is in a segment. */
    Condition member(String segment);

    /** Whether the customer in the row at hand is among those most like a segment. */
    Condition alike(Rule.Alike alike);

    /** Knows nothing but the moment: for rows by themselves. */
    record OfFields(Moment asOf) implements Answers {
        @Override
        public Value figure(Figure figure) {
            throw unknown();
        }

        @Override
        public Condition course(Rule.Course course) {
            throw unknown();
        }

        @Override
        public Condition member(String segment) {
            throw unknown();
        }

        @Override
        public Condition alike(Rule.Alike alike) {
            throw unknown();
        }

        /** The check against the vocabulary comes first and tells people. */
        private static IllegalStateException unknown() {
            return new IllegalStateException("A row by itself tells nothing of events and segments");
        }
    }
}
