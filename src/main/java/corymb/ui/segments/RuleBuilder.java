package corymb.ui.segments;

import corymb.rule.Rule;
import corymb.ui.kit.Icons;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/**
 * Puts a rule together by clicking: conditions in groups that may hold groups.
 *
 * <p>A part is moved by dragging its grip onto another, before which it comes to stand, or into a group; with the grip focused, the
 * arrow keys move it among its neighbours.
 */
final class RuleBuilder extends VBox {
    private final Supplier<Topics> offered;
    private final Consumer<Optional<Rule>> whenChanged;
    private final GroupBox root;
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
        getChildren().add(root);
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
        fill(() -> {
            root.show(new Part.Group(Joined.ALL, 1, List.of()));
            root.parts().add(new ConditionRow(this));
        });
    }

    /** Shows a rule, unless it is the one that is put together here. */
    void show(Rule rule) {
        if (!rule().equals(Optional.of(rule))) {
            fill(() -> root.show(Part.of(rule, topics.all())));
        }
    }

    private void fill(Runnable filling) {
        topics = offered.get();
        isFilling = true;
        filling.run();
        isFilling = false;
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
        grip.setOnDragDetected(event -> {
            var content = new ClipboardContent();
            content.putString(Texts.of("segments.move"));
            grip.startDragAndDrop(TransferMode.MOVE).setContent(content);
            dragged = Optional.of(box);
            event.consume();
        });
        grip.setOnDragDone(_ -> dragged = Optional.empty());
        grip.addEventHandler(KeyEvent.KEY_PRESSED, event -> nudge(box, event));
        box.setOnDragOver(event -> {
            if (dragged.filter(moved -> canMove(moved, box)).isPresent()) {
                event.acceptTransferModes(TransferMode.MOVE);
                event.consume();
            }
        });
        box.setOnDragDropped(event -> dropped(box, event));
        return grip;
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

    private void dropped(Node onto, DragEvent event) {
        dragged.filter(moved -> canMove(moved, onto)).ifPresent(moved -> {
            siblings(moved).remove(moved);
            if (onto instanceof GroupBox group) {
                group.parts().add(moved);
            } else {
                var siblings = siblings(onto);
                siblings.add(siblings.indexOf(onto), moved);
            }
            event.setDropCompleted(true);
            changed();
        });
        event.consume();
    }

    private static List<Node> siblings(Node box) {
        return ((Pane) box.getParent()).getChildren();
    }
}
