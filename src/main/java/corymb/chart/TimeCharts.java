package corymb.chart;

import java.awt.BasicStroke;
import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.StackedXYAreaRenderer2;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.time.FixedMillisecond;
import org.jfree.data.time.TimeTableXYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Measures over time. */
final class TimeCharts {
    private static final Duration LONG = Duration.ofDays(120);

    private final ChartTheme theme;
    private final PlotStyle style;

    TimeCharts(ChartTheme theme) {
        this.theme = theme;
        this.style = new PlotStyle(theme);
    }

    XYPlot plot(ChartSpec.Times times) {
        var dates = new DateAxis("", TimeZone.getDefault(), Locale.getDefault(Locale.Category.FORMAT));
        style.letter(dates, "");
        dates.setLowerMargin(0);
        dates.setDateFormatOverride(format(times));
        var value = style.whole(times.value(), isWhole(times));
        var plot = switch (times.form()) {
            case LINE -> new XYPlot(XyCharts.data(series(times)), dates, value, lines(times));
            case STACKED_AREA -> new XYPlot(stacked(times), dates, value, areas(times));
            case BARS -> new XYPlot(periods(times), dates, value, bars(times));
        };
        style.apply(plot);
        if (times.form() != ChartSpec.Form.BARS) {
            new SeriesNames(theme).addAtEnds(plot, tops(times));
        }
        return plot;
    }

    private static boolean isWhole(ChartSpec.Times times) {
        return times.trends().stream()
                .flatMap(trend -> trend.moments().stream())
                .allMatch(moment -> moment.value() == Math.rint(moment.value()));
    }

    private static DateFormat format(ChartSpec.Times times) {
        var span = times.trends().stream()
                .flatMap(trend -> trend.moments().stream())
                .mapToLong(moment -> moment.at().getEpochSecond())
                .summaryStatistics();
        return new SimpleDateFormat(
                pattern(Duration.ofSeconds(span.getMax() - span.getMin())), Locale.getDefault(Locale.Category.FORMAT));
    }

    /** So fine that two marks of an axis of that length never read alike. */
    static String pattern(Duration length) {
        if (length.compareTo(LONG) > 0) {
            return "MMM yyyy";
        }
        if (length.isZero() || length.compareTo(Duration.ofDays(7)) > 0) {
            return "d MMM";
        }
        if (length.compareTo(Duration.ofDays(1)) > 0) {
            return "d MMM HH:mm";
        }
        return length.compareTo(Duration.ofMinutes(10)) > 0 ? "HH:mm" : "HH:mm:ss";
    }

    private XYLineAndShapeRenderer lines(ChartSpec.Times times) {
        var renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDefaultEntityRadius(7);
        renderer.setDrawSeriesLineAsPath(true);
        paint(renderer, times);
        for (int i = 0; i < times.trends().size(); i++) {
            renderer.setSeriesStroke(i, new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        }
        return renderer;
    }

    private StackedXYAreaRenderer2 areas(ChartSpec.Times times) {
        var renderer = new StackedXYAreaRenderer2();
        renderer.setOutline(false);
        paint(renderer, times);
        return renderer;
    }

    private XYBarRenderer bars(ChartSpec.Times times) {
        var renderer = new XYBarRenderer(0.1);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        paint(renderer, times);
        renderer.setURLGenerator((_, one, item) ->
                times.trends().get(one).moments().get(item).at().toString());
        return renderer;
    }

    /** Each moment lasts until the next, and the last as long as the one before it. */
    private static XYIntervalSeriesCollection periods(ChartSpec.Times times) {
        var data = new XYIntervalSeriesCollection();
        for (var trend : times.trends()) {
            var series = new XYIntervalSeries(trend.name(), false, true);
            long length = Duration.ofDays(1).toMillis();
            for (int i = 0; i < trend.moments().size(); i++) {
                var moment = trend.moments().get(i);
                long from = moment.at().toEpochMilli();
                if (i + 1 < trend.moments().size()) {
                    length = trend.moments().get(i + 1).at().toEpochMilli() - from;
                }
                double middle = from + length / 2.0;
                series.add(
                        middle,
                        (double) from,
                        (double) (from + length),
                        moment.value(),
                        moment.value(),
                        moment.value());
            }
            data.addSeries(series);
        }
        return data;
    }

    private void paint(AbstractXYItemRenderer renderer, ChartSpec.Times times) {
        for (int i = 0; i < times.trends().size(); i++) {
            renderer.setSeriesPaint(i, theme.colour(times.trends().get(i).colour()));
        }
        renderer.setDefaultToolTipGenerator(
                (_, one, item) -> tip(times, times.trends().get(one), item));
        renderer.setURLGenerator((_, one, _) -> times.trends().get(one).name());
    }

    private static String tip(ChartSpec.Times times, ChartSpec.Trend trend, int item) {
        var moment = trend.moments().get(item);
        return trend.name() + "\n" + Numbers.local().time(moment.at(), ZoneId.systemDefault()) + "\n"
                + CategoryCharts.exact(times.value(), moment.value());
    }

    static List<ChartSpec.Series> series(ChartSpec.Times times) {
        return times.trends().stream()
                .map(trend -> new ChartSpec.Series(trend.name(), trend.colour(), points(trend)))
                .toList();
    }

    private static List<ChartSpec.Point> points(ChartSpec.Trend trend) {
        return trend.moments().stream()
                .map(moment -> new ChartSpec.Point(moment.at().toEpochMilli(), moment.value()))
                .toList();
    }

    /** Where the names go: at the end of each line, or in the middle of each area's end. */
    private static List<ChartSpec.Series> tops(ChartSpec.Times times) {
        if (times.form() == ChartSpec.Form.LINE) {
            return series(times);
        }
        var tops = new java.util.ArrayList<ChartSpec.Series>();
        double below = 0;
        for (var series : series(times)) {
            if (!series.points().isEmpty()) {
                var last = series.points().getLast();
                var middle = new ChartSpec.Point(last.x(), below + last.y() / 2);
                tops.add(new ChartSpec.Series(series.name(), series.colour(), List.of(middle)));
                below += last.y();
            }
        }
        return tops;
    }

    private static TimeTableXYDataset stacked(ChartSpec.Times times) {
        var data = new TimeTableXYDataset();
        for (var trend : times.trends()) {
            for (var moment : trend.moments()) {
                data.add(new FixedMillisecond(Date.from(moment.at())), moment.value(), trend.name());
            }
        }
        return data;
    }
}
