package corymb.ui.kit;

import corymb.chart.ChartTheme;
import corymb.chart.Palette;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;

/**
 * Draws very many points straight into the pixels of an image, so that the picture follows the mouse: the wheel zooms where it
 * points, dragging moves the picture, or draws a rectangle or any line around points where that is asked for.
 *
 * <p>Cost: for each picture its pixels and those of each point, nine, or up to 49 where points are few.
 */
public final class PointPane extends Pane {
    private static final double WHEEL = 1.0015;
    private static final double KEY = 1.25;
    private static final double MARGIN = 16;
    private static final double LEAST_DRAG = 4;
    private static final int MOST_CORNERS = 100;
    private static final int FEW = 500;
    private static final int SOME = 5_000;

    private final ImageView view = new ImageView();
    private final Rectangle brush = new Rectangle();
    private final Polygon lasso = new Polygon();
    private final ObjectProperty<Drag> dragging = new SimpleObjectProperty<>(this, "dragging", Drag.RECTANGLE);
    private final ChangeListener<ChartTheme> themed = (_, _, theme) -> dress(theme);
    private Palette palette = Palette.LIGHT;
    private PointCloud points = PointCloud.NONE;
    private PixelBuffer<IntBuffer> pixels = pixels(1, 1);
    private View shown = new View(0, 0, 1);
    private final ReadOnlyIntegerWrapper outside = new ReadOnlyIntegerWrapper(this, "outside");
    private boolean isWhole = true;
    private double fromX;
    private double fromY;
    private Consumer<Rectangle2D> whenBrushed = _ -> {};
    private Consumer<List<Point2D>> whenLassoed = _ -> {};

    /** What dragging does. */
    public enum Drag {
        RECTANGLE,
        LASSO,
        MOVE
    }

    /** Which place of the plane is in the middle, and how many pixels a unit takes. */
    private record View(double x, double y, double scale) {}

