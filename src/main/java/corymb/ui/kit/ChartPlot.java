package corymb.ui.kit;

import corymb.chart.ChartFiles;
import corymb.chart.ChartSpec;
import corymb.chart.ChartTheme;
import corymb.chart.Charts;
import corymb.chart.View;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jfree.chart.ChartRenderingInfo;

/** The picture of a chart, drawn in the background and anew when its size, theme, data or the part that is seen change. */
final class ChartPlot extends Region {
    private static final int SMALLEST = 20;
    private static final double RING = 3;
    private static final Duration WHILE_RESIZING = Duration.millis(60);

    private final ObjectProperty<ChartSpec> spec;
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(this, "view", View.WHOLE);
    private final DoubleProperty leastHeight = new SimpleDoubleProperty(this, "leastHeight", 240);
    private final ReadOnlyObjectWrapper<Optional<Marks.Mark>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ImageView image = new ImageView();
    private final Region ring = new Region();
    private final ChartTip tip = new ChartTip(this);
    private final PauseTransition coalesce = new PauseTransition(WHILE_RESIZING);
    private final ChangeListener<ChartTheme> themeChanged = (_, _, _) -> draw();
    private Marks marks = Marks.NONE;
    private Optional<Request> shown = Optional.empty();
    private boolean isDrawing;

    ChartPlot(ObjectProperty<ChartSpec> spec, Consumer<Marks.Mark> onClick) {
        this.spec = spec;
        getStyleClass().add("chart-plot");
        ring.getStyleClass().add("chart-ring");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        getChildren().addAll(image, new ChartZoom(this).band(), ring);
        setMinWidth(0);
        setClip(frame());
        leastHeight.addListener((_, _, _) -> requestLayout());
        coalesce.setOnFinished(_ -> draw());
        spec.addListener((_, _, _) -> specChanged());
        view.addListener((_, _, _) -> draw());
        chosen.addListener((_, _, _) -> showChosen());
        sceneProperty().addListener((_, _, scene) -> {
            tip.hide();
            if (scene != null) {
                Theme.chartsOf(scene).addListener(new WeakChangeListener<>(themeChanged));
                draw();
            }
        });
        setOnMouseMoved(this::moved);
        setOnMouseExited(_ -> showChosen());
        setOnMouseClicked(event -> {
            if (event.isStillSincePress()) {
                marks.at(event.getX(), event.getY()).ifPresent(onClick);
            }
        });
        showChosen();
    }

    /** What was drawn for more room does not lie over what is below until it is drawn anew. */
    private Rectangle frame() {
        var frame = new Rectangle();
        frame.widthProperty().bind(widthProperty());
        frame.heightProperty().bind(heightProperty());
        return frame;
    }

    /** How high it is at least, at the usual size of text. */
    DoubleProperty leastHeightProperty() {
        return leastHeight;
    }

    @Override
    protected double computeMinHeight(double width) {
        return leastHeight.get() * Theme.textScale(this);
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    ImageView picture() {
        return image;
    }

    ChartTheme theme() {
        return Theme.chartsOf(getScene()).get();
    }

    /** The part of the chart that is seen. */
    ObjectProperty<View> viewProperty() {
        return view;
    }

    /** The mark that the arrow keys are at. */
    ReadOnlyObjectProperty<Optional<Marks.Mark>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    void choose(Optional<Marks.Mark> mark) {
        chosen.set(mark);
    }

    Marks marks() {
        return marks;
    }

    ChartSpec spec() {
        return spec.get();
    }

    private void specChanged() {
        tip.hide();
        chosen.set(Optional.empty());
        view.set(View.WHOLE);
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
        int width = (int) getWidth();
        int height = (int) getHeight();
        if (getScene() == null || spec.get() == null || width < SMALLEST || height < SMALLEST) {
            return Optional.empty();
        }
        var window = getScene().getWindow();
        double scale = window == null ? 1 : window.getOutputScaleX();
        return Optional.of(new Request(spec.get(), theme(), view.get(), width, height, scale));
    }

    private void show(Request request, Drawing drawing) {
        shown = Optional.of(request);
        marks = drawing.marks();
        image.setImage(drawing.image());
        image.setFitWidth(request.width());
        image.setFitHeight(request.height());
        chosen.set(chosen.get().flatMap(marks::again));
        showChosen();
    }

    private void moved(MouseEvent event) {
        var at = marks.at(event.getX(), event.getY());
        at.ifPresentOrElse(mark -> tip.show(mark.says(), event.getX(), event.getY()), this::showChosen);
    }

    private void showChosen() {
        ring.setVisible(chosen.get().isPresent());
        if (chosen.get().isEmpty()) {
            tip.hide();
            return;
        }
        var mark = chosen.get().get();
        var bounds = mark.bounds();
        ring.resizeRelocate(
                bounds.getX() - RING,
                bounds.getY() - RING,
                bounds.getWidth() + 2 * RING,
                bounds.getHeight() + 2 * RING);
        tip.show(mark.says(), mark.x(), Math.min(bounds.getMaxY(), mark.y() + 12));
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

    /** All that decides a picture. */
    private record Request(ChartSpec spec, ChartTheme theme, View view, int width, int height, double scale) {
        Drawing draw() {
            var info = new ChartRenderingInfo();
            var drawn = ChartFiles.draw(Charts.plot(spec, theme, view), width, height, scale, info);
            return new Drawing(Pictures.converted(drawn), new Marks(info));
        }
    }

    /** A finished picture and where its marks are. */
    private record Drawing(WritableImage image, Marks marks) {}
}
