package corymb.importing;

import corymb.reading.ValueFormat;
import corymb.sql.DelimitedText;
import corymb.sql.Engine;
import corymb.sql.PartFolder;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the chunks of a file into the parts of a typed relation: one chunk, one part. */
final class Loading {
    /** An attribute with more unreadable values than this stays text: the type was wrong, not the values. */
    private static final double MOST_UNREADABLE = 0.05;

    private static final int SAMPLE_ROWS = 20_000;
    private static final long SMALL_CHUNK = 1 << 20;

    private final Engine target;
    private final Engine engine;
    private final ImportPlan plan;
    private final ImportTables tables;
    private final Chunks chunks;
    private final PartFolder parts;
    private final Map<Integer, ValueFormat> formats = new HashMap<>();
    private List<Output> outputs;
    private boolean isAgain;

    /** Into {@code target}, by the work of an engine beside it. */
    Loading(Engine target, Engine engine, ImportPlan plan, ImportTables tables, Chunks chunks) {
        this.target = target;
        this.engine = engine;
        this.plan = plan;
        this.tables = tables;
        this.chunks = chunks;
        this.parts = new PartFolder(target.newFolder("parts"));
        this.outputs = Output.of(plan);
    }

    /** Reads all rows; where they are read again, none need be taken, and no column changes its type for them. */
    Source run(boolean isAgain, Progress progress) {
        this.isAgain = isAgain;
        try {
            progress.report(0, "Reading the file");
            var first = chunks.first().orElseThrow(this::noRows);
            learn(first, progress.between(0, 0.8));
            stageAll(first, progress);
            long repeated = leaveOutRepeated(progress.between(0.9, 0.95));
            return source(first.rows().delimiter(), repeated, progress);
        } catch (RuntimeException e) {
            parts.delete();
            throw e;
        }
    }

    private RuntimeException noRows() {
        long broken = chunks.prepared().brokenCount();
        return new Problem(
                        broken == 0
                                ? "The file has no rows below its header."
                                : "None of the " + broken + " rows could be taken.",
                        plan.file().toString(),
                        "Look at the preview: delimiter, quote mark and header must be right.")
                .asFailure();
    }

    /** Learns from a sample how values are written, and from all rows where the sample shows anything unusual. */
    private void learn(Chunk first, Progress progress) {
        learnFully(unusual(first, progress), progress);
        for (var output : outputs) {
            if (output.isConsentStatus(plan.role())) {
                formats.put(
                        output.index(), ConsentWords.format(target, texts(chunks.text(progress)), output, progress));
            }
        }
    }

    /** The columns of a sample that show anything unusual; it is a table, since to look at the text anew takes long where it is wide. */
    private Set<Integer> unusual(Chunk first, Progress progress) {
        var guessed = outputs.stream().filter(Output::isGuessed).toList();
        var sample = engine.create(
                tables.sample(),
                Sql.of("select * from ").then(texts(first.rows())).then(" limit " + SAMPLE_ROWS),
                progress);
        try {
            return Evidence.formats(engine, Sql.of(sample.quoted()), guessed, progress)
                    .keySet();
        } finally {
            engine.drop(sample.name());
        }
    }

    /** Whether anything new was learnt. */
    private boolean learnFully(Set<Integer> columns, Progress progress) {
        var asked = outputs.stream()
                .filter(Output::isGuessed)
                .filter(output -> columns.contains(output.index()) && !formats.containsKey(output.index()))
                .toList();
        if (asked.isEmpty()) {
            return false;
        }
        var learnt = Evidence.formats(target, texts(chunks.text(progress)), asked, progress);
        formats.putAll(learnt);
        return learnt.values().stream().anyMatch(format -> !format.isNative());
    }

    private Sql texts(DelimitedText text) {
        return text.texts(plan.columns().size());
    }

    /** Reads all rows; once more when values turned up that the sample did not show. */
    private void stageAll(Chunk first, Progress progress) {
        stage(first, progress.between(0, 0.8));
        var unread = odd().ofAnotherType(progress);
        if (learnFully(unread.keySet(), progress)) {
            stage(first, progress.between(0.8, 0.85));
            unread = odd().ofAnotherType(progress);
        }
        if (!isAgain && keepAsText(unread)) {
            stage(first, progress.between(0.85, 0.9));
        }
    }

