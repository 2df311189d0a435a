package corymb.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A column of dates or of instants in UTC, held as microseconds since 1970. */
public final class TimeColumn implements Column {
    /** Marks a missing value among the microseconds given to the constructor. */
    public static final long MISSING = Long.MIN_VALUE;

    private final String name;
    private final ColumnType type;
    private final long[] micros;

    public TimeColumn(String name, ColumnType type, long... micros) {
        if (!type.isTemporal()) {
            throw new IllegalArgumentException("Not a type of time: " + type);
        }
        this.name = name;
        this.type = type;
        this.micros = micros.clone();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return type;
    }

    @Override
    public int size() {
        return micros.length;
    }

    @Override
    public boolean isMissing(int row) {
        return micros[row] == MISSING;
    }

    public long micros(int row) {
        return micros[row];
    }

    public Instant instant(int row) {
        return Instant.EPOCH.plus(micros[row], ChronoUnit.MICROS);
    }

    public LocalDate date(int row) {
        return LocalDate.ofInstant(instant(row), ZoneOffset.UTC);
    }

    @Override
    public String text(int row) {
        if (isMissing(row)) {
            return "";
        }
        return type == ColumnType.DATE ? date(row).toString() : instant(row).toString();
    }
}
