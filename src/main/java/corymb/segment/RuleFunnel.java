package corymb.segment;

import corymb.rule.Rule;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each condition of a rule does to the number of its members.
 *
 * @param narrows whether everyone has to meet all conditions, so that each takes people away; otherwise one is enough, and each brings
 *     people in
 * @param population how many people the rule was asked about
 * @param steps the conditions in the rule's order
 */
public record RuleFunnel(boolean narrows, long population, List<Step> steps) {
    /** A rule of more conditions is a list, and nobody reads their effects one by one. */
    private static final int MOST = 40;

    public RuleFunnel {
        steps = List.copyOf(steps);
    }

    /**
     * One condition.
     *
     * @param alone how many people meet it
     * @param together how many are left when it and all before it narrow, or are in when it and all before it bring people in
     * @param onlyThis how many more there would be without it when it narrows, or how many fewer when it brings people in
     */
    public record Step(Rule rule, long alone, long together, long onlyThis) {}

    /**
     * Counts what the conditions do; {@code Cost:} one pass over the people, whatever the number of conditions.
     *
     * @return no steps where there are more than forty
     * @throws corymb.work.Failure when the rule does not fit the population's fields
     */
    public static RuleFunnel of(Engine engine, Population population, Rule rule, Progress progress) {
        Segmentation.require(population, rule);
        boolean narrows = !(rule instanceof Rule.Any);
        var conditions = rule instanceof Rule.All || rule instanceof Rule.Any ? rule.parts() : List.of(rule);
        if (conditions.size() > MOST) {
            return new RuleFunnel(narrows, population.people().rows(), List.of());
        }
        var counts = engine.table(
                counts(new RuleQuery(population).answers(conditions), conditions.size(), narrows), progress);
        var steps = IntStream.range(0, conditions.size())
                .mapToObj(i -> new Step(
                        conditions.get(i),
                        count(counts, "alone", i),
                        count(counts, "together", i),
                        count(counts, "only", i)))
                .toList();
        return new RuleFunnel(narrows, population.people().rows(), steps);
    }

    private static long count(Table counts, String what, int step) {
        return (long) counts.numbers(what + step).get(0);
    }

    /**
     * Of each person it is enough to know how many conditions hold, and the first that decides: that does not hold where all have to,
     * that holds where one is enough.
     */
    private static Sql counts(Sql answers, int conditions, boolean narrows) {
        var sum = new ArrayList<String>();
        var first = new StringBuilder("case");
        var counts = new ArrayList<String>();
        int decides = narrows ? 0 : 1;
        int alone = narrows ? conditions - 1 : 1;
        for (int i = 0; i < conditions; i++) {
            var holds = Sql.name(RuleQuery.holds(i));
            sum.add(holds);
            first.append(" when ")
                    .append(holds)
                    .append(" = ")
                    .append(decides)
                    .append(" then ")
                    .append(i);
            counts.add("count(*) filter (" + holds + " = 1) as alone" + i);
            counts.add("count(*) filter (first " + (narrows ? "> " : "<= ") + i + ") as together" + i);
            counts.add("count(*) filter (holding = " + alone + " and " + holds + " = " + decides + ") as only" + i);
        }
        return Sql.of("select " + String.join(", ", counts) + " from (select *, " + String.join(" + ", sum)
                        + " as holding, " + first + " else " + conditions + " end as first from (")
                .then(answers)
                .then("))");
    }
}
