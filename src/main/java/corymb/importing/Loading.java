package corymb.importing;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads prepared rows into typed tables of the engine. */
final class Loading {
    /** An attribute with more unreadable values than this stays text: the type was wrong, not the values. */
    private static final double MOST_UNREADABLE = 0.05;

    private static final int SAMPLE_ROWS = 20_000;

    private final Engine engine;
    private final ImportPlan plan;
    private final ImportTables tables;
    private final Prepared prepared;
    private final Map<Integer, ValueFormat> formats = new HashMap<>();
    private List<Output> outputs;

    Loading(Engine engine, ImportPlan plan, ImportTables tables, Prepared prepared) {
        this.engine = engine;
        this.plan = plan;
        this.tables = tables;
        this.prepared = prepared;
        this.outputs = Output.of(plan);
    }

    Source run(Progress progress) {
        requireRows(prepared.rowCount());
        learn(progress);
        progress.report(0.1, "Reading values");
        stage(progress);
        progress.report(0.6, "Setting aside what cannot be read");
        describeOdd(progress);
        long repeated = plan.skipsRepeatedRows() ? findRepeated(progress) : 0;
        if (!plan.skipsRepeatedRows()) {
            engine.create(tables.repeated(), Sql.of("select 0::bigint as place where false"), progress);
        }
        settle(repeated, progress);
        return source(unreadableCounts(progress), repeated, progress);
    }

    private void requireRows(long rows) {
        if (rows == 0) {
            var first = prepared.brokenCount() == 0
                    ? "The file has no rows below its header."
                    : "None of the " + prepared.brokenCount() + " rows could be taken.";
            throw new Problem(
                            first,
                            plan.file().toString(),
                            "Look at the preview: delimiter, quote mark and header must be right.")
                    .asFailure();
        }
    }

    /** Learns from a sample how values are written, and from all rows where the sample shows anything unusual. */
    private void learn(Progress progress) {
        var sample = Sql.of("(select * from ").then(texts()).then(" limit " + SAMPLE_ROWS + ")");
        var unusual = Evidence.formats(engine, sample, outputs, progress).keySet();
        learnFully(unusual, progress);
        for (var output : outputs) {
            if (output.isConsentStatus(plan.role())) {
                formats.put(output.index(), ConsentWords.format(engine, texts(), output, progress));
            }
        }
    }

    /** Whether anything new was learnt. */
    private boolean learnFully(Set<Integer> columns, Progress progress) {
        var asked = outputs.stream()
                .filter(output -> columns.contains(output.index()) && !formats.containsKey(output.index()))
                .toList();
        var learnt = Evidence.formats(engine, texts(), asked, progress);
        formats.putAll(learnt);
        return learnt.values().stream().anyMatch(format -> !format.isNative());
    }

    private Sql texts() {
        return prepared.rows().texts(plan.columns().size());
    }

    private ValueFormat format(Output output) {
        return formats.getOrDefault(output.index(), ValueFormat.NATIVE);
    }

    /** Reads all rows; once more when values turned up that the sample did not show. */
    private void stage(Progress progress) {
        read(progress);
        var unread = unread(progress);
        boolean hasLearnt = learnFully(unread.keySet(), progress);
        if (hasLearnt) {
            read(progress);
            unread = unread(progress);
        }
        if (keepAsText(unread)) {
            read(progress);
        }
    }

    private void read(Progress progress) {
        var query = new Staging(plan, prepared, outputs, formats).query();
        long rows = engine.create(tables.staging(), query, progress).rows();
        if (rows != prepared.rowCount()) {
            throw new IllegalStateException(rows + " rows came of " + prepared.rowCount() + " that were prepared");
        }
    }

    private boolean keepAsText(Map<Integer, Long> unread) {
        double most = MOST_UNREADABLE * (double) prepared.rowCount();
        var before = outputs;
        outputs = outputs.stream()
                .map(output -> output.isAttribute() && (double) unread.getOrDefault(output.index(), 0L) > most
                        ? output.asText()
                        : output)
                .toList();
        return !outputs.equals(before);
    }

