package corymb.chart;

import java.awt.Paint;
import java.io.Serial;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** Bars by category. */
final class CategoryCharts {
    private static final int MOST_LABELLED = 20;
    private static final int MOST_LETTERS_ABREAST = 48;
    private static final int MOST_IN_TWO_LINES = 8;
    private static final double WIDEST_BAR = 0.12;
    private static final double FULL_SCORE = 100;

    private static final ItemLabelPosition AT_RIGHT =
            new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT);
    private static final ItemLabelPosition AT_LEFT =
            new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT);

    private final ChartTheme theme;
    private final PlotStyle style;

    CategoryCharts(ChartTheme theme) {
        this.theme = theme;
        this.style = new PlotStyle(theme);
    }

    CategoryPlot bars(ChartSpec.Bars bars) {
        var plot = plot(bars.marks(), bars.category().label(), bars.value());
        return haveRoom(bars.marks()) ? plot : lying(plot, bars.marks());
    }

    CategoryPlot ranked(ChartSpec.RankedBars bars) {
        var plot = lying(plot(bars.marks(), "", bars.value()), bars.marks());
        if (bars.value().measure() == Axis.Measure.SCORE) {
            plot.getRangeAxis()
                    .setRange(0, FULL_SCORE * (1 + plot.getRangeAxis().getUpperMargin()));
        }
        return plot;
    }

    /** Whether the longest word of the names fits under a bar of a chart of usual width. */
    private static boolean haveRoom(List<ChartSpec.Mark> marks) {
        int longest = marks.stream()
                .flatMap(mark -> Stream.of(mark.label().split("\\s+", -1)))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return longest * marks.size() <= MOST_LETTERS_ABREAST;
    }

    /** Where each bar says its value beside it, a scale would only say it twice. */
    private static CategoryPlot lying(CategoryPlot plot, List<ChartSpec.Mark> marks) {
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeGridlinesVisible(!areLabelled(marks));
        plot.getRangeAxis().setTickLabelsVisible(!areLabelled(marks));
        plot.getRangeAxis().setUpperMargin(0.28);
        plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.45f);
        plot.getDomainAxis().setMaximumCategoryLabelLines(linesOfNames(marks.size()));
        plot.getRenderer().setDefaultPositiveItemLabelPosition(AT_RIGHT);
        plot.getRenderer().setDefaultNegativeItemLabelPosition(AT_LEFT);
        return plot;
    }

    private CategoryPlot plot(List<ChartSpec.Mark> marks, String label, Axis value) {
        var data = new DefaultCategoryDataset();
        for (int i = 0; i < marks.size(); i++) {
            data.addValue(marks.get(i).value(), "", new Item(i, marks.get(i).label()));
        }
        var axis = style.whole(value, marks.stream().allMatch(mark -> mark.value() == Math.rint(mark.value())));
        axis.setUpperMargin(0.18);
        var names = style.categories(label);
        names.setMaximumCategoryLabelLines(2);
        return style.apply(new CategoryPlot(data, names, axis, renderer(marks, value)));
    }

    private BarRenderer renderer(List<ChartSpec.Mark> marks, Axis value) {
        var renderer = new MarkRenderer(marks);
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setMaximumBarWidth(WIDEST_BAR);
        renderer.setMinimumBarLength(1);
        renderer.setDefaultToolTipGenerator((_, _, item) ->
                marks.get(item).label() + "\n" + exact(value, marks.get(item).value()));
        renderer.setDefaultItemURLGenerator((_, _, item) -> marks.get(item).key());
        if (areLabelled(marks)) {
            label(renderer, marks, value);
        }
        return renderer;
    }

    private static boolean areLabelled(List<ChartSpec.Mark> marks) {
        return marks.size() <= MOST_LABELLED;
    }

    private void label(BarRenderer renderer, List<ChartSpec.Mark> marks, Axis value) {
        renderer.setDefaultItemLabelGenerator(new BarLabels(marks, value));
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(theme.font());
        renderer.setDefaultItemLabelPaint(theme.text());
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER));
        renderer.setItemLabelInsets(new org.jfree.chart.ui.RectangleInsets(4, 4, 4, 4));
    }

    /** In how many lines a name beside so many rows can stand. */
    static int linesOfNames(int rows) {
        return rows > MOST_IN_TWO_LINES ? 1 : 2;
    }

    static String exact(Axis axis, double value) {
        return switch (axis.measure()) {
            case NUMBER, SCORE, DEVIATION -> Numbers.local().exact(value);
            case SHARE -> Numbers.local().percent(value);
        };
    }

    /** A category that keeps its place when two have the same name. */
    record Item(int place, String label) implements Comparable<Item> {
        @Override
        public int compareTo(Item other) {
            return Integer.compare(place, other.place);
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** Writes the value at the end of its bar. */
    private record BarLabels(List<ChartSpec.Mark> marks, Axis value)
            implements org.jfree.chart.labels.CategoryItemLabelGenerator {
        @Override
        public String generateRowLabel(org.jfree.data.category.CategoryDataset data, int row) {
            return "";
        }

        @Override
        public String generateColumnLabel(org.jfree.data.category.CategoryDataset data, int column) {
            return marks.get(column).label();
        }

        @Override
        public String generateLabel(org.jfree.data.category.CategoryDataset data, int row, int column) {
            double shown = marks.get(column).value();
            return switch (value.measure()) {
                case NUMBER, SCORE, DEVIATION ->
                    shown == Math.rint(shown)
                            ? Numbers.local().exact(shown)
                            : Numbers.local().prose(shown);
                case SHARE -> Numbers.local().percent(shown);
            };
        }
    }

    /** Gives every bar the colour of its mark. */
    private final class MarkRenderer extends BarRenderer {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient List<ChartSpec.Mark> marks;

        MarkRenderer(List<ChartSpec.Mark> marks) {
            this.marks = marks;
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            return theme.colour(marks.get(column).colour());
        }
    }
}
