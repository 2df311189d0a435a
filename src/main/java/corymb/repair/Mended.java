package corymb.repair;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a text.
 *
 * @param text the repaired text; null where it is missing from now on
 * @param isUnderstood whether the repair knew what to do; else the text stays
 */
record Mended(@Nullable String text, boolean isUnderstood) {
    static final Mended MISSING = new Mended(null, true);

    static Mended to(String text) {
        return text.isEmpty() ? MISSING : new Mended(text, true);
    }

    static Mended unread(String text) {
        return new Mended(text, false);
    }
}
