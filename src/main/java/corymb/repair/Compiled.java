package corymb.repair;

import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A repair as changes of the rows on a workbench.
 *
 * @param edits the changes, made beside each other
 * @param fits whether all columns are there
 * @param note what is left undone, in sentences; empty where nothing
 * @param looked what a lookup found; empty of other repairs
 */
record Compiled(List<Edit> edits, boolean fits, String note, Optional<LookingUp.Looked> looked) {
    Compiled {
        edits = List.copyOf(edits);
    }

    Compiled(List<Edit> edits, boolean fits, String note) {
        this(edits, fits, note, Optional.empty());
    }

    static Compiled of(Repair repair, Workbench bench, Progress progress) {
        return switch (repair) {
            case TextRepair texts -> ofTexts(texts, bench, progress);
            case Lookup lookup -> LookingUp.compile(lookup, bench, progress);
            case Repair.Dates dates -> Retyping.dates(dates, bench, progress);
            case Repair.Numbers numbers -> Retyping.numbers(numbers, bench, progress);
            case Repair.Booleans booleans -> Retyping.booleans(booleans, bench, progress);
            case Repair.Codes codes -> NumberRepairs.codes(codes, bench);
            case Repair.Impute impute -> Imputing.compile(impute, bench, progress);
            case Repair.Winsorise winsorise -> NumberRepairs.winsorise(winsorise, bench);
            case Repair.Utc utc -> NumberRepairs.utc(utc, bench);
            case Repair.Convert convert -> NumberRepairs.convert(convert, bench);
            case Repair.Bots bots -> BotMarks.compile(bots, bench);
        };
    }

    /** Of a repair that understands all. */
    static Compiled of(Edit... edits) {
        return new Compiled(List.of(edits), true, "");
    }

    /** Of a repair without a column to work on. */
    static Compiled unfit(String kind, String column) {
        return unfit("There is no column of " + kind + " named " + column + ".");
    }

    /** Of a repair that cannot be made. */
    static Compiled unfit(String why) {
        return new Compiled(List.of(), false, why);
    }

    RepairOutcome outcome(RepairStep step, long rows) {
        return new RepairOutcome(step, rows, fits, note, looked.map(LookingUp.Looked::matches));
    }

    private static Compiled ofTexts(TextRepair repair, Workbench bench, Progress progress) {
        var edits = new ArrayList<Edit>();
        var notes = new ArrayList<String>();
        boolean fits = true;
        for (int i = 0; i < repair.columns().size(); i++) {
            var name = repair.columns().get(i);
            var column = bench.find(name).filter(at -> bench.field(at).type() == ColumnType.TEXT);
            if (column.isEmpty()) {
                notes.add("There is no column of texts named " + name + ".");
                fits = false;
                continue;
            }
            var mapping = Mapping.of(repair, column.get(), bench, i, progress);
            edits.add(mapping.edit());
            mapping.note().ifPresent(notes::add);
        }
        if (repair instanceof TextRepair.Dictionary dictionary && !edits.isEmpty()) {
            flagged(dictionary, edits.getFirst().column(), bench).forEach(edits::add);
        }
        return new Compiled(edits, fits, String.join(" ", notes));
    }

    private static List<Edit> flagged(TextRepair.Dictionary dictionary, int column, Workbench bench) {
        var flagged = dictionary.entries().stream()
                .filter(entry -> entry.decision() == TextRepair.Decision.FLAG)
                .map(entry -> Sql.of("cast(? as varchar)", entry.value()))
                .toList();
        if (flagged.isEmpty()) {
            return List.of();
        }
        int mark = bench.mark(bench.field(column).name() + "_flagged");
        return List.of(new Edit(
                mark,
                Sql.of("select place, true as after from " + bench.table() + " where f" + column + " in (")
                        .then(Sql.join(", ", flagged))
                        .then(")")));
    }
}
