package corymb.ui.quality;

import corymb.quality.SourceQuality;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Inspector;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import javafx.fxml.FXML;
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
    }

    private void show(SourceQuality quality) {
        columnsCard.setTitle(Texts.of("quality.columnsTitle", quality.columns().size()));
        columns.show(ColumnTable.of(quality));
    }

    private void show(ColumnView view) {
        var drawn = view.chart();
        drawn.ifPresent(chart::setSpec);
        plainCard.setTitle(view.plain());
        Choices.show(chartCard, drawn.isPresent());
        Choices.show(plainCard, drawn.isEmpty());
        factsCard.setTitle(Texts.of("quality.numbersTitle", view.column().name()));
        facts.getChildren()
                .setAll(view.facts().entrySet().stream()
                        .map(fact -> Inspector.fact(Texts.of(fact.getKey()), fact.getValue()))
                        .toList());
    }
}
