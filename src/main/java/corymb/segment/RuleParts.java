package corymb.segment;

import corymb.rule.Rule;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What each condition of a rule did to those who moved: whoever moved counts once, so the parts add up to the net change.
 *
 * <p>Where all conditions have to hold, somebody who went out does not meet some of them now, and somebody who came in did not meet
 * some of them then; where one is enough, somebody who came in meets some of them now, and somebody who went out met some then. Where
 * what was then is told by what is known now of then, a change of what has no past (attributes, groups) is no condition's.
 *
 * <p>Cost: one pass over the people of now and one over those who moved as they were then.
 *
 * @param turned one row for each who moved: {@code customer_id}, {@code is_in} and {@code place}, that of a condition, or a number
 *     below 0 for each of the other parts
 * @param parts those that moved somebody; the conditions first, those that moved most at their head
 */
public record RuleParts(Relation turned, List<Part> parts) {
    /** A rule of more conditions is a list, and nobody reads their effects one by one. */
    private static final int MOST = 40;

    /** What moved somebody. */
    public enum What {
        /** One condition alone. */
        CONDITION(0),
        /** Several conditions at once, each of which would have to turn. */
        SEVERAL(-1),
        /** No condition: the rule was another one. */
        EDITED(-2),
        /** No condition, by what is known of then. */
        UNTOLD(-3),
        /** They are new customers, or are customers no more. */
        CUSTOMERS(-4);

        /** How {@link RuleParts#turned} names it; of conditions, the first. */
        private final int place;

        What(int place) {
            this.place = place;
        }

        private static What at(int place) {
            return Stream.of(values())
                    .filter(what -> what.place == place)
                    .findFirst()
                    .orElse(CONDITION);
        }
    }

    /**
     * What a part of the rule did.
     *
     * @param condition the condition, where it is one
     * @param place how {@link RuleParts#turned} names it
     */
    public record Part(What what, Optional<Rule> condition, int place, long entered, long left) {
        public long net() {
            return entered - left;
        }
    }

    /**
     * Who is asked.
     *
     * @param now the people of now
     * @param then those who moved, at the moment since when they did; empty where they were not known
     * @param moved one row for each who moved: {@code customer_id}, {@code is_in} and {@code cause}
     */
    public record Asked(Population now, Optional<Population> then, Sql moved) {}

    public RuleParts {
        parts = List.copyOf(parts);
    }

    /** The conditions that are told apart; fewer than two where the rule is one question. */
    public static List<Rule> conditions(Rule rule) {
        return (rule instanceof Rule.All || rule instanceof Rule.Any)
                        && rule.parts().size() <= MOST
                ? rule.parts()
                : List.of(rule);
    }

    /**
     * Asks every condition about all who moved.
     *
     * @param name of the table that is made
     * @throws corymb.work.Failure when the rule does not fit the population's fields
     */
    public static RuleParts of(Engine engine, Rule rule, Asked asked, String name, Progress progress) {
        Segmentation.require(asked.now(), rule);
        var conditions = conditions(rule);
        var turned = engine.create(name, turned(asked, conditions, !(rule instanceof Rule.Any)), progress);
        var counts = engine.table(
                Sql.of(
                        "select place, count(*) filter (where is_in) as entered, count(*) filter (where not is_in) as gone"
                                + " from " + turned.quoted() + " group by place"),
                progress);
        return new RuleParts(turned, parts(counts, conditions));
    }

    private static List<Part> parts(Table counts, List<Rule> conditions) {
        return IntStream.range(0, counts.rowCount())
                .mapToObj(row -> {
                    int place = (int) counts.numbers("place").get(row);
                    return new Part(
                            What.at(place),
                            place >= 0 ? Optional.of(conditions.get(place)) : Optional.empty(),
                            place,
                            (long) counts.numbers("entered").get(row),
                            (long) counts.numbers("gone").get(row));
                })
                .sorted(Comparator.comparing(Part::what)
                        .thenComparingLong(part -> -(part.entered() + part.left()))
                        .thenComparingInt(Part::place))
                .toList();
    }

    /** The ids of those whom a part brought in, or took out. */
    public Sql people(Part part, boolean isIn) {
        return Sql.of(
                "select customer_id from " + turned.quoted() + " where place = ? and is_in = ?", part.place(), isIn);
    }

    private static Sql turned(Asked asked, List<Rule> conditions, boolean narrows) {
        var decisive = new ArrayList<String>();
        var first = new StringBuilder("case");
        for (int i = 0; i < conditions.size(); i++) {
            var holds = Sql.name(RuleQuery.holds(i));
            var then = asked.then().isPresent() ? "was." + holds : "null";
            var side = "case when is_in = " + narrows + " then " + then + " else person." + holds + " end";
            decisive.add("coalesce(cast(" + side + " = " + (narrows ? 0 : 1) + " as integer), 0) as turned_" + i);
            first.append(" when turned_" + i + " = 1 then " + i);
        }
        var sum = IntStream.range(0, conditions.size())
                .mapToObj(i -> "turned_" + i)
                .collect(Collectors.joining(" + "));
        return Sql.of("select customer_id, is_in, case when cause in (" + arrivals() + ") then " + What.CUSTOMERS.place
                        + " when " + sum + " = 1 then " + first + " end when " + sum + " > 1 then "
                        + What.SEVERAL.place
                        + " when cause = '" + Cause.RULE + "' then " + What.EDITED.place + " else "
                        + What.UNTOLD.place
                        + " end as place from (select moved.*, " + String.join(", ", decisive) + " from (")
                .then(asked.moved())
                .then(") as moved")
                .then(beside(asked.now(), conditions, "person"))
                .then(asked.then().map(then -> beside(then, conditions, "was")).orElse(Sql.of("")))
                .then(") as judged order by customer_id");
    }

    private static Sql beside(Population people, List<Rule> conditions, String alias) {
        return Sql.of(" left join (")
                .then(new RuleQuery(people).answers(conditions))
                .then(") as " + alias + " on moved.customer_id = " + alias + ".customer_id");
    }

    private static String arrivals() {
        return Stream.of(Cause.ARRIVED, Cause.GONE, Cause.MERGED)
                .map(cause -> "'" + cause + "'")
                .collect(Collectors.joining(", "));
    }
}
