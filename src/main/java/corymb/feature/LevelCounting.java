package corymb.feature;

import corymb.sql.Dialect;
import corymb.sql.Engine;
import corymb.sql.Expression;
import corymb.sql.Expression.Aggregate;
import corymb.sql.Expression.All;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.RowCount;
import corymb.sql.Expression.Value;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Counts events by customer and level or day in memory.
 *
 * <p>The engine would group the events anew for each column, by millions of pairs of customer and level; here they are read once
 * for all columns, with numbers for levels, and put together by customer. Where that reads all events anyhow, what else is counted of
 * them is counted in the same go.
 *
 * <p>Cost: one reading of the events, and for each of them four bytes and as many longs as hold the bits of its numbers. Where these
 * are more than a quarter of the memory there may be, or a column has very many levels, counting stays with the engine.
 */
final class LevelCounting implements AutoCloseable {
    /** The column of customers in the table made. */
    private static final String COUNTED = " counted";

    /** Whose an event is, the first of what is told of it. */
    private static final int CUSTOMER = 0;

    /** Which conditions it meets, as bits. */
    private static final int MET = 1;

    /** From where on there can be anything. */
    private static final int CELLS = 2;

    private static final int MOST_LEVELS = 1_000_000;
    private static final int MOST_CONDITIONS = 31;
    private static final int CUSTOMERS_PER_BLOCK = 4096;

    private final Engine engine;
    private final Sql events;
    private final Condition isBefore;
    private final String name;
    private final Progress progress;
    private final List<String> made = new ArrayList<>();
    private final Set<Grain> grains = new HashSet<>();
    private final List<LevelCell> cells = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Counted> counted = new ArrayList<>();
    private final Set<RowCount> counts = new HashSet<>();

    /**
     * What is counted, of the events that meet a condition.
     *
     * @param cell which number of an event tells its level
     * @param figures what is told of the levels, and in which column
     */
    private record Counted(int cell, Condition events, Map<Expression.Column, TallyFigure> figures) {}

    /**
     * @param isBefore which events count at all
     * @param name what the names of the tables made begin with
     */
    LevelCounting(Engine engine, Sql events, Condition isBefore, String name, Progress progress) {
        this.engine = engine;
        this.events = events;
        this.isBefore = isBefore;
        this.name = name;
        this.progress = progress;
    }

    /** Finds out what can be counted here. */
    void choose(CustomerData data, Map<Grain, Gathering> gatherings) {
        gatherings.forEach((grain, gathering) -> {
            if (hasRoom(data)) {
                switch (grain) {
                    case Grain.Levels(var column) -> chooseLevels(grain, column, gathering, data.events());
                    case Grain.Days(var day, var where) -> chooseDays(grain, day, where, gathering);
                    case Grain.Runs runs -> chooseDays(grain, runs.day(), runs.where(), gathering);
                    case Grain.Each _, Grain.SinceFirst _ -> {}
                }
            }
        });
        if (conditions.contains(All.ROWS)) {
            gatherings.forEach((grain, gathering) -> {
                if (grain.equals(Grain.Each.EVENT)) {
                    gathering.gathered().forEach(this::choose);
                }
            });
        }
    }

    /** All events of a customer are of one level, the customer. */
    private void choose(Aggregate aggregate, Expression.Column column) {
        if (aggregate instanceof RowCount count && areFew(List.of(count.where()))) {
            counts.add(count);
            add(new Counted(CUSTOMER, count.where(), Map.of(column, LevelFigure.Kind.EVENTS)));
        }
    }

    /** What is not counted here, at one grain at least. */
    Map<Grain, Gathering> rest(Map<Grain, Gathering> gatherings) {
        var rest = new LinkedHashMap<>(gatherings);
        rest.keySet().removeAll(grains);
        rest.computeIfPresent(Grain.Each.EVENT, (_, gathering) -> gathering.without(counts));
        if (rest.size() > 1) {
            rest.values().removeIf(gathering -> gathering.gathered().isEmpty());
        }
        return rest;
    }

    /** What stands after the profiles in a query to have the figures of what was chosen beside each; empty where nothing was. */
    Sql beside(CustomerData data) {
        if (counted.isEmpty()) {
            return Sql.of("");
        }
        var profiles = data.profiles();
        var people = create("people", Sql.of("select customer_id from " + profiles.quoted()));
        var happened = new EventCells((int) most(data), widths(profiles.rows(), conditions.size()));
        engine.forEachNumbers(query(people, happened), happened::add, progress);
        happened.group((int) profiles.rows());
        return Sql.of(" left join (")
                .then(named(people, figures(happened, (int) profiles.rows())))
                .then(") as counted on " + Sql.name(COUNTED) + " = customer_id");
    }

