package corymb.ui.experiments;

import corymb.chart.ExperimentCharts;
import corymb.chart.Numbers;
import corymb.experiment.Simulation;
import corymb.experiment.Study;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.RowsCard;
import corymb.ui.kit.Scrolling;
import corymb.ui.kit.StatTile;
import corymb.ui.kit.Texts;
import corymb.ui.session.PeopleCard;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;

/** Shows what came of a test that was tried on a segment. */
public final class SimulatedTestController {
    private final ExperimentsModel page;
    private final SimulateTestModel model;
    private final Dialogs dialogs;

    @FXML
    private MessageBar stale;

    @FXML
    private Card statement;

    @FXML
    private StatTile found;

    @FXML
    private StatTile falseAlarms;

    @FXML
    private StatTile people;

    @FXML
    private ChartPane estimates;

    @FXML
    private ChartPane byDay;

    @FXML
    private RowsCard rows;

    @FXML
    private PeopleCard behind;

    public SimulatedTestController(ExperimentsModel page, Dialogs dialogs) {
        this.page = page;
        this.model = page.simulation();
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        found.setOnOpen(_ -> model.openFound());
        falseAlarms.setOnOpen(_ -> model.openAlarms());
        people.setOnOpen(_ -> model.openPeople());
        rows.follow(model.behindProperty());
        behind.follow(model.people(), dialogs, _ -> page.goToSegments());
        model.people().shownProperty().subscribe(shown -> shown.ifPresent(_ -> Scrolling.reveal(behind)));
        List.of(estimates, byDay).forEach(chart -> chart.explainedBy(() -> page.explain(model.result.get())));
        model.result.subscribe(this::show);
        page.keptProperty().subscribe(() -> show(model.result.get()));
    }

    private void show(Optional<Study.SimulatedTest> shown) {
        stale.hide();
        if (page.isStale(shown)) {
            stale.show(MessageBar.Kind.WARNING, Texts.of("experiments.simulationStale"), "");
        }
        shown.map(Study.SimulatedTest::simulation).ifPresent(this::show);
    }

    private void show(Simulation simulation) {
        statement.setTitle(simulation.statement());
        tiles(simulation);
        estimates.setSpec(ExperimentCharts.estimates(simulation));
        byDay.setSpec(ExperimentCharts.days(simulation));
    }

    private void tiles(Simulation simulation) {
        var numbers = Numbers.local();
        found.setNumber(numbers.percent(simulation.power().value()));
        falseAlarms.setNumber(numbers.percent(simulation.falsePositiveRate().value()));
        falseAlarms.setComparison(Texts.of(
                "experiments.aimedAt",
                numbers.percent(simulation.plan().design().alpha())));
        people.setNumber(numbers.count(simulation.crowd().enrolled()));
        people.setComparison(Texts.of(
                "experiments.ofMembers", numbers.count(simulation.crowd().members())));
    }
}
