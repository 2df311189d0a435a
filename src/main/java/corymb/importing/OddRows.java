package corymb.importing;

import corymb.reading.ValueReading;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows with values that could not be read: those that are not taken for it, and those that are taken without.
 *
 * @param engine where they are gathered
 * @param plan what was planned
 * @param tables the names of the tables
 * @param outputs the stored columns
 */
record OddRows(Engine engine, ImportPlan plan, ImportTables tables, List<Output> outputs) {
    /** A statement about more columns would take longer than several about these. */
    private static final int COLUMNS_AT_ONCE = 100;

    /** Makes the table of odd rows, empty. */
    void start(Sql staged, Progress progress) {
        engine.create(
                tables.odd(),
                Sql.of("select 0::bigint as place, *, ")
                        .then(reasons())
                        .then(" from (")
                        .then(staged)
                        .then(") where false"),
                progress);
    }

    /** Takes the odd rows of a staged chunk with their place, and, of those that are not taken, column and reason. */
    void add(Chunk chunk, Progress progress) {
        engine.run(
                Sql.of("insert into " + Sql.name(tables.odd()) + " select rowid + " + chunk.firstRow() + ", *, ")
                        .then(reasons())
                        .then(" from " + Sql.name(tables.staging(chunk)) + " where raw is not null"),
                progress);
    }

    private Sql reasons() {
        var column = new ArrayList<Sql>();
        var reason = new ArrayList<Sql>();
        for (var output : outputs) {
            if (output.isRequired()) {
                var isMissing = "v" + output.index() + " is null";
                var name = output.plan().column();
                column.add(Sql.of(" when " + isMissing + " then ?", name));
                reason.add(Sql.of(
                        " when " + isMissing + " then case when " + output.textIn("raw") + " is null then ? else ? end",
                        "There is no value for " + output.name() + ", which each row needs.",
                        unreadableReason(output)));
            }
        }
        if (plan.role() == Role.CUSTOMERS && !plan.isNumbered()) {
            column.add(Sql.of(" when " + Staging.hasNoKey(outputs) + " then ''"));
            reason.add(Sql.of(
                    " when " + Staging.hasNoKey(outputs) + " then 'The row has neither an id nor an email address.'"));
        }
        if (column.isEmpty()) {
            return Sql.of("cast(null as varchar) as wrong_column, cast(null as varchar) as reason");
        }
        return Sql.of("case")
                .then(Sql.join("", column))
                .then(" end as wrong_column, case")
                .then(Sql.join("", reason))
                .then(" end as reason");
    }

    private String unreadableReason(Output output) {
        if (output.isConsentStatus(plan.role())) {
            return "The status is neither granted nor denied nor withdrawn.";
        }
        return switch (output.type()) {
            case TEXT -> "There is no value for " + output.name() + ", which each row needs.";
            case INTEGER -> "This is not a whole number.";
            case DECIMAL -> "This is not a number.";
            case BOOLEAN -> "This is neither yes nor no.";
            case DATE -> "This is not a date.";
            case TIMESTAMP -> "This is not a time.";
        };
    }

    /** The places of rows that are not taken. */
    String rejected() {
        return "select place from " + Sql.name(tables.odd()) + " where reason is not null";
    }

    /**
     * How many values of each typed column speak against its type, since they could not be read as one, by the column's place; columns
     * without are left out. Infinity and its like cannot be read either, but speak for numbers.
     */
    Map<Integer, Long> ofAnotherType(Progress progress) {
        return counts(OddRows::isOfAnotherType, progress);
    }

    /** How many odd rows there are of each typed column for which a condition holds; columns without are left out. */
    private Map<Integer, Long> counts(Function<Output, String> condition, Progress progress) {
        var all = new TreeMap<Integer, Long>();
        if (engine.number(Sql.of("select count(*) from " + Sql.name(tables.odd())), progress) > 0) {
            var typed = typed();
            for (int first = 0; first < typed.size(); first += COLUMNS_AT_ONCE) {
                var some = typed.subList(first, Math.min(typed.size(), first + COLUMNS_AT_ONCE));
                all.putAll(counts(some, condition, progress));
            }
        }
        return all;
    }

