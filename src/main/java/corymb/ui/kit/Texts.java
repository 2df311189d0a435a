package corymb.ui.kit;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words on the screens, by key, from {@code texts.properties}. */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("texts", Locale.ROOT);

    private Texts() {}

    static ResourceBundle bundle() {
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
}
