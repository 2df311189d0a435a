package corymb.feature;

import corymb.sql.Dialect;
import corymb.sql.Expression;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.Value;
import corymb.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A feature plan as one query, or as two: one pass over the events for each grain gathers what the formulas need, then every
 * profile gets its row.
 */
final class FeatureSql {
    private static final String CUSTOMER = "customer_id";
    private static final Column OWNER = new Column(" customer");
    private static final String COMPARED = " compared";
    private static final String GATHERED = " gathered for";
    private static final String WHOSE = " whose";
    private static final Column RUN = new Column(" run");

    private final Dialect dialect;
    private final FeatureFormulas formulas;
    private final List<Sql> features;

    FeatureSql(Dialect dialect, FeaturePlan plan) {
        this.dialect = dialect;
        this.formulas = new FeatureFormulas(plan);
        this.features = plan.definitions().stream()
                .map(definition -> named(formulas.of(definition), definition.name()))
                .toList();
    }

    FeatureFormulas formulas() {
        return formulas;
    }

    /** One row a profile, ordered by customer; {@code profiles} and {@code events} are what stands after {@code from}. */
    Sql query(Sql profiles, Sql events) {
        var activities = activities(events, formulas.gatherings());
        return query(activities, profiles.then(joined(activities)));
    }

    /** The same where the profiles have what is gathered beside them. */
    Sql query(Sql facts) {
        return query(List.of(), facts);
    }

    /**
     * Customers are compared apart from the rest, for the engine carries all columns of a row through each comparison. It joins again what
     * these are made of, which takes less than to keep all facts for both.
     */
    private Sql query(List<Activity> activities, Sql facts) {
        var chosen = Sql.of("select " + name(CUSTOMER)).then(listed(features)).then(" from ");
        var inOrder = " order by " + name(CUSTOMER);
        if (formulas.compared().isEmpty()) {
            return with(activities).then(chosen).then(facts).then(inOrder);
        }
        return with(activities)
                .then(chosen)
                .then("(select * from ")
                .then(facts)
                .then(") as facts join (select " + name(CUSTOMER) + " as " + name(COMPARED))
                .then(listed(named(formulas.compared())))
                .then(" from ")
                .then(facts)
                .then(") as compared on " + name(COMPARED) + " = " + name(CUSTOMER) + inOrder);
    }

    /**
     * What of {@link FeatureFormulas#gatherings} is wanted for each profile, to be joined to it by {@link #isGatheredFor};
     * {@code profiles} and {@code events} are what stands after {@code from}.
     */
    Sql gathered(Sql profiles, Sql events, Map<Grain, Gathering> wanted) {
        var apart = Apart.of(wanted);
        var activities = activities(events, apart);
        var columns = apart.values().stream().flatMap(this::orNone).toList();
        return with(activities)
                .then("select " + name(CUSTOMER) + " as " + name(GATHERED))
                .then(listed(columns))
                .then(" from ")
                .then(profiles)
                .then(joined(activities));
    }

    /** Who has none of the events that are counted apart is not among those counted. */
    private Stream<Sql> orNone(Gathering gathering) {
        return gathering.gathered().entrySet().stream().map(entry -> {
            var column = entry.getValue();
            return entry.getKey() instanceof Expression.RowCount
                    ? named(FeatureFormulas.orZero(column), column.name())
                    : dialect.compile(column);
        });
    }

    /** By what the rows of {@link #gathered} go with the profiles. */
    String isGatheredFor() {
        return name(GATHERED) + " = " + name(CUSTOMER);
    }

    /** What the formulas asked for so far need, as what stands before a query of rows of customers. */
    Sql queries(Sql events) {
        return with(needed(events));
    }

    /** What joins it to these rows. */
    Sql beside(Sql events) {
        return joined(needed(events));
    }

    private List<Activity> needed(Sql events) {
        var needed = new LinkedHashMap<>(formulas.gatherings());
        needed.values().removeIf(gathering -> gathering.gathered().isEmpty());
        return activities(events, needed);
    }

