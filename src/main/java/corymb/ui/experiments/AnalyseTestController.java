package corymb.ui.experiments;

import corymb.ui.kit.Choices;
import corymb.ui.kit.EmptyState;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

/** Ties the reading of a test that ran to its model. */
public final class AnalyseTestController {
    private final ExperimentsModel page;
    private final AnalyseTestModel model;

    @FXML
    private EmptyState noExposures;

    @FXML
    private Node work;

    @FXML
    private ComboBox<String> experiment;

    @FXML
    private TextField control;

    @FXML
    private TextField metrics;

    @FXML
    private TextField confidence;

    @FXML
    private TextField ratioThreshold;

    @FXML
    private TextField weights;

    @FXML
    private EmptyState noResult;

    @FXML
    private Node result;

    public AnalyseTestController(ExperimentsModel page) {
        this.page = page;
        this.model = page.analysis();
    }

    @FXML
    private void initialize() {
        control.textProperty().bindBidirectional(model.control);
        metrics.textProperty().bindBidirectional(model.metrics);
        confidence.textProperty().bindBidirectional(model.confidence);
        ratioThreshold.textProperty().bindBidirectional(model.ratioThreshold);
        weights.textProperty().bindBidirectional(model.weights);
        Choices.follow(experiment, model.experiments, model.experiment);
        Choices.shownWhile(noExposures, Bindings.isEmpty(model.experiments));
        Choices.shownWhile(work, Bindings.isNotEmpty(model.experiments));
        noExposures.setOnAction(_ -> page.goToSources());
        Choices.shownWhile(noResult, model.result.map(Optional::isEmpty));
        Choices.shownWhile(result, model.result.map(Optional::isPresent));
    }
}
