package corymb.quality;

import java.util.List;

/** A question asked of the rows of a source; the rows that fail it can be opened. */
public sealed interface Check {
    /** The name in files and on the command line, such as "missing". */
    default String label() {
        return switch (this) {
            case Missing _ -> "missing";
            case Unreadable _ -> "unreadable";
            case Rejected _ -> "rejected";
            case RepeatedRow _ -> "repeated_row";
            case RepeatedKey _ -> "repeated_key";
            case SamePerson _ -> "same_person";
            case Orphan _ -> "orphan";
            case BirthDate _ -> "birth_date";
            case Shape _ -> "shape";
            case Future _ -> "future";
            case Constant _ -> "constant";
            case Outlier _ -> "outlier";
            case Negative _ -> "negative";
            case OddSpelling _ -> "odd_spelling";
            case Capitals _ -> "capitals";
            case Misread _ -> "misread";
            case Blanks _ -> "stray_blanks";
            case Unusual _ -> "unusual_row";
            case UnusualDays _ -> "unusual_day";
            case Skewed _ -> "clock_skew";
            case Alike alike -> alike.isAcross() ? "also_elsewhere" : "near_duplicate";
            case Stated stated -> stated.check().expectation().label();
        };
    }

    /** The side of quality it counts for. */
    default Dimension dimension() {
        return switch (this) {
            case Missing _ -> Dimension.COMPLETENESS;
            case Unreadable _, Rejected _, BirthDate _, Shape _, Negative _, Outlier _, Misread _ -> Dimension.VALIDITY;
            case RepeatedRow _, RepeatedKey _, SamePerson _, Alike _ -> Dimension.UNIQUENESS;
            case Orphan _, Constant _, OddSpelling _, Capitals _, Blanks _, Unusual _ -> Dimension.CONSISTENCY;
            case Future _, UnusualDays _, Skewed _ -> Dimension.TIMELINESS;
            case Stated stated -> stated.check().expectation().dimension();
        };
    }

    /** A value is missing. */
    record Missing(String column) implements Check {}

    /** An optional value could not be read. */
    record Unreadable(String column) implements Check {}

    /** The row was not taken. */
    record Rejected() implements Check {}

    /** The row was identical to an earlier one and left out. */
    record RepeatedRow() implements Check {}

    /** A key that should be there once is there more often. */
    record RepeatedKey(String column) implements Check {}

    /** Two rows with different keys agree in all of these columns and are likely one person. */
    record SamePerson(List<String> columns) implements Check {
        public SamePerson {
            columns = List.copyOf(columns);
        }
    }

    /** A key is known to no source of the role it points to. */
    record Orphan(String column, List<Known> known) implements Check {
        public Orphan {
            known = List.copyOf(known);
        }
    }

    /** A birth date lies in the future, or before 1900. */
    record BirthDate(String column) implements Check {}

    /** A text has not the shape of what it should be. */
    record Shape(String column, Pattern pattern) implements Check {}

    /** A time lies after the time the data was taken. */
    record Future(String column) implements Check {}

    /** All rows hold the same value. */
    record Constant(String column) implements Check {}

    /** A number lies further out than three times the middle half's width beyond it. */
    record Outlier(String column, double low, double high) implements Check {}

    /** A number that cannot be negative is. */
    record Negative(String column) implements Check {}

    /** A category is spelled in another way than usual, or is none. */
    record OddSpelling(String column, List<Spelling> values) implements Check {
        public OddSpelling {
            values = List.copyOf(values);
        }
    }

    /** A text stands in capitals where most others do not. */
    record Capitals(String column) implements Check {}

    /** A text was read in the wrong encoding before it came here, such as "DÃ¼sseldorf". */
    record Misread(String column) implements Check {}

    /** A text has blanks around it, several in a row, or of a kind that only looks like a space. */
    record Blanks(String column) implements Check {}

    /**
     * A row is unlike the others in several columns taken together.
     *
     * @param rows the most unusual ones, most unusual first
     * @param looked how many rows were compared
     */
    record Unusual(List<UnusualRow> rows, long looked) implements Check {
        public Unusual {
            rows = List.copyOf(rows);
        }
    }

    /** A row belongs to a day with far more or fewer rows than that weekday has around it. */
    record UnusualDays(String column, List<UnusualDay> days) implements Check {
        public UnusualDays {
            days = List.copyOf(days);
        }
    }

    /**
     * What a person expects of the source.
     *
     * @param known where the values stand that it refers to; empty when it refers to no other
     */
    record Stated(StatedCheck check, List<Known> known) implements Check {
        public Stated {
            known = List.copyOf(known);
        }
    }

    /**
     * The clocks of two columns of times stand apart by a time zone.
     *
     * @param minutes how far the other column is later; negative when it is earlier
     */
    record Skewed(String column, String other, long minutes) implements Check {}

    /**
     * A row looks like another one, though it is written differently.
     *
     * @param parts where such rows were looked for: the source alone, or all sources of its role
     * @param rows the first of them, whole groups
     * @param found how many rows of the source there are in all
     * @param groups how many groups there are in all
     */
    record Alike(List<Part> parts, List<AlikeRow> rows, long found, long groups) implements Check {
        /** The column of their query that names the columns in which a row differs from the first of its group. */
        public static final String DIFFERING = "\u001f";

        private static final int MOST_NAMED = 1_000;

        public Alike {
            parts = List.copyOf(parts);
            rows = List.copyOf(rows);
        }

        static Alike of(List<Part> parts, List<AlikeRow> all, long found) {
            int end = Math.min(all.size(), MOST_NAMED);
            while (end > 0
                    && end < all.size()
                    && all.get(end).group() == all.get(end - 1).group()) {
                end--;
            }
            long groups = all.stream().map(AlikeRow::group).distinct().count();
            return new Alike(parts, all.subList(0, end), found, groups);
        }

        /** Whether they stand in several sources. */
        boolean isAcross() {
            return parts.size() > 1;
        }

        /** The rows beyond the first of each group. */
        long further() {
            return found - groups;
        }
    }

    /** Some columns of a relation that holds the rows of a source. */
    record Part(String source, String relation, List<String> columns) {
        public Part {
            columns = List.copyOf(columns);
        }
    }

    /** A relation's column that holds the known keys. */
    record Known(String relation, String column) {}

    /** The shapes that are looked for. */
    enum Pattern {
        EMAIL,
        PHONE,
        POSTCODE,
        COUNTRY,
        /** Of a telephone number, to be reached from everywhere. */
        COUNTRY_CODE
    }
}
