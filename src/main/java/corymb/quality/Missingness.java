package corymb.quality;

import java.util.List;

/**
 * Which columns go missing together.
 *
 * @param complete rows in which nothing is missing
 * @param sets the most frequent sets of columns missing in one row, most frequent first
 */
public record Missingness(long complete, List<Together> sets) {
    public static final Missingness NONE = new Missingness(0, List.of());

    public Missingness {
        sets = List.copyOf(sets);
    }

    /** Columns that are missing, with all others there, in so many rows. */
    public record Together(List<String> columns, long rows) {
        public Together {
            columns = List.copyOf(columns);
        }
    }
}
