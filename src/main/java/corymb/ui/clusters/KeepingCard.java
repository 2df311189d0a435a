package corymb.ui.clusters;

import corymb.chart.Numbers;
import corymb.clustering.Succession;
import corymb.ui.kit.Card;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Asks, when the features have changed, whether the groups still hold, and lets the person keep them for the customers there are now. */
public final class KeepingCard extends VBox {
    private final Label words = new Label();
    private final Button look = new Button(Texts.of("clusters.ageLook"));
    private final Button keep = new Button(Texts.of("clusters.ageKeep"));
    private final Button again = new Button(Texts.of("clusters.ageAgain"));
    private final MessageBar message = new MessageBar();

    public KeepingCard() {
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        look.setId("lookAtAge");
        keep.setId("keepGroups");
        again.setId("lookAgain");
        var content = new VBox(message, words, new FlowPane(8, 8, look, keep, again));
        content.getStyleClass().add("near");
        getChildren().add(new Card(Texts.of("clusters.ageTitle"), Texts.of("clusters.ageMore"), content));
    }

    /** Follows the groups; {@code refresh} looks for them again. */
    void follow(KeepingModel model, Runnable refresh, Dialogs dialogs) {
        Choices.shownWhile(this, model.staleProperty());
        Choices.shownWhile(words, words.textProperty().isNotEmpty());
        look.setOnAction(_ -> model.look());
        keep.setOnAction(_ -> model.keep());
        again.setOnAction(_ -> refresh.run());
        model.endedProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        Choices.shownWhile(
                again,
                model.seenProperty()
                        .map(seen -> seen.filter(found -> found.advice() != Succession.Advice.KEEP)
                                .isPresent()));
        model.seenProperty()
                .subscribe(seen -> words.setText(
                        seen.map(found -> words(found) + " " + model.rule()).orElse("")));
    }

    private static String words(Succession seen) {
        var numbers = Numbers.local();
        return Texts.of(
                switch (seen.advice()) {
                    case KEEP -> "clusters.ageHolds";
                    case WATCH -> "clusters.ageWatches";
                    case RETRAIN -> "clusters.ageEnds";
                },
                numbers.percent(seen.movedShare()),
                numbers.count(seen.moved().rows()),
                numbers.prose(seen.silhouette()),
                numbers.prose(seen.silhouetteBefore()),
                numbers.count(seen.arrived()));
    }
}
