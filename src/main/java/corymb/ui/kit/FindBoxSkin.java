package corymb.ui.kit;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Draws a box like every other, and opens a list that can be searched. */
final class FindBoxSkin<T> extends ComboBoxListViewSkin<T> {
    private final FindBox<T> box;
    private final FindPane<T> found;

    FindBoxSkin(FindBox<T> box) {
        super(box);
        this.box = box;
        found = new FindPane<>(box);
        // The arrow keys of other boxes take one after another; here they only lead to the list.
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        box.addEventFilter(KeyEvent.KEY_TYPED, this::keyTyped);
        found.selectedProperty().addListener(_ -> box.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM));
    }

    @Override
    public Node getPopupContent() {
        return found;
    }

    @Override
    public void show() {
        found.offer();
        super.show();
        found.begin();
    }

    private void keyPressed(KeyEvent event) {
        boolean isArrow = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP;
        if (isArrow && !event.isAltDown() && !box.isShowing()) {
            event.consume();
            box.show();
        }
    }

    private void keyTyped(KeyEvent event) {
        boolean isWord = event.getCharacter().codePoints().anyMatch(Character::isLetterOrDigit);
        boolean isCommand = event.isShortcutDown() || event.isControlDown() || event.isMetaDown();
        if (isWord && !isCommand && !box.isEditable() && !box.isShowing()) {
            event.consume();
            box.show();
            found.type(event.getCharacter());
        }
    }

    /** While the list is open, a screen reader says what Enter would take. */
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.FOCUS_ITEM && box.isShowing()
                ? found.focusItem()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