    /** How many bits each number takes that is told of an event. */
    private List<Integer> widths(long customers, int conditionCount) {
        return Stream.concat(
                        Stream.of(EventCells.bits(customers), conditionCount),
                        cells.stream().map(LevelCell::bits))
                .toList();
    }

    private static long most(CustomerData data) {
        return data.events().events().stream().mapToLong(Relation::rows).sum();
    }

    /** For one more, too. */
    private boolean hasRoom(CustomerData data) {
        var widths = new ArrayList<>(widths(data.profiles().rows(), MOST_CONDITIONS));
        widths.add(LevelTally.DAY_BITS);
        return EventCells.bytes(most(data), widths) <= Runtime.getRuntime().maxMemory() / 4;
    }

    private boolean isCountable(Gathering gathering) {
        var wheres = gathering.counts().keySet().stream().map(RowCount::where).toList();
        return areFew(wheres) && wheres.stream().noneMatch(LevelCounting::asksForTheFirst);
    }

    /** Then the time of the first event has to stand beside each. */
    private static boolean asksForTheFirst(Condition where) {
        return sql(where).text().contains(sql(EventFormulas.FIRST_EVENT).text());
    }

    /** An int has bits for no more. */
    private boolean areFew(List<Condition> more) {
        return more.stream().filter(each -> !conditions.contains(each)).count() + conditions.size() <= MOST_CONDITIONS;
    }

    private void add(Counted each) {
        counted.add(each);
        if (!conditions.contains(each.events())) {
            conditions.add(each.events());
        }
    }

    private void chooseLevels(Grain grain, Expression.Column column, Gathering gathering, EventSources sources) {
        if (!isCountable(gathering)) {
            return;
        }
        var cell = sources.isOfTime(column.name())
                ? Optional.of(LevelCell.ofNumbers(column, Events.BITS_OF_TIME, 1))
                : Optional.of(levels(column, gathering))
                        .filter(found -> found.rows() <= MOST_LEVELS)
                        .map(found -> LevelCell.of(column, found));
        cell.map(this::cell).ifPresent(place -> {
            grains.add(grain);
            gathering
                    .counts()
                    .keySet()
                    .forEach(count -> add(new Counted(place, count.where(), figures(gathering, count))));
        });
    }

    private void chooseDays(Grain grain, Value day, Condition where, Gathering gathering) {
        var figures = new LinkedHashMap<Expression.Column, TallyFigure>();
        gathering
                .gathered()
                .forEach((aggregate, column) ->
                        DayFigure.of(grain, aggregate).ifPresent(figure -> figures.put(column, figure)));
        if (figures.size() == gathering.gathered().size() && areFew(List.of(where)) && !asksForTheFirst(where)) {
            grains.add(grain);
            add(new Counted(cell(LevelCell.ofNumbers(day, LevelTally.DAY_BITS, LevelTally.DAY_0)), where, figures));
        }
    }

    private int cell(LevelCell cell) {
        if (!cells.contains(cell)) {
            cells.add(cell);
        }
        return CELLS + cells.indexOf(cell);
    }

    private static Map<Expression.Column, TallyFigure> figures(Gathering gathering, RowCount count) {
        var figures = new LinkedHashMap<Expression.Column, TallyFigure>();
        gathering.figures().forEach((figure, column) -> {
            if (figure.count().equals(count)) {
                figures.put(column, figure.kind());
            }
        });
        return figures;
    }

    /** A number for each level, in their order where the first of several is asked for. */
    private Relation levels(Expression.Column column, Gathering gathering) {
        var wheres = gathering.counts().keySet().stream().map(RowCount::where).toList();
        boolean areOrdered =
                gathering.figures().keySet().stream().anyMatch(figure -> figure.kind() == LevelFigure.Kind.COMMONEST);
        var distinct = Sql.of("select distinct ")
                .then(sql(column))
                .then(" as level from ")
                .then(events)
                .then(" where ")
                .then(sql(new All(List.of(isBefore, new Expression.Any(wheres)))))
                .then(" and level is not null limit " + (MOST_LEVELS + 1));
        return create(
                "levels_" + made.size(),
                areOrdered ? Sql.of("from (").then(distinct).then(") order by level") : distinct);
    }

