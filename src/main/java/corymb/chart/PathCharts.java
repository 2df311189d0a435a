package corymb.chart;

import java.awt.BasicStroke;
import java.awt.Paint;
import java.awt.Shape;
import java.io.Serial;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.DefaultXYDataset;

/** Lines and areas over places that are no numbers. */
final class PathCharts {
    private static final BasicStroke STRONG = new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final int MOST_TOLD = 70;
    private static final int FAINT = 60;
    private static final double MARGIN = 0.1;
    private static final double NUMBERS_MARGIN = 0.18;
    private static final float MARK = 5;

    /** From the middle of a mark to the number beside it, in standard deviations. */
    private static final double BESIDE = 0.15;

    private final ChartTheme theme;
    private final PlotStyle style;

    PathCharts(ChartTheme theme) {
        this.theme = theme;
        this.style = new PlotStyle(theme);
    }

    XYPlot paths(ChartSpec.Paths paths) {
        var all =
                Stream.concat(paths.series().stream(), paths.ground().stream()).toList();
        var renderer = new LineRenderer(paths.value(), all);
        for (int i = 0; i < all.size(); i++) {
            boolean isNamed = i < paths.series().size();
            renderer.setSeriesPaint(
                    i,
                    isNamed
                            ? theme.colour(all.get(i).colour())
                            : theme.faint(all.get(i).colour(), FAINT));
            renderer.setSeriesStroke(i, isNamed ? STRONG : PlotStyle.HAIRLINE);
            renderer.setSeriesShape(i, XyCharts.circle(6));
            renderer.setSeriesShapesVisible(i, isNamed);
        }
        renderer.setDefaultCreateEntities(all.size() <= MOST_TOLD);
        renderer.setDefaultToolTipGenerator((_, one, item) -> tip(paths, all.get(one), item));
        renderer.setURLGenerator((_, one, _) -> all.get(one).name());
        var stops = style.name(new NameAxis(paths.stops()));
        var value = style.number(paths.value());
        value.setAutoRangeIncludesZero(false);
        value.setUpperMargin(MARGIN);
        var drawn = all.stream().map(series -> drawn(series, paths.value())).toList();
        var plot = style.apply(new XYPlot(XyCharts.data(drawn), stops, value, renderer));
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(theme.grid());
        plot.setDomainGridlineStroke(PlotStyle.HAIRLINE);
        if (paths.value().measure() == Axis.Measure.DEVIATION && Deviations.areFar(paths.series())) {
            value.setLowerMargin(NUMBERS_MARGIN);
            value.setUpperMargin(NUMBERS_MARGIN);
            far(paths, 1).forEach(plot::addAnnotation);
            far(paths, -1).forEach(plot::addAnnotation);
        }
        return plot;
    }

    private static ChartSpec.Series drawn(ChartSpec.Series series, Axis value) {
        return new ChartSpec.Series(
                series.name(),
                series.colour(),
                series.points().stream()
                        .map(point -> new ChartSpec.Point(point.x(), value.drawn(point.y())))
                        .toList());
    }

    /** The numbers of those that lie farther out than they stand, above (1) or below (-1), by their stops. */
    private Stream<XYTextAnnotation> far(ChartSpec.Paths paths, int side) {
        var byStop = paths.series().stream()
                .flatMap(series -> series.points().stream())
                .filter(point -> Deviations.isFar(point.y()) && point.y() * side > 0)
                .collect(Collectors.groupingBy(ChartSpec.Point::x));
        return byStop.values().stream().map(points -> far(points, side));
    }

    private XYTextAnnotation far(List<ChartSpec.Point> points, int side) {
        var numbers = points.stream()
                .map(ChartSpec.Point::y)
                .sorted(Comparator.comparingDouble(deviation -> -Math.abs(deviation)))
                .map(deviation -> Numbers.local().prose(deviation))
                .collect(Collectors.joining(", "));
        var point = points.getFirst();
        var note = new XYTextAnnotation(numbers, point.x(), Deviations.drawn(point.y()) + side * BESIDE);
        note.setTextAnchor(side > 0 ? TextAnchor.BOTTOM_CENTER : TextAnchor.TOP_CENTER);
        note.setFont(theme.strong());
        note.setPaint(theme.text());
        return note;
    }

