package corymb.rule;

import corymb.sql.Expression;
import corymb.sql.Expression.Constant;
import corymb.table.Schema;
import corymb.work.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds of a row, such as of a customer with all that is known of them.
 *
 * <p>A test of a missing value is not true, and {@link Not} turns that round: {@code country != "DE"} leaves out rows whose
 * country is unknown, {@code not country = "DE"} and {@code country not in ("DE")} take them in.
 */
public sealed interface Rule {

    /** A rule about one field. */
    sealed interface Test extends Rule {
        String field();
    }

    /** Holds for every row. */
    record Everyone() implements Rule {}

    record Compare(String field, Expression.Comparison comparison, Constant value) implements Test {}

    /** Compares two fields of the same row; a date that is compared with a time counts as the first moment of its day. */
    record CompareFields(String field, Expression.Comparison comparison, String other) implements Test {}

    /** Holds from {@code low} to {@code high}, both included. */
    record Between(String field, Constant low, Constant high) implements Test {}

    record OneOf(String field, List<Constant> values) implements Test {
        public OneOf {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("A list of values needs at least one");
            }
        }
    }

    /** Meets a text, ignoring case unless {@code exactly}. */
    record TextMatch(String field, Expression.Match match, String text, boolean exactly) implements Test {}

    record IsMissing(String field) implements Test {}

    /** Holds where a date or time lies in a window that ends at the moment the rule is asked for, or some time before it. */
    record Dated(String field, Window.Last window) implements Test {}

    /** Holds where a date or time lies more than so long before the moment the rule is asked for. */
    record Older(String field, int count, Window.Unit unit) implements Test {
        public Older {
            if (count < 1) {
                throw new IllegalArgumentException("Asks for a time that is at least one " + unit + " past");
            }
        }

        /** How long before, such as "18 months" or "1 day". */
        public String span() {
            return (count == 1 ? "1 " : "") + unit.words(count);
        }
    }

    /** A rule about what a customer did. */
    sealed interface EventTest extends Rule {
        /** Which events it asks about: rules over the events' columns. */
        List<Rule> filters();
    }

    /** A rule about what events come to. */
    sealed interface OfFigure extends EventTest {
        Figure figure();

        Expression.Comparison comparison();

        Constant value();

        @Override
        default List<Rule> filters() {
            return List.of(figure().filter());
        }
    }

    /** Holds where a figure of the customer's events compares so. */
    record Measured(Figure figure, Expression.Comparison comparison, Constant value) implements OfFigure {}

    /** A rule about how a customer's events stand together in time. */
    sealed interface Course extends EventTest {
        /** Whether it asks which events are of one session. */
        boolean asksForSessions();
    }

    /**
     * Holds where a figure of the events of one of the customer's sessions compares so.
     *
     * @param figure counted, added up, averaged or the smallest or largest of the events of a session that meet its filter in its
     *     window; a session with none of them counts as well
     */
    record InOneSession(Figure figure, Expression.Comparison comparison, Constant value) implements OfFigure, Course {
        /** What can be told of a session. */
        private static final Set<Measurement> TOLD =
                Set.of(Measurement.COUNT, Measurement.SUM, Measurement.MEAN, Measurement.MINIMUM, Measurement.MAXIMUM);

        public InOneSession {
            if (!TOLD.contains(figure.measurement())) {
                throw new IllegalArgumentException(
                        "Of one session the count, sum, mean, minimum or maximum can be asked for");
            }
        }

        /** The same of all of the customer's events together. */
        public Measured ofAll() {
            return new Measured(figure, comparison, value);
        }

        @Override
        public boolean asksForSessions() {
            return true;
        }
    }

    /**
     * Holds where the customer did one thing and then another, or did not do the other any more.
     *
     * <p>What happened at the same time as the first does not count as after it. That the second stayed away can only be told
     * once the time that it had is over.
     *
     * @param first which events begin it
     * @param second which events are to follow, or not to
     * @param isFollowed whether the second is to follow
     * @param link how near the second has to be
     * @param window which time the first counts in
     */
    record Sequence(Rule first, boolean isFollowed, Rule second, Link link, Window window) implements Course {
        @Override
        public List<Rule> filters() {
            return List.of(first, second);
        }

        @Override
        public boolean asksForSessions() {
            return link instanceof Link.SameSession;
        }
    }

    /**
     * Holds where the customer did something shortly before leaving: before the last event of the session it belongs to, or with it.
     *
     * <p>A session is over with its last event before the moment the rule is asked for.
     *
     * @param filter which events count
     * @param link how long before the session's last event at most
     * @param window which time these events count in
     */
    record BeforeLeaving(Rule filter, Link.Within link, Window window) implements Course {
        @Override
        public List<Rule> filters() {
            return List.of(filter);
        }

        @Override
        public boolean asksForSessions() {
            return true;
        }
    }

    /** A rule about another segment. */
    sealed interface OfSegment extends Rule {
        String segment();
    }

    /** Holds for the members of another segment. */
    record InSegment(String segment) implements OfSegment {}

    /**
     * Holds for those who are most like the members of another segment, without the members themselves.
     *
     * @param count how many of them, from 1
     * @param segment whom they are like
     * @param features by which numbers of theirs, at least one
     */
    record Alike(int count, String segment, List<String> features) implements OfSegment {
        public Alike {
            features = List.copyOf(features);
            if (count < 1 || features.isEmpty()) {
                throw new IllegalArgumentException("Somebody has to be alike in something");
            }
        }
    }

    /** Holds where at least so many of the rules do. */
    record AtLeast(int count, List<Rule> rules) implements Rule {
        public AtLeast {
            rules = atLeastTwo(rules);
            if (count < 1 || count > rules.size()) {
                throw new IllegalArgumentException("Of " + rules.size() + " rules, " + count + " cannot hold");
            }
        }
    }

    /** Holds where every one of at least two rules does. */
    record All(List<Rule> rules) implements Rule {
        public All {
            rules = atLeastTwo(rules);
        }
    }

    /** Holds where one of at least two rules does. */
    record Any(List<Rule> rules) implements Rule {
        public Any {
            rules = atLeastTwo(rules);
        }
    }

    record Not(Rule rule) implements Rule {}

    private static List<Rule> atLeastTwo(List<Rule> rules) {
        if (rules.size() < 2) {
            throw new IllegalArgumentException("Joins at least two rules");
        }
        return List.copyOf(rules);
    }

    /** The tests the rule is made of, from left to right. */
    default Stream<Test> tests() {
        return switch (this) {
            case Test test -> Stream.of(test);
            case Everyone _, EventTest _, OfSegment _ -> Stream.empty();
            case All _, Any _, AtLeast _, Not _ -> parts().stream().flatMap(Rule::tests);
        };
    }

    /** The rules that this one joins or turns round; none where it stands for itself. */
    default List<Rule> parts() {
        return switch (this) {
            case All(var rules) -> rules;
            case Any(var rules) -> rules;
            case AtLeast some -> some.rules();
            case Not(var rule) -> List.of(rule);
            case Everyone _, Test _, EventTest _, OfSegment _ -> List.of();
        };
    }

    /** The rules it is made of that stand for themselves, from left to right. */
    default Stream<Rule> leaves() {
        return parts().isEmpty() ? Stream.of(this) : parts().stream().flatMap(Rule::leaves);
    }

    /** The names of the fields the rule looks at. */
    default Set<String> fields() {
        return leaves().flatMap(leaf -> switch (leaf) {
                    case CompareFields compare -> Stream.of(compare.field(), compare.other());
                    case Test test -> Stream.of(test.field());
                    case Alike alike -> alike.features().stream();
                    case Everyone _, EventTest _, InSegment _, All _, Any _, AtLeast _, Not _ -> Stream.<String>empty();
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    default boolean asksForEvents() {
        return leaves().anyMatch(EventTest.class::isInstance);
    }

    /** The segments whose members the rule asks for. */
    default Set<String> segments() {
        return leaves().flatMap(leaf -> leaf instanceof OfSegment of ? Stream.of(of.segment()) : Stream.empty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What keeps the rule from being used on rows of this schema, which know of no events and no segments. */
    default List<Problem> check(Schema schema) {
        return check(Terms.of(schema));
    }

    /** What keeps the rule from being used with what can be asked about; empty when nothing does. */
    default List<Problem> check(Terms terms) {
        return new RuleCheck(terms).problems(this);
    }

    /**
     * The rule as a condition on rows whose columns are the fields. A date is compared with the day of an instant in the
     * zone of the moment.
     *
     * @param asOf the moment that relative dates look back from
     * @throws IllegalStateException when it asks about events or segments
     */
    default Expression.Condition toExpression(Moment asOf) {
        return toExpression(new Answers.OfFields(asOf));
    }

    /** The rule as a condition, with the answers to what the fields of a row do not tell. */
    default Expression.Condition toExpression(Answers answers) {
        return new RuleExpression(answers).of(this);
    }
}
