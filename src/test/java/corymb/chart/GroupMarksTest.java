package corymb.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.clustering.Assignments;
import corymb.clustering.ClusterDetails;
import corymb.clustering.Hierarchical;
import corymb.clustering.HierarchicalPlan;
import corymb.clustering.Linkage;
import corymb.clustering.Profiles;
import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.entity.LegendItemEntity;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

/** What stands far out or is very thin leaves the rest of a chart of groups readable. */
class GroupMarksTest {
    private static final Caption CAPTION = new Caption("They differ", "Groups");
    private static final int HEIGHT = 380;

    @SuppressWarnings("unchecked") // the library gives a raw collection of these
    private static Collection<ChartEntity> entities(ChartRenderingInfo info) {
        return info.getEntityCollection().getEntities();
    }

    private static List<String> tips(ChartSpec spec) {
        var info = new ChartRenderingInfo();
        ChartFiles.draw(Charts.plot(spec, ChartTheme.LIGHT), 700, HEIGHT, 1, info);
        return entities(info).stream()
                .flatMap(entity -> Stream.ofNullable(entity.getToolTipText()))
                .toList();
    }

    private static ChartSpec.Series group(String name, int colour, double... deviations) {
        return new ChartSpec.Series(
                name,
                colour,
                IntStream.range(0, deviations.length)
                        .mapToObj(at -> new ChartSpec.Point(at, deviations[at]))
                        .toList());
    }

    /** One of 20 standard deviations leaves a fortieth of the height to the 0.5 between the others. */
    @Test
    void aGroupFarOutIsMarkedWithItsNumberAndLeavesRoomToTheOthers() {
        var groups = List.of(group("Whales", 0, 20.3, -7.5), group("Most", 1, -0.2, 0.3), group("Some", 2, 0.3, -0.2));
        var paths = new ChartSpec.Paths(
                CAPTION, List.of("spend", "visits"), Axis.deviations("Standard deviations"), groups, List.of());

        var range = ((XYPlot) Charts.plot(paths, ChartTheme.LIGHT).getPlot())
                .getRangeAxis()
                .getRange();
        assertThat(range.getLength()).isLessThan(10);
        assertThat(ChartFiles.svg(Charts.picture(paths, ChartTheme.LIGHT), 700, HEIGHT))
                .contains(">20.3<", ">−7.5<");
        assertThat(tips(paths)).contains("Whales\nspend: 20.3");
        assertThat(paths.table().column("Standard deviations").text(0)).isEqualTo("20.3");
    }

    @Test
    void otherLinesReachAsFarAsTheirValues() {
        var paths = new ChartSpec.Paths(
                CAPTION, List.of("a", "b"), Axis.of("Orders"), List.of(group("A", 0, 20, 1)), List.of());
        var plot = (XYPlot) Charts.plot(paths, ChartTheme.LIGHT).getPlot();
        assertThat(plot.getRangeAxis().getRange().contains(20)).isTrue();
        assertThat(plot.getAnnotations()).isEmpty();
    }

    /** Eight of one customer each beside one of a thousand. */
    @Test
    void namesOfThinFlowsStandClearOfEachOther() {
        var flows = IntStream.range(0, 9)
                .mapToObj(at -> new ChartSpec.Flow("from " + at, "to " + at, at == 0 ? 1_000 : 1, at, at))
                .toList();
        var spec = new ChartSpec.Flows(CAPTION, flows);
        var picture = ChartFiles.svg(Charts.picture(spec, ChartTheme.LIGHT), 700, HEIGHT);
        for (var side : List.of("from", "to")) {
            double[] heights = Pattern.compile("y='([\\d.]+)'[^>]*>" + side + " \\d<")
                    .matcher(picture)
                    .results()
                    .mapToDouble(found -> Double.parseDouble(found.group(1)))
                    .sorted()
                    .toArray();
            assertThat(heights).hasSize(9);
            for (int i = 1; i < heights.length; i++) {
                assertThat(heights[i] - heights[i - 1])
                        .isGreaterThan(ChartTheme.LIGHT.font().getSize2D());
            }
            assertThat(heights[8]).isLessThan(HEIGHT);
        }
        assertThat(tips(spec)).contains("from 0: 1,000", "to 3: 1", "from 3 → to 3: 1");
    }

    /** Of so many that their names have no room, the largest are named and all are told. */
    @Test
    void namesThatHaveNoRoomAreLeftToTheTooltips() {
        var flows = IntStream.range(0, 60)
                .mapToObj(at -> new ChartSpec.Flow("from " + at, "to", at == 7 ? 500 : 1, at, 0))
                .toList();
        var spec = new ChartSpec.Flows(CAPTION, flows);
        var picture = ChartFiles.svg(Charts.picture(spec, ChartTheme.LIGHT), 700, HEIGHT);
        assertThat(picture).contains(">from 7<");
        assertThat(Pattern.compile(">from \\d+<").matcher(picture).results().count())
                .isBetween(10L, 30L);
        assertThat(tips(spec)).contains("from 59: 1");
    }

