package corymb.ui.kit;

import corymb.chart.Phrasebook;
import java.util.ResourceBundle;

/** The words on the screens, by key. */
public final class Texts {
    private Texts() {}

    static ResourceBundle bundle() {
        return Phrasebook.bundle();
    }

    /** The text of that key, with {0}, {1} … filled in as they are. */
    public static String of(String key, Object... values) {
        return Phrasebook.of(key, values);
    }
}
