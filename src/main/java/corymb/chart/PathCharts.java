package corymb.chart;

import java.awt.BasicStroke;
import java.util.stream.Stream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** Lines and areas over places that are no numbers. */
final class PathCharts {
    private static final BasicStroke STRONG = new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final int MOST_TOLD = 70;
    private static final int FAINT = 60;
    private static final double NAMES_MARGIN = 0.35;

    private final ChartTheme theme;
    private final PlotStyle style;

    PathCharts(ChartTheme theme) {
        this.theme = theme;
        this.style = new PlotStyle(theme);
    }

    XYPlot paths(ChartSpec.Paths paths) {
        var all =
                Stream.concat(paths.series().stream(), paths.ground().stream()).toList();
        var renderer = new XYLineAndShapeRenderer(true, true);
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
        value.setUpperMargin(paths.series().size() > 1 ? NAMES_MARGIN : 0.1);
        var plot = style.apply(new XYPlot(XyCharts.data(all), stops, value, renderer));
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(theme.grid());
        plot.setDomainGridlineStroke(PlotStyle.HAIRLINE);
        new SeriesNames(theme).addAsList(plot, paths.series());
        return plot;
    }

    private static String tip(ChartSpec.Paths paths, ChartSpec.Series series, int item) {
        var point = series.points().get(item);
        return series.name() + "\n" + paths.stops().get((int) point.x()) + ": "
                + CategoryCharts.exact(paths.value(), point.y());
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
        value.setUpperMargin(areas.series().size() > 1 ? NAMES_MARGIN : 0.1);
        var plot = style.apply(new XYPlot(XyCharts.data(areas.series()), places, value, renderer));
        new SeriesNames(theme).addAsList(plot, areas.series());
        return plot;
    }

    XYPlot branches(ChartSpec.Branches branches) {
        var data = new DefaultXYDataset();
        var renderer = new XYLineAndShapeRenderer(true, false);
        for (int i = 0; i < branches.branches().size(); i++) {
            data.addSeries(i, corners(branches.branches().get(i)));
            renderer.setSeriesPaint(i, theme.colour(branches.branches().get(i).colour()));
            renderer.setSeriesStroke(i, new BasicStroke(1.6f));
        }
        renderer.setDefaultToolTipGenerator((_, one, _) -> CategoryCharts.exact(
                branches.height(), branches.branches().get(one).height()));
        return style.apply(new XYPlot(data, style.unnumbered(), style.number(branches.height()), renderer));
    }

    /** Up from one, across, and down to the other. */
    private static double[][] corners(ChartSpec.Branch branch) {
        double one = branch.one().x();
        double other = branch.other().x();
        return new double[][] {
            {one, one, other, other},
            {branch.one().y(), branch.height(), branch.height(), branch.other().y()}
        };
    }
}
