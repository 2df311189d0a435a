package corymb.path;

import corymb.path.Funnel.Of;
import corymb.path.Funnel.Part;
import corymb.path.Funnel.Quartiles;
import corymb.path.Funnel.Took;
import corymb.rule.Link;
import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.segment.Population;
import corymb.segment.Segmentation;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts how far customers come through the steps of a funnel. */
public final class Funnels {
    /** How many values are told one by one; the rest are others. */
    public static final int MOST_PARTS = 6;

    private static final String ID = Sql.name(Population.ID);

    private Funnels() {}

    /**
     * Counts them.
     *
     * <p>{@code Cost:} one reading of the events and an ordering of those of the steps.
     *
     * @param name what the relation of their ways is to be called
     * @throws corymb.work.Failure when the plan does not fit what can be asked about
     */
    public static Funnel run(Engine engine, Population population, FunnelPlan plan, String name, Progress progress) {
        plan.check(population.terms()).stream().findFirst().ifPresent(problem -> {
            throw problem.asFailure();
        });
        var ways = ways(engine, population, plan, name, progress.between(0, 0.8));
        try {
            var reached = reached(engine, ways, plan, progress.between(0.8, 0.85));
            var parts = parts(engine, ways, plan, progress.between(0.85, 0.95));
            return new Funnel(plan, ways, reached, parts, times(engine, ways, plan, progress.between(0.95, 1)));
        } catch (RuntimeException e) {
            engine.drop(name);
            throw e;
        }
    }

    /** One row for each of the people who took the first step, or with no order any step. */
    private static Relation ways(
            Engine engine, Population population, FunnelPlan plan, String name, Progress progress) {
        var steps = plan.steps();
        var everybody = plan.segment().<Rule>map(Rule.InSegment::new).orElse(new Rule.Everyone());
        try {
            var people = engine.create(
                    name + "_people", Segmentation.members(population, everybody), progress.between(0, 0.1));
            var found = new Ways(steps, Math.toIntExact(people.rows()));
            engine.forEachNumbers(FunnelSql.events(population, plan, people), found, progress.between(0.1, 0.8));
            var told = engine.fill(name + "_found", found.table(), progress.between(0.8, 0.9));
            return engine.create(
                    name, apart(population, plan, FunnelSql.ways(told, people, steps)), progress.between(0.9, 1));
        } finally {
            engine.drop(name + "_people");
            engine.drop(name + "_found");
        }
    }

    private static Sql apart(Population population, FunnelPlan plan, Sql found) {
        return part(population, plan)
                .map(part -> Sql.of("with found as materialized (")
                        .then(found)
                        .then("), part as (")
                        .then(part)
                        .then(") select found.*, part.part from found left join part using (" + ID + ")"))
                .orElse(found);
    }

    /** {@code customer_id} and the {@code part} they belong to; a query that may look at {@code found}. */
    private static Optional<Sql> part(Population population, FunnelPlan plan) {
        return switch (plan.breakdown()) {
            case Breakdown.None _ -> Optional.empty();
            case Breakdown.ByField(var field) ->
                Optional.of(Sql.of("select " + ID + ", cast(" + Sql.name(field) + " as varchar) as part from (")
                        .then(population.rows(Set.of(field)))
                        .then(")"));
            case Breakdown.BySegment(var segment) ->
                Optional.of(Sql.of("select " + ID + ", cast(" + ID + " in (")
                        .then(Segmentation.members(population, new Rule.InSegment(segment)))
                        .then(") as varchar) as part from found"));
            case Breakdown.ByFirstEvent(var column) -> Optional.of(firstEvent(population, plan, column));
        };
    }

    private static Sql firstEvent(Population population, FunnelPlan plan, String column) {
        var steps = plan.steps();
        var first = steps.isOrdered() ? steps.rules().getFirst() : new Rule.Any(steps.rules());
        var done = population.done();
        return Sql.of("select " + ID + ", min(cast(happened." + Sql.name(column) + " as varchar)) as part from ")
                .then(done.events(first, new Window.All(), Set.of(column, Link.SESSION)))
                .then(" as happened join found using (" + ID + ") where happened.\"timestamp\" = found.at_1"
                        + (steps.isOfSession() ? " and " + FunnelSql.session("happened") + " = found.session" : "")
                        + " group by " + ID);
    }

