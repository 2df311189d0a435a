package corymb.segment;

import corymb.rule.Rule;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * Tells those whom the passing of time moved from those whom new data did: the former would have moved had nothing come in. Before
 * them count those whom another time zone would have moved by itself.
 *
 * <p>Cost: for each state of knowledge that segments were found by before, one query over those who moved; nothing where the moment
 * is the same, or nobody moved.
 *
 * @param name how the names of the tables that are made begin
 * @param asked the rule that moved people, of a segment wanted
 */
record Passing(Engine engine, List<Wanted> wanted, String name, Function<Wanted, Rule> asked) {
    private static final String ID = Sql.name(Population.ID);

    /** What moves people by itself, what counts first first. */
    private static final List<Cause> BY_ITSELF = List.of(Cause.ZONE, Cause.TIME);

    /**
     * The answers of some rules about those who moved.
     *
     * @param holds by the place of a segment, of one at least, the column that says whether its rule would hold
     */
    private record Seen(Relation answers, LinkedHashMap<Integer, String> holds) {}

    /** The same moves with their causes; the table of before where neither zone nor time moved anybody. */
    Relation told(Relation moved, Progress progress) {
        var told = moved;
        for (var cause : BY_ITSELF) {
            told = told(cause, told, progress);
        }
        return told;
    }

    /** Drops what was told. */
    void drop() {
        BY_ITSELF.forEach(cause -> engine.drop(table(cause)));
    }

    private String table(Cause cause) {
        return name + "_told_" + cause;
    }

    private Relation told(Cause cause, Relation moved, Progress progress) {
        var seen = new ArrayList<Seen>();
        try {
            known().forEach((known, places) -> {
                if (cause != Cause.ZONE || known.isOfAnotherZone()) {
                    look(known, cause, places, moved, progress).forEach(seen::add);
                }
            });
            return seen.isEmpty() ? moved : engine.create(table(cause), told(cause, moved, seen), progress);
        } finally {
            seen.forEach(each -> engine.drop(each.answers().name()));
        }
    }

    /** The places of the segments by what was known when they were found before. */
    private LinkedHashMap<Known, List<Integer>> known() {
        var places = new LinkedHashMap<Known, List<Integer>>();
        for (int place = 0; place < wanted.size(); place++) {
            int at = place;
            wanted.get(place)
                    .earlier()
                    .flatMap(Wanted.Earlier::known)
                    .ifPresent(known -> places.computeIfAbsent(known, _ -> new ArrayList<>())
                            .add(at));
        }
        return places;
    }

    private List<Seen> look(Known known, Cause cause, List<Integer> places, Relation moved, Progress progress) {
        var numbers = String.join(", ", places.stream().map(String::valueOf).toList());
        var movers = engine.create(
                name + "_movers",
                Sql.of("select distinct " + ID + " from " + moved.quoted() + " where cause = '" + Cause.DATA
                        + "' and segment in (" + numbers + ")"),
                progress);
        try {
            if (movers.rows() == 0) {
                return List.of();
            }
            var rules = places.stream().map(wanted::get).map(asked).toList();
            return known.seenWith(cause, movers, rules, progress).stream()
                    .map(population -> answers(population, places, rules, progress))
                    .toList();
        } finally {
            engine.drop(movers.name());
        }
    }

    private Seen answers(Population population, List<Integer> places, List<Rule> rules, Progress progress) {
        var holds = new LinkedHashMap<Integer, String>();
        for (int i = 0; i < places.size(); i++) {
            holds.put(places.get(i), Sql.name(RuleQuery.holds(i)));
        }
        var seen = name + "_seen_" + places.getFirst();
        return new Seen(engine.create(seen, new RuleQuery(population).answers(rules), progress), holds);
    }

    /** Whoever moved in a segment of which nothing is known from then keeps the cause. */
    private static Sql told(Cause by, Relation moved, List<Seen> seen) {
        var joins = new StringBuilder();
        var would = new StringBuilder();
        for (int i = 0; i < seen.size(); i++) {
            var alias = "seen_" + i;
            joins.append(" left join " + seen.get(i).answers().quoted() + " as " + alias + " on moved." + ID + " = "
                    + alias + "." + ID);
            seen.get(i)
                    .holds()
                    .forEach((place, holds) ->
                            would.append(" when " + place + " then coalesce(" + alias + "." + holds + ", 0) = 1"));
        }
        var cause = "case when cause = '" + Cause.DATA + "' and is_in = case segment" + would + " end then '" + by
                + "' else cause end";
        return Sql.of("select segment, moved." + ID + ", is_in, " + cause + " as cause from " + moved.quoted()
                + " as moved" + joins + " order by segment, moved." + ID);
    }
}
