package corymb.chart;

import java.awt.BasicStroke;
import java.awt.Paint;
import java.io.Serial;
import java.util.List;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.SpiderWebPlot;
import org.jfree.chart.renderer.category.BoxAndWhiskerRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.statistics.BoxAndWhiskerItem;
import org.jfree.data.statistics.DefaultBoxAndWhiskerCategoryDataset;

/** Radars, and boxes with whiskers. */
final class ShapeCharts {
    private static final double WIDEST_BOX = 0.08;

    private final ChartTheme theme;
    private final PlotStyle style;

    ShapeCharts(ChartTheme theme) {
        this.theme = theme;
        this.style = new PlotStyle(theme);
    }

    SpiderWebPlot radar(ChartSpec.Radar radar) {
        var data = new DefaultCategoryDataset();
        for (var series : radar.series()) {
            series.points()
                    .forEach(point -> data.addValue(
                            point.y(), series.name(), radar.spokes().get((int) point.x())));
        }
        var plot = new SpiderWebPlot(data);
        for (int i = 0; i < radar.series().size(); i++) {
            plot.setSeriesPaint(i, theme.colour(radar.series().get(i).colour()));
            plot.setSeriesOutlineStroke(i, new BasicStroke(2));
        }
        plot.setMaxValue(1);
        plot.setWebFilled(false);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setLabelFont(theme.font());
        plot.setLabelPaint(theme.text());
        plot.setAxisLinePaint(theme.grid());
        plot.setHeadPercent(0.008);
        plot.setInteriorGap(0.16);
        plot.setToolTipGenerator((_, one, spoke) -> radar.series().get(one).name() + "\n"
                + radar.spokes().get(spoke) + ": "
                + Numbers.local()
                        .percent(radar.series().get(one).points().get(spoke).y()));
        return plot;
    }

    CategoryPlot boxes(ChartSpec.Boxes boxes) {
        var data = new DefaultBoxAndWhiskerCategoryDataset();
        for (int i = 0; i < boxes.boxes().size(); i++) {
            data.add(
                    item(boxes.boxes().get(i).values()),
                    "",
                    new CategoryCharts.Item(i, boxes.boxes().get(i).label()));
        }
        var renderer = new BoxRenderer(boxes.boxes());
        renderer.setMaximumBarWidth(WIDEST_BOX);
        renderer.setMeanVisible(false);
        renderer.setFillBox(true);
        renderer.setUseOutlinePaintForWhiskers(false);
        renderer.setWhiskerWidth(0.4);
        renderer.setArtifactPaint(theme.text());
        renderer.setDefaultToolTipGenerator(
                (_, _, at) -> tip(boxes, boxes.boxes().get(at)));
        renderer.setDefaultItemURLGenerator((_, _, at) -> boxes.boxes().get(at).key());
        var names = style.categories("");
        names.setMaximumCategoryLabelLines(
                CategoryCharts.linesOfNames(boxes.boxes().size()));
        names.setMaximumCategoryLabelWidthRatio(0.45f);
        var value = style.number(boxes.value());
        value.setAutoRangeIncludesZero(false);
        value.setAutoRangeStickyZero(false); // else a group of nothing but noughts lies on the edge, unseen
        var plot = style.apply(new CategoryPlot(data, names, value, renderer));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(org.jfree.chart.axis.AxisLocation.BOTTOM_OR_LEFT);
        return plot;
    }

    private static BoxAndWhiskerItem item(ChartSpec.Five five) {
        return new BoxAndWhiskerItem(
                five.median(),
                five.median(),
                five.lowerQuartile(),
                five.upperQuartile(),
                five.low(),
                five.high(),
                five.low(),
                five.high(),
                List.of());
    }

    private static String tip(ChartSpec.Boxes boxes, ChartSpec.Box box) {
        var axis = boxes.value();
        return box.label() + "\n" + CategoryCharts.exact(axis, box.values().median()) + " ("
                + CategoryCharts.exact(axis, box.values().lowerQuartile()) + " to "
                + CategoryCharts.exact(axis, box.values().upperQuartile()) + ")";
    }

    /** Gives every box the colour of its group. */
    private final class BoxRenderer extends BoxAndWhiskerRenderer {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient List<ChartSpec.Box> boxes;

        BoxRenderer(List<ChartSpec.Box> boxes) {
            this.boxes = boxes;
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            return theme.colour(boxes.get(column).colour());
        }
    }
}