    /** A query with what is gathered at one grain, and by which of its columns it goes with the profiles. */
    private record Activity(String name, Sql rows, String owner) {}

    private List<Activity> activities(Sql events, Map<Grain, Gathering> gatherings) {
        var activities = new ArrayList<Activity>();
        gatherings.forEach((grain, gathering) -> {
            int place = activities.size();
            var owner = name(place == 0 ? OWNER.name() : OWNER.name() + " " + place);
            var activity = place == 0 ? "activity" : "activity_" + place;
            activities.add(new Activity(activity, rows(grain, gathering, owner, events), owner));
        });
        return activities;
    }

    private static Sql with(List<Activity> activities) {
        var queries = activities.stream()
                .map(activity ->
                        Sql.of(activity.name() + " as (").then(activity.rows()).then(")"))
                .toList();
        return queries.isEmpty()
                ? Sql.of("")
                : Sql.of("with ").then(Sql.join(", ", queries)).then(" ");
    }

    private Sql joined(List<Activity> activities) {
        return Sql.of(activities.stream()
                .map(activity -> " left join " + on(activity))
                .collect(Collectors.joining()));
    }

    private String on(Activity activity) {
        return activity.name() + " on " + activity.owner() + " = " + name(CUSTOMER);
    }

    /** Only what asks for the time of the first event, which is gathered before, gets it beside each event. */
    private Sql rows(Grain grain, Gathering gathering, String owner, Sql events) {
        var rows = gathered(grain, gathering, owner, events);
        return rows.text().contains(name(EventFormulas.FIRST_EVENT.name()))
                ? gathered(grain, gathering, owner, withFirst(events))
                : rows;
    }

    private Sql withFirst(Sql events) {
        var begun = Sql.of("select " + name(OWNER.name()) + " as " + name(WHOSE) + ", "
                + name(formulas.firstEvent().name()) + " as " + name(EventFormulas.FIRST_EVENT.name())
                + " from activity");
        return withFirst(dialect, events, begun);
    }

    /** The events with the time of their customer's first event beside them. */
    static Sql withFirst(Dialect dialect, Sql events) {
        var customer = dialect.spelling().name(CUSTOMER);
        var first = new Expression.Summary(Expression.Measure.MINIMUM, new Column("timestamp"), Expression.All.ROWS);
        var begun = Sql.of("select " + customer + " as " + dialect.spelling().name(WHOSE) + ", ")
                .then(dialect.compile(first))
                .then(" as " + dialect.spelling().name(EventFormulas.FIRST_EVENT.name()) + " from ")
                .then(events)
                .then(" as begun group by " + customer);
        return withFirst(dialect, events, begun);
    }

    private static Sql withFirst(Dialect dialect, Sql events, Sql begun) {
        return Sql.of("(select * from ")
                .then(events)
                .then(" as happened join (")
                .then(begun)
                .then(") as beginnings on " + dialect.spelling().name(WHOSE) + " = "
                        + dialect.spelling().name(CUSTOMER) + ")");
    }

    private Sql gathered(Grain grain, Gathering gathering, String owner, Sql events) {
        var values = listed(named(gathering.gathered()));
        return switch (grain) {
            case Grain.Each each
            when each.equals(Grain.Each.EVENT) ->
                grouped(name(CUSTOMER), owner, values, events.then(" where ").then(before()));
            case Grain.Each each ->
                grouped(
                        name(CUSTOMER),
                        owner,
                        values,
                        events.then(" where ").then(before()).then(" and ").then(dialect.compile(each.where())));
            case Grain.SinceFirst _ ->
                grouped(
                        name(CUSTOMER),
                        owner,
                        values,
                        events.then(" where ").then(before()).then(" and ").then(dialect.compile(used(gathering))));
            case Grain.Levels levels -> grouped(name(OWNER.name()), owner, values, levels(levels, gathering, events));
            case Grain.Days days ->
                grouped(
                        name(OWNER.name()),
                        owner,
                        values,
                        values.text().contains(name(Grain.GAP.name()))
                                ? gaps(days, events)
                                : days(days.day(), days.where(), events));
            case Grain.Runs runs -> grouped(name(OWNER.name()), owner, values, runs(runs, events));
        };
    }

