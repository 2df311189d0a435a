package corymb.ui.segments;

import corymb.path.CohortPlan;
import corymb.path.CohortPlan.Period;
import corymb.path.CohortPlan.Start;
import corymb.project.EventValues;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Ties cohorts to their model. */
public final class CohortsController {

    private final CohortsModel model;
    private final PathsModel paths;
    private final Dialogs dialogs;
    private Optional<WhichEvents> first = Optional.empty();
    private Optional<WhichEvents> back = Optional.empty();

    @FXML
    private FindBox<Optional<String>> startDate;

    @FXML
    private HBox firstPlace;

    @FXML
    private HBox backPlace;

    @FXML
    private FindBox<Optional<String>> column;

    @FXML
    private ComboBox<Period> period;

    @FXML
    private PathScope scope;

    @FXML
    private MessageBar cohortsMessage;

    @FXML
    private Label note;

    @FXML
    private TextField following;

    @FXML
    private PathSaving saving;

    public CohortsController(CohortsModel model, PathsModel paths, Dialogs dialogs) {
        this.model = model;
        this.paths = paths;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        startDate.valueProperty().bindBidirectional(model.startDateProperty());
        column.valueProperty().bindBidirectional(model.columnProperty());
        Choices.offer(
                period,
                List.of(Period.values()),
                model.periodProperty(),
                each -> Texts.of("cohorts.period." + lower(each)));
        following.textProperty().bindBidirectional(model.followingProperty());
        Choices.shownWhile(firstPlace, model.startDateProperty().map(Optional::isEmpty));
        var counting = model.counting();
        counting.outcomeProperty().addListener((_, _, outcome) -> cohortsMessage.show(outcome, dialogs));
        RuleNotes.show(note, counting.noteProperty());
        paths.groundProperty().subscribe(_ -> offer());
        paths.segmentsProperty().subscribe(_ -> offerSegments());
        saving.follow(paths, CohortPlan.class, this::plan);
        paths.openedProperty()
                .subscribe(opened -> opened.ifPresent(saved -> {
                    if (saved.plan() instanceof CohortPlan plan) {
                        open(plan);
                    }
                }));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Offers what the project knows now. */
    private void offer() {
        model.counting().clear();
        var project = model.counting().project();
        var deeds = new Topic.Deeds(EventValues.offered(project), FieldChoice.ofEvents(project));
        first = Optional.of(place(firstPlace, deeds));
        back = Optional.of(place(backPlace, deeds));
        var dates = FieldChoice.of(project).stream()
                .filter(choice -> choice.field().type().isTemporal())
                .toList();
        OptionalField.offer(startDate, dates, "cohorts.firstEvent", "cohorts.dayOf");
        OptionalField.offer(column, FieldChoice.amounts(project), "cohorts.noTotal", "cohorts.totalOf");
        offerSegments();
    }

    private WhichEvents place(HBox place, Topic.Deeds deeds) {
        var events = new WhichEvents(deeds, model.usual());
        place.getChildren().setAll(events);
        HBox.setHgrow(events, Priority.ALWAYS);
        return events;
    }

    /** Offers the segments there are now. */
    private void offerSegments() {
        model.counting().forgetStale();
        scope.offer(model.counting().project().segments().stream()
                .map(made -> made.value().name())
                .toList());
    }

    private void open(CohortPlan plan) {
        offer();
        model.fill(plan);
        if (plan.start() instanceof Start.FirstEvent(var events)) {
            first.ifPresent(place -> place.fill(events));
        }
        back.ifPresent(place -> place.fill(plan.back().events()));
        scope.fill(new PathScope.Asked(plan.segment(), plan.calendar().starts()));
        model.count(plan);
    }

    private Optional<CohortPlan> plan() {
        return model.plan(first.flatMap(WhichEvents::rule), back.flatMap(WhichEvents::rule), scope.asked());
    }

    @FXML
    private void count() {
        plan().ifPresent(model::count);
    }
}
