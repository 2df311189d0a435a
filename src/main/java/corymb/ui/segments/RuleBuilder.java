package corymb.ui.segments;

import corymb.rule.Rule;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Drag;
import corymb.ui.kit.Icons;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/**
 * Puts a rule together by clicking: conditions in groups that may hold groups.
 *
 * <p>A part is moved by dragging its grip onto another, before or after which it comes to stand, or into a group; with the grip
 * focused, the arrow keys move it among its neighbours.
 */
final class RuleBuilder extends VBox {
    /** Of more conditions nobody looks at each, and a window of them would be long in coming. */
    private static final int MOST = 100;

    private final Supplier<Topics> offered;
    private final Consumer<Optional<Rule>> whenChanged;
    private final GroupBox root;
    private final Label asText = new Label(Texts.of("segments.onlyAsText"));
    private Topics topics = Topics.NONE;
    private Optional<Node> dragged = Optional.empty();
    private boolean isFilling;

    /**
     * Begins with one condition that is about nothing yet.
     *
     * @param offered what conditions can be about
     * @param whenChanged hears the rule as it stands after each change; empty while nothing is complete
     */
    RuleBuilder(Supplier<Topics> offered, Consumer<Optional<Rule>> whenChanged) {
        this.offered = offered;
        this.whenChanged = whenChanged;
        root = new GroupBox(this, true);
        asText.getStyleClass().add("muted");
        asText.setWrapText(true);
        Choices.show(asText, false);
        getChildren().addAll(root, asText);
        clear();
    }

    /** What conditions can be about, as it was when the rule was last shown. */
    Topics topics() {
        return topics;
    }

    /** The rule as it stands; empty while nothing is complete. */
    Optional<Rule> rule() {
        return root.group().rule();
    }

    /** Begins anew with one condition. */
    void clear() {
        sayOnlyAsText(false);
        fill(() -> {
            root.show(new Part.Group(Joined.ALL, 1, List.of()));
            root.parts().add(new ConditionRow(this));
        });
    }

    /** Shows a rule, unless it is the one that is put together here; of one of very many conditions it says that it is changed as text. */
    void show(Rule rule) {
        boolean isLong = rule.leaves().limit(MOST + 1L).count() > MOST;
        sayOnlyAsText(isLong);
        if (!isLong && !rule().equals(Optional.of(rule))) {
            fill(() -> root.show(Part.of(rule, topics.all())));
        }
    }

    private void sayOnlyAsText(boolean isSo) {
        Choices.show(root, !isSo);
        Choices.show(asText, isSo);
    }

    private void fill(Runnable filling) {
        topics = offered.get();
        isFilling = true;
        filling.run();
        isFilling = false;
    }

    /** Whether a condition put together here says by itself what is wrong with it. */
    static boolean tells(Node builder, String fault) {
        return builder.lookupAll(".rule-fault").stream()
                .anyMatch(told -> told instanceof Label label && label.getText().equals(fault));
    }

    /** Something in it has changed. */
    void changed() {
        if (!isFilling) {
            whenChanged.accept(rule());
        }
    }

    /** A button that takes a part out. */
    Button remover(Node box, String key) {
        return Icons.button("fth-x", Texts.of(key), () -> {
            siblings(box).remove(box);
            changed();
        });
    }

    /** What a part is moved by. */
    Button grip(Node box) {
        var grip = Icons.button("fth-move", Texts.of("segments.move"), () -> {});
        grip.addEventHandler(MouseEvent.DRAG_DETECTED, _ -> dragged = Optional.of(box));
        grip.setOnDragDone(_ -> dragged = Optional.empty());
        Drag.by(grip, box, Texts.of("segments.move"));
        grip.addEventHandler(KeyEvent.KEY_PRESSED, event -> nudge(box, event));
        return grip;
    }

    /** Lets other parts be dropped on a part. */
    void takesParts(Node box) {
        Drag.onto(
                box,
                _ -> dragged.filter(moved -> canMove(moved, box)).isPresent(),
                event -> dragged.ifPresent(moved -> dropped(moved, box, event)));
    }

    private void nudge(Node box, KeyEvent event) {
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            var siblings = siblings(box);
            int place = siblings.indexOf(box);
            int target = Math.clamp(place + (event.getCode() == KeyCode.UP ? -1 : 1), 0, siblings.size() - 1);
            siblings.remove(box);
            siblings.add(target, box);
            ((Node) event.getSource()).requestFocus();
            changed();
            event.consume();
        }
    }

    private static boolean canMove(Node moved, Node onto) {
        for (Node at = onto; at != null; at = at.getParent()) {
            if (at.equals(moved)) {
                return false; // a group cannot go into itself
            }
        }
        return true;
    }

    private void dropped(Node moved, Node onto, DragEvent event) {
        var target = onto instanceof GroupBox group ? group.parts() : siblings(onto);
        int place = onto instanceof GroupBox group
                ? group.placeAt(event.getSceneY())
                : target.indexOf(onto) + (Drag.isBelow(onto, event) ? 1 : 0);
        int was = target.indexOf(moved);
        siblings(moved).remove(moved);
        target.add(was >= 0 && was < place ? place - 1 : place, moved);
        changed();
    }

    private static List<Node> siblings(Node box) {
        return ((Pane) box.getParent()).getChildren();
    }
}
