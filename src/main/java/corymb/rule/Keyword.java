package corymb.rule;

import corymb.sql.Expression;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The words of the rule language; capitals do not matter. */
enum Keyword {
    AND,
    OR,
    NOT,
    IN,
    IS,
    MISSING,
    BETWEEN,
    CONTAINS,
    STARTS,
    ENDS,
    WITH,
    LIKE,
    EXACTLY,
    BEFORE,
    AFTER,
    TRUE,
    FALSE,
    EVERYONE;

    private final String word = name().toLowerCase(Locale.ROOT);

    String word() {
        return word;
    }

    static Optional<Keyword> find(String word) {
        return Stream.of(values())
                .filter(keyword -> keyword.word().equalsIgnoreCase(word))
                .findFirst();
    }

    static boolean isKeyword(String word) {
        return find(word).isPresent();
    }

    static String of(Expression.Match match) {
        return switch (match) {
            case CONTAINS -> "contains";
            case INCLUDES -> "includes";
            case STARTS_WITH -> "starts with";
            case ENDS_WITH -> "ends with";
            case LIKE -> "like";
            case MATCHES -> "matches";
        };
    }
}
