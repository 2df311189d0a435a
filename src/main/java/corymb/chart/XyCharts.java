package corymb.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;

/** Charts over two numbers. */
final class XyCharts {
    /** Above this many marks a dot no longer answers a click. */
    private static final int MOST_ENTITIES = 20_000;

    private static final int MOST_DOTS = 200_000;
    private static final int MOST_DOTTED = 30;
    private static final double MARGIN = 0.05;

    private final ChartTheme theme;
    private final PlotStyle style;

    XyCharts(ChartTheme theme) {
        this.theme = theme;
        this.style = new PlotStyle(theme);
    }

    XYPlot lines(ChartSpec.Lines lines) {
        var renderer = new EmphasisRenderer(lines, theme);
        prepare(renderer, lines.series(), lines.x(), lines.y());
        if (!lines.errors().isEmpty()) {
            renderer.setDefaultToolTipGenerator(
                    (_, one, item) -> tip(lines.series().get(one), item, lines.x(), lines.y()) + " ± "
                            + CategoryCharts.exact(lines.y(), lines.errors().get(item)));
        }
        var x = style.whole(lines.x(), isWhole(lines.series(), ChartSpec.Point::x));
        x.setAutoRangeIncludesZero(false);
        var y = style.whole(lines.y(), isWhole(lines.series(), ChartSpec.Point::y));
        y.setAutoRangeIncludesZero(false);
        y.setUpperMargin(0.10);
        y.setLowerMargin(0.10);
        var plot = style.apply(new XYPlot(data(lines.series()), x, y, renderer));
        lines.chosen().forEach(chosen -> plot.addDomainMarker(style.rule(chosen)));
        new SeriesNames(theme).addAtEnds(plot, lines.series());
        return plot;
    }

    /** The part of the plot that is seen; its height fits that part, and names that stood at ends are listed. */
    XYPlot narrowed(XYPlot plot, View view, List<ChartSpec.Series> named) {
        if (!view.isWhole()) {
            plot.getDomainAxis().setRange(part(plot.getDomainAxis().getRange(), view.left(), view.right()));
            plot.getRangeAxis().configure();
            plot.clearAnnotations();
            new SeriesNames(theme).addAsList(plot, named);
        }
        return plot;
    }

    private static Range part(Range whole, double from, double to) {
        double length = whole.getLength();
        return new Range(whole.getLowerBound() + from * length, whole.getLowerBound() + to * length);
    }

    /** Draws the dots that are seen: of so many that they were binned, a part shows each. */
    XYPlot scatter(ChartSpec.Scatter whole, View view) {
        var x = style.number(whole.x());
        var y = style.number(whole.y());
        if (whole.groups().stream().anyMatch(group -> !group.points().isEmpty())) {
            x.setRange(part(extent(whole, ChartSpec.Point::x), view.left(), view.right()));
            y.setRange(part(extent(whole, ChartSpec.Point::y), view.low(), view.high()));
        }
        return scatter(view.isWhole() ? whole : seen(whole, x.getRange(), y.getRange()), x, y);
    }

    /** From the least to the greatest value, with a margin. */
    private static Range extent(ChartSpec.Scatter scatter, ToDoubleFunction<ChartSpec.Point> place) {
        var values = scatter.groups().stream()
                .flatMap(group -> group.points().stream())
                .mapToDouble(place)
                .summaryStatistics();
        double margin = Math.max((values.getMax() - values.getMin()) * MARGIN, Math.ulp(values.getMax()) * 1e6);
        return new Range(values.getMin() - margin, values.getMax() + margin);
    }

    private static ChartSpec.Scatter seen(ChartSpec.Scatter whole, Range x, Range y) {
        var groups = whole.groups().stream()
                .map(group -> new ChartSpec.Series(
                        group.name(),
                        group.colour(),
                        group.points().stream()
                                .filter(point -> x.contains(point.x()) && y.contains(point.y()))
                                .toList()))
                .toList();
        return new ChartSpec.Scatter(whole.caption(), whole.x(), whole.y(), groups);
    }

    private XYPlot scatter(ChartSpec.Scatter scatter, NumberAxis x, NumberAxis y) {
        int dots = scatter.groups().stream()
                .mapToInt(group -> group.points().size())
                .sum();
        if (dots > MOST_DOTS) {
            return style.apply(new DensityChart(theme).plot(scatter, x, y));
        }
        var renderer = new XYLineAndShapeRenderer(false, true);
        prepare(renderer, scatter.groups(), scatter.x(), scatter.y());
        renderer.setDefaultCreateEntities(dots <= MOST_ENTITIES);
        double size = dots > 2_000 ? 3 : dots > 300 ? 5 : 7;
        for (int i = 0; i < scatter.groups().size(); i++) {
            renderer.setSeriesShape(i, circle(size));
            renderer.setSeriesPaint(i, theme.faint(scatter.groups().get(i).colour(), dots > 300 ? 150 : 200));
        }
        var plot = style.apply(new XYPlot(data(scatter.groups()), x, y, renderer));
        new SeriesNames(theme).addAtCentres(plot, scatter.groups());
        return plot;
    }

