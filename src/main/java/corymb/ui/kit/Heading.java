package corymb.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Words at the left and actions at their right, or below them where the title would have to give way. */
final class Heading extends Pane {
    private static final double GAP = 12;
    private static final double LONG_TITLE = 260;

    private final Node title;
    private final Region words;
    private final Region actions;

    /** @param title the part of the words that keeps its room before the actions, unless it is long */
    Heading(Node title, Region words, Region actions) {
        this.title = title;
        this.words = words;
        this.actions = actions;
        getChildren().addAll(words, actions);
    }

    /** How wide the actions are; nothing while none is shown. */
    private double actionsWidth() {
        return actions.getChildrenUnmodifiable().stream().anyMatch(Node::isManaged)
                ? snapSizeX(actions.prefWidth(-1)) + GAP
                : 0;
    }

    private boolean isAbreast(double width) {
        double kept = Math.min(title.prefWidth(-1), LONG_TITLE * Theme.textScale(this));
        return actionsWidth() == 0 || width >= kept + actionsWidth();
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
        return words.prefWidth(-1) + actionsWidth();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? computePrefWidth(-1) : width;
        return isAbreast(inner)
                ? Math.max(words.prefHeight(inner - actionsWidth()), actionsWidth() == 0 ? 0 : actions.prefHeight(-1))
                : words.prefHeight(inner) + GAP + actions.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double beside = actionsWidth();
        if (isAbreast(width)) {
            words.resizeRelocate(0, 0, width - beside, getHeight());
            double actual = Math.max(0, beside - GAP);
            actions.resizeRelocate(width - actual, 0, actual, actions.prefHeight(-1));
        } else {
            double height = snapSizeY(words.prefHeight(width));
            words.resizeRelocate(0, 0, width, height);
            actions.resizeRelocate(0, height + GAP, Math.min(width, beside - GAP), actions.prefHeight(-1));
        }
    }
}
