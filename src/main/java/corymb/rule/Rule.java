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

    /** Compares two fields of the same row. */
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
            case Everyone _ -> Stream.empty();
            case Test test -> Stream.of(test);
            case All all -> all.rules().stream().flatMap(Rule::tests);
            case Any any -> any.rules().stream().flatMap(Rule::tests);
            case Not not -> not.rule().tests();
        };
    }

    /** The names of the fields the rule looks at. */
    default Set<String> fields() {
        return tests().flatMap(test -> switch (test) {
                    case CompareFields compare -> Stream.of(compare.field(), compare.other());
                    case Compare _, Between _, OneOf _, TextMatch _, IsMissing _ -> Stream.of(test.field());
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What keeps the rule from being used on rows of this schema; empty when nothing does. */
    default List<Problem> check(Schema schema) {
        return new RuleCheck(schema).problems(this);
    }

    /** The rule as a condition on rows whose columns are the fields. A date is compared with the day of an instant. */
    default Expression.Condition toExpression() {
        return RuleExpression.of(this);
    }
}
