package corymb.ui.recommend;

import corymb.recommend.Method;
import corymb.recommend.Weighting;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

/** Ties what to recommend, and how, to what is typed. */
public final class RecommendPlanController {
    private final RecommendInputs inputs;

    @FXML
    private ComboBox<Method> method;

    @FXML
    private TextField top;

    @FXML
    private CheckBox excludes;

    @FXML
    private TextField neighbours;

    @FXML
    private TextField shrinkage;

    @FXML
    private TextField halfLife;

    @FXML
    private ComboBox<Weighting> weighting;

    @FXML
    private TextField weights;

    @FXML
    private TextField purchases;

    public RecommendPlanController(RecommendModel model) {
        this.inputs = model.inputs;
    }

    @FXML
    private void initialize() {
        top.textProperty().bindBidirectional(inputs.top);
        excludes.selectedProperty().bindBidirectional(inputs.excludes);
        neighbours.textProperty().bindBidirectional(inputs.neighbours);
        shrinkage.textProperty().bindBidirectional(inputs.shrinkage);
        halfLife.textProperty().bindBidirectional(inputs.halfLife);
        weights.textProperty().bindBidirectional(inputs.weights);
        purchases.textProperty().bindBidirectional(inputs.purchases);
        Choices.offer(method, List.of(Method.values()), inputs.method, RecommendModel::words);
        Choices.offer(weighting, List.of(Weighting.values()), inputs.weighting, RecommendPlanController::words);
    }

    private static String words(Weighting weighting) {
        return switch (weighting) {
            case BINARY -> Texts.of("recommend.binary");
            case COUNT -> Texts.of("recommend.count");
            case LOG_COUNT -> Texts.of("recommend.logCount");
        };
    }
}
