package corymb.repair;

import corymb.sql.Dialect;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A copy of rows that repairs change one after another. In its table the columns are f0, f1 and so on, since a file may call
 * its own whatever it likes, and {@code place} counts the rows from 0.
 */
final class Workbench implements AutoCloseable {
    private final Engine engine;
    private final Context context;
    private final String name;
    private final boolean isWhole;
    private final List<Field> fields;

    /** The columns of the rows in their order; one that another has taken the place of is not among them. */
    private final List<Integer> shown;

    private final Set<String> added = new HashSet<>();
    private final Set<String> helpers = new HashSet<>();
    private boolean isChanged;

    /** New rows that are not written yet: where nothing else is done to them, they need not be written twice. */
    private Optional<Anew> pending = Optional.empty();

    private Workbench(Engine engine, Context context, String name, Sample sample) {
        this.engine = engine;
        this.context = context;
        this.name = name;
        this.isWhole = sample.isWhole();
        this.fields = new ArrayList<>(sample.rows().schema().fields());
        this.shown = new ArrayList<>(IntStream.range(0, fields.size()).boxed().toList());
    }

    static Workbench open(Engine engine, Context context, Sample sample, String name, Progress progress) {
        progress.report(0, "Copying rows");
        var bench = new Workbench(engine, context, name, sample);
        var cells =
                IntStream.range(0, bench.fields.size()).mapToObj(i -> "f" + i).collect(Collectors.joining(", "));
        engine.create(
                bench.tableName(),
                Sql.of("select * from (select row_number() over () - 1 as place, " + cells + " from (select * from "
                        + sample.rows().quoted() + ") as rows_of(" + cells + ")) where " + sample.condition()),
                progress);
        return bench;
    }

    Engine engine() {
        return engine;
    }

    /** Whether all rows are on it. */
    boolean isWhole() {
        return isWhole;
    }

    /** The table as SQL. */
    String table() {
        return Sql.name(tableName());
    }

    private String tableName() {
        return name + "_bench";
    }

    Context context() {
        return context;
    }

    /** The name of a table beside it, gone when the bench closes. */
    String beside(String purpose) {
        var helper = name + "_" + purpose;
        helpers.add(helper);
        return helper;
    }

    Relation fill(String purpose, Table table, Progress progress) {
        return engine.fill(beside(purpose), table, progress);
    }

    /** The rows of a query in a table beside it. */
    Relation keep(String purpose, Sql query, Progress progress) {
        return engine.create(beside(purpose), query, progress);
    }

    private String changes(int number) {
        return name + "_changes_" + number;
    }

    /** The numbers of the columns. */
    List<Integer> columns() {
        return List.copyOf(shown);
    }

    Field field(int column) {
        return fields.get(column);
    }

    /** The number of a column. */
    Optional<Integer> find(String column) {
        return shown.stream()
                .filter(i -> fields.get(i).name().equalsIgnoreCase(column))
                .findFirst();
    }

    /** The number of a column of certain types. */
    Optional<Integer> find(String column, Predicate<ColumnType> type) {
        return find(column).filter(at -> type.test(field(at).type()));
    }

    /** The type of a column, as SQL. */
    String type(int column) {
        return Dialect.DUCKDB.spelling().type(field(column).type());
    }

    /** Lets a column of whole numbers hold others too. */
    void widen(int column) {
        if (field(column).type() != ColumnType.DECIMAL) {
            fields.set(column, new Field(field(column).name(), ColumnType.DECIMAL));
            engine.run(Sql.of("alter table " + table() + " alter f" + column + " type " + type(column)), Progress.NONE);
            isChanged = true;
        }
    }

    /** The number of a column of marks that repairs add, all unmarked at first. */
    int mark(String wanted) {
        return known(wanted, ColumnType.BOOLEAN).orElseGet(() -> add(wanted, ColumnType.BOOLEAN, "false"));
    }

    /** The number of a column of texts that repairs add, all missing at first. */
    int texts(String wanted) {
        return known(wanted, ColumnType.TEXT).orElseGet(() -> add(wanted, ColumnType.TEXT, "null"));
    }

    private Optional<Integer> known(String wanted, ColumnType type) {
        return find(wanted, at -> at == type).filter(_ -> added.contains(wanted));
    }

    /**
     * The number of a new column; its name has a number where it is taken.
     *
     * @param value what stands in it, as SQL
     */
    int add(String wanted, ColumnType type, String value) {
        var free = free(wanted);
        added.add(free);
        int column = make(new Field(free, type), value);
        shown.add(column);
        return column;
    }

    /** The number of a new column, all missing at first, that takes the place of another one and has its name. */
    int inPlaceOf(int column, ColumnType type) {
        int made = make(new Field(field(column).name(), type), "null");
        shown.set(shown.indexOf(column), made);
        return made;
    }

    private int make(Field field, String value) {
        fields.add(field);
        int column = fields.size() - 1;
        engine.run(
                Sql.of("alter table " + table() + " add column f" + column + " " + type(column) + " default " + value),
                Progress.NONE);
        isChanged = true;
        return column;
    }

    /** The name, with a number behind it where a column has it. */
    String free(String wanted) {
        var free = wanted;
        for (int number = 2; find(free).isPresent(); number++) {
            free = wanted + "_" + number;
        }
        return free;
    }

