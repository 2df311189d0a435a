package corymb.importing;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Union;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Schema;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Puts the batches of a source together, each as its mode says.
 *
 * <p>Cost: of an appended batch one hash a row, of its own rows and of those that are there, and a comparison of all values
 * where two are the same; of an upserted one that changes rows, all rows are written anew.
 */
public final class Combining {
    private Combining() {}

    /** The source with one more batch, which is in the engine already. */
    static Source add(Engine engine, Optional<Source> before, Batch batch, String relationName, Progress progress) {
        if (before.isEmpty() || batch.mode() instanceof Mode.Replace) {
            return first(engine, before, batch, relationName, progress);
        }
        return with(engine, before.get().unrepaired(), batch, relationName, progress);
    }

    /**
     * The source without one of its batches, of which it has several, and without its repairs.
     *
     * @param number the batch, counted from 0
     * @param relationName how the names of all new relations begin
     */
    public static Source without(Engine engine, Source source, int number, String relationName, Progress progress) {
        var rest = new ArrayList<>(source.batches());
        rest.remove(number);
        return of(engine, rest, relationName, progress);
    }

    /** The source that these batches make, at least one; without repairs. */
    static Source of(Engine engine, List<Batch> batches, String relationName, Progress progress) {
        var counted = Source.counted(batches);
        var replaced = batches.subList(0, batches.size() - counted.size());
        var made = new HashSet<Relation>();
        Optional<Source> source = Optional.empty();
        for (int i = 0; i < counted.size(); i++) {
            var part = progress.between((double) i / counted.size(), (i + 1.0) / counted.size());
            source = Optional.of(add(engine, source, counted.get(i), relationName + "_" + (i + 1), part));
            made.addAll(source.get().pieces());
        }
        var whole = source.orElseThrow();
        whole.relations().forEach(made::remove);
        made.forEach(relation -> engine.drop(relation.name()));
        var all = new ArrayList<>(replaced);
        all.addAll(whole.batches());
        return new Source(whole.name(), whole.role(), all, whole.columns(), whole.pieces(), whole.data());
    }

    /** What the batch replaces stays beside it, until it is replaced in its turn. */
    private static Source first(
            Engine engine, Optional<Source> before, Batch batch, String relationName, Progress progress) {
        var alone = batch.mode() instanceof Mode.Upsert
                ? with(engine, nothing(batch), batch, relationName, progress)
                : Source.of(batch.meeting(0, 0));
        var batches = new ArrayList<Batch>();
        before.filter(source -> source.role() == alone.role()).ifPresent(source -> batches.addAll(source.counted()));
        batches.addAll(alone.batches());
        return new Source(alone.name(), alone.role(), batches, alone.columns(), alone.pieces(), alone.data());
    }

    private static Source nothing(Batch batch) {
        var none = new Relation(batch.data().name(), new Schema(List.of()), 0);
        return new Source(batch.plan().source(), batch.plan().role(), List.of(), List.of(), List.of(), none);
    }

    private static Source with(Engine engine, Source before, Batch batch, String relationName, Progress progress) {
        var fields =
                merged(before.data().schema().fields(), batch.data().schema().fields());
        var meeting = new Meeting(engine, before.pieces(), batch.data(), fields, relationName);
        var met = switch (batch.mode()) {
            case Mode.Append(var keepsRepeated) when keepsRepeated -> meeting.all();
            case Mode.Append _, Mode.Replace _ -> meeting.unknown(progress);
            case Mode.Upsert(var key) -> meeting.newest(key, progress);
        };
        var batches = new ArrayList<>(before.batches());
        batches.add(batch.meeting(met.known(), met.replacing()));
        return new Source(
                before.name(),
                before.role(),
                batches,
                columns(before.columns(), batch.columns(), fields),
                met.pieces(),
                data(engine, met.pieces(), fields, relationName));
    }

    private static Relation data(Engine engine, List<Relation> pieces, List<Field> fields, String relationName) {
        if (pieces.size() == 1 && pieces.getFirst().schema().fields().equals(fields)) {
            return pieces.getFirst();
        }
        return engine.view(relationName + "_all", Union.of(pieces, fields));
    }

    /** The columns of both, of a type that holds the values of both; names are the same whatever their case. */
    static List<Field> merged(List<Field> some, List<Field> others) {
        var fields = new ArrayList<>(some);
        for (var other : others) {
            int place = place(fields, other.name());
            if (place < 0) {
                fields.add(other);
            } else {
                var field = fields.get(place);
                fields.set(place, new Field(field.name(), common(field.type(), other.type())));
            }
        }
        return fields;
    }

    private static int place(List<Field> fields, String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    private static ColumnType common(ColumnType one, ColumnType other) {
        if (one == other) {
            return one;
        }
        if (one.isNumeric() && other.isNumeric()) {
            return ColumnType.DECIMAL;
        }
        return one.isTemporal() && other.isTemporal() ? ColumnType.TIMESTAMP : ColumnType.TEXT;
    }

    private static List<ImportedColumn> columns(
            List<ImportedColumn> before, List<ImportedColumn> newer, List<Field> fields) {
        return fields.stream()
                .flatMap(field -> {
                    var old = find(before, field.name());
                    var now = find(newer, field.name());
                    return now.or(() -> old).stream()
                            .map(column -> new ImportedColumn(
                                    field.name(),
                                    field.type(),
                                    column.column(),
                                    column.target(),
                                    old.map(ImportedColumn::unreadable).orElse(0L)
                                            + now.map(ImportedColumn::unreadable)
                                                    .orElse(0L),
                                    column.note()));
                })
                .toList();
    }

    private static Optional<ImportedColumn> find(List<ImportedColumn> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