    XYPlot histogram(ChartSpec.Histogram histogram) {
        var series = new XYIntervalSeries("", false, true);
        double usual = histogram.bins().stream()
                .mapToDouble(bin -> bin.to() - bin.from())
                .min()
                .orElse(0);
        for (int place = 0; place < histogram.bins().size(); place++) {
            var bin = histogram.bins().get(place);
            // A range of all that lies far out is drawn as wide as the others beside it.
            double from =
                    place == 0 && histogram.bins().size() > 1 ? Math.max(bin.from(), bin.to() - usual) : bin.from();
            double to = place > 0 ? Math.min(bin.to(), bin.from() + usual) : bin.to();
            series.add((from + to) / 2, from, to, bin.count(), bin.count(), bin.count());
        }
        var data = new XYIntervalSeriesCollection();
        data.addSeries(series);
        var renderer = new XYBarRenderer(0.04);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setSeriesPaint(0, theme.colour(Palette.ACCENT));
        renderer.setDefaultToolTipGenerator(
                (_, _, item) -> tip(histogram, histogram.bins().get(item)));
        renderer.setURLGenerator((_, _, item) -> Integer.toString(item));
        var x = style.number(histogram.x());
        x.setAutoRangeIncludesZero(false);
        return style.apply(new XYPlot(
                data,
                x,
                style.whole(
                        histogram.count(),
                        histogram.bins().stream().allMatch(bin -> bin.count() == Math.rint(bin.count()))),
                renderer));
    }

    XYPlot intervals(ChartSpec.Intervals intervals) {
        var estimates = intervals.estimates();
        var data = new XYIntervalSeriesCollection();
        var series = new XYIntervalSeries("", false, true);
        for (int i = 0; i < estimates.size(); i++) {
            var estimate = estimates.get(i);
            series.add(estimate.value(), estimate.low(), estimate.high(), i, i, i);
        }
        data.addSeries(series);
        var x = style.number(intervals.value());
        // Without no difference in sight, how large one is cannot be seen.
        x.setAutoRangeIncludesZero(intervals.reference() == 0);
        var plot = style.apply(new XYPlot(data, x, rows(estimates), intervalRenderer(intervals)));
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(theme.grid());
        plot.setDomainGridlineStroke(PlotStyle.HAIRLINE);
        plot.setRangeGridlinesVisible(false);
        plot.addDomainMarker(style.rule(intervals.reference()), org.jfree.chart.ui.Layer.BACKGROUND);
        return plot;
    }

    private SymbolAxis rows(List<ChartSpec.Estimate> estimates) {
        var rows = style.names(estimates.stream().map(ChartSpec.Estimate::label).toList());
        rows.setInverted(true);
        return rows;
    }