    /** Takes a step. */
    RepairOutcome take(RepairStep step, Progress progress) {
        if (!step.isOn()) {
            return RepairOutcome.off(step);
        }
        progress.report(0, step.repair().label());
        settle(progress);
        var compiled = Compiled.of(step.repair(), this, progress);
        if (compiled.looked().isPresent()) {
            var looked = compiled.looked().get();
            pending = Optional.of(looked.anew());
            isChanged = true;
            return compiled.outcome(step, looked.matches().found());
        }
        var edits = compiled.edits();
        for (int i = 0; i < edits.size(); i++) {
            prepare(edits.get(i), i, progress);
        }
        long rows = changed(edits.size());
        for (int i = 0; i < edits.size(); i++) {
            apply(edits.get(i), i, progress);
        }
        isChanged |= rows > 0;
        return compiled.outcome(step, rows);
    }

    /** Works out a step without taking it. */
    RepairPreview preview(RepairStep step, int most, Progress progress) {
        settle(progress);
        var compiled = Compiled.of(step.repair(), this, progress);
        var edits = compiled.edits();
        var examples = new ArrayList<RepairPreview.Example>();
        for (int i = 0; i < edits.size(); i++) {
            prepare(edits.get(i), i, progress);
            addExamples(edits.get(i), i, most, examples);
        }
        compiled.looked().ifPresent(looked -> addExamples(looked.anew(), most, examples));
        long rows = compiled.looked().map(looked -> looked.matches().found()).orElseGet(() -> changed(edits.size()));
        long looked = (long) engine.number(Sql.of("select count(*) from " + table()), progress);
        return new RepairPreview(compiled.outcome(step, rows), examples, looked);
    }

    /** Writes down what is pending, for what comes next to find it in the table. */
    void settle(Progress progress) {
        pending.ifPresent(anew -> {
            var cells = IntStream.range(0, fields.size())
                    .mapToObj(i -> cell(i) + " as f" + i)
                    .collect(Collectors.joining(", "));
            engine.create(tableName(), Sql.of("select b.place, " + cells + " from " + anew.from()), progress);
        });
        pending = Optional.empty();
    }

    /** What stands in a column, as SQL over the rows b. */
    private String cell(int column) {
        return pending.flatMap(anew -> Optional.ofNullable(anew.values().get(column)))
                .orElse("b.f" + column);
    }

    private void addExamples(Anew anew, int most, List<RepairPreview.Example> examples) {
        new TreeMap<>(anew.values())
                .forEach((column, value) -> addExamples(
                        field(column).name(),
                        "select place, b.f" + column + " as before, " + value + " as after from " + anew.from()
                                + " where " + value + " is distinct from b.f" + column,
                        most,
                        examples));
    }

    /** Writes down the rows that an edit really changes. */
    private void prepare(Edit edit, int number, Progress progress) {
        engine.create(
                changes(number),
                Sql.of("select place, after from (")
                        .then(edit.places())
                        .then(") join " + table() + " using (place) where f" + edit.column()
                                + " is distinct from after"),
                progress);
    }

    private long changed(int edits) {
        if (edits == 0) {
            return 0;
        }
        var places = IntStream.range(0, edits)
                .mapToObj(i -> "select place from " + Sql.name(changes(i)))
                .collect(Collectors.joining(" union "));
        return (long) engine.number(Sql.of("select count(*) from (" + places + ")"), Progress.NONE);
    }

    private void apply(Edit edit, int number, Progress progress) {
        engine.run(
                Sql.of("update " + table() + " set f" + edit.column() + " = c.after from " + Sql.name(changes(number))
                        + " c where " + table() + ".place = c.place"),
                progress);
        engine.drop(changes(number));
    }

    private void addExamples(Edit edit, int number, int most, List<RepairPreview.Example> examples) {
        addExamples(
                field(edit.column()).name(),
                "select place, f" + edit.before() + " as before, after from " + table() + " join "
                        + Sql.name(changes(number)) + " using (place)",
                most,
                examples);
    }

    private void addExamples(String column, String changes, int most, List<RepairPreview.Example> examples) {
        engine.forEachRow(
                Sql.of("select min(place) + 1, coalesce(cast(before as varchar), ''), coalesce(cast(after as varchar),"
                        + " ''), count(*) from (" + changes + ") group by 2, 3 order by 4 desc, 1 limit " + most),
                row -> examples.add(new RepairPreview.Example(
                        (Long) row.get(0), column, String.valueOf(row.get(1)), String.valueOf(row.get(2)), (Long)
                                row.get(3))),
                Progress.NONE);
    }

    boolean isChanged() {
        return isChanged;
    }

    /** The rows as they are now. */
    Relation rows(Progress progress) {
        var cells = shown.stream()
                .map(i -> cell(i) + " as " + Sql.name(fields.get(i).name()))
                .collect(Collectors.joining(", "));
        var from = pending.map(Anew::from).orElse(table() + " b");
        var inOrder = pending.isEmpty() && isInOrder(progress) ? "" : " order by b.place";
        return engine.create(name, Sql.of("select " + cells + " from " + from + inOrder), progress);
    }

    /** Changes leave each row where it stands, joins may not; asking is far cheaper than sorting. */
    private boolean isInOrder(Progress progress) {
        return engine.number(Sql.of("select count(*) from " + table() + " where place <> rowid"), progress) == 0;
    }

    @Override
    public void close() {
        engine.drop(tableName());
        helpers.forEach(engine::drop);
        for (int i = 0; engine.has(changes(i)); i++) {
            engine.drop(changes(i));
        }
    }
}
