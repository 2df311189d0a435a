package corymb.ui.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.SilentDialogs;
import corymb.ui.kit.StatTile;
import corymb.ui.session.Session;
import corymb.ui.session.TestedProject;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
class ExperimentsPageTest {
    @TempDir
    private Path folder;

    private Session session;

    private Parent page;

    @AfterEach
    void close() {
        Fx.run(session::close);
    }

    @BeforeEach
    void open() {
        session = Fx.get(() -> TestedProject.session(folder, 200));
        page = Fx.show(() -> ExperimentsPage.load(session, new SilentDialogs(), _ -> {}), 1_100, 800);
    }

    @Test
    void typingAnswersAndTheMainButtonKeepsThePlan() {
        var each = (StatTile) page.lookup("#each");
        assertThat(each.getNumber()).isEqualTo("3,839");
        Fx.run(() -> ((TextField) page.lookup("#effect")).setText("4"));
        // (1.959964 + 0.841621)^2 x (0.1 x 0.9 + 0.14 x 0.86) / 0.04^2 = 1032.1.
        assertThat(each.getNumber()).isEqualTo("1,033");
        Fx.run(() -> ((Button) page.lookup("#primaryAction")).fire());
        assertThat(session.project().studies()).hasSize(1);
    }

    @Test
    void theNumbersOfAPlanOpenWhatStandsBehindThem() {
        var behind = page.lookup("#behind");
        assertThat(behind.isVisible()).isFalse();
        Fx.run(() -> ((StatTile) page.lookup("#each")).fire());
        assertThat(behind.isVisible()).isTrue();
        Fx.run(() -> ((TextField) page.lookup("#daily")).setText(""));
        assertThat(behind.isVisible()).isFalse();
        assertThat(((StatTile) page.lookup("#days")).isMouseTransparent()).isTrue();
        assertThat(((StatTile) page.lookup("#total")).isMouseTransparent()).isFalse();
    }

    @Test
    void theMainButtonReadsTheTestThatRan() {
        Fx.run(() -> ((ToggleButton) page.lookup("#analyseTab")).fire());
        Fx.run(() -> ((Button) page.lookup("#primaryAction")).fire());
        assertThat(page.lookup("#verdict").isVisible()).isTrue();
        assertThat(page.lookup("#ratio").isVisible()).isTrue();
        assertThat(session.project().studies()).hasSize(1);
    }

    @Test
    void theMainButtonTriesATestOnTheSegment() {
        Fx.run(() -> ((ToggleButton) page.lookup("#simulateTab")).fire());
        Fx.run(() -> ((Button) page.lookup("#primaryAction")).fire());
        assertThat(((StatTile) page.lookup("#people")).getNumber()).isNotEqualTo("");
        Fx.run(() -> ((StatTile) page.lookup("#falseAlarms")).fire());
        assertThat(page.lookup("#rows").isVisible()).isTrue();
        Fx.run(() -> ((StatTile) page.lookup("#people")).fire());
        assertThat(page.lookup("#rows").isVisible()).isFalse();
        assertThat(session.project().studies()).hasSize(1);
    }
}
