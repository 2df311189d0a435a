package corymb.importing;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.sql.Stored;
import corymb.sql.Union;
import corymb.sql.View;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows about one thing, from one file or from several that came one after another.
 *
 * @param name what the rows go by in the project
 * @param role what they are about
 * @param batches the files, oldest first; the rows of those before the last that replaced all are no longer there
 * @param columns the columns of the rows
 * @param pieces the relations whose rows, one after another, are those of the batches put together
 * @param data the rows, repaired where there are repairs
 * @param repaired the repairs
 */
public record Source(
        String name,
        Role role,
        List<Batch> batches,
        List<ImportedColumn> columns,
        List<Relation> pieces,
        Relation data,
        Repaired repaired)
        implements Stored {
    public Source {
        batches = List.copyOf(batches);
        columns = List.copyOf(columns);
        pieces = List.copyOf(pieces);
    }

    /** Without repairs. */
    Source(
            String name,
            Role role,
            List<Batch> batches,
            List<ImportedColumn> columns,
            List<Relation> pieces,
            Relation data) {
        this(name, role, batches, columns, pieces, data, Repaired.NONE);
    }

    /** Of one file. */
    public static Source of(Batch batch) {
        var plan = batch.plan();
        return new Source(
                plan.source(), plan.role(), List.of(batch), batch.columns(), List.of(batch.data()), batch.data());
    }

    /** As it is without its repairs. */
    public Source unrepaired() {
        return repaired.raw()
                .map(raw -> with(raw.columns(), raw.data(), Repaired.NONE))
                .orElseGet(() -> with(columns, data, Repaired.NONE));
    }

    Source with(List<ImportedColumn> otherColumns, Relation otherData, Repaired repairs) {
        return new Source(name, role, batches, otherColumns, pieces, otherData, repairs);
    }

    /** The file that came in last. */
    public Batch newest() {
        return batches.getLast();
    }

    /** How the file that came in last was read: the recipe for the next. */
    public ImportPlan plan() {
        return newest().plan();
    }

    public FileStamp stamp() {
        return newest().stamp();
    }

    /** The batches whose rows are there: all but those that were replaced. */
    public List<Batch> counted() {
        return counted(batches);
    }

    static List<Batch> counted(List<Batch> batches) {
        int first = IntStream.range(0, batches.size())
                .filter(i -> batches.get(i).mode() instanceof Mode.Replace)
                .max()
                .orElse(0);
        return batches.subList(first, batches.size());
    }

    /** Where the rows of all counted batches went. */
    public RowCounts counts() {
        return new RowCounts(
                sum(RowCounts::rows),
                sum(RowCounts::accepted),
                sum(RowCounts::rejected),
                sum(RowCounts::duplicates),
                sum(RowCounts::skippedLines));
    }

    private long sum(ToLongFunction<RowCounts> count) {
        return counted().stream().map(Batch::counts).mapToLong(count).sum();
    }

    public long rows() {
        return sum(RowCounts::rows);
    }

    /** The rows that are there now: those accepted, without those that a newer one took the place of. */
    public long accepted() {
        return data.rows();
    }

    public long rejected() {
        return sum(RowCounts::rejected);
    }

    /** Lines of the files that are no rows. */
    public long skippedLines() {
        return sum(RowCounts::skippedLines);
    }

    public long duplicates() {
        return sum(RowCounts::duplicates);
    }

    public boolean has(String field) {
        return data.schema().has(field);
    }

    /** The rows not taken: line, column, text, reason; and import and entry where there are several. */
    public Sql rejects() {
        return listed(List.of("line", "column", "text", "reason"), Batch::rejects);
    }

    /** The columns of {@link #rejects}. */
    public Schema rejectColumns() {
        var fields = new ArrayList<>(List.of(
                new Field("line", ColumnType.INTEGER),
                new Field("column", ColumnType.TEXT),
                new Field("text", ColumnType.TEXT),
                new Field("reason", ColumnType.TEXT)));
        if (hasEntries()) {
            fields.add(new Field("entry", ColumnType.TEXT));
        }
        if (counted().size() > 1) {
            fields.add(new Field("import", ColumnType.INTEGER));
        }
        return new Schema(fields);
    }

    /** The optional values that could not be read: line, column, text; and import and entry where there are several. */
    public Sql unreadable() {
        return listed(List.of("line", "column", "text"), Batch::unreadable);
    }

    /** What was written down about each counted batch, with the number of the import, counted from 1. */
    private Sql listed(List<String> columns, Function<Batch, Relation> part) {
        int before = batches.size() - counted().size();
        return Sql.join(
                " union all ",
                IntStream.range(before, batches.size())
                        .mapToObj(i -> listed(columns, part.apply(batches.get(i)), i + 1))
                        .toList());
    }

    /** Whether a counted batch was read from several files, so that its lines are lines of one of them. */
    public boolean hasEntries() {
        return counted().stream().anyMatch(batch -> batch.rejects().schema().has("entry"));
    }

    private Sql listed(List<String> columns, Relation part, int number) {
        var entry = part.schema().has("entry") ? ", entry" : ", '' as entry";
        return Sql.of("select " + Sql.names(columns) + (hasEntries() ? entry : "")
                + (counted().size() > 1 ? ", " + number + " as import" : "") + " from " + part.quoted());
    }

    /** Takes back what came with it, but for what is known from before. */
    public void drop(Engine engine, List<Relation> known) {
        views().forEach(view -> engine.drop(view.name()));
        relations().stream()
                .filter(relation -> !known.contains(relation))
                .forEach(relation -> engine.drop(relation.name()));
    }

    @Override
    public List<Relation> relations() {
        var imported = Stream.concat(batches.stream().flatMap(batch -> batch.relations().stream()), pieces.stream());
        return Stream.concat(imported, repaired.raw().map(_ -> data).stream())
                .distinct()
                .toList();
    }

    /** The rows where they are those of several pieces, which are stored once. */
    @Override
    public List<View> views() {
        var whole = unrepaired().data();
        return pieces.contains(whole)
                ? List.of()
                : List.of(new View(whole.name(), Union.of(pieces, whole.schema().fields())));
    }
}
