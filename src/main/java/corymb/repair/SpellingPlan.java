package corymb.repair;

/**
 * How values of a column are taken for spellings of the same.
 *
 * @param column the column
 * @param method what makes two alike
 * @param size of n-grams the number of characters, 1 to 10; of the edit distance the most edits, 1 to 3; else without meaning
 */
public record SpellingPlan(String column, Method method, int size) {
    /** Pairs of characters, and two edits. */
    public static final int USUAL_SIZE = 2;

    public SpellingPlan {
        int most = mostOf(method);
        if (size < 1 || size > most) {
            throw new IllegalArgumentException("The size is from 1 to " + most);
        }
    }

    /** The greatest size of a method. */
    public static int mostOf(Method method) {
        return method == Method.LEVENSHTEIN ? 3 : 10;
    }

    /** With the usual size. */
    public static SpellingPlan of(String column, Method method) {
        return new SpellingPlan(column, method, USUAL_SIZE);
    }

    /** What makes two values alike, from strict to lax. */
    public enum Method {
        /** The same words whatever their order, case, accents and punctuation. */
        FINGERPRINT,
        /** The same runs of characters. */
        NGRAM,
        /** The same sound in English. */
        PHONETIC,
        /** The same sound in German. */
        COLOGNE,
        /** Few edits between them. */
        LEVENSHTEIN
    }
}