    private Map<Integer, Long> counts(List<Output> some, Function<Output, String> condition, Progress progress) {
        var counts = some.stream()
                .map(output -> "count(*) filter (" + condition.apply(output) + ")")
                .collect(Collectors.joining(", "));
        var answer = engine.table(Sql.of("select " + counts + " from " + Sql.name(tables.odd())), progress);
        return IntStream.range(0, some.size())
                .filter(i -> Double.parseDouble(answer.columns().get(i).text(0)) > 0)
                .boxed()
                .collect(Collectors.toMap(
                        i -> some.get(i).index(),
                        i -> Long.parseLong(answer.columns().get(i).text(0))));
    }

    private List<Output> typed() {
        return outputs.stream()
                .filter(output -> output.type() != ColumnType.TEXT)
                .toList();
    }

    private static String isOfAnotherType(Output output) {
        return output.type().isNumeric()
                ? isUnread(output) + " and not " + ValueReading.isBeyondNumbersIn(output.textIn("raw"))
                : isUnread(output);
    }

    private static String isUnread(Output output) {
        return "v" + output.index() + " is null and " + output.textIn("raw") + " is not null";
    }

    /** Gives each odd row its line and the number of its entry. */
    void locate(RowAccount account, Progress progress) {
        engine.fill(tables.lines(), account.lines().table(), progress);
        engine.fill(tables.entries(), names(account.entries()), progress);
        engine.create(
                tables.located(),
                Sql.of("select o.*, cast(l.first_line + o.place - l.first_row as bigint) as line, l.entry from "
                        + Sql.name(tables.odd()) + " o asof join " + Sql.name(tables.lines())
                        + " l on o.place >= l.first_row"),
                progress);
    }

    private static Table names(List<String> entries) {
        return new Table(List.of(
                new NumberColumn(
                        "entry",
                        ColumnType.INTEGER,
                        IntStream.range(0, entries.size()).asDoubleStream().toArray()),
                new TextColumn("name", entries)));
    }

    /** The columns of a table that is kept and its rows in order, with the name of the entry where there are several. */
    private Sql kept(String columns, Sql rows, RowAccount account, String order) {
        boolean isNamed = account.entries().size() > 1;
        return Sql.of("select " + columns + (isNamed ? ", e.name as entry" : "") + " from (")
                .then(rows)
                .then(") r join " + Sql.name(tables.entries()) + " e on r.entry = e.entry order by r.entry, " + order);
    }

    /** The values that could not be read in rows that were taken: line, column, text, and entry where there are several. */
    Relation unreadable(RowAccount account, Progress progress) {
        var pieces = new ArrayList<Sql>();
        pieces.add(Sql.of(
                        "select cast(c0 as bigint) as line, coalesce(c1, '') as \"column\", coalesce(c2, '') as text, -1 as position, cast(c3 as bigint) as entry from ")
                .then(account.unreadable().texts(4))
                .then(" where (cast(c0 as bigint), cast(c3 as bigint)) not in (select (line, entry) from "
                        + Sql.name(tables.located()) + " where reason is not null)"));
        var unread = counts(OddRows::isUnread, progress).keySet();
        for (var output :
                typed().stream().filter(each -> unread.contains(each.index())).toList()) {
            pieces.add(Sql.of(
                    "select line, ?, raw[" + (output.index() + 1) + "], " + output.index() + ", entry from "
                            + Sql.name(tables.located())
                            + " where reason is null and place not in (select place from "
                            + Sql.name(tables.repeated()) + ") and " + isUnread(output),
                    output.plan().column()));
        }
        return engine.create(
                tables.unreadable(),
                kept("line, \"column\", text", Sql.join(" union all ", pieces), account, "line, position"),
                progress);
    }

    /** The rows that were not taken: line, column, text, reason, and entry where there are several. */
    Relation rejects(RowAccount account, char delimiter, Progress progress) {
        var broken = Sql.of(
                        "select cast(c0 as bigint) as line, coalesce(c1, '') as \"column\", coalesce(c2, '') as text, c3 as reason, cast(c4 as bigint) as entry from ")
                .then(account.broken().texts(5));
        var mark = String.valueOf(delimiter);
        var odd = Sql.of(
                " union all select line, wrong_column, array_to_string(list_transform(raw, x -> case when contains(x, ?) or contains(x, '\"') or contains(x, chr(10)) then '\"' || replace(x, '\"', '\"\"') || '\"' else coalesce(x, '') end), ?), reason, entry from "
                        + Sql.name(tables.located()) + " where reason is not null",
                mark,
                mark);
        return engine.create(
                tables.rejects(), kept("line, \"column\", text, reason", broken.then(odd), account, "line"), progress);
    }
}
