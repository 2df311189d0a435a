package corymb.ui.session;

import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Texts;

/** Says that a result is out of date, with a button that makes it anew. */
public final class StaleNote {
    private StaleNote() {}

    /** Lets a bar say {@code words} while the newest result is stale. */
    public static void follow(MessageBar bar, Newest<?> newest, String words, Runnable refresh) {
        newest.staleProperty().subscribe(isStale -> {
            if (isStale) {
                bar.show(MessageBar.Kind.WARNING, words, Texts.of("stale.refresh"), refresh);
            } else {
                bar.hide();
            }
        });
    }
}
