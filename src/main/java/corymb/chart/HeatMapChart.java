package corymb.chart;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jfree.data.xy.XYDataset;

/** Coloured cells with the number in each where it fits, or else in brief. */
final class HeatMapChart {
    private static final int ROOM = 4;
    private static final int HIGH_ENOUGH = 18;
    private static final double HATCH = 9;
    private static final int FAINT = 0x70;
    private static final int HUNDRED = 100;

    private final ChartTheme theme;
    private final PlotStyle style;

    HeatMapChart(ChartTheme theme) {
        this.theme = theme;
        this.style = new PlotStyle(theme);
    }

    XYPlot plot(ChartSpec.HeatMap map) {
        var columns = style.name(new NameAxis(map.values().columnNames()));
        var rows = style.name(new NameAxis(map.rows()));
        rows.setInverted(true);
        var plot = style.apply(new XYPlot(data(map), columns, rows, new CellRenderer(map)));
        plot.setRangeGridlinesVisible(false);
        plot.setDomainAxisLocation(org.jfree.chart.axis.AxisLocation.TOP_OR_LEFT);
        return plot;
    }

    private static DefaultXYZDataset data(ChartSpec.HeatMap map) {
        var values = map.values();
        int columns = values.columnCount();
        var cells = new double[3][values.rowCount() * columns];
        for (int i = 0; i < cells[0].length; i++) {
            cells[0][i] = i % columns;
            int row = i / columns;
            cells[1][i] = row;
            cells[2][i] = values.get(row, i % columns);
        }
        var data = new DefaultXYZDataset();
        data.addSeries("", cells);
        return data;
    }

    /** How many decimals say a number to the hundredth. */
    private static int decimals(double value) {
        long hundredths = Math.round(value * HUNDRED);
        if (hundredths % HUNDRED == 0) {
            return 0;
        }
        return hundredths % 10 == 0 ? 1 : 2;
    }

    /** A nought before the decimals, which a number in a narrow cell goes without: −.9. */
    private static final Pattern BARE_NOUGHT = Pattern.compile("^(\\D?)0(?=\\D\\d)");

    /** What a whole number in a narrow cell goes without: the end of −1.0. */
    private static final Pattern WHOLE = Pattern.compile("\\D0$");

    /** Draws one cell with a hair of ground around it. */
    private final class CellRenderer extends XYBlockRenderer {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient ChartSpec.HeatMap map;
        private final double most;
        private final double least;
        /** As many for every cell, so that all stand alike. */
        private final int decimals;

        CellRenderer(ChartSpec.HeatMap map) {
            this.map = map;
            double high = Double.NEGATIVE_INFINITY;
            double low = Double.POSITIVE_INFINITY;
            int digits = 0;
            var values = map.values().toArray();
            for (int cell = 0; cell < values.length; cell++) {
                if (isOfScale(map.look(cell))) {
                    high = Math.max(high, values[cell]);
                    low = Math.min(low, values[cell]);
                    digits = Math.max(digits, decimals(values[cell]));
                }
            }
            this.most = high;
            this.least = low;
            this.decimals = digits;
            setDefaultToolTipGenerator((_, _, item) -> name(item) + "\n" + note(item));
            setURLGenerator((_, _, item) -> new ChartSpec.Cell(map.rows().get(row(item)), column(item)).key());
        }

        private static boolean isOfScale(ChartSpec.Look look) {
            return look == ChartSpec.Look.WHOLE || look == ChartSpec.Look.UNFINISHED;
        }

        private String name(int item) {
            return map.rows().get(row(item)) + ", " + column(item);
        }

        private String column(int item) {
            return map.values().columnNames().get(item % map.values().columnCount());
        }

        private String note(int item) {
            return map.notes().isEmpty()
                    ? Numbers.local().exact(value(item))
                    : map.notes().get(item);
        }

        private int row(int item) {
            return item / map.values().columnCount();
        }

        private double value(int item) {
            return map.values().get(row(item), item % map.values().columnCount());
        }