    private static List<Long> reached(Engine engine, Relation ways, FunnelPlan plan, Progress progress) {
        var counts = engine.table(Sql.of("select " + counts(plan) + " from " + ways.quoted()), progress);
        return reached(counts, 0, plan);
    }

    private static String counts(FunnelPlan plan) {
        return IntStream.rangeClosed(1, plan.steps().count())
                .mapToObj(step -> "count(*) filter (reached >= " + step + ") as reached_" + step)
                .collect(Collectors.joining(", "));
    }

    private static List<Long> reached(Table counts, int row, FunnelPlan plan) {
        return IntStream.rangeClosed(1, plan.steps().count())
                .mapToObj(step -> (long) counts.numbers("reached_" + step).get(row))
                .toList();
    }

    private static List<Part> parts(Engine engine, Relation ways, FunnelPlan plan, Progress progress) {
        if (plan.breakdown() instanceof Breakdown.None) {
            return List.of();
        }
        var ranked = "select *, case when part is null then " + (MOST_PARTS + 2)
                + " else least(row_number() over (order by"
                + " part is null, reached_1 desc, part), " + (MOST_PARTS + 1) + ") end as place from (select part, "
                + counts(plan) + " from " + ways.quoted() + " group by part)";
        var sums = IntStream.rangeClosed(1, plan.steps().count())
                .mapToObj(step -> "cast(sum(reached_" + step + ") as bigint) as reached_" + step)
                .collect(Collectors.joining(", "));
        var table = engine.table(
                Sql.of("select place, min(part) as part, " + sums + " from (" + ranked
                        + ") group by place order by place"),
                progress);
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> new Part(of(table, row, plan.breakdown()), reached(table, row, plan)))
                .toList();
    }

    private static Of of(Table table, int row, Breakdown breakdown) {
        int place = (int) table.numbers("place").get(row);
        if (place == MOST_PARTS + 2) {
            return new Of.Missing();
        }
        if (place == MOST_PARTS + 1) {
            return new Of.Others();
        }
        var value = table.text(row, "part");
        return breakdown instanceof Breakdown.BySegment ? new Of.Membership(value.equals("true")) : new Of.Value(value);
    }

    private static List<Took> times(Engine engine, Relation ways, FunnelPlan plan, Progress progress) {
        int last = plan.steps().count();
        var each = new ArrayList<String>();
        for (int step = 2; step <= last; step++) {
            each.add(took(ways, step - 1, step, step));
        }
        each.add(took(ways, 1, last, last + 1));
        var table = engine.table(
                Sql.of("select * from (" + String.join(" union all ", each) + ") order by place"), progress);
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> took(table, row))
                .toList();
    }

    /** Seconds between two steps of those who took the later. */
    private static String took(Relation ways, int from, int to, int place) {
        var bins = new ArrayList<String>();
        long before = -1;
        for (var bound : Funnel.BOUNDS) {
            bins.add("count(*) filter (took > " + before + " and took <= " + bound.toSeconds() + ")");
            before = bound.toSeconds();
        }
        bins.add("count(*) filter (took > " + before + ")");
        return "select " + place + " as place, count(*) as people, quantile_cont(took, 0.25) as q1, quantile_cont(took,"
                + " 0.5) as q2, quantile_cont(took, 0.75) as q3"
                + IntStream.range(0, bins.size())
                        .mapToObj(bin -> ", " + bins.get(bin) + " as bin_" + bin)
                        .collect(Collectors.joining())
                + " from (select (epoch_us(" + FunnelSql.at(to) + ") - epoch_us(" + FunnelSql.at(from)
                + ")) / 1e6 as took from " + ways.quoted() + " where reached >= " + to + ")";
    }

    private static Took took(Table table, int row) {
        long people = (long) table.numbers("people").get(row);
        var bins = IntStream.rangeClosed(0, Funnel.BOUNDS.size())
                .mapToObj(bin -> (long) table.numbers("bin_" + bin).get(row))
                .toList();
        var quartiles = new Quartiles(
                table.numbers("q1").get(row),
                table.numbers("q2").get(row),
                table.numbers("q3").get(row));
        return new Took(people, people == 0 ? Optional.empty() : Optional.of(quartiles), bins);
    }
}
