package corymb.ui.recommend;

import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.PageHeader;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** Ties the page of recommendations to its model. */
public final class RecommendController {
    private final RecommendModel model;
    private final Dialogs dialogs;

    @FXML
    private PageHeader header;

    @FXML
    private MessageBar message;

    @FXML
    private MessageBar stale;

    @FXML
    private EmptyState missing;

    @FXML
    private Node work;

    @FXML
    private EmptyState noResult;

    @FXML
    private Node result;

    @FXML
    private Button evaluate;

    @FXML
    private ChartPane quality;

    public RecommendController(RecommendModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        header.stateProperty().bind(model.state);
        header.actionProperty()
                .bind(Bindings.when(model.ready)
                        .then(Texts.of("recommend.compute"))
                        .otherwise(""));
        header.actionDisabledProperty().bind(model.running);
        evaluate.disableProperty().bind(model.running);
        Choices.shownWhile(work, model.ready);
        Choices.shownWhile(missing, model.ready.not());
        Choices.shownWhile(noResult, isThere(model.result).not());
        Choices.shownWhile(result, isThere(model.result));
        Choices.shownWhile(quality, isThere(model.quality));
        missing.setAction(Texts.of(model.hasEvents() ? "recommend.goToCustomers" : "recommend.goToSources"));
        model.outcome.subscribe(ended -> ended.ifPresent(each -> message.show(each, dialogs)));
        model.stale.subscribe(this::showStale);
        quality.explainedBy(model::explainQuality);
        model.quality.subscribe(chart -> chart.map(RecommendModel.Check::chart).ifPresent(quality::setSpec));
    }

    private static BooleanBinding isThere(ObjectProperty<? extends Optional<?>> value) {
        return Bindings.createBooleanBinding(() -> value.get().isPresent(), value);
    }

    @FXML
    private void compute() {
        model.compute();
    }

    @FXML
    private void evaluate() {
        model.evaluate();
    }

    @FXML
    private void goToWhatIsMissing() {
        model.goToWhatIsMissing();
    }

    private void showStale(boolean is) {
        stale.hide();
        if (is) {
            stale.show(
                    MessageBar.Kind.WARNING,
                    Texts.of("recommend.stale"),
                    Texts.of("recommend.refresh"),
                    model::refresh);
        }
    }
}
