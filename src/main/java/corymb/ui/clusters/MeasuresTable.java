package corymb.ui.clusters;

import corymb.clustering.Candidate;
import corymb.clustering.ClusterMethod;
import corymb.clustering.GapStatistic;
import corymb.clustering.Measure;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Disclosure;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What every measure says of every number of groups that was tried, folded until it is asked for, and how it measures mixed data. */
public final class MeasuresTable extends VBox {
    private static final double HEIGHT = 300;

    private final TableGrid grid = new TableGrid();
    private final Label words = new Label();

    public MeasuresTable() {
        grid.barVisibleProperty().set(false);
        grid.setMinHeight(HEIGHT);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("muted");
        var content = new VBox(words, grid);
        content.getStyleClass().add("near");
        var disclosure = new Disclosure();
        disclosure.setId("allMeasures");
        disclosure.setTitle(Texts.of("clusters.measures"));
        disclosure.setContent(content);
        getChildren().add(disclosure);
    }

    void show(List<Candidate> tried, GapStatistic gap, ClusterMethod method) {
        grid.show(table(tried, gap));
        words.setText(method.measured());
        Choices.show(words, !method.measured().isEmpty());
    }

    /** One row a number of groups, with the measures that there are. */
    static Table table(List<Candidate> tried, GapStatistic gap) {
        var columns = new ArrayList<Column>();
        columns.add(new NumberColumn(
                Texts.of("clusters.measureGroups"),
                ColumnType.INTEGER,
                tried.stream().mapToDouble(Candidate::clusters).toArray()));
        columns.add(column("silhouette", tried, Candidate::silhouette));
        columns.add(column("inertia", tried, Candidate::inertia));
        for (var measure : Measure.values()) {
            if (tried.stream().anyMatch(each -> each.score(measure).isPresent())) {
                columns.add(column(
                        measure.name().toLowerCase(Locale.ROOT),
                        tried,
                        each -> each.score(measure).orElse(Double.NaN)));
            }
        }
        if (!gap.points().isEmpty()) {
            columns.add(column("gap", tried, each -> of(gap, each, GapStatistic.Point::gap)));
            columns.add(column("gapError", tried, each -> of(gap, each, GapStatistic.Point::error)));
        }
        return new Table(columns);
    }

    private static double of(GapStatistic gap, Candidate tried, ToDoubleFunction<GapStatistic.Point> value) {
        return gap.points().stream()
                .filter(point -> point.clusters() == tried.clusters())
                .mapToDouble(value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static Column column(String key, List<Candidate> tried, ToDoubleFunction<Candidate> value) {
        return new NumberColumn(
                Texts.of("clusters.measure." + key),
                ColumnType.DECIMAL,
                tried.stream()
                        .mapToDouble(each -> Math.rint(value.applyAsDouble(each) * 10_000) / 10_000)
                        .toArray());
    }
}
