package corymb.ui.kit;

import corymb.chart.Charts;
import corymb.chart.View;
import java.awt.geom.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

/** Looks closer at a part of a chart: a drag over it, the wheel with the command key, or a pinch; a double click shows all. */
final class ChartZoom {
    private static final double LEAST_DRAG = 6;
    private static final double STEP = 1.25;

    private final ChartPlot plot;
    private final Region band = new Region();
    private double startX;
    private double startY;
    private boolean isDragging;

    ChartZoom(ChartPlot plot) {
        this.plot = plot;
        band.getStyleClass().add("chart-band");
        band.setManaged(false);
        band.setVisible(false);
        band.setMouseTransparent(true);
        plot.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        plot.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        plot.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        plot.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                plot.viewProperty().set(View.WHOLE);
            }
        });
        plot.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        plot.addEventHandler(ZoomEvent.ZOOM, event -> nearer(event.getX(), event.getY(), event.getZoomFactor()));
    }

    /** What shows the part that a drag passes over. */
    Region band() {
        return band;
    }

    /** Nearer to the middle of what is seen, or farther from it. */
    static void step(ChartPlot plot, boolean isNearer) {
        var area = plot.marks().area();
        nearer(plot, area.getCenterX(), area.getCenterY(), isNearer ? STEP : 1 / STEP);
    }

    private void pressed(MouseEvent event) {
        boolean isInside = plot.marks().area().contains(event.getX(), event.getY());
        isDragging = event.getButton() == MouseButton.PRIMARY && isInside && Charts.canZoom(plot.spec());
        startX = event.getX();
        startY = event.getY();
    }

    private void dragged(MouseEvent event) {
        if (isDragging) {
            var part = part(event);
            band.setVisible(part.getWidth() >= LEAST_DRAG);
            band.resizeRelocate(part.getX(), part.getY(), part.getWidth(), part.getHeight());
            plot.setCursor(Cursor.CROSSHAIR);
            event.consume();
        }
    }

    private void released(MouseEvent event) {
        var part = part(event);
        if (isDragging && part.getWidth() >= LEAST_DRAG && part.getHeight() >= LEAST_DRAG) {
            var area = plot.marks().area();
            plot.choose(java.util.Optional.empty());
            plot.viewProperty()
                    .set(plot.viewProperty()
                            .get()
                            .within(new View(
                                    across(area, part.getMinX()),
                                    across(area, part.getMaxX()),
                                    upwards(area, part.getMaxY()),
                                    upwards(area, part.getMinY()))));
        }
        isDragging = false;
        band.setVisible(false);
        plot.setCursor(null);
    }

    /** What the drag has passed over, within the chart. */
    private Rectangle2D part(MouseEvent event) {
        var passed = new Rectangle2D.Double();
        passed.setFrameFromDiagonal(startX, startY, event.getX(), event.getY());
        var area = plot.marks().area();
        var part = passed.createIntersection(area);
        if (!Charts.canZoomUpwards(plot.spec())) {
            part.setRect(part.getX(), area.getY(), part.getWidth(), area.getHeight());
        }
        return part;
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            nearer(event.getX(), event.getY(), event.getDeltaY() > 0 ? STEP : 1 / STEP);
            event.consume();
        }
    }

    private void nearer(double x, double y, double times) {
        nearer(plot, x, y, times);
    }

    private static void nearer(ChartPlot plot, double x, double y, double times) {
        if (!Charts.canZoom(plot.spec())) {
            return;
        }
        var area = plot.marks().area();
        var now = plot.viewProperty().get();
        var nearer = now.nearer(Math.clamp(across(area, x), 0, 1), Math.clamp(upwards(area, y), 0, 1), times);
        plot.viewProperty()
                .set(Charts.canZoomUpwards(plot.spec()) ? nearer : new View(nearer.left(), nearer.right(), 0, 1));
    }

    private static double across(Rectangle2D area, double x) {
        return (x - area.getX()) / area.getWidth();
    }

    private static double upwards(Rectangle2D area, double y) {
        return 1 - (y - area.getY()) / area.getHeight();
    }
}
