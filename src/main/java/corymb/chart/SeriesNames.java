package corymb.chart;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Names of series beside their marks, or in a list at the top right where they would be too close. */
record SeriesNames(ChartTheme theme) {
    private static final double CLOSE = 0.08;

    void addAtEnds(XYPlot plot, List<ChartSpec.Series> series) {
        var shown = series.stream().filter(one -> !one.points().isEmpty()).toList();
        if (shown.size() < 2) {
            return;
        }
        var ends = new ArrayList<>(shown.stream()
                .mapToDouble(one -> one.points().getLast().y())
                .boxed()
                .toList());
        ends.sort(null);
        double range = plot.getRangeAxis().getRange().getLength();
        boolean close = false;
        for (int i = 1; i < ends.size(); i++) {
            close |= ends.get(i) - ends.get(i - 1) < CLOSE * range;
        }
        if (close) {
            addAsList(plot, shown);
        } else {
            plot.getDomainAxis().setUpperMargin(0.18);
            shown.forEach(one -> plot.addAnnotation(atEnd(one)));
        }
    }

    /** Names two or more clouds of dots in their middle. */
    void addAtCentres(XYPlot plot, List<ChartSpec.Series> groups) {
        var shown = groups.stream().filter(group -> !group.points().isEmpty()).toList();
        if (shown.size() > 1) {
            shown.forEach(group -> plot.addAnnotation(atCentre(group)));
        }
    }

    private XYTextAnnotation atCentre(ChartSpec.Series group) {
        var points = group.points();
        double x = points.stream().mapToDouble(ChartSpec.Point::x).average().orElse(0);
        double y = points.stream().mapToDouble(ChartSpec.Point::y).average().orElse(0);
        var note = new XYTextAnnotation(" " + group.name() + " ", x, y);
        note.setFont(theme.strong());
        note.setPaint(theme.text());
        note.setBackgroundPaint(theme.veil());
        return note;
    }

    private XYTextAnnotation atEnd(ChartSpec.Series series) {
        var last = series.points().getLast();
        var note = new XYTextAnnotation("  " + series.name(), last.x(), last.y());
        note.setTextAnchor(TextAnchor.CENTER_LEFT);
        note.setFont(theme.strong());
        note.setPaint(theme.colour(series.colour()));
        return note;
    }

    /** Lists two or more names at the top right. */
    void addAsList(XYPlot plot, List<ChartSpec.Series> series) {
        if (series.size() > 1) {
            plot.addAnnotation(new XYTitleAnnotation(1, 1, list(series), RectangleAnchor.TOP_RIGHT));
        }
    }

    /** Lists two or more names over the plot, where they hide nothing however many they are. */
    void addOver(JFreeChart chart, List<ChartSpec.Series> series) {
        if (series.size() > 1) {
            var list = list(series);
            list.setPosition(RectangleEdge.TOP);
            list.setMargin(0, 0, theme.font().getSize2D() / 2, 0);
            list.setHorizontalAlignment(HorizontalAlignment.RIGHT);
            chart.addLegend(list);
        }
    }

    private LegendTitle list(List<ChartSpec.Series> series) {
        var items = new LegendItemCollection();
        for (var one : series) {
            var item = new LegendItem(one.name(), theme.colour(one.colour()));
            item.setLabelPaint(theme.text());
            items.add(item);
        }
        var legend = new LegendTitle(() -> items);
        legend.setItemFont(theme.font());
        legend.setItemPaint(theme.text());
        legend.setItemLabelPadding(new RectangleInsets(2, 2, 2, 10));
        // No line of the grid goes through names.
        legend.setBackgroundPaint(theme.surface());
        legend.setFrame(BlockBorder.NONE);
        return legend;
    }
}
