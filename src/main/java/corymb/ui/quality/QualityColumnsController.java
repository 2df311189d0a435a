package corymb.ui.quality;

import corymb.chart.ChartSpec;
import corymb.chart.ProfileCharts;
import corymb.quality.SourceQuality;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Columns;
import corymb.ui.kit.Inspector;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Ties the columns of a source, and the one that is looked at closely, to the model. */
public final class QualityColumnsController {
    private final QualityModel model;

    @FXML
    private Card columnsCard;

    @FXML
    private TableGrid columns;

    @FXML
    private Card chartCard;

    @FXML
    private ChartPane chart;

    @FXML
    private Card plainCard;

    @FXML
    private Columns closer;

    @FXML
    private Card shapesCard;

    @FXML
    private ChartPane shapes;

    @FXML
    private Card rareCard;

    @FXML
    private ChartPane rare;

    @FXML
    private Card factsCard;

    @FXML
    private VBox facts;

    public QualityColumnsController(QualityModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        model.chosenProperty().subscribe(chosen -> chosen.ifPresent(this::show));
        model.columnProperty().subscribe(column -> column.ifPresent(this::show));
        columns.chosenProperty()
                .addListener((_, _, row) ->
                        row.ifPresent(chosen -> model.chooseColumn(chosen.text(Texts.of("quality.column")))));
        chart.onChosenProperty().set(model::openMark);
        shapes.onChosenProperty().set(model::openShape);
        rare.onChosenProperty().set(model::openValue);
    }

    private void show(SourceQuality quality) {
        columnsCard.setTitle(QualityWords.counted(
                "quality.columnsTitle",
                "quality.columnsTitleOne",
                quality.columns().size()));
        columns.show(ColumnTable.of(quality));
    }

    private void show(ColumnView view) {
        plainCard.setTitle(view.plain());
        draw(view.chart(), chart, chartCard);
        Choices.show(plainCard, view.chart().isEmpty());
        factsCard.setTitle(Texts.of("quality.numbersTitle", view.column().name()));
        facts.getChildren()
                .setAll(ColumnFacts.of(view).entrySet().stream()
                        .map(fact -> fact(fact.getKey(), fact.getValue(), view))
                        .toList());
        draw(ProfileCharts.shapes(view.column()), shapes, shapesCard);
        draw(view.rare(), rare, rareCard);
        Choices.show(closer, shapesCard.isVisible() || rareCard.isVisible());
    }

    private static void draw(Optional<ChartSpec> drawn, ChartPane pane, Card card) {
        drawn.ifPresent(pane::setSpec);
        Choices.show(card, drawn.isPresent());
    }

    private Node fact(String key, String value, ColumnView view) {
        if (!key.equals(ColumnFacts.FAR) || view.far() == 0) {
            return Inspector.fact(Texts.of(key), value);
        }
        var open = new Button(view.far() == 1 ? Texts.of("quality.seeRow") : Texts.of("quality.seeRows", value));
        open.getStyleClass().addAll("small", "flat");
        open.setAccessibleText(Texts.of(key) + ": " + open.getText());
        open.setOnAction(_ -> model.openFar());
        var fact = new HBox(Inspector.fact(Texts.of(key), ""), open);
        HBox.setHgrow(fact.getChildren().getFirst(), Priority.ALWAYS);
        return fact;
    }
}
