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
    private static final int SMALLEST = 20;
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
    private Optional<Request> shown = Optional.empty();
    private boolean isDrawing;

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
        spec.addListener((_, _, wanted) -> changed(wanted));
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

    public void setSpec(ChartSpec wanted) {
        spec.set(wanted);
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

    private void changed(ChartSpec wanted) {
        finding.setText(wanted.caption().finding());
        drawn.setText(wanted.caption().drawn());
        setAccessibleText(wanted.caption().finding() + ". " + wanted.caption().drawn());
        draw();
    }

    /** Has one drawing under way at most; what changed meanwhile is drawn when it is done. */
    private void draw() {
        var wanted = wanted();
        if (wanted.isEmpty() || wanted.equals(shown) || isDrawing) {
            return;
        }
        isDrawing = true;
        var request = wanted.get();
        Background.draw(request::draw, drawing -> {
            isDrawing = false;
            show(request, drawing);
            draw();
        });
    }

    private Optional<Request> wanted() {
        int width = (int) plot.getWidth();
        int height = (int) plot.getHeight();
        if (getScene() == null || spec.get() == null || width < SMALLEST || height < SMALLEST) {
            return Optional.empty();
        }
        var window = getScene().getWindow();
        double scale = window == null ? 1 : window.getOutputScaleX();
        return Optional.of(new Request(spec.get(), theme(), width, height, scale));
    }

    private void show(Request request, Drawing drawing) {
        shown = Optional.of(request);
        info = drawing.info();
        image.setImage(drawing.image());
        image.setFitWidth(request.width());
        image.setFitHeight(request.height());
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
            if (shown.isEmpty()) {
                draw();
            } else {
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

    /** All that decides a picture. */
    private record Request(ChartSpec spec, ChartTheme theme, int width, int height, double scale) {
        Drawing draw() {
            var info = new ChartRenderingInfo();
            var drawn = ChartFiles.draw(Charts.plot(spec, theme), width, height, scale, info);
            return new Drawing(converted(drawn), info);
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

    /** A finished picture and where its marks are. */
    private record Drawing(WritableImage image, ChartRenderingInfo info) {}
}
