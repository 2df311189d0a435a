package corymb.ui.kit;

import corymb.chart.ChartFiles;
import corymb.chart.ChartSpec;
import corymb.chart.ChartTheme;
import corymb.chart.Charts;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.entity.ChartEntity;
import org.jspecify.annotations.Nullable;

/**
 * Shows a chart: drawn in the background at the output's own pixels, and anew when its size, theme or data change.
 *
 * <p>The finding and the subtitle stand over it as text. A click on a mark tells its key to {@link #onChosenProperty}.
 */
public final class ChartPane extends VBox {
    private static final Duration WHILE_RESIZING = Duration.millis(60);

    private final ObjectProperty<ChartSpec> spec = new SimpleObjectProperty<>(this, "spec");
    private final ObjectProperty<Consumer<String>> onChosen = new SimpleObjectProperty<>(this, "onChosen");
    private final ObjectProperty<Runnable> onExplain = new SimpleObjectProperty<>(this, "onExplain");
    private final Label finding = new Label();
    private final Label drawn = new Label();
    private final ImageView image = new ImageView();
    private final Plot plot = new Plot();
    private final Tooltip tooltip = new Tooltip();
    private final PauseTransition coalesce = new PauseTransition(WHILE_RESIZING);
    private final ChangeListener<ChartTheme> themeChanged = (_, _, _) -> draw();
    private ChartRenderingInfo info = new ChartRenderingInfo();
    private long request;

    public ChartPane() {
        getStyleClass().add("chart-pane");
        finding.getStyleClass().add("card-title");
        drawn.getStyleClass().add("muted");
        for (var label : java.util.List.of(finding, drawn)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        VBox.setVgrow(plot, javafx.scene.layout.Priority.ALWAYS);
        getChildren().addAll(finding, drawn, plot);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        coalesce.setOnFinished(_ -> draw());
        spec.addListener((_, _, shown) -> changed(shown));
        sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                Theme.chartsOf(scene).addListener(new WeakChangeListener<>(themeChanged));
                draw();
            }
        });
        plot.setOnMouseMoved(this::moved);
        plot.setOnMouseExited(_ -> tooltip.hide());
        plot.setOnMouseClicked(this::clicked);
        setOnContextMenuRequested(event -> {
            if (spec.get() != null) {
                new ChartMenu(this).show(plot, event.getScreenX(), event.getScreenY());
            }
        });
    }

    public ChartPane(ChartSpec spec) {
        this();
        setSpec(spec);
    }

    public ObjectProperty<ChartSpec> specProperty() {
        return spec;
    }

    public ChartSpec getSpec() {
        return spec.get();
    }

    public void setSpec(ChartSpec shown) {
        spec.set(shown);
    }

    /** Is told the key of a mark that was clicked. */
    public ObjectProperty<Consumer<String>> onChosenProperty() {
        return onChosen;
    }

    /** Shows how the chart was made: plan, method, inputs, the command line that does the same. */
    public ObjectProperty<Runnable> onExplainProperty() {
        return onExplain;
    }

    ImageView picture() {
        return image;
    }

    ChartTheme theme() {
        return Theme.chartsOf(getScene()).get();
    }

    private void changed(ChartSpec shown) {
        finding.setText(shown.caption().finding());
        drawn.setText(shown.caption().drawn());
        setAccessibleText(shown.caption().finding() + ". " + shown.caption().drawn());
        draw();
    }

    private void draw() {
        int width = (int) plot.getWidth();
        int height = (int) plot.getHeight();
        var shown = spec.get();
        if (getScene() == null || shown == null || width < 20 || height < 20) {
            return;
        }
        long drawing = ++request;
        var theme = theme();
        double scale =
                getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        Background.compute(() -> Drawing.of(shown, theme, width, height, scale), done -> {
            if (drawing == request) {
                show(done, width, height);
            }
        });
    }

    private void show(Drawing done, int width, int height) {
        info = done.info();
        image.setImage(done.image());
        image.setFitWidth(width);
        image.setFitHeight(height);
    }

    private @Nullable ChartEntity at(MouseEvent event) {
        var entities = info.getEntityCollection();
        return entities == null ? null : entities.getEntity(event.getX(), event.getY());
    }

    private void moved(MouseEvent event) {
        var entity = at(event);
        var text = entity == null ? null : entity.getToolTipText();
        if (text == null) {
            tooltip.hide();
            return;
        }
        tooltip.setText(text);
        tooltip.show(plot, event.getScreenX() + 14, event.getScreenY() + 14);
    }

    private void clicked(MouseEvent event) {
        var entity = at(event);
        var listener = Optional.ofNullable(onChosen.get());
        if (entity != null && entity.getURLText() != null) {
            listener.ifPresent(told -> told.accept(entity.getURLText()));
        }
    }

    /** The room for the picture; it asks for a new one when it gets another size. */
    private final class Plot extends Region {
        Plot() {
            getStyleClass().add("chart-plot");
            getChildren().add(image);
            setMinWidth(0);
        }

        @Override
        protected void layoutChildren() {
            image.relocate(0, 0);
            if (image.getImage() == null) {
                draw();
            } else if (image.getFitWidth() != (int) getWidth() || image.getFitHeight() != (int) getHeight()) {
                coalesce.playFromStart();
            }
        }

        @Override
        protected double computePrefWidth(double height) {
            return 400;
        }

        @Override
        protected double computePrefHeight(double width) {
            return 260;
        }
    }

    /** A finished picture and where its marks are. */
    private record Drawing(WritableImage image, ChartRenderingInfo info) {
        static Drawing of(ChartSpec spec, ChartTheme theme, int width, int height, double scale) {
            var info = new ChartRenderingInfo();
            return new Drawing(converted(ChartFiles.draw(Charts.plot(spec, theme), width, height, scale, info)), info);
        }

        private static WritableImage converted(BufferedImage drawn) {
            int width = drawn.getWidth();
            int height = drawn.getHeight();
            var pixels = ((DataBufferInt) drawn.getRaster().getDataBuffer()).getData();
            var image = new WritableImage(width, height);
            image.getPixelWriter()
                    .setPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
            return image;
        }
    }
}
