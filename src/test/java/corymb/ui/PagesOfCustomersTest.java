package corymb.ui;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.ui.customers.CustomerCountsController;
import corymb.ui.customers.CustomersController;
import corymb.ui.customers.CustomersModel;
import corymb.ui.customers.PersonController;
import corymb.ui.features.FeatureOptionsController;
import corymb.ui.features.FeaturesController;
import corymb.ui.features.FeaturesLifetimeController;
import corymb.ui.features.FeaturesModel;
import corymb.ui.features.FeaturesScoresController;
import corymb.ui.features.FeaturesTogetherController;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Fx;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Screen;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Fx.class)
class PagesOfCustomersTest {
    @TempDir
    private Path folder;

    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);
    private final InspectorSide side = new InspectorSide();

    @AfterEach
    void close() {
        Fx.run(session::close);
    }

    private Parent customers() {
        var model = new CustomersModel(session, _ -> {});
        return Screen.CUSTOMERS.load(Map.of(
                CustomersController.class, () -> new CustomersController(model, Fx.dialogs()),
                CustomerCountsController.class, () -> new CustomerCountsController(model),
                PersonController.class, () -> new PersonController(model, side)));
    }

    private Parent features() {
        var model = new FeaturesModel(session, _ -> {});
        return Screen.FEATURES.load(Map.of(
                FeaturesController.class, () -> new FeaturesController(model, Fx.dialogs()),
                FeaturesLifetimeController.class, () -> new FeaturesLifetimeController(model),
                FeaturesScoresController.class, () -> new FeaturesScoresController(model),
                FeaturesTogetherController.class, () -> new FeaturesTogetherController(model),
                FeatureOptionsController.class, () -> new FeatureOptionsController(model, Fx.dialogs())));
    }

    private static boolean shows(Parent page, String text) {
        return page.lookupAll(".table-cell").stream()
                .anyMatch(cell -> cell instanceof Labeled labeled && text.equals(labeled.getText()));
    }

    @Test
    void profilesAreBuiltThenACustomerIsLookedAtThenFeaturesAreComputed() {
        var file = SampleProject.create(folder, 60);
        Fx.run(() -> session.show(file));
        var page = Fx.show(this::customers, 1000, 900);
        Fx.run(() -> ((Button) page.lookup(".empty-state .button")).fire());
        Fx.waitUntil(() -> shows(page, "C000001"));
        Fx.run(() ->
                ((TableView<?>) page.lookup(".table-view")).getSelectionModel().select(0));
        Fx.waitUntil(() -> side.shownProperty().get().isPresent());

        var next = Fx.show(this::features, 1000, 900);
        Fx.run(() -> ((Button) next.lookup("#primaryAction")).fire());
        Fx.waitUntil(() -> shows(next, "Number of purchases"));
        assertThat(next.lookupAll(".chart-pane").stream()
                        .map(ChartPane.class::cast)
                        .filter(Node::isManaged))
                .as("nothing was foretold, so there is nothing to hold against what came")
                .hasSize(3)
                .allMatch(chart -> chart.getSpec() != null);
        assertThat(next.lookupAll(".empty-state")).noneMatch(Node::isVisible);
        Fx.waitUntil(() -> next.lookupAll(".table-cell").stream()
                .noneMatch(cell -> cell instanceof Labeled labeled && "…".equals(labeled.getText())));
    }
}
