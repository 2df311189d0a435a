package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.repair.Matches;
import corymb.repair.RepairOutcome;
import corymb.repair.Unmatched;
import corymb.ui.kit.Chip;
import corymb.ui.kit.Icons;
import corymb.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A repair in the list: how it stands, what it does, what came of it, and what can be done; Alt with an arrow moves it. */
final class RepairLine extends HBox {
    private final QualityRepairsController list;
    private final int number;

    /**
     * Makes the line.
     *
     * @param number its place, counted from 1
     * @param last the place of the last one
     */
    RepairLine(RepairOutcome outcome, int number, int last, QualityRepairsController list) {
        this.list = list;
        this.number = number;
        getStyleClass().addAll("check", "repair");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        var label = outcome.step().repair().label();
        setAccessibleText(Texts.of("mend.line", number, label, told(outcome)));
        var place = new Label(number + ".");
        place.getStyleClass().add("muted");
        place.setMinWidth(USE_PREF_SIZE);
        var words = new VBox(wrapped(label, "strong"), wrapped(told(outcome), "muted"));
        words.getStyleClass().add("finding-words");
        outcome.matches().map(this::unmatched).ifPresent(words.getChildren()::add);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(chip(outcome), place, words);
        getChildren().addAll(move(-1, "fth-arrow-up", "mend.up", number > 1));
        getChildren().addAll(move(1, "fth-arrow-down", "mend.down", number < last));
        getChildren()
                .addAll(
                        on(outcome, label),
                        Icons.button("fth-edit-2", Texts.of("mend.edit", label), () -> list.edit(number)),
                        Icons.button("fth-trash-2", Texts.of("mend.remove", label), () -> list.remove(number)));
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /** The ways to the rows that were not matched, or not by the same keys. */
    private Node unmatched(Matches matches) {
        var ways = new FlowPane(4, 4);
        offer(ways, "mend.withoutMatch", matches.none() + matches.several(), Unmatched.LEFT);
        offer(ways, "mend.unasked", matches.unasked(), Unmatched.RIGHT);
        offer(ways, "mend.rowsAlike", matches.similar(), Unmatched.SIMILAR);
        return ways;
    }

    private void offer(FlowPane ways, String key, long rows, Unmatched which) {
        if (rows > 0) {
            var way = new Button(Texts.of(key, Numbers.local().count(rows)));
            way.getStyleClass().addAll("small", "flat", "accent");
            way.setOnAction(_ -> list.open(number, which));
            ways.getChildren().add(way);
        }
    }

    private Node move(int places, String icon, String key, boolean canMove) {
        var button = Icons.button(icon, Texts.of(key), () -> list.move(number, places));
        button.setDisable(!canMove);
        return button;
    }

    private Node on(RepairOutcome outcome, String label) {
        var on = new CheckBox(Texts.of("checks.on"));
        on.setSelected(outcome.step().isOn());
        on.setMinWidth(USE_PREF_SIZE);
        on.setAccessibleText(Texts.of("checks.onWhat", label));
        on.setOnAction(_ -> list.switchTo(number, on.isSelected()));
        return on;
    }

    private void keyPressed(KeyEvent event) {
        if (event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
            event.consume();
            list.move(number, event.getCode() == KeyCode.UP ? -1 : 1);
        }
    }

    private static Chip chip(RepairOutcome outcome) {
        if (!outcome.step().isOn()) {
            return new Chip(Texts.of("mend.off"), Chip.Tone.NEUTRAL);
        }
        return outcome.fits()
                ? new Chip(Texts.of("mend.done"), Chip.Tone.SUCCESS)
                : new Chip(Texts.of("mend.unfit"), Chip.Tone.WARNING);
    }

    private static String told(RepairOutcome outcome) {
        if (!outcome.step().isOn()) {
            return Texts.of("mend.isOff");
        }
        var rows = outcome.rows() == 1
                ? Texts.of("mend.changedOne")
                : Texts.of("mend.changedMany", Numbers.local().count(outcome.rows()));
        return (outcome.fits() || outcome.rows() > 0 ? rows + ". " : "") + outcome.note();
    }

    private static Label wrapped(String text, String style) {
        var label = new Label(text.strip());
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