    /** Of each event whose it is, which conditions it meets as bits, and what else is given of it, put together to longs. */
    private Sql query(Relation people, EventCells happened) {
        var fields = happened.fields();
        var told = new ArrayList<Sql>();
        told.add(Sql.of("people.place"));
        told.add(Sql.join(
                " | ",
                IntStream.range(0, conditions.size())
                        .mapToObj(place -> met(place, fields.get(MET)))
                        .toList()));
        cells.forEach(cell -> told.add(cell.number(fields.get(told.size()))));
        var words = IntStream.rangeClosed(0, fields.getLast().word())
                .mapToObj(word -> Sql.join(
                        " | ",
                        IntStream.range(0, told.size())
                                .filter(place -> fields.get(place).word() == word)
                                .mapToObj(told::get)
                                .toList()))
                .toList();
        return Sql.of("select ")
                .then(Sql.join(", ", words))
                .then(" from ")
                .then(events)
                .then(" as happened join " + LevelCell.placed("customer_id", people.quoted(), fields.get(CUSTOMER))
                        + "people using (customer_id)")
                .then(Sql.join(
                        "",
                        IntStream.range(0, cells.size())
                                .mapToObj(place -> cells.get(place).joined(fields.get(CELLS + place)))
                                .toList()))
                .then(" where ")
                .then(sql(new All(List.of(isBefore, new Expression.Any(conditions)))));
    }

    private Sql met(int place, EventCells.Field field) {
        return Sql.of("case when ")
                .then(sql(conditions.get(place)))
                .then(" then cast(" + (1L << (field.shift() + place)) + " as bigint) else 0 end");
    }

    private Relation figures(EventCells happened, int customers) {
        var columns = new ArrayList<Column>();
        for (var values : values(happened, customers)) {
            columns.add(new NumberColumn("figure_" + columns.size(), ColumnType.DECIMAL, values));
        }
        return engine.fill(made("figures"), new Table(columns), progress);
    }

    /** Of each figure in turn, customer by customer; all at once, so that what is told of an event is fetched once. */
    private List<double[]> values(EventCells happened, int customers) {
        var values = counted.stream()
                .flatMap(each -> each.figures().values().stream())
                .map(_ -> new double[customers])
                .toList();
        var bits = counted.stream()
                .map(each -> 1 << conditions.indexOf(each.events()))
                .toList();
        var figures = counted.stream()
                .map(each -> List.copyOf(each.figures().values()))
                .toList();
        var columns =
                counted.stream().map(each -> happened.fields().get(each.cell())).toList();
        Parallel.forBlocks(customers, CUSTOMERS_PER_BLOCK, progress, (_, from, to) -> {
            var tally = new LevelTally(happened, happened.fields().get(MET));
            for (int customer = from; customer < to; customer++) {
                tally.take(customer);
                int next = 0;
                for (int each = 0; each < bits.size(); each++) {
                    tally.count(bits.get(each), columns.get(each));
                    for (int figure = 0; figure < figures.get(each).size(); figure++) {
                        values.get(next++)[customer] =
                                figures.get(each).get(figure).of(tally);
                    }
                }
            }
        });
        return values;
    }

    /** The figures in the columns where they are looked for, with levels for their numbers. */
    private Sql named(Relation people, Relation figures) {
        var chosen = Sql.of("select customer_id as " + Sql.name(COUNTED));
        var joined = Sql.of("");
        int number = 0;
        for (var each : counted) {
            for (var entry : each.figures().entrySet()) {
                var figure = "figure_" + number++;
                if (entry.getValue() == LevelFigure.Kind.COMMONEST
                        && cells.get(each.cell() - CELLS).isNumber()) {
                    figure = "cast(" + figure + " as bigint) - "
                            + cells.get(each.cell() - CELLS).zero();
                } else if (entry.getValue() == LevelFigure.Kind.COMMONEST) {
                    var named = "of_" + figure;
                    joined = joined.then(" left join "
                            + cells.get(each.cell() - CELLS).levels() + " as " + named + " on " + named
                            + ".rowid + 1 = " + figure);
                    figure = named + ".level";
                } else if (each.cell() == CUSTOMER) {
                    figure = "cast(coalesce(" + figure + ", 0) as bigint)";
                }
                chosen = chosen.then(
                        ", " + figure + " as " + Sql.name(entry.getKey().name()));
            }
        }
        return chosen.then(" from " + people.quoted() + " as people join " + figures.quoted()
                        + " as figures on figures.rowid = people.rowid")
                .then(joined);
    }

    private static Sql sql(Expression expression) {
        return Dialect.DUCKDB.compile(expression);
    }

    private Relation create(String purpose, Sql query) {
        return engine.create(made(purpose), query, progress);
    }

    private String made(String purpose) {
        made.add(name + "_" + purpose);
        return made.getLast();
    }

    /** Drops what was made. */
    @Override
    public void close() {
        made.forEach(engine::drop);
    }
}