    private static String tip(ChartSpec.Paths paths, ChartSpec.Series series, int item) {
        var point = series.points().get(item);
        return series.name() + "\n" + paths.stops().get((int) point.x()) + ": "
                + CategoryCharts.exact(paths.value(), point.y());
    }

    /** Draws a triangle where a value lies farther out than it stands. */
    private static final class LineRenderer extends XYLineAndShapeRenderer {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Axis value;
        private final transient List<ChartSpec.Series> series;

        LineRenderer(Axis value, List<ChartSpec.Series> series) {
            super(true, true);
            this.value = value;
            this.series = series;
        }

        @Override
        public Shape getItemShape(int one, int item) {
            double y = series.get(one).points().get(item).y();
            double beyond = y - value.drawn(y);
            if (beyond == 0) {
                return super.getItemShape(one, item);
            }
            return beyond > 0 ? ShapeUtils.createUpTriangle(MARK) : ShapeUtils.createDownTriangle(MARK);
        }
    }

    XYPlot areas(ChartSpec.Areas areas) {
        var renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
        renderer.setOutline(false);
        for (int i = 0; i < areas.series().size(); i++) {
            renderer.setSeriesPaint(i, theme.colour(areas.series().get(i).colour()));
        }
        renderer.setDefaultToolTipGenerator(
                (_, one, item) -> areas.series().get(one).name() + "\n"
                        + CategoryCharts.exact(
                                areas.value(),
                                areas.series().get(one).points().get(item).y()));
        renderer.setURLGenerator((_, one, _) -> areas.series().get(one).name());
        var places = style.unnumbered();
        var value = style.number(areas.value());
        value.setUpperMargin(MARGIN);
        var plot = style.apply(new XYPlot(XyCharts.data(areas.series()), places, value, renderer));
        return plot;
    }

    XYPlot branches(ChartSpec.Branches branches) {
        var data = new DefaultXYDataset();
        var renderer = new BranchRenderer(branches.branches());
        for (int i = 0; i < branches.branches().size(); i++) {
            data.addSeries(i, corners(branches.branches().get(i)));
            renderer.setSeriesStroke(i, new BasicStroke(1.6f));
        }
        renderer.setDefaultToolTipGenerator(
                (_, one, _) -> branches.branches().get(one).note());
        var height = style.number(branches.height());
        height.setUpperMargin(MARGIN);
        var places = style.unnumbered();
        places.setAutoRangeIncludesZero(false);
        places.setAutoRangeStickyZero(false); // else the first leaf stands half outside
        var plot = style.apply(new XYPlot(data, places, height, renderer));
        branches.cuts().forEach(cut -> plot.addRangeMarker(style.rule(cut)));
        return plot;
    }

    /** Gives each leg the colour of what stands on it. */
    private final class BranchRenderer extends XYLineAndShapeRenderer {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient List<ChartSpec.Branch> branches;

        BranchRenderer(List<ChartSpec.Branch> branches) {
            super(true, false);
            this.branches = branches;
        }

        /** A line ends at its corner of {@link PathCharts#corners}. */
        @Override
        public Paint getItemPaint(int one, int corner) {
            var branch = branches.get(one);
            return theme.colour(
                    switch (corner) {
                        case 0, 1 -> branch.one().colour();
                        case 2 -> branch.colour();
                        default -> branch.other().colour();
                    });
        }
    }

    /** Up from one, across, and down to the other. */
    private static double[][] corners(ChartSpec.Branch branch) {
        double one = branch.one().x();
        double other = branch.other().x();
        return new double[][] {
            {one, one, other, other},
            {
                branch.one().from(),
                branch.height(),
                branch.height(),
                branch.other().from()
            }
        };
    }
}
