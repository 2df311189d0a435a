package corymb.importing;

import corymb.table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A column in which a file differs from the one its recipe was made for.
 *
 * @param kind in what
 * @param column the column's name in the file
 * @param before what its values were read as; empty for a new column
 * @param now what they look like; empty for a column that is gone
 */
public record Drift(Kind kind, String column, String before, String now) {
    /** In what a column can differ. */
    public enum Kind {
        GONE,
        NEW,
        CHANGED_TYPE
    }

    /** In words, such as "The column price is gone." */
    public String words() {
        return switch (kind) {
            case GONE -> "The column " + column + " is gone.";
            case NEW -> "The column " + column + " is new.";
            case CHANGED_TYPE ->
                "The values of " + column + " look like " + now + ", they were read as " + before + ".";
        };
    }

    /** How the columns of a file differ from those that were planned. */
    static List<Drift> of(List<ColumnPlan> planned, List<DetectedColumn> found) {
        var drifts = new ArrayList<Drift>();
        for (var plan : planned) {
            found.stream()
                    .filter(column -> column.name().equals(plan.column()))
                    .findFirst()
                    .ifPresentOrElse(
                            column -> {
                                if (!fits(plan.type(), column)) {
                                    drifts.add(new Drift(
                                            Kind.CHANGED_TYPE,
                                            plan.column(),
                                            words(plan.type()),
                                            words(column.type())));
                                }
                            },
                            () -> drifts.add(new Drift(Kind.GONE, plan.column(), words(plan.type()), "")));
        }
        found.stream()
                .filter(column ->
                        planned.stream().noneMatch(plan -> plan.column().equals(column.name())))
                .forEach(column -> drifts.add(new Drift(Kind.NEW, column.name(), "", words(column.type()))));
        return drifts;
    }

    /** Any value can be read as text, and one that is missing as anything. */
    private static boolean fits(ColumnType planned, DetectedColumn column) {
        var now = column.type();
        return planned == now
                || planned == ColumnType.TEXT
                || column.examples().isEmpty()
                || (planned == ColumnType.DECIMAL && now == ColumnType.INTEGER)
                || (planned.isTemporal() && now.isTemporal());
    }

    private static String words(ColumnType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
