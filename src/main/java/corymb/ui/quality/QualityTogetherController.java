package corymb.ui.quality;

import corymb.chart.ChartSpec;
import corymb.chart.ProfileCharts;
import corymb.quality.SourceProfile;
import corymb.quality.TimeCoverage;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Columns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;

/** Ties what the columns of a source say together to the model: times covered, columns that go and go missing together. */
public final class QualityTogetherController {
    private static final double HEIGHT = 260;
    private static final double HEIGHT_OF_NAMES = 110;
    private static final double HEIGHT_OF_ROW = 26;

    private final QualityModel model;

    @FXML
    private Columns cards;

    public QualityTogetherController(QualityModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        model.chosenProperty().subscribe(chosen -> chosen.ifPresent(quality -> show(quality.profile())));
    }

    private void show(SourceProfile profile) {
        var shown = new ArrayList<Node>();
        profile.coverage().forEach(coverage -> shown.add(coverage(coverage)));
        ProfileCharts.missing(profile.missingness())
                .ifPresent(chart -> shown.add(card(chart, key -> model.openMissing(Integer.parseInt(key)))));
        ProfileCharts.associations(profile).forEach(chart -> shown.add(card(chart, this::openPair)));
        cards.getChildren().setAll(shown);
        // Without cards the page would leave a gap for it.
        Choices.show(cards, !shown.isEmpty());
    }

    private Card coverage(TimeCoverage coverage) {
        return card(ProfileCharts.coverage(coverage), start -> model.openPeriod(coverage, Instant.parse(start)));
    }

    private void openPair(String key) {
        var cell = ChartSpec.Cell.of(key);
        model.openPair(cell.row(), cell.column());
    }

    private static Card card(ChartSpec chart, Consumer<String> onChosen) {
        var pane = new ChartPane(chart);
        pane.setPlotHeight(height(chart));
        pane.onChosenProperty().set(onChosen);
        var card = new Card();
        card.setContent(pane);
        return card;
    }

    private static double height(ChartSpec chart) {
        return chart instanceof ChartSpec.HeatMap map
                ? Math.max(HEIGHT, HEIGHT_OF_NAMES + HEIGHT_OF_ROW * map.rows().size())
                : HEIGHT;
    }
}
