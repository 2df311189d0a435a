package corymb.importing;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.sql.Union;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Repaired rows of one import that go the way of a file once more: those that can be taken now come into its rows, the others
 * stay with the reason of today.
 *
 * @param engine where the source is
 * @param source the source
 * @param number which of its imports, counted from 1
 * @param name how the names of all new relations begin
 */
record Resubmission(Engine engine, Source source, int number, String name) {
    /** The source with the rows that could be taken, without its repairs. */
    Source run(List<RejectedRow> rows, Progress progress) {
        var resubmitted = name + "_resubmitted";
        try {
            var whole = rows.stream().filter(this::isWhole).toList();
            engine.fill(resubmitted, table(rows), progress.between(0, 0.1));
            requireKnown(resubmitted, rows.size());
            var read = whole.isEmpty() ? Optional.<Batch>empty() : Optional.of(read(whole, progress.between(0.1, 0.6)));
            var changed = merged(read, resubmitted, progress.between(0.6, 0.8));
            read.ifPresent(batch -> drop(batch, changed));
            var batches = new ArrayList<>(source.batches());
            batches.set(number - 1, changed);
            return Combining.of(engine, batches, name + "_whole", progress.between(0.8, 1));
        } finally {
            engine.drop(resubmitted);
        }
    }

    private boolean isWhole(RejectedRow row) {
        return row.cells().size() == plan().columns().size();
    }

    private Batch batch() {
        return source.batches().get(number - 1);
    }

    private ImportPlan plan() {
        return batch().plan();
    }

    private void drop(Batch read, Batch changed) {
        read.relations().stream()
                .filter(relation -> !changed.relations().contains(relation))
                .forEach(relation -> engine.drop(relation.name()));
    }

    /** Each row with the line on which it begins in the file that is read; rows with a wrong number of cells are not in it. */
    private Table table(List<RejectedRow> rows) {
        var starts = new ArrayList<Long>();
        long next = 2;
        for (var row : rows) {
            boolean isRead = isWhole(row);
            starts.add(isRead ? next : -1);
            next += isRead
                    ? 1 + row.cells().stream().mapToLong(Resubmission::breaks).sum()
                    : 0;
        }
        return new Table(List.of(
                numbers("line", rows, RejectedRow::line),
                new TextColumn("entry", rows.stream().map(RejectedRow::entry).toList()),
                new TextColumn(
                        "text", rows.stream().map(row -> row.text(plan())).toList()),
                numbers("cells", rows, row -> row.cells().size()),
                new NumberColumn(
                        "start",
                        ColumnType.INTEGER,
                        starts.stream().mapToDouble(Long::doubleValue).toArray())));
    }

    private static long breaks(String cell) {
        return cell.chars().filter(letter -> letter == '\n').count();
    }

    private static NumberColumn numbers(String name, List<RejectedRow> rows, ToDoubleFunction<RejectedRow> value) {
        return new NumberColumn(
                name, ColumnType.INTEGER, rows.stream().mapToDouble(value).toArray());
    }

    private void requireKnown(String resubmitted, int count) {
        long known = (long) engine.number(
                Sql.of("select count(*) from " + batch().rejects().quoted() + " r where " + isAmong(resubmitted)),
                Progress.NONE);
        if (known != count) {
            throw new Problem(
                            "Some of these rows are not among those that were not taken, or stand in the list twice.",
                            source.name() + ", import " + number,
                            "Write the list anew and repair the rows in it.")
                    .asFailure();
        }
    }

    /** The condition that a rejected row r is one of those that are resubmitted. */
    private String isAmong(String resubmitted) {
        return "exists (select 1 from " + Sql.name(resubmitted) + " s where s.line = r.line"
                + (hasEntries() ? " and s.entry = r.entry" : "") + ")";
    }

    private boolean hasEntries() {
        return batch().rejects().schema().has("entry");
    }

    /** Reads the rows like the rows of a file, each column as the type it has by now. */
    private Batch read(List<RejectedRow> rows, Progress progress) {
        var folder = engine.newFolder("resubmitted");
        var file = folder.resolve("rows.csv");
        try {
            write(rows, file);
            return FileImport.again(engine, readable(file), name + "_read", progress)
                    .newest();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write temporary files", e);
        } finally {
            delete(file, folder);
        }
    }

    private void write(List<RejectedRow> rows, Path file) throws IOException {
        try (var target = new ByteRun(Files.newOutputStream(file))) {
            target.addRow(plan().columns().stream().map(ColumnPlan::column).toList(), ',', "\n");
            for (var row : rows) {
                target.addRow(row.cells(), ',', "\n");
            }
        }
    }

