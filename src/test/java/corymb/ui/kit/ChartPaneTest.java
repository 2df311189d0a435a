package corymb.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.chart.Axis;
import corymb.chart.Caption;
import corymb.chart.ChartSpec;
import corymb.chart.Palette;
import corymb.chart.View;
import corymb.settings.Settings;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

@FxTest
class ChartPaneTest {
    private final ChartSpec bars = new ChartSpec.Bars(
            new Caption("Beta leads", "Value by name"),
            Axis.of(""),
            Axis.of("Value"),
            List.of(new ChartSpec.Mark("a", "Alpha", 4, 0), new ChartSpec.Mark("b", "Beta", 5, 1)));

    @Test
    void aChartIsDrawnInItsColoursAndReadAloud() {
        var pane = drawn();
        assertThat(has(pane.picture().getImage(), Palette.LIGHT.colour(1))).isTrue();
        assertThat(pane.getAccessibleText()).isEqualTo("Beta leads. Value by name");
    }

    @Test
    void anotherThemeDrawsItAnew() {
        var pane = drawn();
        Fx.run(() -> {
            Theme.of(pane.getScene())
                    .orElseThrow()
                    .settingsProperty()
                    .set(Settings.DEFAULT.withTheme(Settings.ThemeChoice.DARK));
        });
        Fx.waitUntil(() -> has(pane.picture().getImage(), Palette.DARK.colour(1)));
    }

    @Test
    void aClickOnABarTellsItsKey() {
        var pane = drawn();
        var told = new AtomicReference<String>();
        Fx.run(() -> pane.onChosenProperty().set(told::set));
        var bar = place(pane.picture().getImage(), Palette.LIGHT.colour(1)).orElseThrow();
        var onScreen = Fx.get(() -> pane.picture().localToScreen(bar.add(4, 4)));
        new FxRobot().clickOn(onScreen);
        Fx.waitUntil(() -> "b".equals(told.get()));
    }

    @Test
    void arrowsGoFromMarkToMarkWhichIsRingedAndReadAndEnterClicksIt() {
        var pane = drawn();
        var told = new AtomicReference<String>();
        Fx.run(() -> {
            pane.onChosenProperty().set(told::set);
            pane.requestFocus();
        });
        var robot = new FxRobot();
        robot.push(KeyCode.RIGHT);
        assertThat(Fx.get(pane::getAccessibleText)).isEqualTo("Alpha, 4");
        robot.push(KeyCode.RIGHT);
        assertThat(Fx.get(pane::getAccessibleText)).isEqualTo("Beta, 5");
        assertThat(Fx.get(() -> pane.lookup(".chart-ring").isVisible())).isTrue();
        robot.push(KeyCode.ENTER);
        assertThat(told.get()).isEqualTo("b");
        robot.push(KeyCode.ESCAPE);
        assertThat(Fx.get(pane::getAccessibleText)).isEqualTo("Beta leads. Value by name");
        assertThat(Fx.get(() -> pane.lookup(".chart-ring").isVisible())).isFalse();
    }

    @Test
    void cellsOfAHeatMapAreReachedInAllFourDirections() {
        var cells = new ChartSpec.HeatMap(
                new Caption("Finding", "Drawn"),
                List.of("r", "s"),
                new Matrix(List.of("x", "y"), 1, 2, 3, 4),
                ChartSpec.Scale.SEQUENTIAL);
        var pane = drawn(cells);
        Fx.run(pane::requestFocus);
        var robot = new FxRobot();
        robot.push(KeyCode.DOWN);
        assertThat(Fx.get(pane::getAccessibleText)).isEqualTo("r, x, 1");
        robot.push(KeyCode.DOWN);
        assertThat(Fx.get(pane::getAccessibleText)).isEqualTo("s, x, 3");
        robot.push(KeyCode.RIGHT);
        assertThat(Fx.get(pane::getAccessibleText)).isEqualTo("s, y, 4");
        robot.push(KeyCode.UP);
        assertThat(Fx.get(pane::getAccessibleText)).isEqualTo("r, y, 2");
    }

    @Test
    void aDragLooksCloserAndADoubleClickOrEscapeShowsAllAgain() {
        var pane = drawn(line());
        var robot = new FxRobot();
        var middle = Fx.get(() -> pane.picture().localToScreen(240, 120));
        robot.drag(middle).dropTo(middle.add(120, 0));
        assertThat(Fx.get(() -> pane.viewProperty().get().isWhole())).isFalse();
        robot.doubleClickOn(middle);
        assertThat(Fx.get(() -> pane.viewProperty().get())).isEqualTo(View.WHOLE);
        Fx.run(pane::requestFocus);
        robot.push(KeyCode.PLUS);
        var nearer = Fx.get(() -> pane.viewProperty().get());
        assertThat(nearer.right() - nearer.left()).isCloseTo(0.8, within(1e-9));
        robot.push(KeyCode.ESCAPE);
        assertThat(Fx.get(() -> pane.viewProperty().get())).isEqualTo(View.WHOLE);
    }

    @Test
    void theMenuIsReachedByKeyboardAndSaysHowTheChartWasMade() {
        var side = new InspectorSide();
        var pane = drawn();
        Fx.run(() -> {
            side.belongTo(pane);
            pane.explainedBy(() -> Optional.of(new Explanation(
                    "Two bars",
                    "Both were counted.",
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.of("corymb count"),
                    List.of())));
            pane.requestFocus();
        });
        var robot = new FxRobot();
        robot.push(KeyCode.TAB);
        assertThat(Fx.get(() -> pane.lookup(".chart-more").isFocused())).isTrue();
        robot.push(KeyCode.SPACE);
        robot.clickOn("How was this made?");
        var panel = Fx.get(() -> side.shownProperty().get().orElseThrow());
        assertThat(Fx.get(() -> panel.getParts().stream()
                        .filter(Label.class::isInstance)
                        .map(part -> ((Label) part).getText())
                        .toList()))
                .contains("Both were counted.", "corymb count");
    }

    private static ChartSpec line() {
        var points = IntStream.range(0, 20)
                .mapToObj(i -> new ChartSpec.Point(i, i % 7))
                .toList();
        return new ChartSpec.Lines(
                new Caption("Finding", "Drawn"),
                Axis.of("x"),
                Axis.of("y"),
                List.of(new ChartSpec.Series("a", 0, points)),
                List.of());
    }

    @Test
    void dataThatASpreadsheetWouldRunIsKeptText() {
        var table = new Table(List.of(
                new TextColumn("name", List.of("=1+1", "a,\"b\"", "-5")),
                new NumberColumn("n", corymb.table.ColumnType.INTEGER, 1, 2, -3)));
        assertThat(ChartMenu.text(table, ",")).isEqualTo("name,n\n'=1+1,1\n\"a,\"\"b\"\"\",2\n-5,-3");
    }

    private ChartPane drawn() {
        return drawn(bars);
    }

    private static ChartPane drawn(ChartSpec spec) {
        var pane = Fx.show(() -> new ChartPane(spec), 480, 320);
        Fx.waitUntil(() -> pane.picture().getImage() != null);
        return pane;
    }

    private static boolean has(Image image, int colour) {
        return place(image, colour).isPresent();
    }

    private static Optional<Point2D> place(Image image, int colour) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getPixelReader().getArgb(x, y) == colour) {
                    return Optional.of(new Point2D(x, y));
                }
            }
        }
        return Optional.empty();
    }
}
