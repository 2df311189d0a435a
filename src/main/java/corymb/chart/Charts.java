package corymb.chart;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/** Draws what a {@link ChartSpec} says in the one look of all charts. */
public final class Charts {
    private static final Color CLEAR = new Color(0, 0, 0, 0);

    private Charts() {}

    /** Whether one can look at parts of such a chart more closely. */
    public static boolean canZoom(ChartSpec spec) {
        return switch (spec) {
            case ChartSpec.Lines _,
                    ChartSpec.Histogram _,
                    ChartSpec.Scatter _,
                    ChartSpec.Intervals _,
                    ChartSpec.Times _ -> true;
            case ChartSpec.Bars _,
                    ChartSpec.RankedBars _,
                    ChartSpec.HeatMap _,
                    ChartSpec.Paths _,
                    ChartSpec.Radar _,
                    ChartSpec.Boxes _,
                    ChartSpec.Areas _,
                    ChartSpec.Flows _,
                    ChartSpec.Branches _,
                    ChartSpec.Combinations _ -> false;
        };
    }

    /** Whether a part of such a chart is chosen in both directions; else its height follows from what is seen. */
    public static boolean canZoomUpwards(ChartSpec spec) {
        return spec instanceof ChartSpec.Scatter;
    }

    /** The drawing alone, without words over it and without ground, to stand in a card. */
    public static JFreeChart plot(ChartSpec spec, ChartTheme theme) {
        return plot(spec, theme, View.WHOLE);
    }

    /** A part of the drawing alone. */
    public static JFreeChart plot(ChartSpec spec, ChartTheme theme, View view) {
        var chart = new JFreeChart(null, theme.font(), plotOf(spec, theme, view), spec instanceof ChartSpec.Radar);
        Optional.ofNullable(chart.getLegend()).ifPresent(legend -> quiet(legend, theme));
        new SeriesNames(theme).addOver(chart, namedOver(spec));
        chart.setBackgroundPaint(CLEAR);
        chart.setPadding(new RectangleInsets(10, 0, 0, 18));
        chart.setTextAntiAlias(true);
        return chart;
    }

    /** The series whose marks reach as high as the plot, so that their names stand over it. */
    private static List<ChartSpec.Series> namedOver(ChartSpec spec) {
        return switch (spec) {
            case ChartSpec.Paths paths -> paths.series();
            case ChartSpec.Areas areas -> areas.series();
            case ChartSpec.Branches branches -> branches.groups();
            default -> List.of();
        };
    }

    private static void quiet(LegendTitle legend, ChartTheme theme) {
        legend.setItemFont(theme.font());
        legend.setItemPaint(theme.text());
        legend.setItemLabelPadding(new RectangleInsets(2, 2, 2, 10));
        legend.setBackgroundPaint(CLEAR);
        legend.setFrame(BlockBorder.NONE);
    }

    /** The whole picture, with words over it and on its own ground. */
    public static JFreeChart picture(ChartSpec spec, ChartTheme theme) {
        return picture(spec, theme, View.WHOLE);
    }

    /** The picture of a part with finding and subtitle on its own ground, to be saved or printed. */
    public static JFreeChart picture(ChartSpec spec, ChartTheme theme, View view) {
        var chart = plot(spec, theme, view);
        chart.setBackgroundPaint(theme.surface());
        chart.setPadding(new RectangleInsets(16, 16, 16, 20));
        chart.addSubtitle(0, title(spec.caption().finding(), theme.title(), theme.text()));
        chart.addSubtitle(1, title(spec.caption().drawn(), theme.font(), theme.muted()));
        return chart;
    }

    private static Plot plotOf(ChartSpec spec, ChartTheme theme, View view) {
        var category = new CategoryCharts(theme);
        var xy = new XyCharts(theme);
        return switch (spec) {
            case ChartSpec.Bars bars -> category.bars(bars);
            case ChartSpec.RankedBars bars -> category.ranked(bars);
            case ChartSpec.Lines lines -> xy.narrowed(xy.lines(lines), view, lines.series());
            case ChartSpec.Histogram histogram -> xy.narrowed(xy.histogram(histogram), view, List.of());
            case ChartSpec.Scatter scatter -> xy.scatter(scatter, view);
            case ChartSpec.Intervals intervals -> xy.narrowed(xy.intervals(intervals), view, List.of());
            case ChartSpec.HeatMap map -> new HeatMapChart(theme).plot(map);
            case ChartSpec.Combinations combinations -> new CombinationChart(theme, combinations).plot();
            case ChartSpec.Paths paths -> new PathCharts(theme).paths(paths);
            case ChartSpec.Areas areas -> new PathCharts(theme).areas(areas);
            case ChartSpec.Branches branches -> new PathCharts(theme).branches(branches);
            case ChartSpec.Radar radar -> new ShapeCharts(theme).radar(radar);
            case ChartSpec.Boxes boxes -> new ShapeCharts(theme).boxes(boxes);
            case ChartSpec.Flows flows -> FlowChart.of(flows, theme);
            case ChartSpec.Times times ->
                xy.narrowed(new TimeCharts(theme).plot(times), view, TimeCharts.series(times));
        };
    }

    private static TextTitle title(String text, java.awt.Font font, Color colour) {
        var title = new TextTitle(text, font);
        title.setPaint(colour);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setExpandToFitSpace(true);
        title.setPadding(0, 0, 6, 0);
        return title;
    }
}
