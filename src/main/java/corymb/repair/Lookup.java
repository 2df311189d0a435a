package corymb.repair;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * Columns of another source come beside the rows that have the same keys there, or nearly the same.
 *
 * <p>A column named like the other source with {@code _match} behind says of each row how it was matched; where keys may be alike,
 * one with {@code _similarity} says how much they are. What comes into a column that is there takes the place of its values in the
 * rows that are matched.
 *
 * @param source the name of the other source
 * @param keys what must be the same, at least one pair
 * @param bring what comes beside the rows; may be empty where only the mark is wanted
 * @param similar from which mean similarity of the texts among the keys rows without the same ones are matched too, above 0 to 1; 0
 *     for never
 * @param several what is taken where several rows of the other source have the keys
 * @param time the column of the other source that says how new a row is; where empty, later rows are newer
 */
public record Lookup(String source, List<Key> keys, List<Brought> bring, double similar, Several several, String time)
        implements Repair {
    public Lookup {
        if (source.isBlank()) {
            throw new IllegalArgumentException("Say in \"source\" where to look");
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("Give at least one pair of \"keys\"");
        }
        if (!(similar >= 0 && similar <= 1)) {
            throw new IllegalArgumentException("\"similar\" is a similarity above 0 to 1, or 0 for none");
        }
        if (!time.isEmpty() && several != Several.NEWEST) {
            throw new IllegalArgumentException("A \"time\" is of use only where the newest of several is taken");
        }
        keys = List.copyOf(keys);
        bring = List.copyOf(bring);
        var names = new HashSet<String>();
        for (var each : bring) {
            if (!names.add(each.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("Two columns come as \"" + each.name() + "\"");
            }
        }
    }

    /** Whether keys that are alike will do. */
    public boolean isFuzzy() {
        return similar > 0;
    }

    /** The name of a column that tells of the other source. */
    String mark(String what) {
        return (source + "_" + what).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    @Override
    public String label() {
        var columns = bring.stream().map(Brought::label).toList();
        var pairs = keys.stream().map(Key::label).toList();
        return "Look up " + (columns.isEmpty() ? "rows" : String.join(", ", columns)) + " in " + source + " by "
                + String.join(", ", pairs) + (isFuzzy() ? ", or alike from " + similar : "");
    }

    /**
     * Two columns whose values must be the same. Missing values never are.
     *
     * @param column one of this source
     * @param other one of the other source; the same name where empty
     */
    public record Key(String column, String other) {
        public Key {
            column = Columns.required(column);
            other = other.isBlank() ? column : other;
        }

        private String label() {
            return column.equalsIgnoreCase(other) ? column : column + " = " + other;
        }
    }

    /**
     * A column that comes over.
     *
     * @param column one of the other source
     * @param as its name here; the same where empty
     */
    public record Brought(String column, String as) {
        public Brought {
            column = Columns.required(column);
            as = as.strip();
        }

        String name() {
            return as.isEmpty() ? column : as;
        }

        private String label() {
            return name().equals(column) ? column : column + " as " + as;
        }
    }

    /** What is taken where several rows have the same keys. */
    public enum Several {
        /** Nothing, since nobody knows which is meant. */
        NONE,
        /** The first one. */
        FIRST,
        /** The newest one. */
        NEWEST
    }
}
