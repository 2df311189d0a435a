package corymb.importing;

import corymb.table.ColumnType;
import java.util.Optional;

/**
 * A value of a row whose file knows what its values are.
 *
 * @param text it, in the way the engine reads by itself: plain numbers, ISO dates, true and false; empty for none
 * @param kind what the file says it is
 */
public record FoundCell(String text, Kind kind) {
    /** No value. */
    public static final FoundCell BLANK = new FoundCell("", Kind.BLANK);

    boolean isBlank() {
        return text.isBlank();
    }

    /** What a file can say of a value. */
    public enum Kind {
        BLANK,
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        DATE,
        TIMESTAMP,
        /** A formula without a result, whose text names the failure. */
        ERROR;

        /** The type of the column, unless the texts have to tell. */
        Optional<ColumnType> type() {
            return switch (this) {
                case BLANK, TEXT, ERROR -> Optional.empty();
                case INTEGER -> Optional.of(ColumnType.INTEGER);
                case DECIMAL -> Optional.of(ColumnType.DECIMAL);
                case BOOLEAN -> Optional.of(ColumnType.BOOLEAN);
                case DATE -> Optional.of(ColumnType.DATE);
                case TIMESTAMP -> Optional.of(ColumnType.TIMESTAMP);
            };
        }
    }
}
