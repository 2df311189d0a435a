package corymb.chart;

import java.awt.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/** Draws what a {@link ChartSpec} says in the one look of all charts. */
public final class Charts {
    private static final Color CLEAR = new Color(0, 0, 0, 0);

    private Charts() {}

    /** The drawing alone, without words over it and without ground, to stand in a card. */
    public static JFreeChart plot(ChartSpec spec, ChartTheme theme) {
        var chart = new JFreeChart(null, theme.font(), plotOf(spec, theme), false);
        chart.setBackgroundPaint(CLEAR);
        chart.setPadding(new RectangleInsets(10, 0, 0, 18));
        chart.setTextAntiAlias(true);
        return chart;
    }

    /** The whole picture with finding and subtitle on its own ground, to be saved or printed. */
    public static JFreeChart picture(ChartSpec spec, ChartTheme theme) {
        var chart = plot(spec, theme);
        chart.setBackgroundPaint(theme.surface());
        chart.setPadding(new RectangleInsets(16, 16, 16, 20));
        chart.addSubtitle(0, title(spec.caption().finding(), theme.title(), theme.text()));
        chart.addSubtitle(1, title(spec.caption().drawn(), theme.font(), theme.muted()));
        return chart;
    }

    private static Plot plotOf(ChartSpec spec, ChartTheme theme) {
        var category = new CategoryCharts(theme);
        var xy = new XyCharts(theme);
        return switch (spec) {
            case ChartSpec.Bars bars -> category.bars(bars);
            case ChartSpec.RankedBars bars -> category.ranked(bars);
            case ChartSpec.Lines lines -> xy.lines(lines);
            case ChartSpec.Histogram histogram -> xy.histogram(histogram);
            case ChartSpec.Scatter scatter -> xy.scatter(scatter);
            case ChartSpec.Intervals intervals -> xy.intervals(intervals);
            case ChartSpec.HeatMap map -> new HeatMapChart(theme).plot(map);
            case ChartSpec.Times times -> new TimeCharts(theme).plot(times);
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
