package corymb.segment;

import corymb.rule.Rule;
import corymb.sql.Dialect;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Progress;

/** Finds the people who meet a rule. */
public final class Segmentation {
    private Segmentation() {}

    /**
     * How many people meet the rule, fast enough to ask at every keystroke.
     *
     * @throws corymb.work.Failure when the rule does not fit the population's fields
     */
    public static long count(Engine engine, Population population, Rule rule, Progress progress) {
        return (long) engine.number(
                Sql.of("select count(*) from (").then(members(population, rule)).then(")"), progress);
    }

    /**
     * Gathers the members of a segment.
     *
     * @param membersName what the relation of the members is to be called
     * @throws corymb.work.Failure when the rule does not fit the population's fields
     */
    public static Segment run(
            Engine engine, Population population, SegmentPlan plan, String membersName, Progress progress) {
        progress.report(0, "Finding the members of " + plan.name());
        var members =
                engine.create(membersName, members(population, plan.rule()).then(" order by 1"), progress);
        progress.report(1, "Found the members of " + plan.name());
        return new Segment(plan, members, population.people().rows(), population.asOf());
    }

    /** A query for the ids of the people who meet the rule, such as to look into their rows. */
    public static Sql members(Population population, Rule rule) {
        rule.check(population.schema()).stream().findFirst().ifPresent(problem -> {
            throw problem.asFailure();
        });
        return Sql.of("select " + Sql.name(Population.ID) + " from (")
                .then(population.rows(rule.fields()))
                .then(") where ")
                .then(Dialect.DUCKDB.compile(rule.toExpression()));
    }
}
