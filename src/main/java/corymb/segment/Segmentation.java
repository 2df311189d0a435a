package corymb.segment;

import corymb.rule.Rule;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
     * Gathers the members of segments, all in one reading of the population, and who moved since they were gathered before.
     *
     * @param profiles the profiles of the customers, where there are any
     * @param wanted none of which asks for another
     * @throws corymb.work.Failure when a rule does not fit the population's fields
     */
    public static List<Segment> run(
            Engine engine, Population population, Optional<Relation> profiles, List<Wanted> wanted, Progress progress) {
        wanted.forEach(each -> require(population, each.plan().rule()));
        return new Finding(engine, population, profiles, wanted).run(progress);
    }

    /** How well members tell a group; empty where there is no such group now, or nobody is found. */
    static Optional<GroupFit> fit(Engine engine, Population population, Relation members, int cluster) {
        if (!population.schema().has(Population.CLUSTER)) {
            return Optional.empty();
        }
        var counts = engine.table(
                Sql.of(
                                "select count(*) filter (where is_in and is_of) as caught, count(*) filter (where is_in) as found,"
                                        + " count(*) filter (where is_of) as size from (select "
                                        + Sql.name(Population.ID)
                                        + " in (select " + Sql.name(Population.ID) + " from " + members.quoted()
                                        + ") as is_in, "
                                        + Sql.name(Population.CLUSTER) + " = ? as is_of from (",
                                cluster)
                        .then(population.rows(Set.of(Population.CLUSTER)))
                        .then("))"),
                Progress.NONE);
        double caught = counts.numbers("caught").get(0);
        double found = counts.numbers("found").get(0);
        double size = counts.numbers("size").get(0);
        return found == 0 || size == 0 ? Optional.empty() : Optional.of(new GroupFit(caught / found, caught / size));
    }

    /** A query for the ids of the people who meet the rule, such as to look into their rows. */
    public static Sql members(Population population, Rule rule) {
        require(population, rule);
        return new RuleQuery(population).members(rule);
    }

    /**
     * Some of the people who meet a rule, drawn so that the same people come of the same rule: what the rule looks at first, then what
     * else is known of them.
     *
     * @param count how many at most
     * @throws corymb.work.Failure when the rule does not fit the population's fields
     */
    public static Table sample(Engine engine, Population population, Rule rule, int count, Progress progress) {
        var id = Sql.name(Population.ID);
        var known = population.people();
        var twice = Stream.concat(Stream.of(Population.ID), rule.fields().stream())
                .filter(known.schema()::has)
                .distinct()
                .map(Sql::name)
                .collect(Collectors.joining(", "));
        return engine.table(
                Sql.of("select person.*, known.* exclude (" + twice + ") from (")
                        .then(population.rows(rule.fields()))
                        .then(") as person join " + known.quoted() + " as known on person." + id + " = known." + id
                                + " where person." + id + " in (")
                        .then(members(population, rule))
                        .then(") order by md5(person." + id + "), person." + id + " limit ?", count),
                progress);
    }

    static void require(Population population, Rule rule) {
        rule.check(population.terms()).stream().findFirst().ifPresent(problem -> {
            throw problem.asFailure();
        });
    }
}
