package corymb.chart;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.table.Matrix;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartsTest {
    private static final Caption CAPTION = new Caption("One leads", "Value by name");
    private static final Axis AXIS = Axis.of("Value, €");

    static List<ChartSpec> every() {
        var marks = List.of(new ChartSpec.Mark("a", "Alpha", 3, 0), new ChartSpec.Mark("b", "Beta", 5, 1));
        var points = List.of(new ChartSpec.Point(1, 3), new ChartSpec.Point(2, 5), new ChartSpec.Point(3, 4));
        var series = List.of(new ChartSpec.Series("A", 0, points), new ChartSpec.Series("B", 1, points.reversed()));
        var moments = IntStream.range(0, 20)
                .mapToObj(i -> new ChartSpec.Moment(Instant.ofEpochSecond(i * 604_800L), i + 1.0))
                .toList();
        var trends = List.of(new ChartSpec.Trend("A", 0, moments), new ChartSpec.Trend("B", 1, moments));
        return List.of(
                new ChartSpec.Bars(CAPTION, Axis.of(""), AXIS, marks),
                new ChartSpec.RankedBars(CAPTION, AXIS, marks),
                new ChartSpec.Lines(CAPTION, AXIS, AXIS, series, List.of(2.0)),
                new ChartSpec.Histogram(
                        CAPTION, AXIS, AXIS, List.of(new ChartSpec.Bin(0, 5, 7), new ChartSpec.Bin(5, 9, 2))),
                new ChartSpec.HeatMap(
                        CAPTION,
                        List.of("r", "s"),
                        new Matrix(List.of("x", "y"), -1, 0, 1, 2),
                        ChartSpec.Scale.DIVERGING),
                new ChartSpec.Scatter(CAPTION, AXIS, AXIS, series),
                new ChartSpec.Intervals(
                        CAPTION, AXIS, List.of(new ChartSpec.Estimate("v", "Variant", 0.1, -0.1, 0.3)), 0),
                new ChartSpec.Combinations(
                        CAPTION,
                        AXIS,
                        marks,
                        List.of(
                                new ChartSpec.Combination("1", "Only Alpha", 2, List.of(0)),
                                new ChartSpec.Combination("3", "Both", 1, List.of(0, 1)))),
                new ChartSpec.Times(CAPTION, AXIS, trends, ChartSpec.Form.LINE),
                new ChartSpec.Times(CAPTION, AXIS, trends, ChartSpec.Form.STACKED_AREA));
    }

    private static Plot plot(ChartSpec spec) {
        return Charts.plot(spec, ChartTheme.LIGHT).getPlot();
    }

    /** The texts beside the axes of a drawn chart's plot. */
    private static List<String> ticks(ValueAxis axis, RectangleEdge edge) {
        var image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        var area = new Rectangle2D.Double(0, 0, 400, 300);
        List<?> ticks = axis.refreshTicks(image.createGraphics(), new AxisState(), area, edge);
        return ticks.stream()
                .map(tick -> ((Tick) tick).getText())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Test
    void threeCustomersAreCountedWhole() {
        var bins = List.of(new ChartSpec.Bin(0, 5, 1), new ChartSpec.Bin(5, 9, 2));
        var histogram = (XYPlot) plot(new ChartSpec.Histogram(CAPTION, AXIS, AXIS, bins));
        assertThat(ticks(histogram.getRangeAxis(), RectangleEdge.LEFT)).containsExactly("0", "1", "2");
        var points = List.of(new ChartSpec.Point(1, 1), new ChartSpec.Point(2, 3));
        var lines = (XYPlot) plot(
                new ChartSpec.Lines(CAPTION, AXIS, AXIS, List.of(new ChartSpec.Series("A", 0, points)), List.of()));
        assertThat(ticks(lines.getRangeAxis(), RectangleEdge.LEFT)).containsExactly("1", "2", "3");
        var marks = IntStream.range(0, 30)
                .mapToObj(i -> new ChartSpec.Mark("m" + i, "m" + i, i % 3, 0))
                .toList();
        var bars = (CategoryPlot) plot(new ChartSpec.RankedBars(CAPTION, AXIS, marks));
        assertThat(ticks(bars.getRangeAxis(), RectangleEdge.BOTTOM)).containsExactly("0", "1", "2");
    }

    @Test
    void anAxisThatReachesTenThousandIsWrittenInThousandsThroughout() {
        var points = List.of(new ChartSpec.Point(2, 11_900.5), new ChartSpec.Point(12, 7_400.25));
        var lines = (XYPlot) plot(new ChartSpec.Lines(
                CAPTION, AXIS, Axis.of("Inertia"), List.of(new ChartSpec.Series("A", 0, points)), List.of()));
        assertThat(ticks(lines.getRangeAxis(), RectangleEdge.LEFT))
                .contains("8.0 k", "10.0 k")
                .allMatch(tick -> tick.matches("\\d+\\.\\d k"));
    }

    @ParameterizedTest
    @MethodSource("every")
    void everyKindDrawsMarksThatAnswer(ChartSpec spec) {
        var info = new ChartRenderingInfo();
        var image = ChartFiles.draw(Charts.plot(spec, ChartTheme.DARK), 400, 260, 2, info);
        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(colours(image)).isGreaterThan(10);
        var entities = entities(info);
        assertThat(entities.stream().filter(entity -> entity.getURLText() != null && entity.getToolTipText() != null))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("every")
    void everyKindHasItsDataAsATable(ChartSpec spec) {
        assertThat(spec.table().rowCount()).isPositive();
        assertThat(spec.table().columns()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("every")
    void everyKindCanBeDrawnAsLinesAndLetters(ChartSpec spec) {
        assertThat(ChartFiles.svg(Charts.picture(spec, ChartTheme.LIGHT), 600, 400))
                .startsWith("<svg")
                .contains("One leads", "viewBox=", "\"Inter\", Inter, system-ui, sans-serif");
    }

    @Test
    void chartsOfNothingAreDrawn() {
        var empty = new ChartSpec.Scatter(CAPTION, AXIS, AXIS, List.of());
        var image = ChartFiles.draw(Charts.plot(empty, ChartTheme.LIGHT), 300, 200, 1, new ChartRenderingInfo());
        assertThat(colours(image)).isPositive();
    }

    @Test
    void aHeatMapTellsTheCellByClick() {
        var map = every().get(4);
        var info = new ChartRenderingInfo();
        ChartFiles.draw(Charts.plot(map, ChartTheme.LIGHT), 400, 300, 1, info);
        var key = info.getEntityCollection().getEntity(300, 250).getURLText();
        assertThat(ChartSpec.Cell.of(key)).isEqualTo(new ChartSpec.Cell("s", "y"));
    }

    @Test
    void namesOverColumnsStandLevelWhereTheyFitAndUprightWhereNot() {
        var names = List.of("Annual income (k$)", "Spending score (1-100)");
        assertThat(heightAbove(names, 400)).isLessThan(60);
        assertThat(heightAbove(names, 100)).isGreaterThan(100);
    }

    private static double heightAbove(List<String> columns, double width) {
        var axis = new PlotStyle(ChartTheme.LIGHT).name(new NameAxis(columns));
        var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        var area = new Rectangle2D.Double(0, 0, width, 300);
        return axis.reserveSpace(graphics, new XYPlot(), area, RectangleEdge.TOP, new AxisSpace())
                .getTop();
    }

    @Test
    void aPictureIsWritten(@TempDir Path folder) throws Exception {
        var file = folder.resolve("chart.png");
        ChartFiles.writePng(Charts.picture(every().getFirst(), ChartTheme.LIGHT), 320, 200, file);
        assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
    }

    @SuppressWarnings("unchecked") // the library gives a raw collection of these
    private static Collection<ChartEntity> entities(ChartRenderingInfo info) {
        return info.getEntityCollection().getEntities();
    }

    private static long colours(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .distinct()
                .count();
    }

    @ParameterizedTest
    @ValueSource(longs = {300, 1_800, 20_000, 90_000, 300_000, 600_000, 2_000_000, 30_000_000, 100_000_000})
    void noTwoMarksOfAnAxisOfTimesReadAlike(long seconds) {
        var begin = Instant.parse("2026-03-03T09:10:00Z");
        var moments = Stream.of(0L, seconds)
                .map(after -> new ChartSpec.Moment(begin.plusSeconds(after), 1.0))
                .toList();
        var plot = (XYPlot) plot(
                new ChartSpec.Times(CAPTION, AXIS, List.of(new ChartSpec.Trend("A", 0, moments)), ChartSpec.Form.LINE));
        assertThat(ticks(plot.getDomainAxis(), RectangleEdge.BOTTOM))
                .hasSizeGreaterThan(1)
                .doesNotHaveDuplicates();
    }

    /** The bars of the gap statistic are in view whole, and among the numbers behind the chart. */
    @Test
    void barsOfErrorsAreInViewAndInTheTable() {
        var points = List.of(new ChartSpec.Point(1, 3), new ChartSpec.Point(2, 5));
        var lines = new ChartSpec.Lines(
                CAPTION, AXIS, AXIS, List.of(new ChartSpec.Series("A", 0, points)), List.of(2.0), List.of(4.0, 0.5));
        var range = ((XYPlot) plot(lines)).getRangeAxis().getRange();
        assertThat(range.contains(-1)).isTrue();
        assertThat(range.contains(7)).isTrue();
        assertThat(lines.table().column("error").text(0)).isEqualTo("4");
        var info = new ChartRenderingInfo();
        var withBars = ChartFiles.draw(Charts.plot(lines, ChartTheme.LIGHT), 300, 200, 1, info);
        var none = new ChartSpec.Lines(CAPTION, AXIS, AXIS, lines.series(), lines.chosen(), List.of(0.0, 0.0));
        assertThat(marked(withBars))
                .isGreaterThan(marked(ChartFiles.draw(Charts.plot(none, ChartTheme.LIGHT), 300, 200, 1, info)));
    }

    @Test
    void howFarEstimatesAreFromNoDifferenceIsInSight() {
        var far = new ChartSpec.Intervals(
                CAPTION,
                AXIS,
                List.of(
                        new ChartSpec.Estimate("a", "A", 2.0, 1.8, 2.2),
                        new ChartSpec.Estimate("b", "B", 3.3, 3.2, 3.4)),
                0);
        var plot = (XYPlot) Charts.plot(far, ChartTheme.LIGHT).getPlot();
        assertThat(plot.getDomainAxis().getRange().contains(0)).isTrue();
    }

    /** A cell wide enough for 0.9 or 1.0 is wide enough for its opposite: the picture changes where the minus stands. */
    @ParameterizedTest
    @ValueSource(doubles = {0.9, 0.98})
    void numbersBelowNoughtStandInTheCellsWhereThoseAboveDo(double number) {
        var cells = IntStream.range(0, 12)
                .mapToDouble(i -> i % 2 == 0 ? number : -number)
                .toArray();
        var names = IntStream.range(0, 12).mapToObj(i -> "n" + i).toList();
        var map = new ChartSpec.HeatMap(CAPTION, List.of("r"), new Matrix(names, cells), ChartSpec.Scale.DIVERGING);
        var info = new ChartRenderingInfo();
        for (int width = 330; width <= 400; width += 10) {
            var image = ChartFiles.draw(Charts.plot(map, ChartTheme.LIGHT), width, 200, 1, info);
            var inked = entities(info).stream()
                    .filter(entity -> entity.getURLText() != null)
                    .map(entity -> colours(image, entity.getArea().getBounds2D()) > 1)
                    .distinct()
                    .toList();
            assertThat(inked).as(width + " wide").hasSize(1);
        }
    }

    @Test
    void nextToNothingIsNotInFullColour() {
        var cells = new Matrix(List.of("one", "two"), new double[] {0.05, -0.05});
        var map = new ChartSpec.HeatMap(CAPTION, List.of("r"), cells, ChartSpec.Scale.DIVERGING);
        var info = new ChartRenderingInfo();
        var image = ChartFiles.draw(Charts.plot(map, ChartTheme.LIGHT), 400, 200, 1, info);
        var filled = entities(info).stream()
                .filter(entity -> entity.getURLText() != null)
                .map(entity -> entity.getArea().getBounds())
                .map(cell -> image.getRGB(cell.x + 4, cell.y + 4) & 0xFFFFFF)
                .toList();
        var palette = ChartTheme.LIGHT.palette();
        assertThat(filled).containsExactly(palette.diverging(0.1) & 0xFFFFFF, palette.diverging(-0.1) & 0xFFFFFF);
    }

    /** Where cells are too small for both, the number stands alone. */
    @Test
    void namesOfCellsStandBelowTheirNumbersWhereThereIsRoom() {
        var cells = new Matrix(List.of("one", "two"), new double[] {17, 29});
        var map = new ChartSpec.HeatMap(CAPTION, List.of("r"), cells, ChartSpec.Scale.SEQUENTIAL, List.of())
                .named(List.of("Potentially loyal", ""));
        var picture = Charts.plot(map, ChartTheme.LIGHT);
        assertThat(ChartFiles.svg(picture, 600, 200)).contains(">17<", ">Potentially loyal<", ">29<");
        assertThat(ChartFiles.svg(picture, 200, 200)).contains(">17<", ">Potentially<", ">loyal<");
        assertThat(ChartFiles.svg(picture, 600, 60)).contains(">29<").doesNotContain("Potentially");
        assertThat(ChartFiles.svg(picture, 120, 200)).doesNotContain("Potentially");
    }

    private static long colours(BufferedImage image, Rectangle2D cell) {
        int left = (int) cell.getX() + 2;
        int right = (int) cell.getMaxX() - 2;
        return IntStream.range((int) cell.getY() + 2, (int) cell.getMaxY() - 2)
                .flatMap(y -> IntStream.range(left, right).map(x -> image.getRGB(x, y)))
                .distinct()
                .count();
    }

    private static long marked(BufferedImage image) {
        int ground = image.getRGB(0, 0);
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()) != ground)
                .count();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void barsOfNothingBeginWhereAllBarsBegin(boolean areRanked) {
        var marks = List.of(new ChartSpec.Mark("a", "Alpha", 0, 0), new ChartSpec.Mark("b", "Beta", 0, 1));
        var plot = (CategoryPlot) plot(
                areRanked
                        ? new ChartSpec.RankedBars(CAPTION, AXIS, marks)
                        : new ChartSpec.Bars(CAPTION, Axis.of(""), AXIS, marks));
        assertThat(plot.getRangeAxis().getLowerBound()).isZero();
        assertThat(plot.getRangeAxis().getUpperBound()).isPositive();
    }
}
