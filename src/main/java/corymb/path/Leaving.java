package corymb.path;

import static java.util.stream.Collectors.partitioningBy;

import corymb.feature.EventAnswers;
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

    /** Those who left after a step and whose next event was of a type; a query for their ids. */
    public static Sql people(Population population, Funnel funnel, int step, String type) {
        return Sql.of("select " + ID + " from (")
                .then(next(population, funnel))
                .then(") as after where reached = ? and next = ?", step, type);
    }

    /** Each of those who left: {@code reached}, the type of their {@code next} event, missing without one, and whether they have time left. */
    private static Sql next(Population population, Funnel funnel) {
        var steps = funnel.plan().steps();
        var done = new EventAnswers(population.events(), population.asOf());
        var isOpen = "false";
        var isNear = " and happened.session_id = gone.session";
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
