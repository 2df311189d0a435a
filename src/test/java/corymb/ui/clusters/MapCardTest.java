package corymb.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.clustering.ClusterMethod;
import corymb.clustering.ClusterPlan;
import corymb.clustering.Counts;
import corymb.embedding.MapMethod;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.ui.clusters.MapOptions.Kind;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Fx;
import corymb.ui.kit.PointPane;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

@ExtendWith(Fx.class)
class MapCardTest {
    private static final int CUSTOMERS = 200;

    @TempDir
    private Path folder;

    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);

    @BeforeEach
    void open() {
        var file = SampleProject.create(folder, CUSTOMERS);
        var journey = new Journey(file, SampleProject.CLOCK);
        journey.ensureFeatures(Progress.NONE);
        var features = List.of("frequency", "recency_days", "monetary");
        var plan = new ClusterPlan(
                features, Scaling.STANDARD, new ClusterMethod.KMeans(new Counts(3, 3), 1, 50), new Seed(1));
        journey.take((steps, progress) -> steps.cluster(plan, progress), Progress.NONE);
        Fx.run(() -> session.show(file));
    }

    @AfterEach
    void close() {
        Fx.run(session::close);
    }

    private MapModel drawn(Kind kind) {
        var model = Fx.get(() -> new MapModel(session));
        Fx.run(() -> {
            model.options().kindProperty().set(kind);
            model.options().roundsProperty().set(40);
            model.drawOrStop();
        });
        return model;
    }

    private MapCard card(MapModel model) {
        return Fx.show(
                () -> {
                    var card = new MapCard();
                    card.follow(model, Fx.dialogs(), _ -> {});
                    return card;
                },
                1_000,
                900);
    }

    @Test
    void aMapIsDrawnOfWhatTheGroupsWereFoundIn() {
        var model = drawn(Kind.TSNE);

        var map = session.project().map().map(Made::value).orElseThrow();
        assertThat(map.plan().features()).containsExactly("frequency", "recency_days", "monetary");
        assertThat(map.plan().method())
                .isInstanceOfSatisfying(
                        MapMethod.TSne.class,
                        method -> assertThat(method.rounds()).isEqualTo(40));
        var points = model.pointsProperty().get().orElseThrow();
        assertThat(points.rowCount()).isEqualTo((int) map.positions().rows());
        assertThat(points.numbers("cluster").get(0)).isGreaterThanOrEqualTo(-1);
        assertThat(model.moved()).isPresent();
    }

    /** Dragging from corner to corner marks everybody; half of the map is told apart and becomes a segment. */
    @Test
    void whoIsMarkedIsToldApartAndBecomesASegment() {
        var model = drawn(Kind.PCA);
        var card = card(model);
        var pane = (PointPane) card.lookup("#map");
        var box = Fx.get(() -> pane.localToScreen(pane.getBoundsInLocal()));

        new FxRobot()
                .drag(new Point2D(box.getMinX() + 2, box.getMinY() + 2))
                .dropTo(new Point2D(box.getCenterX(), box.getMaxY() - 2));
        var found = model.foundProperty().get().orElseThrow();

        assertThat(found.customers()).isBetween(1L, CUSTOMERS - 1L);
        assertThat(found.traits()).hasSize(3);
        Fx.run(() -> model.people().makeSegment("Left of the map", _ -> {}));
        assertThat(session.project()
                        .segment("Left of the map")
                        .orElseThrow()
                        .value()
                        .count())
                .isEqualTo(found.customers());
    }

    /** The line goes round the left half; the database finds the same customers inside as the map counts. */
    @Test
    void aLassoMarksWhomItGoesRound() {
        var model = drawn(Kind.PCA);
        var card = card(model);
        var pane = (PointPane) card.lookup("#map");
        var box = Fx.get(() -> pane.localToScreen(pane.getBoundsInLocal()));
        Fx.run(() -> ((ToggleButton) card.lookup("#map-lasso")).fire());

        var robot = new FxRobot()
                .drag(new Point2D(box.getMinX() + 2, box.getMinY() + 2))
                .moveTo(new Point2D(box.getCenterX(), box.getMinY() + 2))
                .moveTo(new Point2D(box.getCenterX(), box.getMaxY() - 2));
        robot.dropTo(new Point2D(box.getMinX() + 2, box.getMaxY() - 2));
        var found = model.foundProperty().get().orElseThrow();

        assertThat(found.customers()).isBetween(1L, CUSTOMERS - 1L);
        assertThat(model.people().rowsProperty().get().orElseThrow().rows()).isEqualTo(found.customers());
    }

    @Test
    void onlyMapsWithDirectionsThatMeanSomethingSayWhichFeaturesTheyAreMadeOf() {
        var charts = drawn(Kind.PCA).directions().orElseThrow();
        assertThat(charts.directions().axes())
                .allSatisfy(axis ->
                        assertThat(charts.more(axis) + charts.less(axis)).isNotEmpty());
        assertThat(charts.loadings().table().rowCount()).isEqualTo(2);
        assertThat(drawn(Kind.TSNE).directions()).isEmpty();
    }

    @Test
    void undoTakesTheMapAwayAgain() {
        var model = drawn(Kind.UMAP);
        var card = card(model);
        assertThat(card.lookup("#map").isVisible()).isTrue();

        Fx.run(() -> session.undo(_ -> {}));

        assertThat(model.pointsProperty().get()).isEmpty();
        assertThat(((Button) card.lookup("#drawMap")).getText()).isEqualTo("Draw the map");
        assertThat(card.lookup("#map").getParent().isVisible()).isFalse();
    }
}
