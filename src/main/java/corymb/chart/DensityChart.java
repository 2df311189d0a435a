package corymb.chart;

import java.awt.Color;
import java.awt.Paint;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jfree.data.xy.XYZDataset;

/** Counts of dots in small squares, for more dots than can be told apart. */
record DensityChart(ChartTheme theme) {
    private static final int CELLS = 120;

    XYPlot plot(ChartSpec.Scatter scatter, NumberAxis x, NumberAxis y) {
        var points = scatter.groups().stream()
                .flatMap(group -> group.points().stream())
                .toList();
        var width = points.stream().mapToDouble(ChartSpec.Point::x).summaryStatistics();
        var height = points.stream().mapToDouble(ChartSpec.Point::y).summaryStatistics();
        double stepX = Math.max((width.getMax() - width.getMin()) / CELLS, Double.MIN_NORMAL);
        double stepY = Math.max((height.getMax() - height.getMin()) / CELLS, Double.MIN_NORMAL);
        var counts = new int[CELLS * CELLS];
        for (var point : points) {
            int column = Math.min((int) ((point.x() - width.getMin()) / stepX), CELLS - 1);
            int row = Math.min((int) ((point.y() - height.getMin()) / stepY), CELLS - 1);
            counts[row * CELLS + column]++;
        }
        var renderer = new XYBlockRenderer();
        renderer.setBlockWidth(stepX);
        renderer.setBlockHeight(stepY);
        renderer.setDefaultCreateEntities(false);
        renderer.setPaintScale(scale(Arrays.stream(counts).max().orElse(1)));
        return new XYPlot(filled(counts, width.getMin(), stepX, height.getMin(), stepY), x, y, renderer);
    }

    private static XYZDataset filled(int[] counts, double left, double stepX, double low, double stepY) {
        var cells = IntStream.range(0, counts.length)
                .filter(cell -> counts[cell] > 0)
                .toArray();
        var values = new double[3][cells.length];
        for (int i = 0; i < cells.length; i++) {
            values[0][i] = left + (cells[i] % CELLS + 0.5) * stepX;
            int row = cells[i] / CELLS;
            values[1][i] = low + (row + 0.5) * stepY;
            values[2][i] = counts[cells[i]];
        }
        var data = new DefaultXYZDataset();
        data.addSeries("", values);
        return data;
    }

    private PaintScale scale(int most) {
        return new PaintScale() {
            @Override
            public double getLowerBound() {
                return 0;
            }

            @Override
            public double getUpperBound() {
                return most;
            }

            @Override
            public Paint getPaint(double count) {
                double share = 0.2 + 0.8 * Math.log1p(count) / Math.log1p(most);
                return new Color(theme.palette().sequential(share));
            }
        };
    }
}
