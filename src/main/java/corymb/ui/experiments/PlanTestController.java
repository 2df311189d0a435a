package corymb.ui.experiments;

import corymb.chart.Numbers;
import corymb.experiment.SampleSize;
import corymb.experiment.SampleSizeFormula;
import corymb.ui.experiments.PlanTestModel.Answer;
import corymb.ui.experiments.PlanTestModel.Measure;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.StatTile;
import corymb.ui.kit.Texts;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Ties the planning of a test to its model. */
public final class PlanTestController {
    private final PlanTestModel model;

    @FXML
    private TextField name;

    @FXML
    private ComboBox<Measure> measure;

    @FXML
    private Node rateField;

    @FXML
    private TextField baseline;

    @FXML
    private Node valueFields;

    @FXML
    private TextField mean;

    @FXML
    private TextField deviation;

    @FXML
    private TextField effect;

    @FXML
    private ComboBox<EffectInput.Unit> unit;

    @FXML
    private TextField daily;

    @FXML
    private TextField available;

    @FXML
    private Label detectable;

    @FXML
    private TextField variants;

    @FXML
    private TextField confidence;

    @FXML
    private TextField power;

    @FXML
    private Node formulaField;

    @FXML
    private ComboBox<SampleSizeFormula> formula;

    @FXML
    private MessageBar unclear;

    @FXML
    private StatTile each;

    @FXML
    private StatTile total;

    @FXML
    private StatTile days;

    @FXML
    private Card curveCard;

    @FXML
    private ChartPane curve;

    @FXML
    private Label method;

    public PlanTestController(PlanTestModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        name.textProperty().bindBidirectional(model.name);
        baseline.textProperty().bindBidirectional(model.baseline);
        mean.textProperty().bindBidirectional(model.mean);
        deviation.textProperty().bindBidirectional(model.deviation);
        effect.textProperty().bindBidirectional(model.effect.size());
        daily.textProperty().bindBidirectional(model.daily);
        available.textProperty().bindBidirectional(model.available);
        variants.textProperty().bindBidirectional(model.variants);
        confidence.textProperty().bindBidirectional(model.confidence);
        power.textProperty().bindBidirectional(model.power);
        Choices.offer(measure, List.of(Measure.values()), model.measure, PlanTestController::words);
        Choices.offer(formula, List.of(SampleSizeFormula.values()), model.formula, SampleSizeFormula::label);
        model.measure.subscribe(_ -> measureChanged());
        available.textProperty().subscribe(_ -> detect());
        model.answerProperty().subscribe(this::show);
    }

    private static String words(Measure measure) {
        return switch (measure) {
            case RATE -> Texts.of("experiments.rate");
            case VALUE -> Texts.of("experiments.value");
        };
    }

    private void measureChanged() {
        boolean isRate = model.isRate();
        shown(rateField, isRate);
        shown(formulaField, isRate);
        shown(valueFields, !isRate);
        unit.valueProperty().unbindBidirectional(model.effect.unit());
        Choices.offer(
                unit,
                List.of(EffectInput.Unit.values()),
                model.effect.unit(),
                choice -> EffectInput.words(choice, isRate));
    }

    static void shown(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    private void detect() {
        var words = model.detectable();
        detectable.setText(words);
        shown(detectable, !words.isEmpty());
    }

    private void show(Answer answer) {
        detect();
        switch (answer) {
            case Answer.Size(var size, var chart) -> {
                unclear.hide();
                tiles(size);
                curve.setSpec(chart);
                method.setText(Texts.of("experiments.method", size.formula(), size.note())
                        .strip());
                curveCard.setVisible(true);
            }
            case Answer.Unclear(var problem) -> {
                unclear.show(problem);
                List.of(each, total, days).forEach(tile -> tile.setNumber(Numbers.MISSING));
                curveCard.setVisible(false);
            }
        }
    }

    private void tiles(SampleSize size) {
        var numbers = Numbers.local();
        each.setNumber(numbers.count(size.perVariant()));
        each.setComparison(
                Texts.of("experiments.toFind", Words.effect(size.plan().effect(), model.isRate())));
        total.setNumber(numbers.count(size.total()));
        total.setComparison(
                Texts.of("experiments.inGroups", size.plan().traffic().variants()));
        days.setNumber(size.days().isPresent() ? numbers.count(size.days().getAsLong()) : Numbers.MISSING);
        long comingIn = size.plan().traffic().daily();
        days.setComparison(
                comingIn == 0
                        ? Texts.of("experiments.noDaily")
                        : Texts.of("experiments.atDaily", numbers.count(comingIn)));
    }
}
