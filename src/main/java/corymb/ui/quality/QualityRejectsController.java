package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.fxml.FXML;

/** Ties the rows of a source that were not taken, and why, to the model; a reason that is clicked leaves only its rows. */
public final class QualityRejectsController {
    private final QualityModel model;

    @FXML
    private Card card;

    @FXML
    private ChartPane reasons;

    @FXML
    private TableGrid rejects;

    public QualityRejectsController(QualityModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        Choices.shownWhile(card, model.rejectsProperty().map(Optional::isPresent));
        model.rejectsProperty().subscribe(shown -> shown.ifPresent(this::show));
        reasons.onChosenProperty().set(model::chooseReason);
    }

    private void show(Rejects shown) {
        card.setTitle(Texts.of("quality.rejectsTitle", Numbers.local().count(model.rejected())));
        reasons.setSpec(shown.reasons());
        rejects.show(shown.rows());
    }
}