    private static Sql grouped(String customer, String owner, Sql values, Sql from) {
        return Sql.of("select " + customer + " as " + owner)
                .then(values)
                .then(" from ")
                .then(from)
                .then(" group by " + customer);
    }

    private Sql before() {
        return dialect.compile(formulas.isBefore());
    }

    /** One row a customer and level, with the counts. */
    private Sql levels(Grain.Levels grain, Gathering gathering, Sql events) {
        var level = dialect.compile(grain.column());
        return Sql.of("(select " + customerAsOwner() + ", ")
                .then(level)
                .then(" as " + name(grain.column().name()))
                .then(listed(named(gathering.counts())))
                .then(" from ")
                .then(events)
                .then(" where ")
                .then(before())
                .then(" and ")
                .then(level)
                .then(" is not null and ")
                .then(dialect.compile(counted(gathering)))
                .then(" group by " + name(CUSTOMER) + ", ")
                .then(level)
                .then(") as levels");
    }

    /** Events that no count is of need not be grouped. */
    private static Expression.Condition counted(Gathering gathering) {
        return any(gathering.counts().keySet());
    }

    /** Nor those of which nothing is gathered looked at. */
    private static Expression.Condition used(Gathering gathering) {
        return any(gathering.gathered().keySet());
    }

    private static Expression.Condition any(Set<? extends Expression.Aggregate> aggregates) {
        return new Expression.Any(
                aggregates.stream().map(Expression.Aggregate::where).toList());
    }

    private Sql days(Value number, Expression.Condition where, Sql events) {
        return Sql.of("(select distinct " + customerAsOwner() + ", ")
                .then(named(number, Grain.DAY.name()))
                .then(" from ")
                .then(events)
                .then(" where ")
                .then(dialect.compile(new Expression.All(List.of(formulas.isBefore(), where))))
                .then(") as days");
    }

    /** One row a customer and day, with the gap before it, for which all have to be sorted. */
    private Sql gaps(Grain.Days grain, Sql events) {
        var day = name(Grain.DAY.name());
        return Sql.of("(select " + name(OWNER.name()) + ", " + day + ", " + day + " - lag(" + day + ") " + byDay()
                        + " as " + name(Grain.GAP.name()) + " from ")
                .then(days(grain.day(), grain.where(), events))
                .then(") as gaps");
    }

    /** One row a customer and run: days in a row are as far from their number in order, all of them. */
    private Sql runs(Grain.Runs grain, Sql events) {
        var owner = name(OWNER.name());
        var run = name(RUN.name());
        return Sql.of("(select " + owner + ", count(*) as " + name(Grain.LENGTH.name()) + " from (select " + owner
                        + ", " + name(Grain.DAY.name()) + " - row_number() " + byDay() + " as " + run + " from ")
                .then(days(grain.number(), grain.where(), events))
                .then(") as numbered group by " + owner + ", " + run + ") as runs");
    }

    private String byDay() {
        return "over (partition by " + name(OWNER.name()) + " order by " + name(Grain.DAY.name()) + ")";
    }

    private String customerAsOwner() {
        return name(CUSTOMER) + " as " + name(OWNER.name());
    }

    private List<Sql> named(Map<? extends Value, Column> gathered) {
        var named = new ArrayList<Sql>();
        gathered.forEach((value, column) -> named.add(named(value, column.name())));
        return named;
    }

    private Sql named(Value value, String name) {
        return dialect.compile(value).then(" as " + name(name));
    }

    private String name(String identifier) {
        return dialect.spelling().name(identifier);
    }

    private static Sql listed(List<Sql> columns) {
        var listed = Sql.of("");
        for (var column : columns) {
            listed = listed.then(", ").then(column);
        }
        return listed;
    }
}
