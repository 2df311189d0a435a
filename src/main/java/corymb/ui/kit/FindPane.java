package corymb.ui.kit;

import java.util.Comparator;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** What a {@link FindBox} opens: letters to type, and below them those that are called so. */
final class FindPane<T> extends VBox {
    /** With no more than these there is nothing to search in. */
    static final int FEW = 12;

    private static final int ROWS = 10;
    /** How high one is until the style sheet says so. */
    private static final double ROW = 32;

    private static final double WIDEST = 480;
    private static final double AROUND = 56;

    private final FindBox<T> box;
    private final TextField typed = new TextField();
    private final ListView<T> list = new ListView<>();
    private final SimpleBooleanProperty isLong = new SimpleBooleanProperty();
    private WordSearch<T> search = new WordSearch<>(List.of(), String::valueOf);

    FindPane(FindBox<T> box) {
        this.box = box;
        getStyleClass().add("find-pane");
        typed.setPromptText(Texts.of("find.prompt"));
        typed.accessibleTextProperty().bind(box.accessibleTextProperty().orElse(Texts.of("find.prompt")));
        // It always has the keys, but takes room only where it is of use.
        var isOfUse = isLong.or(typed.textProperty().isNotEmpty());
        typed.managedProperty().bind(isOfUse);
        typed.opacityProperty().bind(Bindings.when(isOfUse).then(1).otherwise(0));
        typed.textProperty().addListener((_, _, text) -> find(text));
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(Texts.of("find.nothing")));
        list.cellFactoryProperty().bind(box.cellFactoryProperty().orElse(_ -> new WordsCell()));
        list.focusedProperty().addListener((_, _, _) -> typed.requestFocus());
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        VBox.setVgrow(list, Priority.ALWAYS);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        // What happens in the list is not meant for the page below it.
        addEventHandler(KeyEvent.ANY, KeyEvent::consume);
        addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        getChildren().addAll(typed, list);
    }

    /** What Enter would take. */
    ReadOnlyObjectProperty<T> selectedProperty() {
        return list.getSelectionModel().selectedItemProperty();
    }

    @Nullable
    Object focusItem() {
        return list.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM);
    }

    /** Lists all there are, before the list is shown. */
    void offer() {
        search = new WordSearch<>(box.getItems(), box::words);
        isLong.set(box.getItems().size() > FEW);
        typed.clear();
        find("");
    }

    /** Takes the keys, and shows what is chosen now. */
    void begin() {
        typed.requestFocus();
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS / 2));
    }

    /** Types into the box. */
    void type(String letters) {
        typed.appendText(letters);
        typed.end();
    }

    private void find(String text) {
        // A list that ends before the place it was scrolled to would be laid out from there.
        list.scrollTo(0);
        list.getItems().setAll(search.find(text));
        list.getSelectionModel().clearAndSelect(text.isBlank() ? list.getItems().indexOf(box.getValue()) : 0);
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> move(event, -1);
            case DOWN -> move(event, 1);
            case PAGE_UP -> move(event, 1 - ROWS);
            case PAGE_DOWN -> move(event, ROWS - 1);
            case ENTER -> {
                event.consume();
                take(list.getSelectionModel().getSelectedItem());
            }
            case ESCAPE, F4 -> {
                event.consume();
                box.hide();
            }
            case TAB -> {
                event.consume();
                box.hide();
                box.fireEvent(event.copyFor(box, box));
            }
            default -> {}
        }
    }

    private void move(KeyEvent event, int by) {
        event.consume();
        int last = list.getItems().size() - 1;
        if (event.isAltDown()) {
            box.hide();
        } else if (last >= 0) {
            int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, last);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - ROWS / 2));
        }
    }

    private void clicked(MouseEvent event) {
        for (Node at = event.getPickResult().getIntersectedNode(); at != null; at = at.getParent()) {
            if (at instanceof ListCell<?> cell && !cell.isEmpty()) {
                take(list.getItems().get(cell.getIndex()));
                return;
            }
        }
    }

    private void take(@Nullable T one) {
        if (one != null) {
            box.hide();
            if (box.isEditable()) {
                box.getEditor().setText(box.words(one));
            }
            box.setValue(one);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        var widest = new Text(box.getItems().stream()
                .map(box::words)
                .max(Comparator.comparingInt(String::length))
                .orElse(""));
        widest.setFont(typed.getFont());
        return Math.max(
                box.getWidth(), Math.min(WIDEST, widest.getLayoutBounds().getWidth() + AROUND));
    }

    @Override
    protected double computePrefHeight(double width) {
        double rows = Math.clamp(box.getItems().size(), 1, ROWS) * list.getFixedCellSize();
        double above = isLong.get() ? Math.max(ROW, typed.prefHeight(-1)) + getSpacing() : 0;
        return snappedTopInset() + above + rows + snappedBottomInset();
    }

    /** One of those found; a name longer than the list is cut. */
    private final class WordsCell extends ListCell<T> {
        WordsCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(T one, boolean isEmpty) {
            super.updateItem(one, isEmpty);
            setText(isEmpty ? null : box.words(one));
        }
    }
}
