package corymb.path;

import corymb.feature.EventAnswers;
import corymb.path.CohortPlan.Period;
import corymb.path.CohortPlan.Start;
import corymb.path.Cohorts.Cell;
import corymb.path.Cohorts.Cohort;
import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.segment.Population;
import corymb.segment.Segmentation;
import corymb.sql.Dialect;
import corymb.sql.Engine;
import corymb.sql.Expression;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.Value;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Table;
import corymb.table.Zone;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts how customers who began together come back. */
public final class CohortCounting {
    private static final String ID = Sql.name(Population.ID);

    private final Engine engine;
    private final Population population;
    private final CohortPlan plan;
    private final EventAnswers done;

    private CohortCounting(Engine engine, Population population, CohortPlan plan) {
        this.engine = engine;
        this.population = population;
        this.plan = plan;
        this.done = population.done();
    }

    /**
     * Counts them.
     *
     * <p>{@code Cost:} two readings of the events.
     *
     * @param name what the relation of their starts is to be called
     * @throws corymb.work.Failure when the plan does not fit what can be asked about, or there are more cohorts than a triangle shows
     */
    public static Cohorts run(Engine engine, Population population, CohortPlan plan, String name, Progress progress) {
        plan.check(population.terms()).stream().findFirst().ifPresent(problem -> {
            throw problem.asFailure();
        });
        return new CohortCounting(engine, population, plan).run(name, progress);
    }

    private Cohorts run(String name, Progress progress) {
        var starts = engine.create(name, starts(), progress.between(0, 0.4));
        try {
            var sizes = engine.table(
                    Sql.of("select cohort, count(*) as size from " + starts.quoted()
                            + " group by cohort order by cohort limit " + (CohortPlan.Calendar.MOST + 1)),
                    progress.between(0.4, 0.45));
            if (sizes.rowCount() > CohortPlan.Calendar.MOST) {
                throw tooMany().asFailure();
            }
            var cells = cells(starts, progress.between(0.45, 1));
            return new Cohorts(
                    plan,
                    starts,
                    population.moment(),
                    IntStream.range(0, sizes.rowCount())
                            .mapToObj(row -> cohort(sizes, row, cells))
                            .toList());
        } catch (RuntimeException e) {
            engine.drop(name);
            throw e;
        }
    }

    private Problem tooMany() {
        return new Problem(
                "There are more than " + CohortPlan.Calendar.MOST + " cohorts, more than a triangle shows.",
                "by " + plan.calendar().period().word(),
                "Take longer periods, or say between which days they began.");
    }

    /** {@code customer_id}, when they {@code begun}, and the first day of the {@code cohort} they are of. */
    private Sql starts() {
        var begun = switch (plan.start()) {
            case Start.FirstEvent(var events) ->
                Sql.of("select " + ID + ", min(\"timestamp\") as begun from ")
                        .then(done.events(events, new Window.All(), Set.of()))
                        .then(" as happened group by " + ID);
            case Start.OnDate(var field) ->
                Sql.of("select " + ID + ", cast(")
                        .then(Dialect.DUCKDB.compile(begins(field)))
                        .then(" as timestamp) as begun from (")
                        .then(population.rows(Set.of(field)))
                        .then(") where begun < cast(? as timestamp)", moment());
        };
        var within = plan.calendar()
                .starts()
                .map(days -> Sql.of(
                        " and cast(local as date) between cast(? as date) and cast(? as date)", days.from(), days.to()))
                .orElse(Sql.of(""));
        return Sql.of("select " + ID + ", begun, cast(date_trunc('"
                        + plan.calendar().period().word() + "', local) as date) as cohort from (select *, ")
                .then(local("begun"))
                .then(" as local from (")
                .then(begun)
                .then(")) where " + ID + " in (")
                .then(Segmentation.members(
                        population,
                        plan.segment().<Rule>map(Rule.InSegment::new).orElse(new Rule.Everyone())))
                .then(")")
                .then(within);
    }

    /** A day begins where its clock is. */
    private Value begins(String field) {
        var column = new Column(field);
        boolean isDay = population.schema().find(field).orElseThrow().type() == ColumnType.DATE;
        return isDay ? new Expression.StartOfDay(column, zone()) : column;
    }

    private Sql local(String column) {
        return Dialect.DUCKDB.compile(new Expression.Local(new Column(column), zone()));
    }

    private Zone zone() {
        return population.moment().zone();
    }

    private LocalDateTime moment() {
        return LocalDateTime.ofInstant(population.asOf(), ZoneOffset.UTC);
    }

    /** How many periods an event lies after the start. */
    private static String after(Period period) {
        return switch (period) {
            case DAY -> "date_diff('day', cohort, local)";
            case WEEK -> "date_diff('day', cohort, local) // 7";
            case MONTH -> "date_diff('month', cohort, local)";
        };
    }

    private Map<String, Cell> cells(Relation starts, Progress progress) {
        var column = plan.back().column();
        var total = column.map(name -> "sum(" + Sql.name(name) + ")").orElse("0");
        var table = engine.table(
                Sql.of("select cohort, after, count(*) as people, coalesce(sum(total), 0) as total from (select " + ID
                                + ", cohort, " + after(plan.calendar().period()) + " as after, " + total
                                + " as total from (select *, ")
                        .then(local("timestamp"))
                        .then(" as local from ")
                        .then(done.events(
                                plan.back().events(),
                                new Window.All(),
                                column.map(Set::of).orElse(Set.of())))
                        .then(") as happened join " + starts.quoted() + " as starts using (" + ID
                                + ") where \"timestamp\" >= begun group by " + ID + ", cohort, after) where after < "
                                + plan.calendar().following() + " group by cohort, after"),
                progress);
        return IntStream.range(0, table.rowCount())
                .boxed()
                .collect(Collectors.toMap(
                        row -> key(table.text(row, "cohort"), (int)
                                table.numbers("after").get(row)),
                        row -> new Cell(
                                (long) table.numbers("people").get(row),
                                table.numbers("total").get(row))));
    }

    private static String key(String cohort, int after) {
        return cohort + " " + after;
    }

    private Cohort cohort(Table sizes, int row, Map<String, Cell> cells) {
        var begins = sizes.text(row, "cohort");
        var first = LocalDate.parse(begins);
        return new Cohort(
                first,
                (long) sizes.numbers("size").get(row),
                IntStream.range(0, periods(first))
                        .mapToObj(after -> cells.getOrDefault(key(begins, after), new Cell(0, 0)))
                        .toList());
    }

    /** How many of the periods that a cohort is followed for have begun. */
    private int periods(LocalDate first) {
        var last = population.moment().lastDay();
        var period = plan.calendar().period();
        return (int) Math.min(plan.calendar().following(), 1 + period.unit().between(first, period.of(last)));
    }
}
