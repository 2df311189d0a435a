package corymb.ui.kit;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Puts its children side by side in equal columns, and in fewer columns where they would become too narrow. */
public final class Columns extends Pane {
    private static final double GAP = 24;
    private static final double UNMEASURED = -1;

    private final DoubleProperty columnWidth = new SimpleDoubleProperty(this, "columnWidth", 320);

    private double measuredWidth = UNMEASURED;
    private double measuredHeight;

    public Columns() {
        getStyleClass().add("columns");
        columnWidth.addListener((_, _, _) -> requestLayout());
    }

    public Columns(Node... children) {
        this();
        getChildren().addAll(children);
    }

    /** The least width of a column at the usual size of text. */
    public DoubleProperty columnWidthProperty() {
        return columnWidth;
    }

    public double getColumnWidth() {
        return columnWidth.get();
    }

    public void setColumnWidth(double width) {
        columnWidth.set(width);
    }

    /** As regions do with the sizes that do not depend on a width: panes within panes ask for a height many times a layout. */
    @Override
    public void requestLayout() {
        measuredWidth = UNMEASURED;
        super.requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.min(least(), 160);
    }

    @Override
    protected double computePrefWidth(double height) {
        int count = getManagedChildren().size();
        return Math.max(0, count * least() + (count - 1) * GAP);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? computePrefWidth(-1) : width;
        if (inner != measuredWidth) {
            measuredHeight = height(inner);
            measuredWidth = inner;
        }
        return measuredHeight;
    }

    private double height(double inner) {
        int columns = columns(inner);
        int count = getManagedChildren().size();
        double height = 0;
        for (int first = 0; first < count; first += columns) {
            height += rowHeight(first, columns, each(inner, columns)) + (first > 0 ? GAP : 0);
        }
        return height;
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double each = each(getWidth(), columns);
        var children = getManagedChildren();
        double top = 0;
        for (int first = 0; first < children.size(); first += columns) {
            double height = rowHeight(first, columns, each);
            for (int i = first; i < Math.min(first + columns, children.size()); i++) {
                children.get(i).resizeRelocate(snapPositionX((i - first) * (each + GAP)), top, each, height);
            }
            top += height + GAP;
        }
    }

    private double least() {
        return columnWidth.get() * Theme.textScale(this);
    }

    private int columns(double width) {
        int fitting = (int) ((width + GAP) / (least() + GAP));
        return Math.clamp(fitting, 1, Math.max(1, getManagedChildren().size()));
    }

    private double each(double width, int columns) {
        return snapSizeX(Math.floor((width - (columns - 1) * GAP) / columns));
    }

    private double rowHeight(int first, int columns, double each) {
        return snapSizeY(getManagedChildren().stream()
                .skip(first)
                .limit(columns)
                .mapToDouble(child -> child.prefHeight(each))
                .max()
                .orElse(0));
    }
}
