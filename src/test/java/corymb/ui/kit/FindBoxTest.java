package corymb.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

@FxTest
class FindBoxTest {
    private static final int MANY = 2_000;

    private final FxRobot robot = new FxRobot();
    private final List<String> taken = new ArrayList<>();
    private final Button next = new Button("Next");

    /** Words of letters, none of them the beginning of another. */
    private static List<String> names(int count) {
        var random = new Random(7);
        return IntStream.range(0, count)
                .mapToObj(i -> letters(random, 4) + " " + letters(random, 3) + String.format(Locale.ROOT, " %04d", i))
                .toList();
    }

    private static String letters(Random random, int count) {
        return random.ints(count, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private FindBox<String> show(List<String> offered, boolean isEditable) {
        return Fx.show(
                        () -> {
                            var box = new FindBox<String>();
                            box.setItems(FXCollections.observableArrayList(offered));
                            box.setEditable(isEditable);
                            box.valueProperty().addListener((_, _, value) -> taken.add(value));
                            return new VBox(box, next);
                        },
                        600,
                        600)
                .getChildrenUnmodifiable()
                .stream()
                .filter(FindBox.class::isInstance)
                .map(FindBoxTest::box)
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static FindBox<String> box(Node node) {
        return (FindBox<String>) node;
    }

    private static void focus(Node node) {
        Fx.run(node::requestFocus);
    }

    private static String said(FindBox<String> box) {
        return Fx.get(() -> box.lookupAll(".list-cell").stream()
                .filter(cell -> cell.getParent() == box)
                .map(cell -> ((Labeled) cell).getText())
                .findFirst()
                .orElseThrow());
    }

    @Test
    void howeverFastOneTypesTheOneThatWasAskedForIsTakenOnceAndSaid() {
        var names = names(MANY);
        var box = show(names, false);
        focus(box);
        var asked = new Random(1).ints(5, 0, MANY).mapToObj(names::get).toList();
        asked.forEach(name -> {
            robot.write(name, 0).push(KeyCode.ENTER);
            assertThat(Fx.get(box::getValue)).isEqualTo(name);
            assertThat(said(box)).isEqualTo(name);
            assertThat(Fx.get(box::isShowing)).isFalse();
        });
        assertThat(taken).isEqualTo(asked);
    }

    @Test
    void nothingIsTakenUntilItIsMeant() {
        var names = names(MANY);
        var box = show(names, false);
        Fx.run(() -> box.setValue(names.get(500)));
        taken.clear();
        focus(box);
        robot.push(KeyCode.DOWN);
        assertThat(Fx.get(box::isShowing)).isTrue();
        assertThat(highlighted(box)).isEqualTo(names.get(500));
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ESCAPE);
        assertThat(Fx.get(box::isShowing)).isFalse();
        robot.write(names.get(3), 0).push(KeyCode.TAB);
        assertThat(Fx.get(box::isShowing)).isFalse();
        assertThat(Fx.get(() -> next.isFocused())).isTrue();
        focus(box);
        robot.write("no such name", 0).push(KeyCode.ENTER);
        assertThat(Fx.get(box::isShowing)).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(Fx.get(box::getValue)).isEqualTo(names.get(500));
        assertThat(said(box)).isEqualTo(names.get(500));
        assertThat(taken).isEmpty();
    }

    @Test
    void theArrowsLeadAndAScreenReaderHearsWhereTo() {
        var names = names(MANY);
        var box = show(names, false);
        Fx.run(() -> box.setValue(names.get(500)));
        taken.clear();
        focus(box);
        assertThat(box.getAccessibleRole()).isEqualTo(AccessibleRole.COMBO_BOX);
        assertThat(Fx.get(() -> box.queryAccessibleAttribute(AccessibleAttribute.EXPANDED)))
                .isEqualTo(false);
        robot.push(KeyCode.UP).push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertThat(highlighted(box)).isEqualTo(names.get(502));
        robot.push(KeyCode.UP).push(KeyCode.PAGE_DOWN);
        assertThat(highlighted(box)).isEqualTo(names.get(510));
        assertThat(Fx.get(() -> box.queryAccessibleAttribute(AccessibleAttribute.EXPANDED)))
                .isEqualTo(true);
        robot.push(KeyCode.ENTER);
        assertThat(taken).containsExactly(names.get(510));
    }

    private static String highlighted(FindBox<String> box) {
        return Fx.get(() -> ((ListCell<?>) box.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM)).getText());
    }

    @Test
    void aClickTakesOneAndNoOtherPlaceDoes() {
        var names = names(MANY);
        var box = show(names, false);
        robot.clickOn(box);
        robot.write("", 0);
        var list = robot.lookup(".find-pane > .list-view").<ListView<String>>query();
        robot.clickOn(list.lookup(".scroll-bar:vertical"));
        assertThat(taken).isEmpty();
        assertThat(Fx.get(box::isShowing)).isTrue();
        robot.write(names.get(77), 0);
        Fx.run(list::layout);
        robot.clickOn((Node) Fx.get(() -> box.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM)));
        assertThat(taken).containsExactly(names.get(77));
        assertThat(Fx.get(box::isShowing)).isFalse();
    }

    @Test
    void whereThereIsLittleToSearchInThereIsNoFieldUntilSomebodyTypes() {
        var box = show(List.of("Espresso", "Latte", "Mocha"), false);
        focus(box);
        robot.push(KeyCode.DOWN);
        var field = robot.lookup(".find-pane > .text-field").<TextField>query();
        assertThat(Fx.get(field::isManaged)).isFalse();
        robot.write("m", 0);
        assertThat(Fx.get(field::isManaged)).isTrue();
        robot.push(KeyCode.ENTER);
        assertThat(taken).containsExactly("Mocha");
    }

    @Test
    void whatIsNotInTheListIsTypedIntoTheBoxAndTheListPutsTheOthers() {
        var names = names(MANY);
        var box = show(names, true);
        var texts = new ArrayList<String>();
        focus(box);
        robot.write("own", 0);
        assertThat(Fx.get(box::isShowing)).isFalse();
        assertThat(Fx.get(() -> box.getEditor().getText())).isEqualTo("own");
        Fx.run(() -> box.getEditor().textProperty().addListener((_, _, text) -> texts.add(text)));
        robot.push(KeyCode.DOWN);
        robot.write(names.get(9), 0).push(KeyCode.ENTER);
        assertThat(texts).containsExactly(names.get(9));
        assertThat(taken).containsExactly(names.get(9));
    }
}