    private static void delete(Path file, Path folder) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete temporary files", e);
        }
    }

    private ImportPlan readable(Path file) {
        var columns = plan().columns().stream().map(this::asStored).toList();
        var readable = new ImportPlan(
                plan().source(),
                plan().role(),
                file,
                Inside.WHOLE,
                FileFormat.CSV,
                CsvDialect.STANDARD,
                columns,
                false,
                Origin.FILES,
                plan().firstNumber());
        return RowNumbers.following(engine, source.data(), readable);
    }

    private ColumnPlan asStored(ColumnPlan column) {
        return batch().columns().stream()
                .filter(stored -> stored.column().equals(column.column()))
                .findFirst()
                .map(stored -> column.withType(stored.type()).writtenAs(Evidence.told(stored)))
                .orElse(column);
    }

    private Batch merged(Optional<Batch> read, String resubmitted, Progress progress) {
        var data = read.filter(batch -> batch.data().rows() > 0)
                .map(batch -> data(batch, progress.between(0, 0.6)))
                .orElse(batch().data());
        var rejects = engine.create(name + "_rejects", rejects(read, resubmitted), progress.between(0.6, 0.8));
        var unreadable = read.filter(batch -> batch.unreadable().rows() > 0)
                .map(batch ->
                        engine.create(name + "_unreadable", unreadable(batch, resubmitted), progress.between(0.8, 1)))
                .orElse(batch().unreadable());
        var counts = batch().counts();
        var now = new RowCounts(
                counts.rows(),
                data.rows(),
                rejects.rows(),
                counts.rows() - data.rows() - rejects.rows(),
                counts.skippedLines());
        return new Batch(
                plan(),
                batch().mode(),
                batch().at(),
                now,
                0,
                columns(read),
                data,
                rejects,
                unreadable,
                batch().stamp());
    }

    /** The rows of the import with those that were read behind them, repeated ones left out as in the file. */
    private Relation data(Batch read, Progress progress) {
        var fields = batch().data().schema().fields();
        var meeting = new Meeting(engine, List.of(batch().data()), read.data(), fields, name + "_more");
        var met = plan().skipsRepeatedRows() ? meeting.unknown(progress.between(0, 0.5)) : meeting.all();
        var whole = engine.create(name, Union.of(met.pieces(), fields), progress.between(0.5, 1));
        met.pieces().stream()
                .filter(piece -> !piece.equals(batch().data()) && !piece.equals(read.data()))
                .forEach(piece -> engine.drop(piece.name()));
        return whole;
    }

    private Sql rejects(Optional<Batch> read, String resubmitted) {
        var names = "line, \"column\", text, reason" + (hasEntries() ? ", entry" : "");
        var entry = hasEntries() ? ", s.entry" : "";
        var pieces = new ArrayList<Sql>();
        pieces.add(Sql.of(
                "select " + names + " from " + batch().rejects().quoted() + " r where not " + isAmong(resubmitted)));
        pieces.add(Sql.of(
                "select cast(s.line as bigint), '', s.text, 'The row has ' || cast(s.cells as bigint) || case when s.cells = 1 then ' value' else ' values' end || ' where the table has "
                        + plan().columns().size() + " columns.'" + entry + " from " + Sql.name(resubmitted)
                        + " s where s.start < 0"));
        read.ifPresent(batch ->
                pieces.add(Sql.of("select cast(s.line as bigint), r.\"column\", s.text, r.reason" + entry + " from "
                        + batch.rejects().quoted() + " r join " + Sql.name(resubmitted) + " s on r.line = s.start")));
        return Sql.of("select * from (")
                .then(Sql.join(" union all ", pieces))
                .then(") order by " + (hasEntries() ? "entry, " : "") + "line");
    }

    private Sql unreadable(Batch read, String resubmitted) {
        boolean isNamed = batch().unreadable().schema().has("entry");
        return Sql.of("select * from " + batch().unreadable().quoted()
                + " union all select cast(s.line as bigint), r.\"column\", r.text" + (isNamed ? ", s.entry" : "")
                + " from " + read.unreadable().quoted() + " r join " + Sql.name(resubmitted)
                + " s on r.line = s.start");
    }

    private List<ImportedColumn> columns(Optional<Batch> read) {
        return batch().columns().stream()
                .map(column -> new ImportedColumn(
                        column.name(),
                        column.type(),
                        column.column(),
                        column.target(),
                        column.unreadable()
                                + read.stream()
                                        .flatMap(batch -> batch.columns().stream())
                                        .filter(other -> other.name().equals(column.name()))
                                        .mapToLong(ImportedColumn::unreadable)
                                        .sum(),
                        column.note()))
                .toList();
    }
}
