package corymb.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.text.G2TextMeasurer;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextBlockAnchor;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** The names of rows at the left and of columns above or below, in lines as long as there is room for; all of them upright where a word of one does not fit, so that they read alike. */
final class NameAxis extends SymbolAxis {
    @Serial
    private static final long serialVersionUID = 1;

    /** What the names take of the width, or of the height, at most. */
    private static final double MOST_OF_WIDTH = 0.34;

    private static final double MOST_OF_HEIGHT = 0.5;
    private static final int MOST_LINES = 3;
    private static final double GAP = 5;

    /** What a name that is measured twice may differ by. */
    private static final double ROUNDING = 1;

    NameAxis(List<String> names) {
        super("", names.toArray(String[]::new));
    }

    @Override
    public AxisSpace reserveSpace(
            Graphics2D graphics, Plot plot, Rectangle2D area, RectangleEdge edge, AxisSpace space) {
        var reserved = space == null ? new AxisSpace() : space;
        reserved.add(room(graphics, area, edge), edge);
        return reserved;
    }

    private double room(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
        if (RectangleEdge.isLeftOrRight(edge)) {
            double widest = MOST_OF_WIDTH * area.getWidth();
            return blocks(graphics, widest, lines(graphics, area.getHeight()), HorizontalAlignment.RIGHT)
                            .mapToDouble(
                                    block -> block.calculateDimensions(graphics).getWidth())
                            .max()
                            .orElse(0)
                    + ROUNDING
                    + GAP;
        }
        double most = MOST_OF_HEIGHT * area.getHeight();
        return Math.min(most, isLevel(graphics, area.getWidth()) ? high(graphics, area.getWidth()) : longest(graphics))
                + GAP;
    }

    private double high(Graphics2D graphics, double width) {
        return blocks(graphics, cell(width), MOST_LINES, HorizontalAlignment.CENTER)
                .mapToDouble(block -> block.calculateDimensions(graphics).getHeight())
                .max()
                .orElse(0);
    }

    private double longest(Graphics2D graphics) {
        return Arrays.stream(getSymbols())
                .mapToDouble(name -> width(graphics, name))
                .max()
                .orElse(0);
    }

    /** Whether the longest word is no wider than a column. */
    private boolean isLevel(Graphics2D graphics, double width) {
        return Arrays.stream(getSymbols())
                .flatMap(name -> Stream.of(name.split("\\s+", -1)))
                .allMatch(word -> width(graphics, word) + ROUNDING <= cell(width));
    }

    private double cell(double width) {
        return width / getSymbols().length - GAP;
    }

    private int lines(Graphics2D graphics, double height) {
        double row = height / getSymbols().length;
        return Math.clamp(
                (int) (row / graphics.getFontMetrics(getTickLabelFont()).getHeight()), 1, MOST_LINES);
    }

    private double width(Graphics2D graphics, String text) {
        return width(graphics, getTickLabelFont(), text);
    }

    private static double width(Graphics2D graphics, Font font, String text) {
        return TextUtils.getTextBounds(text, graphics, graphics.getFontMetrics(font))
                .getWidth();
    }

    private Stream<TextBlock> blocks(Graphics2D graphics, double width, int lines, HorizontalAlignment aligned) {
        // The measurer asks the letters that are drawn with at the moment.
        graphics.setFont(getTickLabelFont());
        return Arrays.stream(getSymbols()).map(name -> {
            var block = TextUtils.createTextBlock(
                    name, getTickLabelFont(), getTickLabelPaint(), (float) width, lines, new G2TextMeasurer(graphics));
            block.setLineAlignment(aligned);
            return block;
        });
    }

    @Override
    protected AxisState drawTickMarksAndLabels(
            Graphics2D graphics, double cursor, Rectangle2D plotArea, Rectangle2D cells, RectangleEdge edge) {
        if (RectangleEdge.isLeftOrRight(edge)) {
            double width = cells.getMinX() - plotArea.getMinX() - GAP;
            place(
                    graphics,
                    blocks(graphics, width, lines(graphics, cells.getHeight()), HorizontalAlignment.RIGHT)
                            .toList(),
                    cells,
                    edge);
        } else if (isLevel(graphics, cells.getWidth())) {
            place(
                    graphics,
                    blocks(graphics, cell(cells.getWidth()), MOST_LINES, HorizontalAlignment.CENTER)
                            .toList(),
                    cells,
                    edge);
        } else {
            upright(graphics, plotArea, cells, edge);
        }
        return new AxisState(cursor);
    }

    private void place(Graphics2D graphics, List<TextBlock> blocks, Rectangle2D cells, RectangleEdge edge) {
        for (int at = 0; at < blocks.size(); at++) {
            float place = (float) valueToJava2D(at, cells, edge);
            if (RectangleEdge.isLeftOrRight(edge)) {
                blocks.get(at).draw(graphics, (float) (cells.getMinX() - GAP), place, TextBlockAnchor.CENTER_RIGHT);
            } else {
                var anchor = isAbove(edge) ? TextBlockAnchor.BOTTOM_CENTER : TextBlockAnchor.TOP_CENTER;
                blocks.get(at).draw(graphics, place, beside(cells, edge), anchor);
            }
        }
    }

    private static boolean isAbove(RectangleEdge edge) {
        return edge.equals(RectangleEdge.TOP);
    }

    private static float beside(Rectangle2D cells, RectangleEdge edge) {
        return (float) (isAbove(edge) ? cells.getMinY() - GAP : cells.getMaxY() + GAP);
    }

    private void upright(Graphics2D graphics, Rectangle2D plotArea, Rectangle2D cells, RectangleEdge edge) {
        double room =
                (isAbove(edge) ? cells.getMinY() - plotArea.getMinY() : plotArea.getMaxY() - cells.getMaxY()) - GAP;
        var anchor = isAbove(edge) ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER_RIGHT;
        graphics.setFont(getTickLabelFont());
        graphics.setPaint(getTickLabelPaint());
        for (int at = 0; at < getSymbols().length; at++) {
            var name = getSymbols()[at];
            float place = (float) valueToJava2D(at, cells, edge);
            TextUtils.drawRotatedString(
                    cut(graphics, getTickLabelFont(), name, room),
                    graphics,
                    place,
                    beside(cells, edge),
                    anchor,
                    -Math.PI / 2,
                    anchor);
        }
    }

    /** As much of a name as the room takes. */
    static String cut(Graphics2D graphics, Font font, String name, double room) {
        if (width(graphics, font, name) <= room) {
            return name;
        }
        int letters = name.length();
        while (letters > 1 && width(graphics, font, name.substring(0, letters) + "…") > room) {
            letters--;
        }
        return name.substring(0, letters).strip() + "…";
    }
}
