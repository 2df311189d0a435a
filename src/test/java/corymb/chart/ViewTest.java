package corymb.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

class ViewTest {
    private static final Caption CAPTION = new Caption("Finding", "Drawn");

    @Test
    void aPartOfAPartIsAPartOfTheWhole() {
        var half = View.WHOLE.within(new View(0.5, 1, 0, 0.5));
        assertThat(half.within(new View(0.5, 1, 0.5, 1))).isEqualTo(new View(0.75, 1, 0.25, 0.5));
    }

    @Test
    void goingNearerKeepsThePlaceAndGoingBackShowsTheWhole() {
        var nearer = View.WHOLE.nearer(0.25, 0, 2);
        assertThat(nearer).isEqualTo(new View(0.125, 0.625, 0, 0.5));
        assertThat(nearer.nearer(0.5, 0.5, 0.1)).isEqualTo(View.WHOLE);
    }

    @Test
    void aViewMovesAsFarAsThereIsAnything() {
        var part = new View(0.5, 0.75, 0, 1);
        assertThat(part.moved(0.5, 0)).isEqualTo(new View(0.625, 0.875, 0, 1));
        assertThat(part.moved(9, 9)).isEqualTo(new View(0.75, 1, 0, 1));
        assertThat(part.moved(-9, 0)).isEqualTo(new View(0, 0.25, 0, 1));
    }

    @Test
    void aPartOfALineIsAsHighAsWhatIsSeen() {
        var points = IntStream.rangeClosed(0, 100)
                .mapToObj(i -> new ChartSpec.Point(i, i * 10.0))
                .toList();
        var lines = new ChartSpec.Lines(
                CAPTION, Axis.of("x"), Axis.of("y"), List.of(new ChartSpec.Series("a", 0, points)), List.of());
        var whole = plot(lines, View.WHOLE).getDomainAxis().getRange();
        var part = plot(lines, new View(0, 0.5, 0, 1));
        assertThat(part.getDomainAxis().getUpperBound()).isCloseTo(whole.getCentralValue(), within(1e-9));
        assertThat(part.getRangeAxis().getUpperBound()).isBetween(500.0, 600.0);
    }

    @Test
    void ofSoManyDotsThatTheyWereBinnedAPartShowsEach() {
        var points = IntStream.range(0, 210_000)
                .mapToObj(i -> new ChartSpec.Point(i % 1000, i / 1000.0))
                .toList();
        var dots = new ChartSpec.Scatter(
                CAPTION, Axis.of("x"), Axis.of("y"), List.of(new ChartSpec.Series("a", 0, points)));
        assertThat(plot(dots, View.WHOLE).getDataset().getItemCount(0)).isLessThan(15_000);
        var part = plot(dots, new View(0.4, 0.6, 0.4, 0.6));
        // A fifth of the range in both directions, margins of a twentieth on each side included: 0.22 squared of the
        // dots.
        assertThat(part.getDataset().getItemCount(0)).isBetween(10_000, 10_400);
        assertThat(part.getDomainAxis().getRange().getLength()).isCloseTo(999 * 1.1 * 0.2, within(1e-6));
    }

    private static XYPlot plot(ChartSpec spec, View view) {
        return (XYPlot) Charts.plot(spec, ChartTheme.LIGHT, view).getPlot();
    }
}
