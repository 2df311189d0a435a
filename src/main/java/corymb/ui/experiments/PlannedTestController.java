package corymb.ui.experiments;

import corymb.chart.Numbers;
import corymb.experiment.SampleSize;
import corymb.ui.experiments.PlanTestModel.Answer;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.RowsCard;
import corymb.ui.kit.StatTile;
import corymb.ui.kit.Texts;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/** Shows how many people the test that is typed needs. */
public final class PlannedTestController {
    private final ExperimentsModel page;
    private final PlanTestModel model;

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

    @FXML
    private RowsCard behind;

    public PlannedTestController(ExperimentsModel page) {
        this.page = page;
        this.model = page.plan();
    }

    @FXML
    private void initialize() {
        each.setOnOpen(_ -> model.openEach());
        total.setOnOpen(_ -> model.openTotal());
        days.setOnOpen(_ -> model.openDays());
        behind.follow(model.behindProperty());
        curve.explainedBy(page::explainPlan);
        model.answerProperty().subscribe(this::show);
    }

    private void show(Answer answer) {
        List.of(each, total, days).forEach(tile -> tile.openableProperty().set(answer instanceof Answer.Size));
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
        days.openableProperty().set(size.days().isPresent());
        long comingIn = size.plan().traffic().daily();
        days.setComparison(
                comingIn == 0
                        ? Texts.of("experiments.noDaily")
                        : Texts.of("experiments.atDaily", numbers.count(comingIn)));
    }
}
