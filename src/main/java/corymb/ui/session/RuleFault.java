package corymb.ui.session;

import corymb.rule.ParsedRule.Malformed;

/**
 * Where a rule text stops making sense, to be shown under it in letters of equal width.
 *
 * @param excerpt the text around the place, on one line
 * @param caret the place within the excerpt
 * @param message what was found and what was expected
 */
public record RuleFault(String excerpt, int caret, String message) {
    private static final int AROUND = 36;

    /** The place of a mistake with what stands around it. */
    public static RuleFault of(String text, Malformed malformed) {
        int position = Math.min(malformed.position(), text.length());
        int from = Math.max(0, position - AROUND);
        int to = Math.min(text.length(), position + AROUND);
        var cut = from > 0 ? "…" : "";
        var excerpt = cut + text.substring(from, to).replaceAll("[\\n\\r\\t]", " ") + (to < text.length() ? "…" : "");
        return new RuleFault(excerpt, cut.length() + position - from, malformed.message());
    }

    /** The excerpt with a caret under the place. */
    public String picture() {
        return excerpt + "\n" + " ".repeat(caret) + "^";
    }
}
