package corymb.ui.experiments;

import corymb.experiment.Peek;
import corymb.ui.experiments.SimulateTestModel.Measure;
import corymb.ui.kit.Choices;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

/** Ties the trying of a test on a segment to its model. */
public final class SimulateTestController {
    private final ExperimentsModel page;
    private final SimulateTestModel model;

    @FXML
    private EmptyState noSegments;

    @FXML
    private Node work;

    @FXML
    private TextField name;

    @FXML
    private ComboBox<String> segment;

    @FXML
    private ComboBox<Measure> measure;

    @FXML
    private Node rateField;

    @FXML
    private TextField rate;

    @FXML
    private Node featureField;

    @FXML
    private ComboBox<String> feature;

    @FXML
    private EffectField change;

    @FXML
    private TextField days;

    @FXML
    private ComboBox<Peek> peek;

    @FXML
    private TextField runs;

    @FXML
    private TextField confidence;

    @FXML
    private TextField enrolled;

    @FXML
    private TextField seed;

    @FXML
    private EmptyState noResult;

    @FXML
    private Node result;

    public SimulateTestController(ExperimentsModel page) {
        this.page = page;
        this.model = page.simulation();
    }

    @FXML
    private void initialize() {
        name.textProperty().bindBidirectional(model.name);
        rate.textProperty().bindBidirectional(model.rate);
        days.textProperty().bindBidirectional(model.days);
        runs.textProperty().bindBidirectional(model.runs);
        confidence.textProperty().bindBidirectional(model.confidence);
        enrolled.textProperty().bindBidirectional(model.enrolled);
        seed.textProperty().bindBidirectional(model.seed);
        Choices.offer(measure, List.of(Measure.values()), model.measure, SimulateTestController::words);
        Choices.offer(peek, List.of(Peek.values()), model.peek, SimulateTestController::words);
        Choices.follow(segment, model.segments, model.segment);
        Choices.follow(feature, model.features, model.feature);
        change.follow(model.effect, model.isRateProperty());
        Choices.shownWhile(rateField, model.measure.isEqualTo(Measure.GIVEN_RATE));
        Choices.shownWhile(featureField, model.measure.isNotEqualTo(Measure.GIVEN_RATE));
        Choices.shownWhile(noSegments, Bindings.isEmpty(model.segments));
        Choices.shownWhile(work, Bindings.isNotEmpty(model.segments));
        noSegments.setOnAction(_ -> page.goToSegments());
        Choices.shownWhile(noResult, model.result.map(Optional::isEmpty));
        Choices.shownWhile(result, model.result.map(Optional::isPresent));
    }

    private static String words(Measure measure) {
        return switch (measure) {
            case GIVEN_RATE -> Texts.of("experiments.givenRate");
            case FEATURE_RATE -> Texts.of("experiments.featureRate");
            case FEATURE_VALUE -> Texts.of("experiments.featureValue");
        };
    }

    private static String words(Peek peek) {
        return switch (peek) {
            case NEVER -> Texts.of("experiments.once");
            case DAILY -> Texts.of("experiments.everyDay");
        };
    }
}
