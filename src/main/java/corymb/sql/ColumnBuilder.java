package corymb.sql;

import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the values of one result column. */
sealed interface ColumnBuilder {
    static ColumnBuilder of(String name, ColumnType type) {
        return switch (type) {
            case TEXT -> new Texts(name);
            case INTEGER, DECIMAL, BOOLEAN -> new Numbers(name, type);
            case DATE, TIMESTAMP -> new Times(name, type);
        };
    }

    ColumnType type();

    void add(@Nullable Object value);

    Column build();

    /** Texts in order. */
    final class Texts implements ColumnBuilder {
        private final String name;
        private final List<@Nullable String> values = new ArrayList<>();

        Texts(String name) {
            this.name = name;
        }

        @Override
        public ColumnType type() {
            return ColumnType.TEXT;
        }

        @Override
        public void add(@Nullable Object value) {
            values.add((String) value);
        }

        @Override
        public Column build() {
            return new TextColumn(name, values);
        }
    }

    /** Numbers in an array that grows. */
    final class Numbers implements ColumnBuilder {
        private final String name;
        private final ColumnType type;
        private double[] values = new double[64];
        private int size;

        Numbers(String name, ColumnType type) {
            this.name = name;
            this.type = type;
        }

        @Override
        public ColumnType type() {
            return type;
        }

        @Override
        public void add(@Nullable Object value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = switch (value) {
                case null -> Double.NaN;
                case Boolean flag -> flag ? 1 : 0;
                case Number number -> number.doubleValue();
                default -> throw new IllegalArgumentException("Not a number: " + value.getClass());
            };
        }

        @Override
        public Column build() {
            return new NumberColumn(name, type, Arrays.copyOf(values, size));
        }
    }

    /** Times as microseconds in an array that grows. */
    final class Times implements ColumnBuilder {
        private final String name;
        private final ColumnType type;
        private long[] micros = new long[64];
        private int size;

        Times(String name, ColumnType type) {
            this.name = name;
            this.type = type;
        }

        @Override
        public ColumnType type() {
            return type;
        }

        @Override
        public void add(@Nullable Object value) {
            if (size == micros.length) {
                micros = Arrays.copyOf(micros, size * 2);
            }
            micros[size++] = switch (value) {
                case null -> TimeColumn.MISSING;
                case LocalDate date -> Math.multiplyExact(date.toEpochDay(), 86_400_000_000L);
                case Instant instant -> ChronoUnit.MICROS.between(Instant.EPOCH, instant);
                default -> throw new IllegalArgumentException("Not a time: " + value.getClass());
            };
        }

        @Override
        public Column build() {
            return new TimeColumn(name, type, Arrays.copyOf(micros, size));
        }
    }
}