    private XYErrorRenderer intervalRenderer(ChartSpec.Intervals intervals) {
        var renderer = new XYErrorRenderer();
        renderer.setDrawYError(false);
        renderer.setCapLength(0);
        renderer.setErrorPaint(theme.faint(Palette.ACCENT, 90));
        renderer.setErrorStroke(new BasicStroke(8, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        renderer.setSeriesPaint(0, theme.colour(Palette.ACCENT));
        renderer.setSeriesShape(0, circle(10));
        renderer.setDefaultToolTipGenerator(
                (_, _, item) -> tip(intervals, intervals.estimates().get(item)));
        renderer.setURLGenerator((_, _, item) -> intervals.estimates().get(item).key());
        return renderer;
    }

    private void prepare(XYLineAndShapeRenderer renderer, List<ChartSpec.Series> series, Axis x, Axis y) {
        for (int i = 0; i < series.size(); i++) {
            renderer.setSeriesPaint(i, theme.colour(series.get(i).colour()));
            renderer.setSeriesStroke(i, new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        }
        renderer.setDefaultEntityRadius(7);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setDefaultToolTipGenerator((_, one, item) -> tip(series.get(one), item, x, y));
        renderer.setURLGenerator((_, one, _) -> series.get(one).name());
        renderer.setDefaultCreateEntities(
                series.stream().mapToInt(one -> one.points().size()).sum() <= MOST_ENTITIES);
    }

    private static String tip(ChartSpec.Series series, int item, Axis x, Axis y) {
        var point = series.points().get(item);
        return series.name() + "\n" + named(x, point.x()) + "\n" + named(y, point.y());
    }

    private static String tip(ChartSpec.Histogram histogram, ChartSpec.Bin bin) {
        return CategoryCharts.exact(histogram.x(), bin.from()) + " to " + CategoryCharts.exact(histogram.x(), bin.to())
                + "\n" + named(histogram.count(), bin.count());
    }

    private static String tip(ChartSpec.Intervals intervals, ChartSpec.Estimate estimate) {
        var axis = intervals.value();
        return estimate.label() + "\n" + CategoryCharts.exact(axis, estimate.value()) + " ("
                + CategoryCharts.exact(axis, estimate.low()) + " to " + CategoryCharts.exact(axis, estimate.high())
                + ")";
    }

    private static String named(Axis axis, double value) {
        var written = CategoryCharts.exact(axis, value);
        return axis.label().isEmpty() ? written : axis.label() + ": " + written;
    }

    private static boolean isWhole(List<ChartSpec.Series> series, ToDoubleFunction<ChartSpec.Point> place) {
        return series.stream()
                .flatMap(one -> one.points().stream())
                .mapToDouble(place)
                .allMatch(value -> value == Math.rint(value));
    }

    static DefaultXYDataset data(List<ChartSpec.Series> series) {
        var data = new DefaultXYDataset();
        for (int i = 0; i < series.size(); i++) {
            var points = series.get(i).points();
            data.addSeries(i, new double[][] {
                points.stream().mapToDouble(ChartSpec.Point::x).toArray(),
                points.stream().mapToDouble(ChartSpec.Point::y).toArray()
            });
        }
        return data;
    }

    static Shape circle(double size) {
        return new Ellipse2D.Double(-size / 2, -size / 2, size, size);
    }

    /** Shows the chosen points large, the others small where there are few. */
    private static final class EmphasisRenderer extends XYLineAndShapeRenderer {
        @Serial
        private static final long serialVersionUID = 1;

        private static final int BAR_STRENGTH = 130;
        private static final int CAP = 4;

        private final transient ChartSpec.Lines lines;
        private final transient Paint barPaint;

        EmphasisRenderer(ChartSpec.Lines lines, ChartTheme theme) {
            super(true, true);
            this.lines = lines;
            this.barPaint = theme.faint(Palette.ACCENT, BAR_STRENGTH);
        }

        @Override
        public boolean getItemShapeVisible(int series, int item) {
            return isChosen(series, item) || lines.series().get(series).points().size() <= MOST_DOTTED;
        }

        @Override
        public Shape getItemShape(int series, int item) {
            return circle(isChosen(series, item) ? 12 : 6);
        }

        /** What is seen takes in the bars. */
        @Override
        public @Nullable Range findRangeBounds(XYDataset data) {
            var range = super.findRangeBounds(data);
            for (int item = 0; item < lines.errors().size(); item++) {
                double error = lines.errors().get(item);
                range = Range.expandToInclude(range, data.getYValue(0, item) - error);
                range = Range.expandToInclude(range, data.getYValue(0, item) + error);
            }
            return range;
        }

        @Override
        public void drawItem(
                Graphics2D graphics,
                XYItemRendererState state,
                Rectangle2D area,
                PlotRenderingInfo info,
                XYPlot plot,
                ValueAxis x,
                ValueAxis y,
                XYDataset data,
                int series,
                int item,
                CrosshairState crosshair,
                int pass) {
            if (pass == 0 && series == 0 && item < lines.errors().size()) {
                double error = lines.errors().get(item);
                double value = data.getYValue(0, item);
                double place = x.valueToJava2D(data.getXValue(0, item), area, plot.getDomainAxisEdge());
                double top = y.valueToJava2D(value + error, area, plot.getRangeAxisEdge());
                double foot = y.valueToJava2D(value - error, area, plot.getRangeAxisEdge());
                graphics.setPaint(barPaint);
                graphics.setStroke(new BasicStroke(1.5f));
                graphics.draw(new Line2D.Double(place, top, place, foot));
                graphics.draw(new Line2D.Double(place - CAP, top, place + CAP, top));
                graphics.draw(new Line2D.Double(place - CAP, foot, place + CAP, foot));
            }
            super.drawItem(graphics, state, area, info, plot, x, y, data, series, item, crosshair, pass);
        }

        private boolean isChosen(int series, int item) {
            return lines.chosen()
                    .contains(lines.series().get(series).points().get(item).x());
        }
    }
}
