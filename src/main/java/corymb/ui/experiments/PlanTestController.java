package corymb.ui.experiments;

import corymb.experiment.SampleSizeFormula;
import corymb.ui.experiments.PlanTestModel.Measure;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Ties the planning of a test to its model. */
public final class PlanTestController {
    private final PlanTestModel model;

    @FXML
    private TextField name;

    @FXML
    private ComboBox<Measure> measure;

    @FXML
    private Node rateField;

    @FXML
    private TextField baseline;

    @FXML
    private Node valueFields;

    @FXML
    private TextField mean;

    @FXML
    private TextField deviation;

    @FXML
    private EffectField change;

    @FXML
    private TextField daily;

    @FXML
    private TextField available;

    @FXML
    private Label detectable;

    @FXML
    private TextField variants;

    @FXML
    private TextField confidence;

    @FXML
    private TextField power;

    @FXML
    private Node formulaField;

    @FXML
    private ComboBox<SampleSizeFormula> formula;

    public PlanTestController(PlanTestModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        name.textProperty().bindBidirectional(model.name);
        baseline.textProperty().bindBidirectional(model.baseline);
        mean.textProperty().bindBidirectional(model.mean);
        deviation.textProperty().bindBidirectional(model.deviation);
        daily.textProperty().bindBidirectional(model.daily);
        available.textProperty().bindBidirectional(model.available);
        variants.textProperty().bindBidirectional(model.variants);
        confidence.textProperty().bindBidirectional(model.confidence);
        power.textProperty().bindBidirectional(model.power);
        Choices.offer(measure, List.of(Measure.values()), model.measure, PlanTestController::words);
        Choices.offer(formula, List.of(SampleSizeFormula.values()), model.formula, SampleSizeFormula::label);
        change.follow(model.effect, model.isRateProperty());
        Choices.shownWhile(rateField, model.isRateProperty());
        Choices.shownWhile(formulaField, model.isRateProperty());
        Choices.shownWhile(valueFields, model.isRateProperty().map(is -> !is));
        Choices.shownWhile(detectable, detectable.textProperty().isNotEmpty());
        available.textProperty().subscribe(_ -> detectable.setText(model.detectable()));
        model.answerProperty().subscribe(_ -> detectable.setText(model.detectable()));
    }

    private static String words(Measure measure) {
        return switch (measure) {
            case RATE -> Texts.of("experiments.rate");
            case VALUE -> Texts.of("experiments.value");
        };
    }
}
