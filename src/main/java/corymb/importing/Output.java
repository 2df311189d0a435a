package corymb.importing;

import corymb.reading.ValueFormat;
import corymb.reading.ValueReading;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A stored column that is read from a column of the file.
 *
 * @param name its name in the stored table
 * @param type its type there
 * @param index the place of its column in the file
 * @param plan what was planned for that column
 * @param isRequired whether a row without its value is not taken
 */
record Output(String name, ColumnType type, int index, ColumnPlan plan, boolean isRequired) {
    private static final Set<String> KEYS =
            Set.of("id", "customer_id", "email", "phone", "item_id", "order_id", "session_id");

    static List<Output> of(ImportPlan plan) {
        var outputs = new ArrayList<Output>();
        for (int i = 0; i < plan.columns().size(); i++) {
            var column = plan.columns().get(i);
            switch (column.target()) {
                case Target.ToField(var name) -> {
                    var field = plan.role().field(name).orElseThrow();
                    outputs.add(new Output(name, field.type(), i, column, field.isRequired()));
                }
                case Target.Attribute(var name) -> outputs.add(new Output(name, column.type(), i, column, false));
                case Target.Ignored() -> {}
            }
        }
        return outputs;
    }

    Output asText() {
        return new Output(name, ColumnType.TEXT, index, plan, isRequired);
    }

    boolean isAttribute() {
        return plan.target() instanceof Target.Attribute;
    }

    /** Whether its texts stay as they stand in the file, blanks around them and all: only what has a meaning is tidied. */
    boolean isExact() {
        return isAttribute() && type == ColumnType.TEXT;
    }

    /** Numbers that the file itself knows come in plainly, whatever marks a text among them may have. */
    boolean isGuessed() {
        return !(plan.isTyped() && type.isNumeric());
    }

    boolean isConsentStatus(Role role) {
        return role == Role.CONSENTS && name.equals("status");
    }

    /** Whether its values tell one from another, or where to reach someone: nobody's number is NA, though somebody's name may be. */
    private boolean isKey() {
        return plan.target() instanceof Target.ToField(var field) && KEYS.contains(field);
    }

    /** The value read from the text {@code t}. */
    String value(String t, Role role, ValueFormat format) {
        if (isKey()) {
            return "case when " + ValueReading.isPresent(t) + " then " + t + " end";
        }
        return isConsentStatus(role) ? ConsentWords.status(t, format.isStrict()) : ValueReading.value(t, type, format);
    }

    /** The cell's text in a list of all cells of a row. */
    String textIn(String list) {
        return ValueReading.text(list + "[" + (index + 1) + "]", type);
    }

    /**
     * Columns that no column of the file fills, each with its one value, or with the number of the row.
     *
     * @param firstRow how many rows were read before these
     */
    static List<Sql> constants(ImportPlan plan, long firstRow) {
        var fields = mapped(plan);
        if (plan.isNumbered()) {
            return List.of(Sql.of(
                    "cast(? as varchar) || '#' || (row_number() over () + cast(? as bigint)) as \"id\"",
                    plan.source(),
                    firstRow + plan.firstNumber() - 1));
        }
        if (plan.role() == Role.EVENTS && !fields.contains("type")) {
            return List.of(Sql.of("cast(? as varchar) as \"type\"", fields.contains("value") ? "purchase" : "event"));
        }
        if (plan.role() == Role.EXPOSURES && !fields.contains("experiment")) {
            return List.of(Sql.of("cast(? as varchar) as \"experiment\"", plan.source()));
        }
        return List.of();
    }

    /** The stored columns that no column of the file fills. */
    static List<ImportedColumn> constantColumns(ImportPlan plan) {
        if (plan.isNumbered()) {
            return List.of(new ImportedColumn(
                    "id", ColumnType.TEXT, "", Target.ID, 0, "The number of the row: the file has no ids."));
        }
        var fields = mapped(plan);
        var name = plan.role() == Role.EVENTS ? "type" : plan.role() == Role.EXPOSURES ? "experiment" : "";
        if (name.isEmpty() || fields.contains(name)) {
            return List.of();
        }
        return List.of(new ImportedColumn(
                name,
                ColumnType.TEXT,
                "",
                new Target.ToField(name),
                0,
                "The same for all rows: the file does not say."));
    }

    private static List<String> mapped(ImportPlan plan) {
        return IntStream.range(0, plan.columns().size())
                .mapToObj(i -> plan.columns().get(i).target())
                .filter(Target.ToField.class::isInstance)
                .map(target -> ((Target.ToField) target).field())
                .toList();
    }
}
