package corymb.ui.segments;

import corymb.path.Breakdown;
import corymb.path.FunnelPlan;
import corymb.path.Steps.Order;
import corymb.project.EventValues;
import corymb.rule.Link;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Ties a funnel to its model. */
public final class FunnelController {
    private final FunnelModel model;
    private final PathsModel paths;
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
    private Label note;

    @FXML
    private PathSaving saving;

    public FunnelController(FunnelModel model, PathsModel paths, Dialogs dialogs) {
        this.model = model;
        this.paths = paths;
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
        model.counting().outcomeProperty().addListener((_, _, outcome) -> funnelMessage.show(outcome, dialogs));
        RuleNotes.show(note, model.counting().noteProperty());
        saving.follow(paths, FunnelPlan.class, this::plan);
        paths.groundProperty().subscribe(_ -> offer());
        paths.segmentsProperty().subscribe(_ -> offerSegments());
        paths.openedProperty()
                .subscribe(opened -> opened.ifPresent(saved -> {
                    if (saved.plan() instanceof FunnelPlan plan) {
                        open(plan);
                    }
                }));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Offers what the project knows now. */
    private void offer() {
        var project = model.counting().project();
        model.counting().clear();
        steps.offer(new Topic.Deeds(EventValues.offered(project), FieldChoice.ofEvents(project)), model.usual());
        offerSegments();
    }

    /** Offers the segments there are now. */
    private void offerSegments() {
        model.counting().forgetStale();
        var project = model.counting().project();
        var apart = new Apart(project);
        var chosen = model.breakdownProperty().get();
        breakdown.setConverter(Choices.inWords(apart::words));
        breakdown.getItems().setAll(apart.all());
        breakdown.setValue(breakdown.getItems().contains(chosen) ? chosen : new Breakdown.None());
        scope.offer(project.segments().stream().map(made -> made.value().name()).toList());
    }

    private void open(FunnelPlan plan) {
        steps.fill(plan.steps().rules());
        model.fill(plan);
        scope.fill(new PathScope.Asked(plan.segment(), plan.starts()));
        model.count(plan);
    }

    private Optional<FunnelPlan> plan() {
        return model.plan(steps.rules(), scope.asked());
    }

    @FXML
    private void count() {
        plan().ifPresent(model::count);
    }
}