    /** How many values of each typed column could not be read, by the column's place; columns without are left out. */
    private Map<Integer, Long> unread(Progress progress) {
        var typed = outputs.stream()
                .filter(output -> output.type() != ColumnType.TEXT)
                .toList();
        if (typed.isEmpty()) {
            return Map.of();
        }
        var counts = typed.stream()
                .map(output -> "count(*) filter (" + isUnread(output) + ")")
                .collect(Collectors.joining(", "));
        var answer = engine.table(
                Sql.of("select " + counts + " from " + Sql.name(tables.staging()) + " where raw is not null"),
                progress);
        return IntStream.range(0, typed.size())
                .filter(i -> Double.parseDouble(answer.columns().get(i).text(0)) > 0)
                .boxed()
                .collect(Collectors.toMap(
                        i -> typed.get(i).index(),
                        i -> Long.parseLong(answer.columns().get(i).text(0))));
    }

    private static String isUnread(Output output) {
        return "v" + output.index() + " is null and " + output.textIn("raw") + " is not null";
    }

    /** Gives odd rows their line in the file and, when they are not taken, column and reason. */
    private void describeOdd(Progress progress) {
        engine.fill(tables.lines(), prepared.lines().table(), progress.between(0.6, 0.7));
        var odd = "(select rowid as place, * from " + Sql.name(tables.staging()) + " where raw is not null) o";
        var line = "cast(l.first_line + o.place - l.first_row as bigint) as line";
        engine.create(
                tables.odd(),
                Sql.of("select o.*, " + line + ", ")
                        .then(reasons())
                        .then(" from " + odd + " asof join " + Sql.name(tables.lines())
                                + " l on o.place >= l.first_row"),
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
        if (plan.role() == Role.CUSTOMERS) {
            column.add(Sql.of(" when " + Staging.hasNoKey(outputs) + " then ''"));
            reason.add(Sql.of(
                    " when " + Staging.hasNoKey(outputs) + " then 'The row has neither an id nor an email address.'"));
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

    /** Lists rows that are wholly identical to an earlier one: the same hash first, then every cell. */
    private long findRepeated(Progress progress) {
        var staging = Sql.name(tables.staging());
        var values = outputs.stream().map(output -> ", v" + output.index()).collect(Collectors.joining());
        return engine.create(
                        tables.repeated(),
                        Sql.of("select place from (select rowid as place, row_number() over (partition by h, raw"
                                + values
                                + " order by rowid) as copy from " + staging + " where h in (select h from " + staging
                                + " group by h having count(*) > 1) and rowid not in (" + rejected()
                                + ")) where copy > 1"),
                        progress)
                .rows();
    }

    private String rejected() {
        return "select place from " + Sql.name(tables.odd()) + " where reason is not null";
    }

    /** The staged rows become the data: as they are where none is left out, else copied without those. */
    private void settle(long repeated, Progress progress) {
        double left = engine.number(Sql.of("select count(*) from (" + rejected() + ")"), progress) + (double) repeated;
        boolean isNameTaken = outputs.stream().anyMatch(output -> output.name().matches("(?i)v\\d+"));
        if (left > 0 || isNameTaken) {
            engine.create(tables.data(), kept(), progress);
            return;
        }
        alter("drop column raw", progress);
        if (plan.skipsRepeatedRows()) {
            alter("drop column h", progress);
        }
        outputs.forEach(output -> alter("rename v" + output.index() + " to " + Sql.name(output.name()), progress));
        engine.drop(tables.data());
        alter("rename to " + Sql.name(tables.data()), progress);
    }

    private void alter(String change, Progress progress) {
        engine.run(Sql.of("alter table " + Sql.name(tables.staging()) + " " + change), progress);
    }

    private Sql kept() {
        var renamed = outputs.stream()
                .map(output -> ", v" + output.index() + " as " + Sql.name(output.name()))
                .collect(Collectors.joining());
        var constants = Output.constantColumns(plan).stream()
                .map(column -> ", " + Sql.name(column.name()))
                .collect(Collectors.joining());
        return Sql.of("select " + (renamed + constants).substring(2) + " from " + Sql.name(tables.staging())
                + " where rowid not in (" + rejected() + ") and rowid not in (select place from "
                + Sql.name(tables.repeated()) + ")");
    }

    private long[] unreadableCounts(Progress progress) {
        var pieces = new ArrayList<Sql>();
        var taken = " from " + Sql.name(tables.odd()) + " where reason is null and place not in (select place from "
                + Sql.name(tables.repeated()) + ") and ";
        for (var output : outputs) {
            if (output.type() != ColumnType.TEXT) {
                pieces.add(Sql.of(
                        "select line, ? as \"column\", raw[" + (output.index() + 1) + "] as text" + taken
                                + isUnread(output),
                        output.plan().column()));
            }
        }
        if (!pieces.isEmpty()) {
            engine.create(
                    tables.unreadable(),
                    Sql.of("select * from (")
                            .then(Sql.join(" union all ", pieces))
                            .then(") order by line"),
                    progress);
        }
        var counts = new long[outputs.size()];
        for (int i = 0; i < counts.length && !pieces.isEmpty(); i++) {
            counts[i] = (long) engine.number(
                    Sql.of(
                            "select count(*) from " + Sql.name(tables.unreadable()) + " where \"column\" = ?",
                            outputs.get(i).plan().column()),
                    progress);
        }
        return counts;
    }

    private Source source(long[] unreadable, long repeated, Progress progress) {
        progress.report(0.9, "Writing down what was not taken");
        if (!engine.has(tables.unreadable())) {
            engine.create(
                    tables.unreadable(),
                    Sql.of("select 0::bigint as line, '' as \"column\", '' as text where false"),
                    progress);
        }
        var rejects = engine.create(tables.rejects(), rejects(), progress);
        var data = engine.relation(tables.data());
        var counts = new RowCounts(prepared.rowCount() + prepared.brokenCount(), data.rows(), rejects.rows(), repeated);
        requireAccepted(counts, rejects);
        return new Source(
                plan,
                counts,
                columns(unreadable),
                data,
                rejects,
                engine.relation(tables.unreadable()),
                prepared.stamp());
    }

    private Sql rejects() {
        var broken = Sql.of(
                        "select cast(c0 as bigint) as line, coalesce(c1, '') as \"column\", coalesce(c2, '') as text, c3 as reason from ")
                .then(prepared.broken().texts(4));
        var delimiter = String.valueOf(prepared.rows().delimiter());
        return broken.then(
                " union all select line, wrong_column, array_to_string(list_transform(raw, x -> case when contains(x, ?) or contains(x, '\"') or contains(x, chr(10)) then '\"' || replace(x, '\"', '\"\"') || '\"' else coalesce(x, '') end), ?), reason from "
                        + Sql.name(tables.odd()) + " where reason is not null order by line",
                delimiter,
                delimiter);
    }

    private void requireAccepted(RowCounts counts, Relation rejects) {
        if (counts.accepted() > 0) {
            return;
        }
        var first = engine.table(
                Sql.of("select line, reason from " + rejects.quoted() + " order by line limit 1"), Progress.NONE);
        throw new Problem(
                        "None of the " + counts.rows() + " rows could be taken.",
                        "line " + first.text(0, "line") + ": " + first.text(0, "reason"),
                        "Look at the preview and the mapping of the columns, or choose another role.")
                .asFailure();
    }

    private List<ImportedColumn> columns(long[] unreadable) {
        var columns = new ArrayList<ImportedColumn>();
        for (int i = 0; i < outputs.size(); i++) {
            var output = outputs.get(i);
            columns.add(new ImportedColumn(
                    output.name(),
                    output.type(),
                    output.plan().column(),
                    output.plan().target(),
                    unreadable[i],
                    note(output)));
        }
        columns.addAll(Output.constantColumns(plan));
        return columns;
    }

    private String note(Output output) {
        boolean isKeptAsText =
                output.type() == ColumnType.TEXT && output.plan().type() != ColumnType.TEXT && output.isAttribute();
        var note = isKeptAsText
                ? "Kept as text: too many values are something else."
                : format(output).note().strip();
        long strays = prepared.strayQuotes().getOrDefault(output.index(), 0L);
        return strays == 0
                ? note
                : (note + " " + strays + (strays == 1 ? " value holds" : " values hold")
                                + " quote marks without being quoted; they are read as they stand.")
                        .strip();
    }
}
