package corymb.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;

/** Fills boxes to choose from, and lets parts of a page come and go. */
public final class Choices {
    private Choices() {}

    /** Offers values in words and keeps the chosen one. */
    public static <T> void offer(ComboBox<T> box, List<T> values, Property<T> chosen, Function<T, String> words) {
        box.setConverter(inWords(words));
        box.getItems().setAll(values);
        box.valueProperty().bindBidirectional(chosen);
    }

    /** Offers what a list holds at the time and keeps the chosen one. */
    public static void follow(ComboBox<String> box, ObservableList<String> values, Property<String> chosen) {
        box.setItems(values);
        box.valueProperty().bindBidirectional(chosen);
    }

    /** Something to choose from a menu, whose name is shown as it stands. */
    public static MenuItem item(String name, Runnable run) {
        var item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> run.run());
        return item;
    }

    /** Shows the values of a choice in words. */
    public static <T> StringConverter<T> inWords(Function<T, String> words) {
        return new InWords<>(words);
    }

    /** Lets a part of the page be there only while something holds. */
    public static void shownWhile(Node node, ObservableValue<Boolean> holds) {
        node.visibleProperty().bind(holds);
        node.managedProperty().bind(holds);
    }

    /** Lets a part of the page be there or not. */
    public static void show(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    /** Lets Enter end what is typed into a part of a page, and not begin what the page is for. */
    public static void keepEnter(Node part) {
        part.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            boolean isTyped = key.getTarget() instanceof TextInputControl || key.getTarget() instanceof ComboBoxBase<?>;
            if (key.getCode() == KeyCode.ENTER && isTyped) {
                key.consume();
            }
        });
    }

    private static final class InWords<T> extends StringConverter<T> {
        private final Function<T, String> words;

        InWords(Function<T, String> words) {
            this.words = words;
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : words.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("Values are chosen, not typed");
        }
    }
}
