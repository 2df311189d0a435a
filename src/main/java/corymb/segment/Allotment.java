package corymb.segment;

import corymb.rule.Rule;
import corymb.segment.Overlap.Pair;
import corymb.segment.Policy.ByScore;
import corymb.segment.PolicyEffect.Line;
import corymb.segment.PolicyEffect.Move;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Follows a policy: to which segment each customer of several belongs.
 *
 * @param population all customers, with what they can be scored by
 * @param segments all segments
 * @param policy what is followed
 */
public record Allotment(Population population, List<Segment> segments, Policy policy) {
    private static final String ID = Sql.name(Population.ID);

    public Allotment {
        var names = segments.stream().map(Segment::name).toList();
        var order = policy.order(names);
        segments = segments.stream()
                .sorted(Comparator.comparingInt(segment -> order.indexOf(segment.name())))
                .toList();
    }

    /**
     * A query for one row a customer of any segment: {@code customer_id}, {@code assigned}, the segment that the policy gives
     * them to, {@code next}, the one that would have taken them else, {@code memberships}, and {@code score} and
     * {@code next_score}, which are missing where the policy knows none. Under a policy of many, {@code assigned} is the first.
     *
     * @throws corymb.work.Failure when the policy cannot be followed
     */
    public Sql assigned() {
        policy.misfit(segments.stream().map(Segment::name).toList(), population.schema())
                .ifPresent(problem -> {
                    throw problem.asFailure();
                });
        return Sql.of("select " + ID + ", ")
                .then(name("first"))
                .then(" as assigned, ")
                .then(name("second"))
                .then(" as next, memberships, score, next_score from (select " + ID
                        + ", any_value(place) filter (rank = 1) as first, any_value(place) filter (rank = 2) as second,"
                        + " count(*) as memberships, any_value(score) filter (rank = 1) as score,"
                        + " any_value(score) filter (rank = 2) as next_score from (select *, row_number() over (partition by "
                        + ID + " order by score desc nulls last, place) as rank from (")
                .then(scored())
                .then(")) group by " + ID + ")");
    }

    /** A query like {@link #assigned} for those whom a person should look at: no clear score, or in several where none is asked. */
    public Sql review() {
        var all = Sql.of("select * from (").then(assigned());
        return policy instanceof ByScore by
                ? all.then(
                        ") where memberships > 1 and coalesce(score, -1) - coalesce(next_score, -1) <= ? order by 1",
                        by.margin())
                : all.then(") where memberships > 1 order by 1");
    }

    private Sql name(String place) {
        var cases = IntStream.range(0, segments.size())
                .mapToObj(i -> Sql.of(
                        "when " + i + " then cast(? as varchar)",
                        segments.get(i).name()))
                .toList();
        return Sql.of("case " + place + " ").then(Sql.join(" ", cases)).then(" end");
    }

    /** One row a membership. */
    private Sql scored() {
        return Sql.join(
                " union all ",
                IntStream.range(0, segments.size()).mapToObj(this::scored).toList());
    }

    private Sql scored(int place) {
        var segment = segments.get(place);
        var members = segment.members().quoted();
        var field = policy instanceof ByScore by ? by.field(segment.name()) : Optional.<String>empty();
        return field.map(name -> Sql.of("select m." + ID + ", " + place + " as place, r.score from " + members
                                + " m left join (")
                        .then(ranks(name))
                        .then(") r on m." + ID + " = r." + ID))
                .orElseGet(() -> Sql.of(
                        "select " + ID + ", " + place + " as place, cast(null as double) as score from " + members));
    }

    private Sql ranks(String field) {
        var column = Sql.name(field);
        return Sql.of("select " + ID + ", percent_rank() over (order by " + column + ") as score from (")
                .then(population.rows(List.of(field)))
                .then(") where " + column + " is not null");
    }

