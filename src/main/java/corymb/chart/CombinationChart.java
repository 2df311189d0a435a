package corymb.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.XYItemLabelGenerator;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYBarDataset;
import org.jfree.data.xy.XYDataset;

/** Bars over a grid of dots: which sets each bar is of. */
final class CombinationChart {
    private static final double BAR_WIDTH = 0.62;
    private static final double LARGEST_DOT = 12;
    private static final double SMALLEST_DOT = 4;
    private static final int MOST_LABELLED = 20;

    /** With more columns their numbers may have to stand upright, and want room for that. */
    private static final int MOST_ABREAST = 10;

    private static final BasicStroke LINK = new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private final ChartTheme theme;
    private final PlotStyle style;
    private final ChartSpec.Combinations spec;

    CombinationChart(ChartTheme theme, ChartSpec.Combinations spec) {
        this.theme = theme;
        this.style = new PlotStyle(theme);
        this.spec = spec;
    }

    CombinedDomainXYPlot plot() {
        var places = style.number(Axis.of(""));
        places.setTickLabelsVisible(false);
        places.setRange(-0.5, Math.max(1, spec.combinations().size()) - 0.5);
        var plot = new CombinedDomainXYPlot(places);
        plot.setGap(4);
        plot.setOutlineVisible(false);
        plot.setBackgroundPaint(null);
        int rows = spec.sets().size();
        plot.add(bars(), 3 + rows / 3);
        plot.add(grid(), Math.max(1, rows));
        return plot;
    }

    private XYPlot bars() {
        var data = new DefaultXYDataset();
        var values = new double[2][spec.combinations().size()];
        for (int i = 0; i < values[0].length; i++) {
            values[0][i] = i;
            values[1][i] = spec.combinations().get(i).value();
        }
        data.addSeries("", values);
        var axis = style.whole(spec.value(), true);
        axis.setUpperMargin(values[0].length > MOST_ABREAST ? 0.4 : 0.16);
        return style.apply(new XYPlot(new XYBarDataset(data, BAR_WIDTH), new NumberAxis(), axis, barRenderer()));
    }

