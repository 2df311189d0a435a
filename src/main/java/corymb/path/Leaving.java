package corymb.path;

import static java.util.stream.Collectors.partitioningBy;

import corymb.rule.Figure;
import corymb.rule.Link;
import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.segment.Population;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Progress;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What those did next who took a step and not the one after it, in the time that they had for it.
 *
 * @param step the last they took, from 1
 * @param people how many they are
 * @param next what most of them did, the commonest first
 * @param others how many did something else
 * @param nothing how many did nothing at all
 * @param notYet how many did nothing so far and still have time
 */
public record Leaving(int step, long people, List<Next> next, long others, long nothing, long notYet) {
    /** How many types of events are told one by one. */
    public static final int MOST = 6;

    private static final String ID = Sql.name(Population.ID);

    public Leaving {
        next = List.copyOf(next);
    }

    /**
     * What somebody did next.
     *
     * @param type the type of the first event after the step; empty where it has none
     */
    public record Next(String type, long people) {}

    /** What those did who left. */
    public sealed interface After {
        /** An event of a type came next. */
        record OfType(String type) implements After {}

        /** An event of a type that is not told by itself. */
        record Others() implements After {}

        record Nothing() implements After {}

        /** Nothing, and there is time left. */
        record NotYet() implements After {}
    }

    /** How many did something. */
    public record Did(After after, long people) {}

    /** What they did and how many of them: types of events, anything else, nothing; none that nobody did. */
    public List<Did> did() {
        var rest = Stream.of(
                new Did(new After.Others(), others),
                new Did(new After.Nothing(), nothing),
                new Did(new After.NotYet(), notYet));
        return Stream.concat(next.stream().map(each -> new Did(new After.OfType(each.type()), each.people())), rest)
                .filter(each -> each.people() > 0)
                .toList();
    }

    /** Of every step but the last, where anybody left there; {@code Cost:} one reading of the events. */
    public static List<Leaving> of(Engine engine, Population population, Funnel funnel, Progress progress) {
        var counted = engine.table(
                Sql.of("select reached, next, count(*) as people, count(*) filter (is_open) as open from (")
                        .then(next(population, funnel))
                        .then(") as after group by reached, next order by reached, people desc, next"),
                progress);
        return IntStream.range(1, funnel.plan().steps().count())
                .mapToObj(step -> of(counted, step))
                .filter(left -> left.people() > 0)
                .toList();
    }

    private static Leaving of(Table counted, int step) {
        var rows = IntStream.range(0, counted.rowCount())
                .filter(row -> (int) counted.numbers("reached").get(row) == step)
                .boxed()
                .toList();
        var isDoing = rows.stream()
                .collect(partitioningBy(row -> !counted.column("next").isMissing(row)));
        var next = isDoing.getOrDefault(true, List.of()).stream()
                .map(row -> new Next(counted.text(row, "next"), number(counted, "people", row)))
                .toList();
        var idle = isDoing.getOrDefault(false, List.of());
        long notYet =
                idle.stream().mapToLong(row -> number(counted, "open", row)).sum();
        long nothing =
                idle.stream().mapToLong(row -> number(counted, "people", row)).sum() - notYet;
        long doing = next.stream().mapToLong(Next::people).sum();
        var told = next.stream().limit(MOST).toList();
        long others = doing - told.stream().mapToLong(Next::people).sum();
        return new Leaving(step, doing + nothing + notYet, told, others, nothing, notYet);
    }

    private static long number(Table table, String column, int row) {
        return (long) table.numbers(column).get(row);
    }

    /** Those of them who did that; a query for their ids. */
    public Sql people(Population population, Funnel funnel, After after) {
        return Sql.of("select " + ID + " from (")
                .then(next(population, funnel))
                .then(") as after where reached = ? and ", step)
                .then(where(after));
    }

    private Sql where(After after) {
        return switch (after) {
            case After.OfType(var type) -> Sql.of("next = ?", type);
            case After.Others _ ->
                Sql.join(
                        " and ",
                        next.stream()
                                .map(told -> Sql.of("next != ?", told.type()))
                                .toList());
            case After.Nothing _ -> Sql.of("next is null and not is_open");
            case After.NotYet _ -> Sql.of("next is null and is_open");
        };
    }

    /** Each of those who left: {@code reached}, the type of their {@code next} event, missing without one, and whether they have time left. */
    private static Sql next(Population population, Funnel funnel) {
        var steps = funnel.plan().steps();
        var done = population.done();
        var isOpen = "false";
        var isNear = " and " + FunnelSql.session("happened") + " = gone.session";
        if (steps.link() instanceof Link.Within within) {
            var end = "gone.at_1 + " + FunnelSql.interval(within);
            isOpen = "bool_or(" + end + " > cast(? as timestamp))";
            isNear = " and happened.\"timestamp\" <= " + end;
        }
        var type = "coalesce(happened." + Sql.name(Figure.TYPE) + ", '')";
        var asked = Sql.of("select gone." + ID + ", gone.reached, min_by(" + type + ", row(happened.\"timestamp\", "
                + type + ")) filter (happened.\"timestamp\" is not null) as next, ");
        var open = steps.isOfSession()
                ? Sql.of(isOpen)
                : Sql.of(isOpen, LocalDateTime.ofInstant(population.asOf(), ZoneOffset.UTC));
        return asked.then(open)
                .then(" as is_open from (select * from " + funnel.ways().quoted() + " where reached < " + steps.count()
                        + ") as gone left join ")
                .then(done.events(
                        new Rule.Everyone(), new Window.All(), steps.isOfSession() ? Set.of(Link.SESSION) : Set.of()))
                .then(" as happened on happened." + ID + " = gone." + ID
                        + " and happened.\"timestamp\" > gone.last_at" + isNear + " group by gone." + ID
                        + ", gone.reached");
    }
}