    private void stage(Chunk first, Progress progress) {
        odd().start(staging(first).query(), progress);
        engine.create(tables.hashes(), Sql.of("select 0::bigint as place, 0::ubigint as h where false"), progress);
        engine.create(tables.repeated(), Sql.of("select 0::bigint as place where false"), progress);
        var isPlain = new AtomicBoolean(!plan.skipsRepeatedRows());
        chunks.forEach("Reading values", progress, chunk -> {
            if (!isPlain.get() || !writePlain(chunk, progress)) {
                isPlain.set(false);
                withStaged(chunk, progress, () -> takeStaged(chunk, progress));
            }
        });
    }

    /** Whether all rows of a chunk, being plain, could go into its part with no table between, which saves a fifth of the time. */
    private boolean writePlain(Chunk chunk, Progress progress) {
        return engine.writePart(staging(chunk).plain(), parts.file(chunk.number()), progress) == chunk.rowCount();
    }

    private void takeStaged(Chunk chunk, Progress progress) {
        odd().add(chunk, progress);
        if (plan.skipsRepeatedRows()) {
            engine.run(
                    Sql.of("insert into " + Sql.name(tables.hashes()) + " select rowid + " + chunk.firstRow()
                            + ", h from " + Sql.name(tables.staging(chunk))),
                    progress);
        }
        writePart(chunk, progress);
    }

    private Staging staging(Chunk chunk) {
        return new Staging(plan, chunk, outputs, formats);
    }

    private OddRows odd() {
        return new OddRows(engine, plan, tables, outputs);
    }

    private void withStaged(Chunk chunk, Progress progress, Runnable work) {
        var name = tables.staging(chunk);
        try {
            long rows = engine.create(name, staging(chunk).query(), progress).rows();
            if (rows != chunk.rowCount()) {
                throw new IllegalStateException(rows + " rows came of " + chunk.rowCount() + " that were prepared");
            }
            work.run();
        } finally {
            if (!isKept(chunk)) {
                engine.drop(name);
            }
        }
    }

    /** A small chunk stays staged, since to plan the staging of a wide table takes longer than to keep a few rows. */
    private static boolean isKept(Chunk chunk) {
        return chunk.bytes() <= SMALL_CHUNK;
    }

    /** The taken rows of a staged chunk. */
    private void writePart(Chunk chunk, Progress progress) {
        var columns = outputs.stream()
                .map(output -> "v" + output.index() + " as " + Sql.name(output.name()))
                .collect(Collectors.toCollection(ArrayList::new));
        Output.constantColumns(plan).forEach(column -> columns.add(Sql.name(column.name())));
        var place = "rowid + " + chunk.firstRow();
        var among = " and place between " + chunk.firstRow() + " and " + (chunk.firstRow() + chunk.rowCount() - 1);
        engine.writePart(
                Sql.of("select " + String.join(", ", columns) + " from " + Sql.name(tables.staging(chunk)) + " where "
                        + place + " not in (" + odd().rejected() + among + ") and " + place
                        + " not in (select place from " + Sql.name(tables.repeated()) + " where true" + among + ")"),
                parts.file(chunk.number()),
                progress);
    }

    private boolean keepAsText(Map<Integer, Long> unread) {
        double most = MOST_UNREADABLE * (double) chunks.prepared().rowCount();
        var before = outputs;
        outputs = outputs.stream()
                .map(output -> output.isAttribute() && (double) unread.getOrDefault(output.index(), 0L) > most
                        ? output.asText()
                        : output)
                .toList();
        return !outputs.equals(before);
    }

