package corymb.ui.clusters;

import corymb.chart.ClusterCharts;
import corymb.clustering.Candidate;
import corymb.clustering.Clustering;
import corymb.clustering.GapStatistic;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Columns;
import corymb.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Why there are as many groups as there are: the reason in a sentence, and every number that was tried. */
public final class WhyCard extends VBox {
    private static final double WIDTH = 320;
    private static final double HEIGHT = 240;

    private final Label reason = new Label();
    private final ChartPane silhouette = new ChartPane();
    private final ChartPane inertia = new ChartPane();
    private final Columns charts = new Columns();
    private final MeasuresTable measures = new MeasuresTable();

    public WhyCard() {
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        silhouette.setPlotHeight(HEIGHT);
        inertia.setPlotHeight(HEIGHT);
        charts.setColumnWidth(WIDTH);
        charts.getChildren().addAll(silhouette, inertia);
        var content = new VBox(reason, charts, measures);
        content.getStyleClass().add("group");
        getChildren().add(new Card(Texts.of("clusters.whyTitle"), "", content));
    }

    void showReason(Clustering clustering) {
        reason.setText((clustering.chosen().reason() + " " + SoundnessWords.test(clustering.soundness())).strip());
    }

    /** A curve needs several numbers; where the method finds the number itself, none was tried. */
    void showTried(Clustering clustering, List<Candidate> tried, GapStatistic gap) {
        boolean isChosen = clustering.plan().method().counts().isPresent();
        Choices.show(charts, isChosen && tried.size() > 1);
        Choices.show(measures, isChosen);
        silhouette.setSpec(ClusterCharts.silhouette(tried, clustering.chosen().clusters()));
        inertia.setSpec(ClusterCharts.costs(tried, clustering.chosen().clusters()));
        measures.show(tried, gap, clustering.plan().method());
    }
}
