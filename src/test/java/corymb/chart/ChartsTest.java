package corymb.chart;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.table.Matrix;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.entity.ChartEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
                new ChartSpec.Times(CAPTION, AXIS, trends, ChartSpec.Form.LINE),
                new ChartSpec.Times(CAPTION, AXIS, trends, ChartSpec.Form.STACKED_AREA));
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
                .contains("One leads");
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
}
