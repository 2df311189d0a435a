package corymb.importing;

import corymb.reading.ValueFormat;
import corymb.reading.ValueReading;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The SQL that reads the rows of a chunk in one pass: each value typed, and of odd rows the cells as they stand in the file.
 *
 * <p>A cell is read as text and then cast: the engine's own reader takes no longer for that than for typed columns, and as a
 * time with a zone it takes "1" for a missing value without a word.
 *
 * @param plan what was planned
 * @param chunk the rows
 * @param outputs the stored columns
 * @param formats how the values of some columns are written, by their place in the file
 */
record Staging(ImportPlan plan, Chunk chunk, List<Output> outputs, Map<Integer, ValueFormat> formats) {
    /** One row each with v0, v1 … (by the place in the file), the columns no file fills, raw, and h where repeats are sought. */
    Sql query() {
        var kept = new ArrayList<Sql>();
        outputs.forEach(output -> kept.add(Sql.of("v" + output.index())));
        kept.addAll(Output.constants(plan, chunk.firstRow()));
        var cells =
                IntStream.range(0, plan.columns().size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        kept.add(Sql.of("case when " + oddness() + " then list_value(" + cells + ") end as raw"));
        if (plan.skipsRepeatedRows()) {
            kept.add(Sql.of("hash(" + cells + ") as h"));
        }
        return Sql.of("select ").then(Sql.join(", ", kept)).then(read());
    }

    /** The stored columns, under their names, of the rows that are not odd. */
    Sql plain() {
        var kept = new ArrayList<Sql>();
        outputs.forEach(output -> kept.add(Sql.of("v" + output.index() + " as " + Sql.name(output.name()))));
        kept.addAll(Output.constants(plan, chunk.firstRow()));
        return Sql.of("select ").then(Sql.join(", ", kept)).then(read()).then(" where (" + oddness() + ") is not true");
    }

    private Sql read() {
        return Sql.of(" from (select *, " + values() + " from (select *, " + texts() + " from ")
                .then(chunk.rows().texts(plan.columns().size()))
                .then("))");
    }

    private String texts() {
        return joined(output -> text(output) + " as t" + output.index());
    }

    private String text(Output output) {
        var cell = "c" + output.index();
        return output.isExact() ? "nullif(" + cell + ", '')" : chunk.trimmed(cell);
    }

    private String values() {
        return joined(output -> output.value(
                        "t" + output.index(), plan.role(), formats.getOrDefault(output.index(), ValueFormat.NATIVE))
                + " as v" + output.index());
    }

    private String joined(Function<Output, String> piece) {
        return outputs.stream().map(piece).collect(Collectors.joining(", "));
    }

    /** What makes the original text of a row worth keeping. */
    private String oddness() {
        var signs = new ArrayList<String>();
        for (var output : outputs) {
            var isMissing = "v" + output.index() + " is null";
            if (output.isRequired()) {
                signs.add(isMissing);
            } else if (output.type() != ColumnType.TEXT) {
                signs.add("(" + isMissing + " and " + ValueReading.isPresent("t" + output.index()) + ")");
            }
        }
        if (plan.role() == Role.CUSTOMERS && !plan.isNumbered()) {
            signs.add(hasNoKey(outputs));
        }
        return signs.isEmpty() ? "false" : String.join(" or ", signs);
    }

    /** The condition that nothing tells whose row it is. */
    static String hasNoKey(List<Output> outputs) {
        return outputs.stream()
                .filter(output -> output.plan().target() instanceof Target.ToField(var field)
                        && (field.equals("id") || field.equals("email")))
                .map(output -> "v" + output.index() + " is null")
                .collect(Collectors.joining(" and ", "(", ")"));
    }
}
