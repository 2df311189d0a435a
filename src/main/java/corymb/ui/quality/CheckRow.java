package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.quality.CheckResult;
import corymb.quality.ProposedChecks.Proposal;
import corymb.quality.Severity;
import corymb.ui.kit.Chip;
import corymb.ui.kit.Icons;
import corymb.ui.kit.Texts;
import corymb.ui.quality.ChecksModel.ShownCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A check in words: how it stands, what is expected, what came of it, and what can be done. */
final class CheckRow extends HBox {
    private CheckRow(Node state, String title, String more, List<Node> actions) {
        getStyleClass().add("check");
        setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(wrapped(title, "strong"), wrapped(more, "muted"));
        words.getStyleClass().add("finding-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(state, words);
        getChildren().addAll(actions);
    }

    /** A check that is stated. */
    static CheckRow of(ShownCheck shown, ChecksModel model, Runnable edit) {
        var check = shown.check();
        var actions = new ArrayList<Node>();
        shown.result()
                .filter(result -> result.failed() > 0)
                .ifPresent(result -> actions.add(rows(result, () -> model.open(check))));
        var on = new CheckBox(Texts.of("checks.on"));
        on.setSelected(check.isOn());
        on.setMinWidth(USE_PREF_SIZE);
        on.setAccessibleText(Texts.of("checks.onWhat", check.sentence()));
        on.setOnAction(_ -> model.switchTo(check, on.isSelected()));
        actions.add(on);
        actions.add(Icons.button("fth-edit-2", Texts.of("checks.edit"), edit));
        actions.add(Icons.button("fth-trash-2", Texts.of("checks.remove"), () -> model.remove(check)));
        return new CheckRow(chip(shown), capitalised(check.sentence()), more(shown), actions);
    }

    /** A check that could be stated. */
    static CheckRow of(Proposal proposal, Runnable add) {
        var button = small(Texts.of("checks.addThis"), add);
        button.setAccessibleText(
                Texts.of("checks.addThis") + ": " + proposal.check().sentence());
        return new CheckRow(
                Icons.of("fth-plus-circle"),
                capitalised(proposal.check().sentence()),
                proposal.reason(),
                List.of(button));
    }

    private static Chip chip(ShownCheck shown) {
        var severity = shown.check().severity();
        var tone = severity == Severity.ERROR ? Chip.Tone.DANGER : Chip.Tone.WARNING;
        return shown.result()
                .map(result -> switch (result.verdict()) {
                    case PASSED -> new Chip(Texts.of("checks.passed"), Chip.Tone.SUCCESS);
                    case WITHIN_TOLERANCE -> new Chip(Texts.of("checks.tolerated"), Chip.Tone.SUCCESS);
                    case FAILED -> new Chip(QualityWords.severity(severity), tone);
                    case NOT_RUN -> new Chip(Texts.of("checks.notRun"), tone);
                })
                .orElseGet(() ->
                        new Chip(Texts.of(shown.check().isOn() ? "checks.new" : "checks.off"), Chip.Tone.NEUTRAL));
    }

    private static String more(ShownCheck shown) {
        var check = shown.check();
        var result =
                shown.result().map(CheckRow::result).orElse(Texts.of(check.isOn() ? "checks.notYet" : "checks.isOff"));
        var tolerance = check.tolerance().value() == 0
                ? ""
                : Texts.of(
                        "checks.mayFail",
                        Numbers.local().percent(check.tolerance().value()));
        return Stream.of(result, tolerance, check.note())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String result(CheckResult result) {
        var numbers = Numbers.local();
        return switch (result.verdict()) {
            case NOT_RUN -> result.message();
            case PASSED ->
                result.check().expectation().isOfRows()
                        ? Texts.of("checks.allPass", numbers.count(result.rows()))
                        : Texts.of("checks.isSo");
            case WITHIN_TOLERANCE, FAILED ->
                result.check().expectation().isOfRows()
                        ? Texts.of(
                                result.failed() == 1 ? "checks.failOne" : "checks.fail",
                                numbers.count(result.failed()),
                                numbers.count(result.rows()),
                                numbers.percent((double) result.failed() / Math.max(1, (double) result.rows())))
                        : Texts.of("checks.isNotSo");
        };
    }

    private static Button rows(CheckResult result, Runnable open) {
        var text = result.failed() == 1
                ? Texts.of("quality.seeRow")
                : Texts.of("quality.seeRows", Numbers.local().count(result.failed()));
        var button = small(text, open);
        button.setAccessibleText(text + ": " + result.check().sentence());
        return button;
    }

    private static Button small(String text, Runnable action) {
        var button = new Button(text);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** Names of columns stay as they are written. */
    private static String capitalised(String sentence) {
        return sentence.startsWith("there ") || sentence.startsWith("the ") || sentence.startsWith("where ")
                ? Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1)
                : sentence;
    }

    private static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
