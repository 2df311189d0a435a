package corymb.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.chart.Axis;
import corymb.chart.Caption;
import corymb.chart.ChartSpec;
import corymb.chart.Palette;
import corymb.settings.Settings;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Point2D;
import javafx.scene.image.Image;
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
    void dataThatASpreadsheetWouldRunIsKeptText() {
        var table = new Table(List.of(
                new TextColumn("name", List.of("=1+1", "a,\"b\"", "-5")),
                new NumberColumn("n", corymb.table.ColumnType.INTEGER, 1, 2, -3)));
        assertThat(ChartMenu.text(table, ",")).isEqualTo("name,n\n'=1+1,1\n\"a,\"\"b\"\"\",2\n-5,-3");
    }

    private ChartPane drawn() {
        var pane = Fx.show(() -> new ChartPane(bars), 480, 320);
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
