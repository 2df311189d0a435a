package corymb.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.clustering.Candidate;
import corymb.clustering.ClusterMethod;
import corymb.clustering.ClusterPlan;
import corymb.clustering.GapStatistic;
import corymb.project.Journey;
import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.Fx;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Screen;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Fx.class)
class ClustersPageTest {
    @TempDir
    private Path folder;

    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);
    private final InspectorSide side = new InspectorSide();

    @AfterEach
    void close() {
        Fx.run(session::close);
    }

    private Parent page() {
        var model = new ClustersModel(session, _ -> {});
        model.options().method().mostProperty().set(3);
        return Screen.CLUSTERS.load(Map.of(
                ClustersController.class, () -> new ClustersController(model, Fx.dialogs()),
                ClusterOptionsController.class, () -> new ClusterOptionsController(model),
                ClusterResultsController.class, () -> new ClusterResultsController(model, side, Fx.dialogs())));
    }

    /** Numbers of groups with made-up measures: the silhouette is best at the first, the inertia bends at the third. */
    private static List<Candidate> tried() {
        return List.of(
                new Candidate(2, 100, 0.5, 10, 3, List.of()),
                new Candidate(3, 70, 0.4, 10, 3, List.of()),
                new Candidate(4, 40, 0.3, 10, 3, List.of()),
                new Candidate(5, 38, 0.2, 10, 3, List.of()),
                new Candidate(6, 36, 0.2, 10, 3, List.of()));
    }

    @Test
    void bothMeasuresSayWhichNumberTheyWouldTakeAndTheShownOneIsThereToo() {
        assertThat(NumberChoice.advice(tried(), GapStatistic.NONE, 2))
                .extracting(NumberChoice.Advice::clusters)
                .containsExactly(2, 4);
        assertThat(NumberChoice.advice(tried(), GapStatistic.NONE, 5))
                .extracting(NumberChoice.Advice::clusters)
                .containsExactly(2, 4, 5);
        assertThat(NumberChoice.advice(tried().subList(0, 1), GapStatistic.NONE, 2))
                .extracting(NumberChoice.Advice::clusters)
                .containsExactly(2);
    }

    /** The best silhouette is usually that of fewer groups than the elbow has, but not always: what is finer is said of the finer. */
    @Test
    void theFewerGroupsAreForAFirstLookWhicheverMeasureTakesThem() {
        assertThat(NumberChoice.advice(tried(), GapStatistic.NONE, 2))
                .extracting(advice -> advice.why().contains("a first look"))
                .containsExactly(true, false);
        var late = new ArrayList<>(tried());
        late.add(new Candidate(7, 35, 0.6, 10, 3, List.of()));
        assertThat(NumberChoice.advice(late, GapStatistic.NONE, 7))
                .filteredOn(advice -> advice.why().contains("a first look"))
                .extracting(NumberChoice.Advice::clusters)
                .containsExactly(4);
    }

    @Test
    void aClickTakesTheNumberOfTheOtherMeasure() {
        var taken = new ArrayList<Integer>();
        var choice = new NumberChoice();
        Fx.show(
                () -> {
                    choice.show(tried(), GapStatistic.NONE, 2, taken::add);
                    return choice;
                },
                800,
                400);
        var cards = List.copyOf(choice.lookupAll(".group-card"));
        cards.forEach(card -> Fx.run(() -> ((Button) card).fire()));
        assertThat(taken).containsExactly(4);
    }

    @Test
    void aProjectWithoutCustomersIsToldWhatToDo() {
        Fx.run(() -> session.show(SampleProject.empty(folder)));
        var page = Fx.show(this::page, 1000, 900);
        assertThat(page.lookup("#primaryAction").isVisible()).isFalse();
        assertThat(page.lookupAll(".empty-state").stream().map(EmptyState.class::cast))
                .singleElement()
                .matches(EmptyState::isVisible);
    }

    @Test
    void whereNothingIsANumberThePageSaysSoBeforeTheButtonIsPressed() {
        var file = SampleProject.named(folder, 3);
        new Journey(file, SampleProject.CLOCK).ensureFeatures(Progress.NONE);
        Fx.run(() -> session.show(file));
        var page = Fx.show(this::page, 1000, 900);
        var primary = page.lookup("#primaryAction");
        assertThat(primary.isVisible()).isFalse();
        assertThat(page.lookupAll(".empty-state").stream()
                        .map(EmptyState.class::cast)
                        .filter(EmptyState::isVisible))
                .extracting(EmptyState::getAction)
                .contains("Import events or numbers");
        Fx.run(() -> ((CheckBox) page.lookup("#features .check-box")).fire());
        assertThat(primary.isVisible()).isTrue();
    }

    @Test
    void oneGroupAloneIsNoGroupAndThePageSaysWhatToAskFor() {
        var file = SampleProject.create(folder, 200);
        var journey = new Journey(file, SampleProject.CLOCK);
        journey.ensureFeatures(Progress.NONE);
        var plan = new ClusterPlan(
                List.of("recency_days", "frequency"),
                Scaling.STANDARD,
                new ClusterMethod.Dbscan(OptionalDouble.of(99), 5),
                new Seed(1));
        journey.take((steps, progress) -> steps.cluster(plan, progress), Progress.NONE);
        Fx.run(() -> session.show(file));
        var page = Fx.show(this::page, 1000, 900);
        Fx.waitUntil(() -> page.lookup("#chance").isVisible());
        assertThat(page.lookup("#chance").lookupAll(".label").stream()
                        .map(Labeled.class::cast)
                        .map(Labeled::getText))
                .anyMatch(text -> text.endsWith("ask for a smaller radius, or for more neighbours than 5."));
        assertThat(page.lookup("#pictures").isVisible()).isFalse();
    }

    @Test
    void theButtonFindsGroupsAndAClickOnOneInspectsIt() {
        var file = SampleProject.create(folder, 200);
        var journey = new Journey(file, SampleProject.CLOCK);
        journey.take(Journey::resolveCustomers, Progress.NONE);
        journey.take(
                (steps, progress) -> steps.computeFeatures(steps.standardFeatures(progress), progress), Progress.NONE);
        Fx.run(() -> session.show(file));
        var page = Fx.show(this::page, 1000, 900);
        Fx.run(() -> ((Button) page.lookup("#primaryAction")).fire());
        Fx.waitUntil(() -> page.lookup("#why").isVisible());
        int groups =
                session.project().clustering().orElseThrow().value().clusters().size();
        assertThat(page.lookupAll("#groups .group-card")).hasSize(groups);
        assertThat(page.lookupAll("#groups .group-card .chip")).hasSize(groups);
        Fx.run(() -> ((Button) page.lookup("#groups .group-card")).fire());
        assertThat(side.shownProperty().get()).isPresent();
        Fx.run(() -> ((Button) page.lookup("#makeRule")).fire());
        Fx.waitUntil(() -> page.lookup("#saveRule") != null);
        Fx.run(() -> ((Button) page.lookup("#saveRule")).fire());
        Fx.waitUntil(() -> !session.project().segments().isEmpty());
        Fx.waitUntil(() -> page.lookupAll(".table-cell").stream()
                .anyMatch(cell -> cell instanceof Labeled labeled
                        && String.valueOf(labeled.getText()).startsWith("C0")));
        Fx.run(() -> ((Button) page.lookup("#closerLook .disclosure-switch")).fire());
        Fx.waitUntil(() -> ((ChartPane) page.lookup("#closerLook .chart-pane")).getSpec() != null);
        assertThat(page.lookupAll(".chart-pane").stream()
                        .filter(ClustersPageTest::isInSight)
                        .map(ChartPane.class::cast))
                .hasSize(5)
                .allMatch(chart -> chart.getSpec() != null);
    }

    /** Such as not the directions of a map that nobody has drawn yet. */
    private static boolean isInSight(Node node) {
        return node.isVisible() && (node.getParent() == null || isInSight(node.getParent()));
    }
}
