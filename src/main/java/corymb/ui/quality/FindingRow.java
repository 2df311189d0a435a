package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.quality.Finding;
import corymb.quality.Severity;
import corymb.quality.SourceFinding;
import corymb.ui.kit.Chip;
import corymb.ui.kit.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A finding in words: how grave it is, what was found, what it costs, and buttons to its rows and to a repair. */
final class FindingRow extends HBox {
    /**
     * Makes the line.
     *
     * @param place what stands before the cost, such as the source; may be empty
     * @param open shows the rows of a finding: of this one, or of one that tells the same in another way
     * @param mend leads to a repair; empty where there is none
     */
    FindingRow(SourceFinding found, String place, Consumer<SourceFinding> open, Optional<Runnable> mend) {
        getStyleClass().add("finding");
        var finding = found.finding();
        var message = wrapped(finding.message(), "strong");
        var cost = wrapped(place.isEmpty() ? finding.cost() : place + " · " + finding.cost(), "muted");
        var words = new VBox(message, cost);
        found.others().forEach(other -> words.getChildren().add(also(new SourceFinding(found.source(), other), open)));
        words.getStyleClass().add("finding-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var buttons = new VBox(button(rows(finding), finding, () -> open.accept(found)));
        buttons.getStyleClass().add("finding-buttons");
        mend.ifPresent(run -> buttons.getChildren().add(button(Texts.of("mend.mend"), finding, run)));
        getChildren().addAll(chip(finding.severity()), words, buttons);
        setOnMouseClicked(_ -> open.accept(found));
    }

    /** The same told in another way, which leads to its own rows. */
    private static Button also(SourceFinding other, Consumer<SourceFinding> open) {
        var button = new Button(Texts.of("quality.alsoFound", other.finding().message()));
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("flat", "words-link");
        button.setWrapText(true);
        button.setMinHeight(USE_PREF_SIZE);
        button.setOnAction(_ -> open.accept(other));
        return button;
    }

    private static Chip chip(Severity severity) {
        var tone = switch (severity) {
            case ERROR -> Chip.Tone.DANGER;
            case WARNING -> Chip.Tone.WARNING;
            case NOTE -> Chip.Tone.NEUTRAL;
        };
        return new Chip(QualityWords.severity(severity), tone);
    }

    private static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static String rows(Finding finding) {
        return finding.rows() == 1
                ? Texts.of("quality.seeRow")
                : Texts.of("quality.seeRows", Numbers.local().count(finding.rows()));
    }

    private static Button button(String text, Finding finding, Runnable run) {
        var button = new Button(text);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER);
        button.setAccessibleText(text + ": " + finding.message());
        button.setOnAction(_ -> run.run());
        return button;
    }
}
