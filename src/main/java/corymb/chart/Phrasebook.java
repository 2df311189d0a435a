package corymb.chart;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The product's words, by key, from {@code texts.properties}. */
public final class Phrasebook {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("texts", Locale.ROOT);

    private Phrasebook() {}

    /** All of them, for those who look their words up themselves. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /** The text of that key, with {0}, {1} … filled in as they are. */
    public static String of(String key, Object... values) {
        var text = BUNDLE.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** The same; empty where there is no text of that key. */
    static Optional<String> find(String key, Object... values) {
        return BUNDLE.containsKey(key) ? Optional.of(of(key, values)) : Optional.empty();
    }
}