        private int colour(double value) {
            return switch (map.scale()) {
                case SEQUENTIAL -> theme.palette().sequential(most > least ? (value - least) / (most - least) : 0.5);
                case DIVERGING ->
                    theme.palette().diverging(value / Deviations.reach(Math.max(Math.abs(most), Math.abs(least))));
            };
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
            if (map.look(item) == ChartSpec.Look.NONE) {
                return;
            }
            double column = data.getXValue(series, item);
            double row = data.getYValue(series, item);
            double left = columns.valueToJava2D(column - 0.5, area, plot.getDomainAxisEdge());
            double right = columns.valueToJava2D(column + 0.5, area, plot.getDomainAxisEdge());
            double top = rows.valueToJava2D(row - 0.5, area, plot.getRangeAxisEdge());
            double bottom = rows.valueToJava2D(row + 0.5, area, plot.getRangeAxisEdge());
            var cell = new Rectangle2D.Double(
                    left + 0.5, Math.min(top, bottom) + 0.5, right - left - 1, Math.abs(bottom - top) - 1);
            paint(graphics, cell, item);
            if (state.getEntityCollection() != null) {
                addEntity(state.getEntityCollection(), cell, data, series, item, cell.getCenterX(), cell.getCenterY());
            }
        }

        /** Faint strokes in the colour of the ground behind, so that the number stays readable. */
        private void hatch(Graphics2D graphics, Rectangle2D cell) {
            var before = graphics.getClip();
            graphics.clip(cell);
            var ground = theme.surface();
            graphics.setPaint(new Color(ground.getRed(), ground.getGreen(), ground.getBlue(), FAINT));
            for (double x = cell.getX() - cell.getHeight(); x < cell.getMaxX(); x += HATCH) {
                graphics.draw(new Line2D.Double(x, cell.getMaxY(), x + cell.getHeight(), cell.getY()));
            }
            graphics.setClip(before);
        }

        private void paint(Graphics2D graphics, Rectangle2D cell, int item) {
            double value = value(item);
            boolean isPlain = map.look(item) == ChartSpec.Look.PLAIN;
            int ground = isPlain ? theme.surface().getRGB() : colour(value);
            graphics.setPaint(new Color(ground));
            graphics.fill(cell);
            if (map.look(item) == ChartSpec.Look.UNFINISHED) {
                hatch(graphics, cell);
            }
            graphics.setFont(theme.font());
            double room = cell.getHeight() >= HIGH_ENOUGH ? cell.getWidth() - (isPlain ? 0 : ROOM) : 0;
            Stream.of(
                            Numbers.local()
                                    .fixed(Math.round(value * HUNDRED) / (double) HUNDRED, isPlain ? 0 : decimals),
                            Numbers.local().brief(value),
                            BARE_NOUGHT.matcher(Numbers.local().briefest(value)).replaceFirst("$1"),
                            WHOLE.matcher(Numbers.local().brief(value)).replaceFirst(""))
                    .filter(number -> graphics.getFontMetrics().stringWidth(number) <= room)
                    .findFirst()
                    .ifPresent(number -> {
                        graphics.setPaint(new Color(Palette.inkOn(ground)));
                        write(graphics, cell, lines(graphics.getFontMetrics(), cell, number, item));
                    });
        }

        /** The number, and the cell's name below it where both fit. */
        private List<String> lines(FontMetrics font, Rectangle2D cell, String number, int item) {
            var lines = new ArrayList<>(List.of(number));
            var name = map.names().isEmpty() ? "" : map.names().get(item);
            for (var word : name.split(" ", -1)) {
                var longer = lines.getLast() + " " + word;
                if (lines.size() > 1 && font.stringWidth(longer) <= cell.getWidth() - ROOM) {
                    lines.set(lines.size() - 1, longer);
                } else {
                    lines.add(word);
                }
            }
            boolean isRoom = lines.size() * font.getHeight() <= cell.getHeight()
                    && lines.stream().allMatch(line -> font.stringWidth(line) <= cell.getWidth() - ROOM);
            return isRoom && !name.isEmpty() ? lines : List.of(number);
        }

        private static void write(Graphics2D graphics, Rectangle2D cell, List<String> lines) {
            int height = graphics.getFontMetrics().getHeight();
            double first = cell.getCenterY() - (lines.size() - 1) * height / 2.0;
            for (int line = 0; line < lines.size(); line++) {
                TextUtils.drawAlignedString(
                        lines.get(line),
                        graphics,
                        (float) cell.getCenterX(),
                        (float) (first + line * height),
                        TextAnchor.CENTER);
            }
        }
    }
}
