package corymb.ui.kit;

import corymb.chart.ChartTheme;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** A dot in a colour of the charts, to find a thing again that a chart shows. */
public final class Swatch extends Region {
    private final int place;
    private final ChangeListener<ChartTheme> themeChanged = (_, _, theme) -> paint(theme);

    /** A dot in the colour at that place of the palette. */
    public Swatch(int place) {
        this.place = place;
        getStyleClass().add("swatch");
        sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                follow(scene);
            }
        });
    }

    private void follow(Scene scene) {
        var theme = Theme.chartsOf(scene);
        theme.addListener(new WeakChangeListener<>(themeChanged));
        paint(theme.get());
    }

    private void paint(ChartTheme theme) {
        int colour = theme.palette().colour(place);
        setBackground(Background.fill(Color.rgb((colour >> 16) & 0xFF, (colour >> 8) & 0xFF, colour & 0xFF)));
        setShape(new Circle(6));
    }
}
