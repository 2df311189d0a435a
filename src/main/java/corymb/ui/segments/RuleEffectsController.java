package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.chart.SegmentCharts;
import corymb.segment.Population;
import corymb.segment.RuleFunnel;
import corymb.table.Table;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.RowSource;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import corymb.ui.session.PeopleCard;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Ties what the conditions of a rule do, and why somebody is in or out, to the model. */
public final class RuleEffectsController {

    private final RuleEffectsModel model;
    private final Dialogs dialogs;
    private final Navigator navigator;

    @FXML
    private VBox effects;

    @FXML
    private Label funnelTitle;

    @FXML
    private VBox steps;

    @FXML
    private EditedLine edit;

    @FXML
    private VBox sampled;

    @FXML
    private TableGrid sample;

    @FXML
    private Label unknown;

    @FXML
    private ChartPane alike;

    @FXML
    private TextField customer;

    @FXML
    private Label problem;

    @FXML
    private VBox answer;

    @FXML
    private PeopleCard people;

    public RuleEffectsController(RuleEffectsModel model, Dialogs dialogs, Navigator navigator) {
        this.model = model;
        this.dialogs = dialogs;
        this.navigator = navigator;
    }

    @FXML
    private void initialize() {
        Choices.shownWhile(effects, model.funnelProperty().map(Optional::isPresent));
        model.funnelProperty().subscribe(counted -> counted.ifPresent(this::show));
        model.unknownProperty()
                .subscribe(found -> unknown.setText(found.map(RuleNotes::words).orElse("")));
        Choices.shownWhile(unknown, unknown.textProperty().isNotEmpty());
        Choices.shownWhile(alike, model.likenessProperty().map(Optional::isPresent));
        model.likenessProperty()
                .subscribe(found -> found.map(measured -> SegmentCharts.alike(
                                measured.curve(),
                                measured.asked().segment(),
                                measured.asked().count()))
                        .ifPresent(alike::setSpec));
        edit.follow(model);
        Choices.shownWhile(
                sampled,
                model.sampleProperty()
                        .map(rows -> rows.filter(found -> found.rowCount() > 0).isPresent()));
        model.sampleProperty().subscribe(rows -> rows.ifPresent(this::show));
        sample.chosenProperty()
                .addListener((_, _, row) -> row.ifPresent(chosen -> model.ask(chosen.text(Population.ID))));
        customer.textProperty().bindBidirectional(model.customerProperty());
        problem.textProperty().bind(model.problemProperty());
        Choices.shownWhile(problem, problem.textProperty().isNotEmpty());
        model.answerProperty()
                .subscribe(found -> answer.getChildren()
                        .setAll(found.map(told -> new VerdictPane(told, model.words())).stream()
                                .toList()));
        people.follow(model.people(), dialogs, navigator);
        people.table()
                .chosenProperty()
                .addListener((_, _, row) -> row.ifPresent(chosen -> model.ask(chosen.text(Population.ID))));
    }

    private void show(Table rows) {
        sample.show(RowSource.of(rows), model.people().words()::brief);
    }

    private void show(RuleFunnel funnel) {
        funnelTitle.setText(finding(funnel));
        steps.getChildren()
                .setAll(IntStream.range(0, funnel.steps().size())
                        .mapToObj(step -> new FunnelStep(funnel, step, model))
                        .toList());
    }

    /** Which condition does most; a rule of one says so itself. */
    private String finding(RuleFunnel funnel) {
        if (funnel.steps().size() < 2) {
            return Texts.of(funnel.steps().isEmpty() ? "segments.funnelMany" : "segments.funnelOne");
        }
        var most = funnel.steps().stream()
                .max(Comparator.comparingLong(RuleFunnel.Step::onlyThis))
                .orElseThrow();
        if (most.onlyThis() == 0) {
            return Texts.of("segments.funnelNone");
        }
        return Texts.of(
                funnel.narrows() ? "segments.funnelNarrows" : "segments.funnelWidens",
                model.words().of(most.rule()),
                Numbers.local().count(most.onlyThis()));
    }

    @FXML
    private void ask() {
        model.ask();
    }
}
