package corymb.segment;

import corymb.rule.Rule;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the members of several segments in one reading of the population, and who moved since they were found before.
 *
 * <p>Where the rule was edited and the data are new as well, the data count first: whoever the rule of before would have moved
 * was moved by the data, all others by the edit. So every move has one cause. Of those whom the data moved, time alone moved those
 * who would have moved had nothing come in; see {@link Passing}.
 *
 * <p>Cost: one query for all rules, one for all moves, and writing the members of the segments that somebody moved in.
 */
final class Finding {
    private static final String ID = Sql.name(Population.ID);
    private static final String EMAIL = "email";

    private final Engine engine;
    private final Population population;
    private final Optional<Relation> profiles;
    private final List<Wanted> wanted;
    private final List<Rule> rules;
    private final List<Relation> earlierPeople;

    /**
     * Looks for all at once.
     *
     * @param profiles the profiles of the customers, where there are any
     * @param wanted at least one
     */
    Finding(Engine engine, Population population, Optional<Relation> profiles, List<Wanted> wanted) {
        this.engine = engine;
        this.population = population;
        this.profiles = profiles.filter(relation -> relation.schema().has(EMAIL));
        this.wanted = wanted;
        this.earlierPeople = wanted.stream()
                .flatMap(each -> each.earlier().flatMap(Wanted.Earlier::people).stream())
                .distinct()
                .toList();
        this.rules = wanted.stream().flatMap(this::rules).distinct().toList();
    }

    /**
     * What was found, until it is dropped.
     *
     * @param met one row a person, in order: for each of the rules whether it holds
     * @param moved one row a move: the place of the segment, {@code customer_id}, {@code is_in} and {@code cause}
     */
    private record Found(Relation met, Relation moved) {}

    private Stream<Rule> rules(Wanted each) {
        return Stream.concat(Stream.of(each.plan().rule()), earlierRule(each).stream());
    }

    /** The rule of before where it is another one and can still be asked. */
    private Optional<Rule> earlierRule(Wanted each) {
        return each.earlierRule().filter(rule -> rule.check(population.terms()).isEmpty());
    }

    /** The rule that data and time moved people by: the one of before where it was edited. */
    private Rule asked(Wanted each) {
        return earlierRule(each).orElse(each.plan().rule());
    }

    List<Segment> run(Progress progress) {
        var first = wanted.getFirst().name();
        var passing = new Passing(engine, wanted, first, this::asked);
        try {
            var met = engine.create(
                    first + "_met",
                    new RuleQuery(population).answers(rules).then(" order by 1"),
                    progress.between(0, 0.5));
            var moved = engine.create(first + "_moved", moved(met), progress.between(0.5, 0.6));
            var told = passing.told(moved, progress.between(0.6, 0.7));
            return segments(new Found(met, told), progress.between(0.7, 1));
        } finally {
            passing.drop();
            engine.drop(first + "_met");
            engine.drop(first + "_moved");
        }
    }

    private List<Segment> segments(Found found, Progress progress) {
        var counts = engine.table(
                Sql.of(
                        "select segment, cause, count(*) filter (where is_in) as entered, count(*) filter (where not is_in)"
                                + " as gone from " + found.moved().quoted() + " group by all order by all"),
                progress);
        var segments = new ArrayList<Segment>();
        for (int place = 0; place < wanted.size(); place++) {
            progress.report(
                    (double) place / wanted.size(),
                    "Finding the members of " + wanted.get(place).plan().name());
            segments.add(segment(found, place, counted(counts, place)));
        }
        return segments;
    }

    private static List<Moved> counted(Table counts, int place) {
        return IntStream.range(0, counts.rowCount())
                .filter(row -> counts.numbers("segment").get(row) == place)
                .mapToObj(row -> new Moved(
                        Cause.valueOf(counts.text(row, "cause")),
                        (long) counts.numbers("entered").get(row),
                        (long) counts.numbers("gone").get(row)))
                .toList();
    }

