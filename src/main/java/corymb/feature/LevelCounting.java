package corymb.feature;

import corymb.sql.Dialect;
import corymb.sql.Engine;
import corymb.sql.Expression;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.RowCount;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Counts events by customer and level in memory, for columns of few levels.
 *
 * <p>The engine would group the events anew for each column, by millions of pairs of customer and level; here they are read once
 * for all columns, and counting one is adding 1 in an array. Columns of many levels stay with the engine, which has room for any
 * number.
 *
 * <p>Cost: one reading of the events, and four bytes a customer, level and condition.
 */
final class LevelCounting implements AutoCloseable {
    /** The column of customers in the table made. */
    private static final String COUNTED = " counted";

    private static final int MOST_LEVELS = 256;
    private static final int MOST_TALLIES = 31;
    private static final long MOST_CELLS = 25_000_000;
    private static final int GLANCE = 20_000;

    private final Engine engine;
    private final Sql events;
    private final Condition isBefore;
    private final String name;
    private final Progress progress;
    private final List<String> made = new ArrayList<>();
    private final Map<Grain, Relation> levels = new LinkedHashMap<>();
    private long cells;
    private final List<Counted> counted = new ArrayList<>();

    /** What is counted of a column: the events that meet a condition. */
    private record Counted(
            Grain grain, Condition events, List<Integer> marks, Map<LevelFigure, Expression.Column> figures) {}

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

    /** The grains whose figures were counted. */
    Set<Grain> grains() {
        return levels.keySet();
    }

    /** Finds out which columns have few levels. */
    void choose(Relation profiles, Map<Grain, Gathering> gatherings) {
        gatherings.forEach((grain, gathering) -> choose(grain, gathering, profiles.rows()));
    }

    /** What stands after the profiles in a query to have the figures of what was chosen beside each; empty where nothing was. */
    Sql beside(Relation profiles) {
        if (counted.isEmpty()) {
            return Sql.of("");
        }
        var people = create(
                "people",
                Sql.of("select customer_id, cast(row_number() over () - 1 as integer) as place from "
                        + profiles.quoted()));
        var tallies = LevelTally.of(counted.stream().map(Counted::marks).toList(), (int) profiles.rows());
        count(people, tallies);
        return Sql.of(
                " left join " + figures(people, tallies, (int) profiles.rows()).quoted() + " on " + Sql.name(COUNTED)
                        + " = customer_id");
    }

    private void choose(Grain grain, Gathering gathering, long customers) {
        if (!(grain instanceof Grain.Levels(var column)) || !isCountable(gathering) || isLong(column)) {
            return;
        }
        var found = levels(column);
        var marks = marks(found);
        long more = customers * marks.size() * gathering.counts().size();
        if (marks.isEmpty() || marks.size() > MOST_LEVELS || cells + more > MOST_CELLS) {
            return;
        }
        cells += more;
        gathering
                .counts()
                .keySet()
                .forEach(count -> counted.add(new Counted(grain, count.where(), marks, figures(gathering, count))));
        levels.put(grain, found);
    }

    /** Not where the time of the first event has to stand beside each, nor more conditions than an int has bits for. */
    private boolean isCountable(Gathering gathering) {
        return counted.size() + gathering.counts().size() <= MOST_TALLIES
                && gathering.counts().keySet().stream()
                        .noneMatch(count -> sql(count.where())
                                .text()
                                .contains(sql(EventFormulas.FIRST_EVENT).text()));
    }

    private static Map<LevelFigure, Expression.Column> figures(Gathering gathering, RowCount count) {
        var figures = new LinkedHashMap<>(gathering.figures());
        figures.keySet().removeIf(figure -> !figure.count().equals(count));
        return figures;
    }

    /** Whether some of the events have many levels already. */
    private boolean isLong(Expression.Column column) {
        var some = Sql.of("select count(distinct level) from (select ")
                .then(sql(column))
                .then(" as level from ")
                .then(events)
                .then(" limit " + GLANCE + ")");
        return engine.number(some, progress) > MOST_LEVELS;
    }

