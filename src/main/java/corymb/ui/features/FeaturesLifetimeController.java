package corymb.ui.features;

import corymb.lifetime.HoldOut;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import corymb.work.Outcome;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/** Ties the card that holds what was foretold against what came to the model. */
public final class FeaturesLifetimeController {
    private final FeaturesModel model;

    @FXML
    private Card card;

    @FXML
    private ChartPane chart;

    @FXML
    private Label words;

    public FeaturesLifetimeController(FeaturesModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        Choices.shownWhile(card, model.heldOutProperty().map(Optional::isPresent));
        Choices.shownWhile(
                chart,
                model.heldOutProperty()
                        .map(found ->
                                found.filter(Outcome.Done.class::isInstance).isPresent()));
        model.heldOutProperty().subscribe(found -> found.ifPresent(this::show));
    }

    /** A chart says by itself what it finds. */
    private void show(Outcome<HoldOut> outcome) {
        card.setTitle(outcome instanceof Outcome.Done ? "" : Texts.of("features.heldOut"));
        switch (outcome) {
            case Outcome.Done(var held) -> {
                chart.setSpec(HoldOutWords.chart(held));
                words.setText(HoldOutWords.meaning(held));
            }
            case Outcome.Failed(var problem) -> words.setText(problem.what() + " " + problem.remedy());
            case Outcome.Broken<HoldOut> _ -> words.setText(Texts.of("kit.brokenRemedy"));
            case Outcome.Cancelled<HoldOut> _ -> words.setText("");
        }
    }
}
