package corymb.ui.kit;

import javafx.scene.control.Tooltip;

/** What a mark says, beside it. */
final class ChartTip {
    private static final double BESIDE = 14;

    private final ChartPlot plot;
    private final Tooltip tooltip = new Tooltip();

    ChartTip(ChartPlot plot) {
        this.plot = plot;
        tooltip.setAutoHide(false);
        tooltip.setHideOnEscape(false);
    }

    /** Shows words beside a place of the plot. */
    void show(String words, double x, double y) {
        var window = plot.getScene() == null ? null : plot.getScene().getWindow();
        var place = plot.localToScreen(x + BESIDE, y + BESIDE);
        if (window == null || place == null) {
            return;
        }
        tooltip.setText(words);
        if (tooltip.isShowing()) {
            tooltip.setAnchorX(place.getX());
            tooltip.setAnchorY(place.getY());
        } else {
            tooltip.show(window, place.getX(), place.getY());
        }
    }

    void hide() {
        tooltip.hide();
    }
}