    /**
     * What becomes of the segments.
     *
     * <p>Cost: a few passes over the memberships; with scores, a sort of the customers for each field.
     *
     * @throws corymb.work.Failure when the policy cannot be followed
     */
    public PolicyEffect effect(Engine engine, Progress progress) {
        var overlap = Overlap.of(engine, segments, progress.between(0, 0.3));
        var conflicts = overlap.pairs().stream()
                .filter(pair -> pair.both() > 0)
                .sorted(Comparator.comparingLong(Pair::both).reversed())
                .toList();
        var moves = policy instanceof Policy.Many ? List.<Move>of() : moves(engine, progress.between(0.3, 0.8));
        long several =
                (long) engine.number(counted(assigned()).then(" where memberships > 1"), progress.between(0.8, 0.9));
        long unclear = (long) engine.number(counted(review()), progress.between(0.9, 1));
        var confidence = confidence(engine, progress.untold());
        return new PolicyEffect(policy, lines(moves, confidence), moves, conflicts, several, unclear);
    }

    private static Sql counted(Sql rows) {
        return Sql.of("select count(*) from (").then(rows).then(")");
    }

    private List<Line> lines(List<Move> moves, Map<String, Double> confidence) {
        return segments.stream()
                .map(segment -> new Line(
                        segment.name(),
                        segment.count(),
                        segment.count()
                                - moves.stream()
                                        .filter(move -> move.from().equals(segment.name()))
                                        .mapToLong(Move::customers)
                                        .sum(),
                        confidence.getOrDefault(segment.name(), 1.0)))
                .toList();
    }

    private List<Move> moves(Engine engine, Progress progress) {
        if (segments.isEmpty()) {
            return List.of();
        }
        Table found = engine.table(
                Sql.of("select m.segment as origin, a.assigned as target, count(*) as people from (")
                        .then(memberships())
                        .then(") m join (")
                        .then(assigned())
                        .then(") a on m." + ID + " = a." + ID
                                + " where m.segment <> a.assigned group by all order by people desc, origin, target"),
                progress);
        return IntStream.range(0, found.rowCount())
                .mapToObj(row -> new Move(found.text(row, "origin"), found.text(row, "target"), (long)
                        found.numbers("people").get(row)))
                .toList();
    }

    /**
     * A query for one row a membership: {@code customer_id}, {@code segment} and {@code confidence}, how sure it is, 0 to 1. A rule over
     * the groups themselves is as sure of a customer as the customer is of their group; one that tells a group by other features, as
     * the part of those it holds for who are in that group; one of look-alikes, as they are near the segment that they are to be like;
     * any other holds or does not: 1.
     */
    public Sql memberships() {
        return Sql.join(" union all ", segments.stream().map(this::membership).toList());
    }

    private Sql membership(Segment segment) {
        var named = Sql.of("select m." + ID + ", cast(? as varchar) as segment, ", segment.name());
        var from = " as confidence from " + segment.members().quoted() + " m";
        if (segment.plan().rule().fields().contains(Population.CLUSTER)
                && population.schema().has(Population.CONFIDENCE)) {
            return named.then("coalesce(g." + Population.CONFIDENCE + ", 1)" + from + " left join (")
                    .then(population.rows(Set.of(Population.CONFIDENCE)))
                    .then(") g on m." + ID + " = g." + ID);
        }
        return likeness(segment.plan().rule())
                .map(alike -> named.then("n.nearness" + from + " left join (")
                        .then(LookAlikes.nearness(population, alike))
                        .then(") n on m." + ID + " = n." + ID))
                .orElseGet(() -> named.then(
                        "cast(? as double)" + from,
                        segment.fit().map(GroupFit::precision).orElse(1.0)));
    }

    /** What all whom a rule takes have to be like, where that can still be asked. */
    private Optional<Rule.Alike> likeness(Rule rule) {
        return switch (rule) {
            case Rule.Alike alike
            when population.segment(alike.segment()).isPresent()
                    && alike.features().stream().allMatch(population.schema()::has) -> Optional.of(alike);
            case Rule.All(var rules) ->
                rules.stream().flatMap(each -> likeness(each).stream()).findFirst();
            default -> Optional.empty();
        };
    }

    /** The mean confidence of a segment's memberships; none of a segment without any. */
    private Map<String, Double> confidence(Engine engine, Progress progress) {
        if (segments.isEmpty()) {
            return Map.of();
        }
        var found = engine.table(
                Sql.of("select segment, avg(confidence) as sure from (")
                        .then(memberships())
                        .then(") group by segment"),
                progress);
        return IntStream.range(0, found.rowCount())
                .boxed()
                .collect(Collectors.toMap(
                        row -> found.text(row, "segment"),
                        row -> found.numbers("sure").get(row)));
    }
}
