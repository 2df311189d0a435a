package corymb.chart;

import java.awt.BasicStroke;
import java.io.Serial;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueAxisPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/** Hairlines, no frames, quiet lettering: what all plots have in common. */
final class PlotStyle {
    static final BasicStroke HAIRLINE = new BasicStroke(1);
    private static final BasicStroke DASHED =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 0, new float[] {4, 4}, 0);

    private static final Range ONLY_NOUGHT = new Range(0, 0);

    private final ChartTheme theme;

    PlotStyle(ChartTheme theme) {
        this.theme = theme;
    }

    CategoryPlot apply(CategoryPlot plot) {
        quiet(plot);
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    XYPlot apply(XYPlot plot) {
        quiet(plot);
        // The last number under the plot reaches half its width beyond it.
        plot.setInsets(new RectangleInsets(0, 0, 0, theme.font().getSize2D()));
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setDomainGridlinesVisible(false);
        plot.setDomainZeroBaselineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    /** An axis whose numbers are all written alike. */
    NumberAxis number(Axis axis) {
        var number = new FromNought();
        letter(number, axis.label());
        number.setNumberFormatOverride(new AxisFormat(axis, number));
        return number;
    }

    /** An axis without fractions between its numbers where they are counts. */
    NumberAxis whole(Axis axis, boolean whole) {
        var number = number(axis);
        if (whole && axis.measure() == Axis.Measure.NUMBER) {
            number.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
            number.setAutoRangeMinimumSize(1);
        }
        return number;
    }

    /** An axis that only lays things out; the lowest number beside it reaches half its height beyond. */
    NumberAxis unnumbered() {
        var axis = number(Axis.of(""));
        axis.setTickLabelsVisible(false);
        axis.setFixedDimension(theme.font().getSize2D());
        return axis;
    }

    SymbolAxis names(List<String> names) {
        return name(new SymbolAxis("", names.toArray(String[]::new)));
    }

    /** Names in the lettering of names. */
    <T extends SymbolAxis> T name(T axis) {
        letter(axis, "");
        axis.setGridBandsVisible(false);
        axis.setTickLabelPaint(theme.text());
        return axis;
    }

    CategoryAxis categories(String label) {
        var axis = new CategoryAxis(label.isEmpty() ? null : label);
        axis.setLabelFont(theme.font());
        axis.setLabelPaint(theme.muted());
        axis.setTickLabelFont(theme.font());
        axis.setTickLabelPaint(theme.text());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setLowerMargin(0.02);
        axis.setUpperMargin(0.02);
        axis.setCategoryMargin(0.28);
        return axis;
    }

    <T extends ValueAxis> T letter(T axis, String label) {
        axis.setLabel(label.isEmpty() ? null : label);
        axis.setLabelFont(theme.font());
        axis.setLabelPaint(theme.muted());
        axis.setLabelInsets(new RectangleInsets(6, 6, 6, 6));
        axis.setTickLabelFont(theme.font());
        axis.setTickLabelPaint(theme.muted());
        axis.setTickLabelInsets(new RectangleInsets(4, 6, 4, 6));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    ValueMarker rule(double value) {
        var marker = new ValueMarker(value, theme.muted(), DASHED);
        marker.setAlpha(0.9f);
        return marker;
    }

    private static void quiet(Plot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setNoDataMessage("Nothing to show");
    }

    /** An axis on which bars of nothing but zeros end where all bars begin, and not in the middle. */
    private static final class FromNought extends NumberAxis {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        protected void autoAdjustRange() {
            super.autoAdjustRange();
            if (getPlot() instanceof ValueAxisPlot plot && ONLY_NOUGHT.equals(plot.getDataRange(this))) {
                setRange(new Range(0, getRange().getLength()), false, false);
            }
        }
    }

    /** Writes the numbers of an axis as the axis says. */
    private static final class AxisFormat extends NumberFormat {
        private static final long serialVersionUID = 1;
        private final transient Axis axis;
        private final transient NumberAxis drawn;

        AxisFormat(Axis axis, NumberAxis drawn) {
            this.axis = axis;
            this.drawn = drawn;
        }

        private String written(double value) {
            var range = drawn.getRange();
            double greatest = Math.max(Math.abs(range.getLowerBound()), Math.abs(range.getUpperBound()));
            return axis.format(
                    value, new Numbers.Ticks(greatest, drawn.getTickUnit().getSize()));
        }

        @Override
        public StringBuffer format(double value, StringBuffer target, FieldPosition position) {
            return target.append(written(value));
        }

        @Override
        public StringBuffer format(long value, StringBuffer target, FieldPosition position) {
            return target.append(written((double) value));
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("An axis only writes");
        }
    }
}
