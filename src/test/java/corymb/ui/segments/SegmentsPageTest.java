package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.FilledProject;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.GivenDialogs;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Screen;
import corymb.ui.session.Session;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

@FxTest
class SegmentsPageTest {
    private final Session session = new Session(new DirectJobRunner(), FilledProject.CLOCK);
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    private Parent open() {
        var file = FilledProject.create(folder);
        return Fx.show(
                () -> {
                    session.show(file);
                    var rule = new RuleEditorModel(session);
                    var dialogs = new GivenDialogs();
                    var wizard = new SegmentWizard(() -> new NewSegmentModel(session), dialogs);
                    var model = new SegmentsModel(session, _ -> {}, rule);
                    var side = new InspectorSide();
                    return Screen.SEGMENTS.load(Map.of(
                            SegmentsController.class,
                            () -> new SegmentsController(model, wizard, dialogs),
                            SegmentListController.class,
                            () -> new SegmentListController(model, side),
                            RuleEditorController.class,
                            () -> new RuleEditorController(rule),
                            SegmentDetailsController.class,
                            () -> new SegmentDetailsController(model, side, dialogs)));
                },
                980,
                980);
    }

    @Test
    void aTypedRuleBecomesASegmentOfAsManyAsWereCounted() {
        var page = open();
        var text = (TextArea) page.lookup("#text");
        Fx.run(() -> text.setText("frequency >= 5"));
        Fx.waitUntil(() -> ((Label) page.lookup("#count")).getText().startsWith("85 of 300"));
        Fx.run(() -> {
            ((TextField) page.lookup("#name")).setText("Regulars");
            ((Button) page.lookup("#save")).fire();
        });
        assertThat(session.project().segment("Regulars").orElseThrow().value().count())
                .isEqualTo(85);
        var sizes = (ChartPane) page.lookup("#sizes");
        assertThat(Fx.get(() -> sizes.getSpec().caption().finding())).contains("Regulars");
        Fx.run(session::close);
    }

    @Test
    void theWizardLeadsToASegment() {
        var page = open();
        Fx.run(() -> ((Button) page.lookup("#primaryAction")).fire());
        Fx.waitUntil(() -> sheet(page).lookup(".text-field") != null);
        Fx.run(() -> ((TextField) sheet(page).lookup(".text-field")).setText("Swiss"));
        next(page);
        Fx.waitUntil(() -> sheet(page).lookup(".combo-box") != null);
        Fx.run(() -> {
            var boxes = sheet(page).lookupAll(".combo-box").stream()
                    .map(ComboBox.class::cast)
                    .toList();
            choose(boxes.getFirst(), "country");
            boxes.getLast().getEditor().setText("CH");
        });
        next(page);
        next(page);
        assertThat(session.project().segment("Swiss").orElseThrow().value().count())
                .isEqualTo(100);
        assertThat(robot.lookup(".veil > .sheet").tryQuery()).isEmpty();
        Fx.run(session::close);
    }

    private static void choose(ComboBox<?> box, String field) {
        @SuppressWarnings("unchecked")
        var fields = (ComboBox<FieldChoice>) box;
        fields.setValue(fields.getItems().stream()
                .filter(choice -> choice.field().name().equals(field))
                .findFirst()
                .orElseThrow());
    }

    private static Node sheet(Node page) {
        return page.getScene().getRoot().lookup(".veil > .sheet");
    }

    private static void next(Node page) {
        Fx.run(() -> ((Button) sheet(page).lookup(".sheet-foot .accent")).fire());
    }
}