    public PointPane() {
        getStyleClass().add("point-pane");
        setFocusTraversable(true);
        for (var shape : List.of(brush, lasso)) {
            shape.getStyleClass().add("point-brush");
            shape.setManaged(false);
            shape.setVisible(false);
            shape.setMouseTransparent(true);
        }
        view.setManaged(false);
        view.setMouseTransparent(true);
        getChildren().addAll(view, brush, lasso);
        dragging.subscribe(drag -> setCursor(drag == Drag.MOVE ? Cursor.MOVE : Cursor.CROSSHAIR));
        sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                follow(scene);
            }
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::type);
    }

    private void follow(Scene scene) {
        var theme = Theme.chartsOf(scene);
        theme.addListener(new WeakChangeListener<>(themed));
        dress(theme.get());
    }

    private void dress(ChartTheme theme) {
        palette = theme.palette();
        draw();
    }

    /** What dragging does. */
    public ObjectProperty<Drag> draggingProperty() {
        return dragging;
    }

    /** Is given the corners of the line that was drawn around points, in their units. */
    public void setOnLassoed(Consumer<List<Point2D>> then) {
        whenLassoed = then;
    }

    /** Is given the rectangle that was drawn around points, in their units, its least corner first. */
    public void setOnBrushed(Consumer<Rectangle2D> then) {
        whenBrushed = then;
    }

    /** Shows other points, without the few that lie far outside; {@link #outsideProperty} tells how many these are. */
    public void show(PointCloud other) {
        points = other;
        hideMarks();
        frame(false);
    }

    /** How many points lie farther out than the picture reaches, until a person moves it. */
    public ReadOnlyIntegerProperty outsideProperty() {
        return outside.getReadOnlyProperty();
    }

    /** Lets the picture hold all points. */
    public void fit() {
        frame(true);
    }

    private void frame(boolean isOfAll) {
        isWhole = isOfAll;
        var extent = isOfAll ? points.extent() : points.bulk();
        outside.set(isOfAll ? 0 : points.outside(extent));
        double wide = Math.max(extent.right() - extent.left(), 1e-9);
        double high = Math.max(extent.top() - extent.bottom(), 1e-9);
        double scale = Math.min((getWidth() - 2 * MARGIN) / wide, (getHeight() - 2 * MARGIN) / high);
        move(new View(
                (extent.left() + extent.right()) / 2, (extent.bottom() + extent.top()) / 2, Math.max(scale, 1e-12)));
    }

    @Override
    protected void layoutChildren() {
        int wide = (int) Math.max(1, getWidth() * density());
        int high = (int) Math.max(1, getHeight() * density());
        if (wide != pixels.getWidth() || high != pixels.getHeight()) {
            pixels = pixels(wide, high);
            view.setImage(new WritableImage(pixels));
            view.setFitWidth(getWidth());
            view.setFitHeight(getHeight());
            frame(isWhole);
        }
    }

    private double density() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }

    private static PixelBuffer<IntBuffer> pixels(int wide, int high) {
        return new PixelBuffer<>(wide, high, IntBuffer.allocate(wide * high), PixelFormat.getIntArgbPreInstance());
    }

    private void move(View other) {
        shown = other;
        draw();
    }

    private void draw() {
        if (pixels.getWidth() > 1) {
            pixels.updateBuffer(buffer -> {
                paint(buffer.getBuffer().array());
                return null;
            });
        }
    }

    private void paint(int[] into) {
        Arrays.fill(into, palette.ink().surface());
        int wide = pixels.getWidth();
        int high = pixels.getHeight();
        double density = density();
        double scale = shown.scale() * density;
        int reach = reach(points.count()) * (density > 1.5 ? 2 : 1);
        for (int point = 0; point < points.count(); point++) {
            double column = wide / 2.0 + (points.x(point) - shown.x()) * scale;
            double row = high / 2.0 - (points.y(point) - shown.y()) * scale;
            if (column >= reach && column < wide - reach && row >= reach && row < high - reach) {
                dot(into, ((int) row) * wide + (int) column, wide, palette.colour(points.place(point)), reach);
            }
        }
    }

    /** Few points are seen as dots, many as the shape they make together. */
    private static int reach(int points) {
        if (points <= FEW) {
            return 3;
        }
        return points <= SOME ? 2 : 1;
    }

    private static void dot(int[] into, int middle, int wide, int colour, int reach) {
        for (int down = -reach; down <= reach; down++) {
            int from = middle + down * wide;
            for (int right = -reach; right <= reach; right++) {
                int away = down * down + right * right;
                if (away <= reach * reach) {
                    into[from + right] = colour;
                } else if (away <= reach * (reach + 1)) {
                    into[from + right] = half(into[from + right], colour);
                }
            }
        }
    }

    /** Half of each of two colours, all four channels at once. */
    private static int half(int one, int other) {
        return 0xFF000000 | (((one & 0xFEFEFE) >>> 1) + ((other & 0xFEFEFE) >>> 1));
    }

    private double x(double pixel) {
        return shown.x() + (pixel - getWidth() / 2) / shown.scale();
    }

    private double y(double pixel) {
        return shown.y() - (pixel - getHeight() / 2) / shown.scale();
    }

    private void press(MouseEvent event) {
        requestFocus();
        fromX = event.getX();
        fromY = event.getY();
        hideMarks();
        lasso.getPoints().setAll(fromX, fromY);
    }

    private void hideMarks() {
        brush.setVisible(false);
        lasso.setVisible(false);
    }

    private void drag(MouseEvent event) {
        switch (dragging.get()) {
            case RECTANGLE -> {
                brush.setX(Math.min(fromX, event.getX()));
                brush.setY(Math.min(fromY, event.getY()));
                brush.setWidth(Math.abs(event.getX() - fromX));
                brush.setHeight(Math.abs(event.getY() - fromY));
                brush.setVisible(true);
            }
            case LASSO -> {
                lasso.getPoints().addAll(event.getX(), event.getY());
                lasso.setVisible(true);
            }
            case MOVE -> {
                move(new View(
                        shown.x() - (event.getX() - fromX) / shown.scale(),
                        shown.y() + (event.getY() - fromY) / shown.scale(),
                        shown.scale()));
                fromX = event.getX();
                fromY = event.getY();
            }
        }
    }

    private void release(MouseEvent event) {
        switch (dragging.get()) {
            case RECTANGLE -> releaseRectangle(event);
            case LASSO -> releaseLasso();
            case MOVE -> {}
        }
    }

    /** Of a line with very many corners only so many are told that nobody sees the difference. */
    private void releaseLasso() {
        var drawn = lasso.getPoints();
        int corners = drawn.size() / 2;
        int step = Math.max(1, (corners + MOST_CORNERS - 1) / MOST_CORNERS);
        var told = IntStream.iterate(0, at -> at < corners, at -> at + step)
                .mapToObj(at -> new Point2D(x(drawn.get(2 * at)), y(drawn.get(2 * at + 1))))
                .toList();
        if (told.size() >= 3) {
            whenLassoed.accept(told);
        }
    }

    private void releaseRectangle(MouseEvent event) {
        boolean isDrawn = Math.abs(event.getX() - fromX) >= LEAST_DRAG && Math.abs(event.getY() - fromY) >= LEAST_DRAG;
        if (isDrawn) {
            double left = x(Math.min(fromX, event.getX()));
            double bottom = y(Math.max(fromY, event.getY()));
            whenBrushed.accept(
                    new Rectangle2D(left, bottom, brush.getWidth() / shown.scale(), brush.getHeight() / shown.scale()));
        }
    }

    /** The wheel alone scrolls the page, as over other pictures. */
    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            zoom(Math.pow(WHEEL, event.getDeltaY()), event.getX(), event.getY());
            event.consume();
        }
    }

    /** Makes the picture larger or smaller, what is at that place staying there. */
    private void zoom(double factor, double atX, double atY) {
        hideMarks();
        double x = x(atX);
        double y = y(atY);
        double scale = shown.scale() * factor;
        move(new View(x - (atX - getWidth() / 2) / scale, y + (atY - getHeight() / 2) / scale, scale));
    }

    private void type(KeyEvent event) {
        double step = 40 / shown.scale();
        boolean isMeant = true;
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(KEY, getWidth() / 2, getHeight() / 2);
            case MINUS, SUBTRACT -> zoom(1 / KEY, getWidth() / 2, getHeight() / 2);
            case LEFT -> move(new View(shown.x() - step, shown.y(), shown.scale()));
            case RIGHT -> move(new View(shown.x() + step, shown.y(), shown.scale()));
            case UP -> move(new View(shown.x(), shown.y() + step, shown.scale()));
            case DOWN -> move(new View(shown.x(), shown.y() - step, shown.scale()));
            case HOME -> fit();
            default -> isMeant = false;
        }
        if (isMeant) {
            event.consume();
        }
    }
}
