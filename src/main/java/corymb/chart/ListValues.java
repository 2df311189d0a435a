package corymb.chart;

import java.util.regex.Pattern;

/** Lists that stand in a text as JSON, as people write them. */
final class ListValues {
    private static final Pattern LIST = Pattern.compile("\\[\\s*(\"[^\"\\\\]*\"\\s*(,\\s*\"[^\"\\\\]*\"\\s*)*)?\\]");
    private static final Pattern BETWEEN = Pattern.compile("\"\\s*,\\s*\"");

    private ListValues() {}

    /** {@code ["gift", "tent"]} as "gift, tent", an empty list as "none of them"; any other text as it is. */
    static String inWords(String value) {
        if (!LIST.matcher(value).matches()) {
            return value;
        }
        var inside = value.substring(1, value.length() - 1).strip();
        return inside.isEmpty()
                ? Phrasebook.of("values.emptyList")
                : BETWEEN.matcher(inside.substring(1, inside.length() - 1)).replaceAll(", ");
    }
}
