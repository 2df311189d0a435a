package corymb.ui.session;

import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Texts;
import javafx.beans.property.ReadOnlyStringProperty;

/** Says that a result is out of date, with a button that makes it anew. */
public final class StaleNote {
    private StaleNote() {}

    /** Lets a bar say {@code words} while the newest result is stale. */
    public static void follow(MessageBar bar, Newest<?> newest, String words, Runnable refresh) {
        newest.staleProperty().subscribe(isStale -> tell(bar, isStale ? words : "", refresh));
    }

    /** Lets a bar say what is out of date while there are words for it. */
    public static void follow(MessageBar bar, ReadOnlyStringProperty words, Runnable refresh) {
        words.subscribe(now -> tell(bar, now, refresh));
    }

    private static void tell(MessageBar bar, String words, Runnable refresh) {
        if (words.isEmpty()) {
            bar.hide();
        } else {
            bar.show(MessageBar.Kind.WARNING, words, Texts.of("stale.refresh"), refresh);
        }
    }
}
