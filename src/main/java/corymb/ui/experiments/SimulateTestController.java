package corymb.ui.experiments;

import corymb.chart.ExperimentCharts;
import corymb.chart.Numbers;
import corymb.experiment.Peek;
import corymb.experiment.Study;
import corymb.ui.experiments.SimulateTestModel.Measure;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.StatTile;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    private TextField effect;

    @FXML
    private ComboBox<EffectInput.Unit> unit;

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

    public SimulateTestController(ExperimentsModel page) {
        this.page = page;
        this.model = page.simulation();
    }

    @FXML
    private void initialize() {
        name.textProperty().bindBidirectional(model.name);
        rate.textProperty().bindBidirectional(model.rate);
        effect.textProperty().bindBidirectional(model.effect.size());
        days.textProperty().bindBidirectional(model.days);
        runs.textProperty().bindBidirectional(model.runs);
        confidence.textProperty().bindBidirectional(model.confidence);
        enrolled.textProperty().bindBidirectional(model.enrolled);
        seed.textProperty().bindBidirectional(model.seed);
        Choices.offer(measure, List.of(Measure.values()), model.measure, SimulateTestController::words);
        Choices.offer(peek, List.of(Peek.values()), model.peek, SimulateTestController::words);
        Choices.follow(segment, model.segments, model.segment);
        Choices.follow(feature, model.features, model.feature);
        model.measure.subscribe(this::measureChanged);
        Choices.shownWhile(noSegments, Bindings.isEmpty(model.segments));
        Choices.shownWhile(work, Bindings.isNotEmpty(model.segments));
        noSegments.setOnAction(_ -> page.goToSegments());
        model.result.subscribe(this::show);
        page.keptProperty().subscribe(() -> show(model.result.get()));
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

    private void measureChanged(Measure chosen) {
        PlanTestController.shown(rateField, chosen == Measure.GIVEN_RATE);
        PlanTestController.shown(featureField, chosen != Measure.GIVEN_RATE);
        unit.valueProperty().unbindBidirectional(model.effect.unit());
        boolean isRate = model.isRate();
        Function<EffectInput.Unit, String> words = choice -> EffectInput.words(choice, isRate);
        Choices.offer(unit, List.of(EffectInput.Unit.values()), model.effect.unit(), words);
    }

    private void show(Optional<Study.SimulatedTest> shown) {
        PlanTestController.shown(noResult, shown.isEmpty());
        PlanTestController.shown(result, shown.isPresent());
        stale.hide();
        if (page.isStale(shown)) {
            stale.show(MessageBar.Kind.WARNING, Texts.of("experiments.simulationStale"), "");
        }
        shown.ifPresent(study -> {
            var simulation = study.simulation();
            var numbers = Numbers.local();
            statement.setTitle(simulation.statement());
            found.setNumber(numbers.percent(simulation.power().value()));
            falseAlarms.setNumber(numbers.percent(simulation.falsePositiveRate().value()));
            falseAlarms.setComparison(Texts.of(
                    "experiments.aimedAt",
                    numbers.percent(simulation.plan().design().alpha())));
            people.setNumber(numbers.count(simulation.crowd().enrolled()));
            people.setComparison(Texts.of(
                    "experiments.ofMembers", numbers.count(simulation.crowd().members())));
            estimates.setSpec(ExperimentCharts.estimates(simulation));
            byDay.setSpec(ExperimentCharts.days(simulation));
        });
    }
}