    private XYBarRenderer barRenderer() {
        var renderer = new FittingRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setSeriesPaint(0, theme.colour(Palette.ACCENT));
        renderer.setDefaultToolTipGenerator((_, _, item) -> tip(item));
        renderer.setURLGenerator((_, _, item) -> spec.combinations().get(item).key());
        if (spec.combinations().size() <= MOST_LABELLED) {
            renderer.setDefaultItemLabelGenerator((_, _, item) -> CategoryCharts.exact(
                    spec.value(), spec.combinations().get(item).value()));
            renderer.setDefaultItemLabelsVisible(true);
            renderer.setDefaultItemLabelFont(theme.font());
            renderer.setDefaultItemLabelPaint(theme.text());
            renderer.setDefaultPositiveItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER));
        }
        return renderer;
    }

    private String tip(int item) {
        var combination = spec.combinations().get(item);
        return combination.label() + "\n" + CategoryCharts.exact(spec.value(), combination.value());
    }

    /** One item a set and combination, the combinations of the first set first. */
    private XYPlot grid() {
        int columns = spec.combinations().size();
        var places = new double[2][columns * spec.sets().size()];
        for (int i = 0; i < places[0].length; i++) {
            places[0][i] = i % columns;
            int row = i / columns;
            places[1][i] = row;
        }
        var data = new DefaultXYDataset();
        data.addSeries("", places);
        var rows = style.names(spec.sets().stream()
                .map(set -> set.label() + " · " + CategoryCharts.exact(spec.value(), set.value()))
                .toList());
        rows.setInverted(true);
        var plot = style.apply(new XYPlot(data, new NumberAxis(), rows, new DotRenderer()));
        plot.setRangeGridlinesVisible(false);
        return plot;
    }

    /** Writes the numbers over the bars, upright where a column is too narrow for one of them. */
    private static final class FittingRenderer extends XYBarRenderer {
        @Serial
        private static final long serialVersionUID = 1;

        private static final ItemLabelPosition UPRIGHT = new ItemLabelPosition(
                ItemLabelAnchor.OUTSIDE12, TextAnchor.CENTER_LEFT, TextAnchor.CENTER_LEFT, -Math.PI / 2);

        private boolean isNarrow;

        @Override
        public ItemLabelPosition getPositiveItemLabelPosition(int series, int item) {
            return isNarrow ? UPRIGHT : super.getPositiveItemLabelPosition(series, item);
        }

        @Override
        protected void drawItemLabel(
                Graphics2D graphics,
                XYDataset data,
                int series,
                int item,
                XYPlot plot,
                XYItemLabelGenerator generator,
                Rectangle2D bar,
                boolean isNegative) {
            double room = bar.getWidth() / BAR_WIDTH;
            var font = graphics.getFontMetrics(getItemLabelFont(series, item));
            isNarrow = IntStream.range(0, data.getItemCount(series))
                    .anyMatch(each -> font.stringWidth(generator.generateLabel(data, series, each)) > room);
            super.drawItemLabel(graphics, data, series, item, plot, generator, bar, isNegative);
        }
    }

    /** Dots in the colours of their sets where a combination is of them, joined by a line; faint dots elsewhere. */
    private final class DotRenderer extends AbstractXYItemRenderer {
        @Serial
        private static final long serialVersionUID = 1;

        DotRenderer() {
            int columns = spec.combinations().size();
            setDefaultToolTipGenerator((_, _, item) -> tip(item % columns));
            setURLGenerator(
                    (_, _, item) -> spec.combinations().get(item % columns).key());
        }

        /** Links run over the faint dots between those they join. */
        @Override
        public int getPassCount() {
            return 2;
        }

        @Override
        public void drawItem(
                Graphics2D graphics,
                XYItemRendererState state,
                Rectangle2D area,
                PlotRenderingInfo info,
                XYPlot plot,
                ValueAxis columns,
                ValueAxis rows,
                XYDataset data,
                int series,
                int item,
                CrosshairState crosshair,
                int pass) {
            int row = (int) data.getYValue(series, item);
            int column = (int) data.getXValue(series, item);
            double x = columns.valueToJava2D(column, area, plot.getDomainAxisEdge());
            double y = rows.valueToJava2D(row, area, plot.getRangeAxisEdge());
            double width = area.getWidth() / spec.combinations().size();
            double height = area.getHeight() / spec.sets().size();
            double size = Math.clamp(Math.min(width, height) * 0.6, SMALLEST_DOT, LARGEST_DOT);
            var sets = spec.combinations().get(column).sets();
            boolean isOf = sets.contains(row);
            if (isOf && pass == 1) {
                link(graphics, x, y, height * reach(sets, row));
            }
            if (isOf == (pass == 1)) {
                graphics.setPaint(isOf ? ink(spec.sets().get(row).colour()) : theme.grid());
                graphics.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size));
            }
            if (isOf && pass == 1 && state.getEntityCollection() != null) {
                var cell = new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
                addEntity(state.getEntityCollection(), cell, data, series, item, x, y);
            }
        }

        /** A set without a colour of its own has to stand out from where it is not. */
        private Color ink(int colour) {
            return colour == Palette.GREYED ? theme.muted() : theme.colour(colour);
        }

        /** How many rows below is the next dot that belongs to the same combination; 0 where there is none. */
        private int reach(List<Integer> sets, int row) {
            return sets.stream()
                    .filter(set -> set > row)
                    .mapToInt(set -> set - row)
                    .min()
                    .orElse(0);
        }

        private void link(Graphics2D graphics, double x, double y, double length) {
            if (length > 0) {
                graphics.setStroke(LINK);
                graphics.setPaint(theme.muted());
                graphics.draw(new Line2D.Double(x, y, x, y + length));
            }
        }
    }
}
