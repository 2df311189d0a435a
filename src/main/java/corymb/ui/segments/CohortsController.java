package corymb.ui.segments;

import corymb.chart.CohortCharts.Telling;
import corymb.path.CohortPlan.Period;
import corymb.path.Cohorts;
import corymb.project.EventValues;
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
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Ties cohorts to their model. */
public final class CohortsController {
    private static final double ROW_HEIGHT = 26;
    private static final double HEAD_HEIGHT = 60;

    private final CohortsModel model;
    private final PathsModel paths;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private Optional<WhichEvents> first = Optional.empty();
    private Optional<WhichEvents> back = Optional.empty();

    @FXML
    private ComboBox<Optional<String>> startDate;

    @FXML
    private HBox firstPlace;

    @FXML
    private HBox backPlace;

    @FXML
    private ComboBox<Optional<String>> column;

    @FXML
    private ComboBox<Period> period;

    @FXML
    private PathScope scope;

    @FXML
    private MessageBar cohortsMessage;

    @FXML
    private VBox cohortsResult;

    @FXML
    private ComboBox<Telling> telling;

    @FXML
    private ChartPane triangle;

    @FXML
    private Label nobody;

    @FXML
    private PeopleCard cohortsPeople;

    public CohortsController(CohortsModel model, PathsModel paths, Navigator navigator, Dialogs dialogs) {
        this.model = model;
        this.paths = paths;
        this.navigator = navigator;
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
        telling.setConverter(Choices.inWords(each -> Texts.of("cohorts.telling." + lower(each))));
        telling.valueProperty().bindBidirectional(model.tellingProperty());
        Choices.shownWhile(firstPlace, model.startDateProperty().map(Optional::isEmpty));
        model.cohortsProperty().subscribe(found -> found.ifPresent(this::show));
        model.tellingProperty().addListener((_, _, _) -> draw());
        model.outcomeProperty().addListener((_, _, outcome) -> cohortsMessage.show(outcome, dialogs));
        Choices.shownWhile(cohortsResult, model.cohortsProperty().map(Optional::isPresent));
        triangle.onChosenProperty().set(model::open);
        cohortsPeople.follow(model.people(), dialogs, navigator);
        paths.groundProperty().subscribe(_ -> offer());
        paths.segmentsProperty().subscribe(_ -> offerSegments());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Offers what the project knows now. */
    private void offer() {
        model.clear();
        var project = model.project();
        var columns = FieldChoice.ofEvents(project);
        var deeds = new Topic.Deeds(EventValues.types(project), columns);
        first = Optional.of(place(firstPlace, deeds));
        back = Optional.of(place(backPlace, deeds));
        var dates = FieldChoice.of(project).stream()
                .filter(choice -> choice.field().type().isTemporal())
                .toList();
        offer(startDate, dates, "cohorts.firstEvent", "cohorts.dayOf");
        var numbers = columns.stream()
                .filter(choice -> choice.field().type().isNumeric())
                .toList();
        offer(column, numbers, "cohorts.noTotal", "cohorts.totalOf");
        offerSegments();
    }

    private WhichEvents place(HBox place, Topic.Deeds deeds) {
        var events = new WhichEvents(deeds, model.usual());
        place.getChildren().setAll(events);
        HBox.setHgrow(events, Priority.ALWAYS);
        return events;
    }

    private static void offer(ComboBox<Optional<String>> box, List<FieldChoice> fields, String none, String some) {
        box.setConverter(Choices.inWords(name ->
                name.map(wanted -> Texts.of(some, label(fields, wanted))).orElseGet(() -> Texts.of(none))));
        box.getItems()
                .setAll(Stream.concat(
                                Stream.of(Optional.<String>empty()),
                                fields.stream()
                                        .map(choice ->
                                                Optional.of(choice.field().name())))
                        .toList());
        box.setValue(Optional.empty());
    }

    private static String label(List<FieldChoice> fields, String name) {
        return fields.stream()
                .filter(choice -> choice.field().name().equals(name))
                .map(FieldChoice::label)
                .findFirst()
                .orElse(name);
    }

    /** Offers the segments there are now. */
    private void offerSegments() {
        model.forgetStale();
        scope.offer(model.project().segments().stream()
                .map(made -> made.value().name())
                .toList());
    }

    private void show(Cohorts cohorts) {
        boolean isAdded = cohorts.plan().back().column().isPresent();
        telling.getItems().setAll(isAdded ? List.of(Telling.values()) : List.of(Telling.SHARE, Telling.PEOPLE));
        telling.setValue(model.tellingProperty().get());
        triangle.setPlotHeight(HEAD_HEIGHT + ROW_HEIGHT * cohorts.cohorts().size());
        draw();
    }

    private void draw() {
        Choices.show(triangle, model.triangle().isPresent());
        Choices.show(nobody, model.triangle().isEmpty());
        model.triangle().ifPresent(triangle::setSpec);
    }

    @FXML
    private void count() {
        model.count(first.flatMap(WhichEvents::rule), back.flatMap(WhichEvents::rule), scope.asked());
    }
}