    private Segment segment(Found found, int place, List<Moved> latest) {
        var each = wanted.get(place);
        var members = each.earlier()
                .filter(_ -> latest.isEmpty())
                .map(was -> was.segment().members())
                .orElseGet(() -> members(found, each));
        var fit =
                each.plan().origin().flatMap(origin -> Segmentation.fit(engine, population, members, origin.cluster()));
        return new Segment(
                each.plan(),
                members,
                population.people().rows(),
                population.asOf(),
                population.moment().zone(),
                fit,
                new Moves(moves(found, place, latest), latest));
    }

    private Relation members(Found found, Wanted each) {
        return engine.create(
                each.name(),
                Sql.of("select " + ID + " from " + found.met().quoted() + " where "
                        + met(each.plan().rule())),
                Progress.NONE);
    }

    /** The moves of before and those of now; the former where there are no others. */
    private Optional<Relation> moves(Found found, int place, List<Moved> latest) {
        var each = wanted.get(place);
        var before = each.earlier().flatMap(was -> was.segment().moves().rows());
        if (latest.isEmpty()) {
            return before;
        }
        var now = Sql.of(
                "select " + ID + ", cast(? as bigint) as version, cast(? as timestamp) as at, is_in, cause from "
                        + found.moved().quoted() + " where segment = " + place,
                each.id(),
                each.at().toString());
        return Optional.of(engine.create(
                each.name() + "_moves",
                before.map(rows -> Sql.of("select * from " + rows.quoted() + " union all ")
                                .then(now))
                        .orElse(now),
                Progress.NONE));
    }

    /** Whoever is of one side only, the members of now or those of before, has moved. */
    private Sql moved(Relation met) {
        var sides = new ArrayList<String>();
        var causes = new ArrayList<String>();
        for (int place = 0; place < wanted.size(); place++) {
            var each = wanted.get(place);
            if (each.earlier().isPresent()) {
                var was = each.earlier().get();
                sides.add(side(
                        place, true, met.quoted() + " where " + met(each.plan().rule())));
                sides.add(side(place, false, was.segment().members().quoted()));
                causes.add("when " + place + " then case" + cause(each, was) + " end");
            }
        }
        return sides.isEmpty()
                ? Sql.of("select 0 as segment, '' as " + ID + ", false as is_in, '' as cause where false")
                : Sql.of("select segment, moved." + ID + ", is_in, case" + gone() + " else case segment "
                        + String.join(" ", causes) + " end end as cause from (select segment, " + ID
                        + ", bool_or(is_in) as is_in from (" + String.join(" union all ", sides)
                        + ") as sides group by segment, " + ID + " having count(*) = 1) as moved"
                        + beside(met, "person") + known() + " order by segment, moved." + ID);
    }

    private static String side(int place, boolean isIn, String people) {
        return "select " + place + " as segment, " + ID + ", " + isIn + " as is_in from " + people;
    }

    private static String beside(Relation people, String name) {
        return " left join " + people.quoted() + " as " + name + " on moved." + ID + " = " + name + "." + ID;
    }

    /** The customers of before, for each time that segments were found before. */
    private String known() {
        return IntStream.range(0, earlierPeople.size())
                .mapToObj(i -> beside(earlierPeople.get(i), "known_" + i))
                .collect(Collectors.joining());
    }

    private String gone() {
        var email = Sql.name(EMAIL);
        return profiles.map(people -> when(
                                "person." + ID + " is null and lower(moved." + ID + ") in (select lower(trim(" + email
                                        + ")) from " + people.quoted() + " where " + email + " is not null)",
                                Cause.MERGED))
                        .orElse("")
                + when("person." + ID + " is null", Cause.GONE);
    }

    /** Of somebody who is a customer. */
    private String cause(Wanted each, Wanted.Earlier was) {
        var edited = each.earlierRule().isPresent()
                ? when(
                        earlierRule(each)
                                .map(rule -> "is_in <> (person." + met(rule) + ")")
                                .orElse("true"),
                        Cause.RULE)
                : "";
        var arrived = was.people()
                .map(people ->
                        when("is_in and known_" + earlierPeople.indexOf(people) + "." + ID + " is null", Cause.ARRIVED))
                .orElse("");
        return edited + arrived + when("true", was.otherwise());
    }

    private static String when(String condition, Cause cause) {
        return " when " + condition + " then '" + cause + "'";
    }

    private String met(Rule rule) {
        return Sql.name(RuleQuery.holds(rules.indexOf(rule))) + " = 1";
    }
}
