package corymb.ui.features;

import corymb.chart.ChartSpec;
import corymb.chart.Numbers;
import corymb.ui.features.ScoreMap.Counted;
import corymb.ui.features.ScoreMap.Scores;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Ties the card of buyers by their scores to the model. */
public final class FeaturesScoresController {
    private final FeaturesModel model;
    private final ToggleGroup faces = new ToggleGroup();
    private Runnable opened = () -> {};

    @FXML
    private Card card;

    @FXML
    private ToggleButton asMap;

    @FXML
    private ToggleButton asTable;

    @FXML
    private Node byMoney;

    @FXML
    private HBox moneys;

    @FXML
    private ChartPane map;

    @FXML
    private Node combinations;

    @FXML
    private Label held;

    @FXML
    private TableGrid table;

    @FXML
    private Label explained;

    public FeaturesScoresController(FeaturesModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        Choices.shownWhile(card, model.scoresProperty().map(Optional::isPresent));
        face(asMap);
        face(asTable);
        asMap.setSelected(true);
        Choices.shownWhile(map, asMap.selectedProperty());
        Choices.shownWhile(combinations, asTable.selectedProperty());
        Choices.shownWhile(
                byMoney,
                model.scoresProperty()
                        .map(counted -> counted.filter(
                                        each -> each.map().monetary().isPresent())
                                .isPresent())
                        .flatMap(isScored -> asMap.selectedProperty().map(isMap -> isScored && isMap)));
        model.scoresProperty().subscribe(counted -> counted.ifPresent(this::show));
        model.moneyProperty().subscribe(_ -> counted().ifPresent(this::draw));
        map.onChosenProperty()
                .set(key -> counted()
                        .flatMap(counted -> ScoreCharts.scores(
                                counted, model.moneyProperty().get(), ChartSpec.Cell.of(key)))
                        .ifPresent(this::open));
        table.chosenProperty()
                .addListener((_, _, row) -> row.ifPresent(chosen -> counted()
                        .map(counted -> ScoreCharts.scores(counted.map(), chosen))
                        .ifPresent(this::open)));
    }

    /** Runs after somebody asked for the customers with some scores. */
    void whenOpened(Runnable run) {
        opened = run;
    }

    private Optional<Counted> counted() {
        return model.scoresProperty().get();
    }

    private void open(Scores scores) {
        model.openScores(scores);
        opened.run();
    }

    /** One of them always is chosen. */
    private void face(ToggleButton button) {
        button.setToggleGroup(faces);
        button.setOnAction(_ -> button.setSelected(true));
    }

    private void show(Counted counted) {
        asTable.setText(Texts.of(
                "features.asTable",
                Numbers.local().count(counted.map().combinations().size())));
        explained.setText(counted.map().words());
        held.setText(ScoreCharts.finding(counted));
        table.show(ScoreCharts.table(counted));
        offerMoney(counted.map());
        draw(counted);
    }

    private void draw(Counted counted) {
        map.setSpec(ScoreCharts.map(counted, model.moneyProperty().get()));
    }

    private void offerMoney(ScoreMap scores) {
        var choices = new ArrayList<OptionalInt>();
        choices.add(OptionalInt.empty());
        scores.moneyScores().forEach(money -> choices.add(OptionalInt.of(money)));
        var group = new ToggleGroup();
        moneys.getChildren()
                .setAll(choices.stream().map(money -> money(money, group)).toList());
        moneys.getChildren().getFirst().getStyleClass().add("left-pill");
        moneys.getChildren().getLast().getStyleClass().add("right-pill");
        moneys.getChildren()
                .subList(1, choices.size() - 1)
                .forEach(pill -> pill.getStyleClass().add("center-pill"));
    }

    private ToggleButton money(OptionalInt money, ToggleGroup group) {
        var words = money.isPresent() ? Integer.toString(money.getAsInt()) : Texts.of("features.anyMoney");
        var button = new ToggleButton(words);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(Texts.of("features.moneyScore") + " " + words);
        button.setTooltip(new Tooltip(
                money.isPresent() ? Texts.of("features.onlyMoney", words) : Texts.of("features.whateverMoney")));
        button.setToggleGroup(group);
        button.setSelected(money.equals(model.moneyProperty().get()));
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.moneyProperty().set(money);
        });
        return button;
    }
}
