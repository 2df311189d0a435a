package corymb.segment;

import corymb.rule.Rule;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Progress;

/**
 * What another rule would do to a segment.
 *
 * @param kept how many of its members meet the rule
 * @param gained how many meet it who are no members
 * @param lost how many members do not meet it
 */
public record RuleEdit(long kept, long gained, long lost) {

    /**
     * Compares those who meet a rule with the members of a segment as they were last found.
     *
     * @throws corymb.work.Failure when the rule does not fit the population's fields
     */
    public static RuleEdit of(Engine engine, Population population, Rule rule, Relation members, Progress progress) {
        var id = Sql.name(Population.ID);
        var counts = engine.table(
                Sql.of(
                                "select count(*) filter (where is_in and was_in) as kept, count(*) filter (where was_in is null) as gained,"
                                        + " count(*) filter (where is_in is null) as lost from (select " + id
                                        + ", true as is_in from (")
                        .then(Segmentation.members(population, rule))
                        .then(")) as present full join (select " + id + ", true as was_in from " + members.quoted()
                                + ") as past using (" + id + ")"),
                progress);
        return new RuleEdit(
                (long) counts.numbers("kept").get(0),
                (long) counts.numbers("gained").get(0),
                (long) counts.numbers("lost").get(0));
    }
}
