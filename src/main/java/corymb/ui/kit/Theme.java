package corymb.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import corymb.chart.ChartTheme;
import corymb.chart.Palette;
import corymb.chart.Typeface;
import corymb.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Dresses a window: light or dark, size of text, motion; and says how its charts look. */
public final class Theme {
    private static final double BODY = 13;
    private static final double ICON = 16;
    private static final double PICTURE = 36;

    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
    private final Scene scene;

    /** Dresses {@code scene} from now on as {@link #settingsProperty} says. */
    public Theme(Scene scene) {
        this.scene = scene;
        prepare();
        scene.getStylesheets()
                .add(Objects.requireNonNull(Theme.class.getResource("/corymb.css"))
                        .toExternalForm());
        scene.getProperties().put(Theme.class, this);
        settings.addListener((_, _, _) -> apply());
        scene.rootProperty().addListener((_, _, _) -> apply());
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> apply());
        apply();
    }

    /** How the charts of that window look; the light way while it has no theme. */
    static ReadOnlyObjectProperty<ChartTheme> chartsOf(Scene scene) {
        return chartsKeptIn(scene).getReadOnlyProperty();
    }

    private static ReadOnlyObjectWrapper<ChartTheme> chartsKeptIn(Scene scene) {
        if (scene.getProperties().get(ChartTheme.class) instanceof Charts kept) {
            return kept;
        }
        var charts = new Charts();
        scene.getProperties().put(ChartTheme.class, charts);
        return charts;
    }

    /** How large text is where the node stands, 1 being usual; what has room for text grows with it. */
    static double textScale(Node node) {
        return node.getScene() == null ? 1 : chartsOf(node.getScene()).get().textScale();
    }

    /** The theme that dresses that window. */
    static Optional<Theme> of(Scene scene) {
        return scene.getProperties().get(Theme.class) instanceof Theme theme ? Optional.of(theme) : Optional.empty();
    }

    public ObjectProperty<Settings> settingsProperty() {
        return settings;
    }

    public boolean isDark() {
        return switch (settings.get().theme()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private void apply() {
        double scale = settings.get().textPercent() / 100.0;
        Application.setUserAgentStylesheet(
                isDark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        var classes = scene.getRoot().getStyleClass();
        classes.removeAll("corymb", "light", "dark", Motion.REDUCED);
        classes.addAll("corymb", isDark() ? "dark" : "light");
        if (settings.get().reducedMotion()) {
            classes.add(Motion.REDUCED);
        }
        // Icons are letters of a font of their own, so that em would be the size they have, not that of the text.
        scene.getRoot()
                .setStyle("-fx-font-size: %spx; -corymb-icon: %spx; -corymb-picture: %spx;"
                        .formatted(BODY * scale, ICON * scale, PICTURE * scale));
        chartsKeptIn(scene).set(new ChartTheme(isDark() ? Palette.DARK : Palette.LIGHT, scale));
    }

    /** Reads the typefaces, which takes a while, from whichever thread has the time; otherwise the first window does. */
    public static void prepare() {
        Lettering.LOADED.forEach(Objects::requireNonNull);
    }

    private static Font load(Typeface typeface) {
        try (var in = typeface.open()) {
            return Objects.requireNonNull(Font.loadFont(in, BODY), typeface::name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The typefaces, read once. */
    private static final class Lettering {
        private static final List<Font> LOADED =
                Arrays.stream(Typeface.values()).map(Theme::load).toList();
    }

    /** How the charts of a window look, kept with the window, whether its theme comes before or after its charts. */
    private static final class Charts extends ReadOnlyObjectWrapper<ChartTheme> {
        Charts() {
            super(ChartTheme.LIGHT);
        }
    }
}
