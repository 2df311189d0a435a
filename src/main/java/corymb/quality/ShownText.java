package corymb.quality;

import corymb.sql.Sql;

/** Cuts texts of a megabyte, which nobody reads, to what a report can hold. */
final class ShownText {
    private static final int LONGEST = 200;
    private static final String MORE = "…";

    private ShownText() {}

    static String of(String text) {
        return text.codePointCount(0, text.length()) > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + MORE
                : text;
    }

    /** The condition under which a text of that column is shown so. */
    static Sql isShownAs(String column, String shown) {
        var name = Sql.name(column);
        boolean isCut = shown.codePointCount(0, shown.length()) == LONGEST + 1 && shown.endsWith(MORE);
        return isCut
                ? Sql.of("starts_with(" + name + ", ?)", shown.substring(0, shown.length() - MORE.length()))
                : Sql.of(name + " = ?", shown);
    }
}