    /** Leaves out rows that are wholly identical to an earlier one: the same hash first, then every cell. */
    private long leaveOutRepeated(Progress progress) {
        var hashes = Sql.name(tables.hashes());
        var alike = "select place from " + hashes + " where h in (select h from " + hashes
                + " group by h having count(*) > 1)";
        if (engine.number(Sql.of("select count(*) from (" + alike + ")"), progress) == 0) {
            return 0;
        }
        var cells =
                IntStream.range(0, plan.columns().size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        var repeated = engine.create(
                tables.repeated(),
                Sql.of("select place from (select place, row_number() over (partition by " + cells
                                + " order by place) as copy from (select row_number() over () - 1 as place, * from ")
                        .then(texts(chunks.text(progress)))
                        .then(") where place in (" + alike + ") and place not in (" + odd().rejected()
                                + ")) where copy > 1"),
                progress);
        chunks.forEach("Leaving out repeated rows", progress, chunk -> {
            if (hasAny(repeated, chunk, progress)) {
                writeWithout(chunk, progress);
            }
        });
        return repeated.rows();
    }

    private void writeWithout(Chunk chunk, Progress progress) {
        if (isKept(chunk)) {
            writePart(chunk, progress);
        } else {
            withStaged(chunk, progress, () -> writePart(chunk, progress));
        }
    }

    private boolean hasAny(Relation places, Chunk chunk, Progress progress) {
        return engine.number(
                        Sql.of("select count(*) from " + places.quoted() + " where place between " + chunk.firstRow()
                                + " and " + (chunk.firstRow() + chunk.rowCount() - 1)),
                        progress)
                > 0;
    }

    private Source source(char delimiter, long repeated, Progress progress) {
        progress.report(0.95, "Writing down what was not taken");
        var prepared = chunks.prepared();
        odd().locate(prepared.account(), progress.between(0.95, 1));
        var unreadable = odd().unreadable(prepared.account(), progress);
        var rejects = odd().rejects(prepared.account(), delimiter, progress);
        engine.read(tables.data(), parts);
        var data = engine.relation(tables.data());
        var counts = new RowCounts(
                prepared.rowCount() + prepared.brokenCount(),
                data.rows(),
                rejects.rows(),
                repeated,
                prepared.skippedLines());
        requireAccepted(counts, rejects);
        return Source.of(new Batch(
                plan,
                Mode.REPLACE,
                Instant.EPOCH,
                counts,
                0,
                columns(unreadable, prepared, progress),
                handedOver(data, progress),
                handedOver(rejects, progress),
                handedOver(unreadable, progress),
                prepared.stamp()));
    }

    private Relation handedOver(Relation relation, Progress progress) {
        target.read(relation.name(), engine.parts(relation, progress));
        return target.relation(relation.name());
    }

    private void requireAccepted(RowCounts counts, Relation rejects) {
        if (counts.accepted() > 0 || isAgain) {
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

    private List<ImportedColumn> columns(Relation unreadable, Prepared prepared, Progress progress) {
        var unread = unread(unreadable, progress);
        var columns = new ArrayList<ImportedColumn>();
        for (var output : outputs) {
            var column = output.plan().column();
            columns.add(new ImportedColumn(
                    output.name(),
                    output.type(),
                    column,
                    output.plan().target(),
                    unread.getOrDefault(column, 0L),
                    note(output, prepared.strays().getOrDefault(output.index(), 0L))));
        }
        columns.addAll(Output.constantColumns(plan));
        return columns;
    }

    /** How many values of each column of the file could not be read. */
    private Map<String, Long> unread(Relation unreadable, Progress progress) {
        var counts = engine.table(
                Sql.of("select \"column\" as name, count(*) as n from " + unreadable.quoted() + " group by 1"),
                progress);
        return IntStream.range(0, counts.rowCount())
                .boxed()
                .collect(Collectors.toMap(row -> counts.text(row, "name"), row ->
                        (long) counts.numbers("n").get(row)));
    }

    private String note(Output output, long strays) {
        boolean isKeptAsText =
                output.type() == ColumnType.TEXT && output.plan().type() != ColumnType.TEXT && output.isAttribute();
        var note = isKeptAsText
                ? "Kept as text: too many values are something else."
                : formats.getOrDefault(output.index(), ValueFormat.NATIVE)
                        .note()
                        .strip();
        return strays == 0 ? note : (note + " " + strays + strayWords(strays == 1)).strip();
    }

    private String strayWords(boolean isOne) {
        if (plan.dialect().isFixed()) {
            return (isOne ? " line holds" : " lines hold") + " letters beside this column that belong to none.";
        }
        return (isOne ? " value holds" : " values hold")
                + " quote marks without being quoted; they are read as they stand.";
    }
}
