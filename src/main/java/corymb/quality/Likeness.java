package corymb.quality;

/** How two values of a field are compared: both are brought into one way of writing first. */
enum Likeness {
    /** A name or another short text: the same words in any order, else Jaro and Winkler's similarity. */
    WORDS,
    /**
     * An e-mail address: how few letters before the @ are other ones (Levenshtein), a little less in another domain; those of
     * namesakes share many. One whose @ is missing or stands twice is nearly the same as the whole one.
     */
    EMAIL,
    /** A telephone number: its last eight digits. */
    PHONE,
    /**
     * A day of birth: the same one, or day and month the other way round, or one figure wrong; one before 2 January 1900, which
     * {@link Check.BirthDate} finds, stands for a missing one.
     */
    DAY,
    /** A number: the same one. */
    NUMBER;

    /** The value in the one way of writing, as text; null where it says nothing. */
    String plain(String value) {
        var text = "cast(" + value + " as varchar)";
        return switch (this) {
            case WORDS ->
                "nullif(array_to_string(list_sort(string_split(trim(regexp_replace(lower(strip_accents(" + text
                        + ")), '[^\\p{L}\\p{N}]+', ' ', 'g')), ' ')), ' '), '')";
            case EMAIL -> "nullif(lower(trim(" + text + ")), '')";
            case PHONE -> {
                var digits = "regexp_replace(" + text + ", '\\D', '', 'g')";
                yield "case when length(" + digits + ") >= 6 then right(" + digits + ", 8) end";
            }
            case DAY -> "case when try_cast(" + value + " as date) >= date '1900-01-02' then " + text + " end";
            case NUMBER -> text;
        };
    }

    /** From 0 to 1, of two plain values; null where one is missing. */
    String of(String left, String right) {
        return "case when " + left + " is null or " + right + " is null then null when " + left + " = " + right
                + " then 1.0 else " + ofDifferent(left, right) + " end";
    }

    private String ofDifferent(String left, String right) {
        return switch (this) {
            case WORDS -> "jaro_winkler_similarity(" + left + ", " + right + ")";
            case EMAIL -> {
                var one = "split_part(" + left + ", '@', 1)";
                var other = "split_part(" + right + ", '@', 1)";
                yield "0.95 * case when " + joined(left) + " = " + joined(right)
                        + " then 1 else greatest(0, 1 - 2.0 * levenshtein(" + one + ", " + other
                        + ") / greatest(1, length(" + one + "), length(" + other + "))) end";
            }
            case PHONE, NUMBER -> "0.0";
            case DAY ->
                "case when left(" + left + ", 4) = left(" + right + ", 4) and substr(" + left + ", 6, 2) = substr("
                        + right + ", 9, 2) and substr(" + left + ", 9, 2) = substr(" + right
                        + ", 6, 2) then 0.9 when levenshtein(" + left + ", " + right + ") = 1 then 0.8 else 0.0 end";
        };
    }

    private static String joined(String address) {
        return "replace(" + address + ", '@', '')";
    }
}