    private Relation levels(Expression.Column column) {
        var distinct = Sql.of("select distinct ")
                .then(sql(column))
                .then(" as level from ")
                .then(events)
                .then(" where ")
                .then(sql(isBefore))
                .then(" and level is not null limit " + (MOST_LEVELS + 1));
        return create(
                "levels_" + levels.size(),
                Sql.of("select level, " + mark("level")
                                + " as mark, cast(row_number() over (order by level) - 1 as integer) as place from (")
                        .then(distinct)
                        .then(")"));
    }

    /** A number for a level, to be told by without reading it; in the rare case that two have the same there are none. */
    private List<Integer> marks(Relation found) {
        var table = engine.table(Sql.of("select mark from " + found.quoted() + " order by place"), progress);
        var marks = IntStream.range(0, table.rowCount())
                .mapToObj(row -> (int) table.numbers("mark").get(row))
                .toList();
        return marks.stream().distinct().count() == marks.size() ? marks : List.of();
    }

    private static String mark(String level) {
        return "cast(hash(" + level + ") & 2147483647 as integer)";
    }

    private void count(Relation people, List<LevelTally> all) {
        var columns = List.copyOf(levels.keySet());
        var tallies = all.toArray(LevelTally[]::new);
        int[] columnOf = counted.stream()
                .mapToInt(each -> 2 + columns.indexOf(each.grain()))
                .toArray();
        engine.forEachNumbers(
                query(people, columns),
                row -> {
                    int met = row.at(1);
                    for (int tally = 0; tally < tallies.length; tally++) {
                        if ((met >> tally & 1) != 0) {
                            tallies[tally].add(row.at(0), row.at(columnOf[tally]));
                        }
                    }
                },
                progress);
    }

    /** Of each event whose it is, which conditions it meets as bits, and its levels as marks. */
    private Sql query(Relation people, List<Grain> columns) {
        var met = IntStream.range(0, counted.size())
                .mapToObj(place -> Sql.of("(cast(coalesce(")
                        .then(sql(counted.get(place).events()))
                        .then(", false) as integer) << " + place + ")"))
                .toList();
        var marks = columns.stream()
                .map(grain -> sql(((Grain.Levels) grain).column()).text())
                .map(level -> ", case when " + level + " is null then -1 else " + mark(level) + " end")
                .collect(Collectors.joining());
        return Sql.of("select place, ")
                .then(Sql.join(" | ", met))
                .then(marks + " from ")
                .then(events)
                .then(" as happened join " + people.quoted() + " using (customer_id) where ")
                .then(sql(isBefore));
    }

    private Relation figures(Relation people, List<LevelTally> tallies, int customers) {
        var columns = new ArrayList<Column>();
        columns.add(new NumberColumn(
                "place",
                ColumnType.INTEGER,
                IntStream.range(0, customers).asDoubleStream().toArray()));
        var chosen = Sql.of("select customer_id as " + Sql.name(COUNTED));
        var joined = Sql.of("");
        for (int place = 0; place < counted.size(); place++) {
            var each = counted.get(place);
            for (var entry : each.figures().entrySet()) {
                var column = Sql.name(entry.getValue().name());
                columns.add(tallies.get(place)
                        .figure(entry.getKey().kind(), entry.getValue().name()));
                if (entry.getKey().kind() == LevelFigure.Kind.COMMONEST) {
                    var named = "levels_" + columns.size();
                    chosen = chosen.then(", " + named + ".level as " + column);
                    joined = joined.then(" left join "
                            + levels.getOrDefault(each.grain(), people).quoted() + " as " + named + " on " + named
                            + ".place = figures." + column);
                } else {
                    chosen = chosen.then(", " + column);
                }
            }
        }
        var figures = engine.fill(made("figures"), new Table(columns), progress);
        return create(
                "counted",
                chosen.then(" from " + people.quoted() + " as people join " + figures.quoted()
                                + " as figures using (place)")
                        .then(joined));
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
