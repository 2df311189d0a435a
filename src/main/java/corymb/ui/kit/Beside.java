package corymb.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Puts choices at the left and what they lead to at their right, or below them where that would be too narrow. */
public final class Beside extends Pane {
    private static final double GAP = 24;
    private static final double CHOICES = 304;
    private static final double LEAST = 360;

    public Beside() {
        getStyleClass().add("beside");
    }

    private Node choices() {
        return getChildren().getFirst();
    }

    private Node outcome() {
        return getChildren().getLast();
    }

    private double choicesWidth() {
        return snapSizeX(CHOICES * Theme.textScale(this));
    }

    private boolean isAbreast(double width) {
        return width >= choicesWidth() + GAP + LEAST * Theme.textScale(this);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return choicesWidth() + GAP + LEAST * Theme.textScale(this);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? computePrefWidth(-1) : width;
        if (isAbreast(inner)) {
            double rest = inner - choicesWidth() - GAP;
            return Math.max(choices().prefHeight(choicesWidth()), outcome().prefHeight(rest));
        }
        return choices().prefHeight(inner) + GAP + outcome().prefHeight(inner);
    }

    @Override
    protected void layoutChildren() {
        boolean isAbreast = isAbreast(getWidth());
        double width = isAbreast ? choicesWidth() : getWidth();
        double height = snapSizeY(choices().prefHeight(width));
        choices().resizeRelocate(0, 0, width, height);
        double left = isAbreast ? width + GAP : 0;
        double top = isAbreast ? 0 : height + GAP;
        outcome().resizeRelocate(left, top, getWidth() - left, Math.max(0, getHeight() - top));
    }
}
