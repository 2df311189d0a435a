package corymb.path;

import corymb.rule.Link;
import corymb.rule.Rule;
import java.util.List;

/**
 * What customers are to do one after the other, or all of in any order.
 *
 * @param rules the steps: rules over the events' columns, {@value #FEWEST} to {@value #MOST}
 * @param order whether one has to come after the other
 * @param link how near the last has to be to the first
 */
public record Steps(List<Rule> rules, Order order, Link link) {
    /** With one step there is nobody to lose. */
    public static final int FEWEST = 2;

    /** More bars than anybody reads. */
    public static final int MOST = 10;

    public Steps {
        rules = List.copyOf(rules);
        if (rules.size() < FEWEST || rules.size() > MOST) {
            throw new IllegalArgumentException(
                    "A funnel has " + FEWEST + " to " + MOST + " steps, not " + rules.size());
        }
    }

    /** In what order the steps are taken. */
    public enum Order {
        /** Each strictly later than the one before. */
        ONE_BY_ONE,
        /** In any; what happened at the same moment counts as done together. */
        ANY
    }

    public int count() {
        return rules.size();
    }

    boolean isOrdered() {
        return order == Order.ONE_BY_ONE;
    }

    boolean isOfSession() {
        return link instanceof Link.SameSession;
    }
}
