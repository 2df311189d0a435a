package corymb.repair;

import corymb.repair.Matching.Pair;
import corymb.repair.Matching.Wanted;
import corymb.sql.Dialect;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Schema;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lookup as changes of rows. */
final class LookingUp {
    private final Lookup lookup;
    private final Workbench bench;
    private final Relation other;

    private LookingUp(Lookup lookup, Workbench bench, Relation other) {
        this.lookup = lookup;
        this.bench = bench;
        this.other = other;
    }

    static Compiled compile(Lookup lookup, Workbench bench, Progress progress) {
        return open(lookup, bench)
                .map(looking -> looking.compiled(progress))
                .orElseGet(() -> Compiled.unfit("There is no other source named " + lookup.source() + "."));
    }

    private static Optional<LookingUp> open(Lookup lookup, Workbench bench) {
        return bench.context().other(lookup.source()).map(other -> new LookingUp(lookup, bench, other));
    }

    /**
     * The rows that a lookup leaves without a match, as a query about tables that are there until the bench closes; nothing
     * where it does not fit.
     */
    static Optional<Sql> rows(Lookup lookup, Workbench bench, Unmatched which, Progress progress) {
        return open(lookup, bench).filter(looking -> looking.misfit().isEmpty()).map(looking -> {
            var matching = looking.matching(progress);
            return switch (which) {
                case LEFT -> matching.unmatched(bench.free(lookup.mark("match")));
                case RIGHT -> matching.unasked();
                case SIMILAR -> matching.similar();
            };
        });
    }

    private Compiled compiled(Progress progress) {
        var misfit = misfit();
        if (misfit.isPresent()) {
            return Compiled.unfit(misfit.get());
        }
        var matching = matching(progress);
        var counts = bench.isWhole()
                ? matching.counts(progress)
                : matching.counts(progress).ofAsked();
        return new Compiled(
                List.of(),
                true,
                counts.words(lookup.source()) + matching.note(),
                Optional.of(new Looked(new Anew(matching.joined(), values()), counts)));
    }

    /**
     * What a lookup found.
     *
     * @param anew the rows with it
     * @param matches how they were matched
     */
    record Looked(Anew anew, Matches matches) {}

    /** The columns of what is brought, which are made where they are not there yet, and of the marks. */
    private Map<Integer, String> values() {
        var values = new HashMap<Integer, String>();
        for (int i = 0; i < lookup.bring().size(); i++) {
            var brought = lookup.bring().get(i);
            int column = bench.find(brought.name()).orElseGet(() -> bench.add(brought.name(), type(brought), "null"));
            values.put(column, "coalesce(o.b" + i + ", b.f" + column + ")");
        }
        int match = bench.add(lookup.mark("match"), ColumnType.TEXT, "'" + Matching.NONE + "'");
        values.put(match, "coalesce(a.status, b.f" + match + ")");
        if (lookup.isFuzzy()) {
            values.put(bench.add(lookup.mark("similarity"), ColumnType.DECIMAL, "null"), "a.similarity");
        }
        return values;
    }

    private Matching matching(Progress progress) {
        var wanted = new Wanted(
                lookup.keys().stream().map(this::pair).toList(),
                lookup.bring().stream().map(this::value).toList(),
                find(lookup.time()).map(field -> Sql.name(field.name())).orElse("null"));
        return Matching.of(lookup, bench, other, wanted, progress);
    }

    private Optional<Field> find(String column) {
        return find(other.schema(), column);
    }

    private static Optional<Field> find(Schema schema, String column) {
        return schema.fields().stream()
                .filter(field -> field.name().equalsIgnoreCase(column))
                .findFirst();
    }

    private Pair pair(Lookup.Key key) {
        int column = bench.find(key.column()).orElseThrow();
        return Pair.of(bench.field(column), "f" + column, find(key.other()).orElseThrow());
    }

    private String value(Lookup.Brought brought) {
        return "cast(" + Sql.name(find(brought.column()).orElseThrow().name()) + " as "
                + Dialect.DUCKDB.spelling().type(type(brought)) + ")";
    }

    /** The type of the column that a value comes into. */
    private ColumnType type(Lookup.Brought brought) {
        return bench.find(brought.name())
                .map(at -> bench.field(at).type())
                .or(() -> bench.context().type(brought.name()))
                .orElseGet(() -> find(brought.column()).orElseThrow().type());
    }

    /** Why the lookup cannot be made; nothing where it can. */
    private Optional<String> misfit() {
        for (var key : lookup.keys()) {
            if (bench.find(key.column()).isEmpty()) {
                return Optional.of("There is no column named " + key.column() + ".");
            }
        }
        for (var column : asked()) {
            if (find(column).isEmpty()) {
                return Optional.of(lookup.source() + " has no column named " + column + ".");
            }
        }
        if (lookup.isFuzzy() && lookup.keys().stream().map(this::pair).noneMatch(Pair::isText)) {
            return Optional.of("Only texts can be alike, and none of the keys is one.");
        }
        return lookup.bring().stream()
                .filter(brought -> !isHeld(find(brought.column()).orElseThrow().type(), type(brought)))
                .map(brought -> "The values of " + brought.column() + " in " + lookup.source()
                        + " are of another type than those of " + brought.name() + ".")
                .findFirst();
    }

    private List<String> asked() {
        var columns = new ArrayList<String>();
        lookup.keys().forEach(key -> columns.add(key.other()));
        lookup.bring().forEach(brought -> columns.add(brought.column()));
        if (!lookup.time().isEmpty()) {
            columns.add(lookup.time());
        }
        return columns;
    }

    private static boolean isHeld(ColumnType value, ColumnType column) {
        return value == column
                || column == ColumnType.TEXT
                || (value == ColumnType.INTEGER && column == ColumnType.DECIMAL)
                || (value == ColumnType.DATE && column == ColumnType.TIMESTAMP);
    }
}
