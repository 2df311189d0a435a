package corymb.chart;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.entity.NodeEntity;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.flow.FlowPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.flow.DefaultFlowDataset;
import org.jfree.data.flow.FlowDataset;
import org.jfree.data.flow.FlowDatasetUtils;
import org.jfree.data.flow.FlowKey;
import org.jfree.data.flow.NodeKey;
import org.jspecify.annotations.Nullable;

/** Flows between places at the left and at the right. Names stand beside their places, moved apart where these are thin. */
final class FlowChart extends FlowPlot {
    @Serial
    private static final long serialVersionUID = 1;

    private static final double GAP = 6;
    private static final double WIDEST_MARGIN = 0.04;

    /** The part of the height that all margins between places may take. */
    private static final double MARGINS = 0.4;

    private final transient ChartTheme theme;
    private final transient FlowDataset<Place> data;

    /** A place, which the plot itself names nowhere: it would write the names of thin ones over each other. */
    private record Place(String name) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return name.compareTo(other.name);
        }

        @Override
        public String toString() {
            return "";
        }
    }

    private FlowChart(ChartTheme theme, FlowDataset<Place> data) {
        super(data);
        this.theme = theme;
        this.data = data;
    }

    static FlowPlot of(ChartSpec.Flows flows, ChartTheme theme) {
        var data = new DefaultFlowDataset<Place>();
        flows.flows().forEach(flow -> data.setFlow(0, new Place(flow.from()), new Place(flow.to()), flow.amount()));
        var plot = new FlowChart(theme, data);
        flows.flows().forEach(flow -> {
            plot.setNodeFillColor(new NodeKey<>(0, new Place(flow.from())), theme.colour(flow.colour()));
            plot.setNodeFillColor(new NodeKey<>(1, new Place(flow.to())), theme.colour(flow.toColour()));
        });
        plot.setToolTipGenerator((_, key) -> plot.tip(key));
        plot.setDefaultNodeColor(theme.colour(Palette.GREYED));
        int most = Math.max(data.getSources(0).size(), data.getDestinations(0).size());
        plot.setNodeMargin(Math.min(WIDEST_MARGIN, MARGINS / most));
        plot.setNodeWidth(14);
        plot.setFlowMargin(0.004);
        double half = theme.font().getSize2D(); // the name beside a very small node is higher than the node
        plot.setInsets(new RectangleInsets(half, half, half, half));
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        return plot;
    }

    private String tip(FlowKey<?> key) {
        var from = (Place) key.getSource();
        var to = (Place) key.getDestination();
        return "%s → %s: %s"
                .formatted(
                        from.name(),
                        to.name(),
                        Numbers.local()
                                .exact(data.getFlow(key.getStage(), from, to).doubleValue()));
    }

    @Override
    public void draw(
            Graphics2D graphics,
            Rectangle2D area,
            @Nullable Point2D anchor,
            @Nullable PlotState state,
            @Nullable PlotRenderingInfo info) {
        var drawn = info == null ? new PlotRenderingInfo(new ChartRenderingInfo()) : info;
        super.draw(graphics, area, anchor, state, drawn);
        graphics.setFont(theme.font());
        graphics.setPaint(theme.text());
        var nodes = nodes(drawn);
        nodes.forEach(node -> node.setToolTipText(tip(node.getKey())));
        name(
                graphics,
                drawn.getDataArea(),
                nodes.stream().filter(node -> isAtLeft(node)).toList());
        name(
                graphics,
                drawn.getDataArea(),
                nodes.stream().filter(node -> !isAtLeft(node)).toList());
    }

    /** The places from the top. */
    private static List<NodeEntity> nodes(PlotRenderingInfo drawn) {
        var nodes = new ArrayList<NodeEntity>();
        for (var entity : drawn.getOwner().getEntityCollection().getEntities()) {
            if (entity instanceof NodeEntity node) {
                nodes.add(node);
            }
        }
        nodes.sort(Comparator.comparingDouble(node -> box(node).getY()));
        return nodes;
    }

    private static boolean isAtLeft(NodeEntity node) {
        return node.getKey().getStage() == 0;
    }

    private static Rectangle2D box(NodeEntity node) {
        return node.getArea().getBounds2D();
    }

    private String tip(NodeKey<?> key) {
        var place = (Place) key.getNode();
        double amount = key.getStage() == 0
                ? FlowDatasetUtils.calculateOutflow(data, place, 0)
                : FlowDatasetUtils.calculateInflow(data, place, 1);
        return place.name() + ": " + Numbers.local().exact(amount);
    }

    private void name(Graphics2D graphics, Rectangle2D area, List<NodeEntity> side) {
        double high = graphics.getFontMetrics().getHeight();
        double over = theme.font().getSize2D();
        var named = roomy(side, (int) ((area.getHeight() + 2 * over) / high));
        double[] heights = apart(
                named.stream().mapToDouble(node -> box(node).getCenterY()).toArray(),
                high,
                area.getMinY() - over + high / 2,
                area.getMaxY() + over - high / 2);
        double room = area.getWidth() / 2 - getNodeWidth() - 2 * GAP;
        for (int i = 0; i < heights.length; i++) {
            var node = named.get(i);
            var name =
                    NameAxis.cut(graphics, theme.font(), ((Place) node.getKey().getNode()).name(), room);
            float x = (float)
                    (isAtLeft(node) ? box(node).getMaxX() + GAP : box(node).getMinX() - GAP);
            TextUtils.drawAlignedString(
                    name,
                    graphics,
                    x,
                    (float) heights[i],
                    isAtLeft(node) ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER_RIGHT);
        }
    }

    /** So many places as have room for their names, the highest of them, from the top. */
    private static List<NodeEntity> roomy(List<NodeEntity> side, int most) {
        var highest = side.stream()
                .sorted(Comparator.comparingDouble(node -> -box(node).getHeight()))
                .limit(most)
                .toList();
        return side.stream().filter(highest::contains).toList();
    }

    /**
     * As near as can be to where names are wanted, so that no two of them overlap: least squares under the order of the names, by
     * joining those that would come too close (pool adjacent violators).
     *
     * @param wanted the middle of each name, ascending
     * @param high how high a name is
     * @param top the least middle there may be
     * @param bottom the largest
     */
    static double[] apart(double[] wanted, double high, double top, double bottom) {
        var blocks = new ArrayDeque<Block>();
        for (int i = 0; i < wanted.length; i++) {
            var block = new Block(wanted[i] - i * high, 1);
            while (!blocks.isEmpty() && blocks.getLast().mean() >= block.mean()) {
                block = block.with(blocks.removeLast());
            }
            blocks.add(block);
        }
        double last = Math.max(top, bottom - (wanted.length - 1) * high);
        var places = new double[wanted.length];
        int at = 0;
        for (var block : blocks) {
            for (int i = 0; i < block.names(); i++, at++) {
                places[at] = Math.clamp(block.mean(), top, last) + at * high;
            }
        }
        return places;
    }

    /** Names that touch, each measured from where the first of all would stand. */
    private record Block(double sum, int names) {
        double mean() {
            return sum / names;
        }

        Block with(Block other) {
            return new Block(sum + other.sum, names + other.names);
        }
    }
}
