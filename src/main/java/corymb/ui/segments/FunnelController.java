package corymb.ui.segments;

import corymb.chart.FunnelCharts;
import corymb.path.Breakdown;
import corymb.path.Steps.Order;
import corymb.project.EventValues;
import corymb.rule.Link;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Texts;
import corymb.ui.session.PeopleCard;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Ties a funnel to its model. */
public final class FunnelController {
    private final FunnelModel model;
    private final PathsModel paths;
    private final Navigator navigator;
    private final Dialogs dialogs;

    @FXML
    private StepList steps;

    @FXML
    private ComboBox<Order> order;

    @FXML
    private TextField count;

    @FXML
    private ComboBox<Optional<Link.Unit>> unit;

    @FXML
    private ComboBox<Breakdown> breakdown;

    @FXML
    private PathScope scope;

    @FXML
    private MessageBar funnelMessage;

    @FXML
    private VBox funnelResult;

    @FXML
    private ChartPane bars;

    @FXML
    private ChartPane times;

    @FXML
    private Card partsCard;

    @FXML
    private ChartPane parts;

    @FXML
    private Card leavingCard;

    @FXML
    private LeavingList leaving;

    @FXML
    private PeopleCard funnelPeople;

    public FunnelController(FunnelModel model, PathsModel paths, Navigator navigator, Dialogs dialogs) {
        this.model = model;
        this.paths = paths;
        this.navigator = navigator;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        Choices.offer(
                order, List.of(Order.values()), model.orderProperty(), each -> Texts.of("funnel.order." + lower(each)));
        Choices.offer(
                unit,
                Stream.concat(Stream.of(Link.Unit.values()).map(Optional::of), Stream.of(Optional.<Link.Unit>empty()))
                        .toList(),
                model.unitProperty(),
                each -> each.map(one -> Texts.of("segments.unit." + lower(one)))
                        .orElseGet(() -> Texts.of("funnel.session")));
        count.textProperty().bindBidirectional(model.countProperty());
        Choices.shownWhile(count, model.unitProperty().map(Optional::isPresent));
        count.setOnAction(_ -> count());
        breakdown.valueProperty().bindBidirectional(model.breakdownProperty());
        model.countedProperty().subscribe(this::show);
        model.outcomeProperty().addListener((_, _, outcome) -> funnelMessage.show(outcome, dialogs));
        Choices.shownWhile(funnelResult, model.countedProperty().map(Optional::isPresent));
        bars.onChosenProperty().set(key -> model.open(Integer.parseInt(key), false));
        parts.onChosenProperty().set(model::openPart);
        funnelPeople.follow(model.people(), dialogs, navigator);
        paths.groundProperty().subscribe(_ -> offer());
        paths.segmentsProperty().subscribe(_ -> offerSegments());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Offers what the project knows now. */
    private void offer() {
        var project = model.project();
        model.clear();
        steps.offer(new Topic.Deeds(EventValues.types(project), FieldChoice.ofEvents(project)), model.usual());
        offerSegments();
    }

    /** Offers the segments there are now. */
    private void offerSegments() {
        model.forgetStale();
        var project = model.project();
        var apart = new Apart(project);
        var chosen = model.breakdownProperty().get();
        breakdown.setConverter(Choices.inWords(apart::words));
        breakdown.getItems().setAll(apart.all());
        breakdown.setValue(breakdown.getItems().contains(chosen) ? chosen : new Breakdown.None());
        scope.offer(project.segments().stream().map(made -> made.value().name()).toList());
    }

    private void show(Optional<FunnelModel.Counted> counted) {
        counted.map(FunnelModel.Counted::funnel).ifPresent(funnel -> {
            bars.setSpec(FunnelCharts.steps(funnel));
            times.setSpec(FunnelCharts.times(funnel));
            if (!funnel.parts().isEmpty()) {
                parts.setSpec(FunnelCharts.parts(funnel));
            }
            Choices.show(partsCard, !funnel.parts().isEmpty());
        });
        leaving.show(model);
        Choices.show(leavingCard, !leaving.getChildren().isEmpty());
    }

    @FXML
    private void count() {
        model.count(steps.rules(), scope.asked());
    }
}
