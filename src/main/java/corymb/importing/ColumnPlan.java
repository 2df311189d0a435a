package corymb.importing;

import corymb.table.ColumnType;
import java.util.Objects;

/**
 * What becomes of one column of a file.
 *
 * @param column its name in the file
 * @param type what its values are read as
 * @param target where they go
 * @param isTyped whether the file itself knows its numbers, so that their marks are not guessed
 * @param writtenAs how its dates and numbers are written
 */
public record ColumnPlan(String column, ColumnType type, Target target, boolean isTyped, WrittenAs writtenAs) {
    public ColumnPlan {
        // Projects of earlier versions leave it to the values.
        writtenAs = Objects.requireNonNullElse(writtenAs, WrittenAs.AS_VALUES_TELL);
    }

    /** For a column whose values are texts and tell how they are written. */
    public ColumnPlan(String column, ColumnType type, Target target) {
        this(column, type, target, false);
    }

    /** For a column whose values tell how they are written. */
    public ColumnPlan(String column, ColumnType type, Target target, boolean isTyped) {
        this(column, type, target, isTyped, WrittenAs.AS_VALUES_TELL);
    }

    public ColumnPlan withType(ColumnType other) {
        return new ColumnPlan(column, other, target, isTyped, writtenAs);
    }

    public ColumnPlan writtenAs(WrittenAs other) {
        return new ColumnPlan(column, type, target, isTyped, other);
    }

    public ColumnPlan withTarget(Target other) {
        return new ColumnPlan(column, type, other, isTyped, writtenAs);
    }

    /** Whether it tells one customer from another. */
    public boolean saysWho() {
        return target.equals(Target.ID) || target.equals(Target.EMAIL);
    }

    /** The same where it is no id, and as an attribute where it is. */
    ColumnPlan withoutId() {
        return target.equals(Target.ID) ? withTarget(new Target.Attribute(Names.cleaned(column) + "_2")) : this;
    }

    ColumnPlan withTarget(ColumnType otherType, Target other) {
        return new ColumnPlan(column, otherType, other, isTyped, writtenAs);
    }
}