    @Test
    void namesMoveNoFurtherThanTheyMust() {
        assertThat(FlowChart.apart(new double[] {10, 50, 90}, 16, 8, 200)).containsExactly(10, 50, 90);
        assertThat(FlowChart.apart(new double[] {50, 52}, 16, 8, 200)).containsExactly(43, 59);
        assertThat(FlowChart.apart(new double[] {1, 2, 199}, 16, 8, 200)).containsExactly(8, 24, 199);
        var chance = new Random(7);
        for (int round = 0; round < 200; round++) {
            double[] wanted =
                    chance.doubles(1 + chance.nextInt(20), 0, 400).sorted().toArray();
            double[] places = FlowChart.apart(wanted, 16, 0, 400);
            for (int i = 1; i < places.length; i++) {
                assertThat(places[i] - places[i - 1]).isGreaterThanOrEqualTo(16 - 1e-9);
            }
            assertThat(places[0]).isGreaterThanOrEqualTo(0);
            assertThat(places[places.length - 1]).isLessThanOrEqualTo(400);
            if (places[0] > 0 && places[places.length - 1] < 400) {
                assertThat(Arrays.stream(places).sum())
                        .isCloseTo(Arrays.stream(wanted).sum(), within(1e-6));
            }
        }
    }

    /** By hand: 0 and 1, and 10 and 11, lie 1 apart, the pairs 9, and 100 lies 89 from all. */
    @Test
    void aTreeSaysWhereItIsCutAndColoursEachGroupAlone() {
        var rows = new Matrix(List.of("a"), 0, 1, 10, 11, 100);
        var merging = Hierarchical.run(rows, new HierarchicalPlan(Linkage.SINGLE), Progress.NONE);
        var clusters = new Assignments(3, 0, 0, 1, 1, 2);
        var groups = Profiles.of(rows, clusters);

        var tree = (ChartSpec.Branches) new TreeChart(new ClusterDetails.Tree(merging, clusters), groups).spec();

        assertThat(tree.caption().finding()).isEqualTo("Cut between 1 and 9 there are 3 groups");
        assertThat(tree.cuts()).containsExactly(5.0);
        var whole = tree.branches().getLast();
        assertThat(whole.height()).isEqualTo(89);
        assertThat(whole.note()).isEqualTo("5 customers merge at a distance of 89");
        assertThat(whole.colour()).isEqualTo(Palette.GREYED);
        assertThat(List.of(whole.one().colour(), whole.other().colour())).containsExactlyInAnyOrder(Palette.GREYED, 2);
        assertThat(tree.branches())
                .extracting(ChartSpec.Branch::colour)
                .containsExactlyInAnyOrder(0, 1, Palette.GREYED, Palette.GREYED);
        assertThat(ChartFiles.svg(Charts.picture(tree, ChartTheme.LIGHT), 700, HEIGHT))
                .contains(groups.stream().map(group -> ">" + group.name() + "<").toList());
    }

    /** Twenty-nine of thirty are nearly all, and yet the branch of all is not theirs: it holds the other group whole. */
    @Test
    void aBranchOfAllIsNotThatOfTheLargestGroup() {
        var rows = new Matrix(
                List.of("a"),
                IntStream.range(0, 30).mapToDouble(i -> i < 29 ? i : 500).toArray());
        var merging = Hierarchical.run(rows, new HierarchicalPlan(Linkage.SINGLE), Progress.NONE);
        var clusters = new Assignments(
                2, IntStream.range(0, 30).map(i -> i < 29 ? 0 : 1).toArray());
        var tree = (ChartSpec.Branches)
                new TreeChart(new ClusterDetails.Tree(merging, clusters), Profiles.of(rows, clusters)).spec();
        assertThat(tree.branches().getLast().colour()).isEqualTo(Palette.GREYED);
    }

    /** Cut into two, the tree of these rows has 100 alone; the groups have it with the pair beside it. */
    @Test
    void aTreeThatFallsIntoOtherGroupsIsNotCut() {
        var rows = new Matrix(List.of("a"), 0, 1, 10, 11, 100);
        var merging = Hierarchical.run(rows, new HierarchicalPlan(Linkage.SINGLE), Progress.NONE);
        var clusters = new Assignments(2, 0, 0, 1, 1, 1);
        var tree = (ChartSpec.Branches)
                new TreeChart(new ClusterDetails.Tree(merging, clusters), Profiles.of(rows, clusters)).spec();
        assertThat(tree.cuts()).isEmpty();
        assertThat(tree.caption().finding()).doesNotContain("Cut");
    }

    @Test
    void aGroupOfNothingButNoughtsIsInSight() {
        var boxes = new ChartSpec.Boxes(
                CAPTION,
                Axis.of("Orders"),
                List.of(
                        new ChartSpec.Box("0", "None", 0, new ChartSpec.Five(0, 0, 0, 0, 0)),
                        new ChartSpec.Box("1", "Some", 1, new ChartSpec.Five(0, 1, 2, 3, 4))));
        var plot = (CategoryPlot) Charts.plot(boxes, ChartTheme.LIGHT).getPlot();
        assertThat(plot.getRangeAxis().getLowerBound()).isNegative();
    }

    /** Names of twelve groups of forty letters each take many lines; none of them lies over a mark. */
    @Test
    void namesOfManyGroupsStandOverThePlot() {
        var groups = IntStream.range(0, 12)
                .mapToObj(at -> group("a group with a name of forty letters, " + at, at, at / 4.0, 12 - at))
                .toList();
        var paths = new ChartSpec.Paths(CAPTION, List.of("a", "b"), Axis.deviations("Deviations"), groups, List.of());
        var chart = Charts.plot(paths, ChartTheme.LIGHT);
        var info = new ChartRenderingInfo();
        ChartFiles.draw(chart, 700, HEIGHT, 1, info);
        var seen = info.getPlotInfo().getDataArea();
        double top = entities(info).stream()
                .filter(LegendItemEntity.class::isInstance)
                .mapToDouble(entity -> entity.getArea().getBounds2D().getMaxY())
                .max()
                .orElseThrow();
        assertThat(top).isLessThanOrEqualTo(seen.getMinY());
        assertThat(seen.getHeight()).isGreaterThan(HEIGHT / 3.0);
    }
}
