package corymb.ui.kit;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Skin;

/**
 * A box to choose one of many: it opens a list in which letters that are typed find, and keeps what was chosen until another is
 * taken with Enter or a click. Where the text may be something else, it is typed into the box itself.
 */
public final class FindBox<T> extends ComboBox<T> {
    /** How many are measured for the width of a box that was given none. */
    private static final int MEASURED = 20;

    public FindBox() {
        getProperties().put("comboBoxRowsToMeasureWidth", MEASURED);
    }

    /** What one of those offered is called. */
    String words(T one) {
        return getConverter().toString(one);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new FindBoxSkin<>(this);
    }
}
