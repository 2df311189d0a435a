package corymb.ui.segments;

import corymb.chart.CohortCharts.Telling;
import corymb.path.Cohorts;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Scrolling;
import corymb.ui.kit.Texts;
import corymb.ui.session.PeopleCard;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Shows what came of cohorts. */
public final class CohortsResultController {
    private static final double ROW_HEIGHT = 26;
    private static final double HEAD_HEIGHT = 60;

    private final CohortsModel model;
    private final Navigator navigator;
    private final Dialogs dialogs;

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

    public CohortsResultController(CohortsModel model, Navigator navigator, Dialogs dialogs) {
        this.model = model;
        this.navigator = navigator;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        telling.setConverter(Choices.inWords(
                each -> Texts.of("cohorts.telling." + each.name().toLowerCase(Locale.ROOT))));
        telling.valueProperty().bindBidirectional(model.tellingProperty());
        model.tellingProperty().addListener((_, _, _) -> draw());
        var counted = model.counting().countedProperty();
        Choices.shownWhile(cohortsResult, counted.map(Optional::isPresent));
        counted.subscribe(found -> found.ifPresent(this::show));
        triangle.onChosenProperty().set(model::open);
        cohortsPeople.follow(model.counting().people(), dialogs, navigator);
        model.counting()
                .people()
                .shownProperty()
                .subscribe(shown -> shown.ifPresent(_ -> Scrolling.reveal(cohortsPeople)));
    }

    private void show(Cohorts cohorts) {
        var chosen = model.tellingProperty().get();
        telling.getItems().setAll(CohortsModel.tellings(cohorts));
        telling.setValue(chosen);
        triangle.setPlotHeight(HEAD_HEIGHT + ROW_HEIGHT * (1 + cohorts.cohorts().size()));
        draw();
        Scrolling.reveal(cohortsResult);
    }

    private void draw() {
        var spec = model.triangle();
        Choices.show(triangle, spec.isPresent());
        Choices.show(nobody, spec.isEmpty());
        spec.ifPresent(triangle::setSpec);
    }
}
