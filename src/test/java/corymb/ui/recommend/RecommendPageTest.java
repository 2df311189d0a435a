package corymb.ui.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.SilentDialogs;
import corymb.ui.kit.StatTile;
import corymb.ui.session.Session;
import corymb.ui.session.TestedProject;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
class RecommendPageTest {
    private final InspectorSide side = new InspectorSide();

    @TempDir
    private Path folder;

    private Session session;

    private RecommendModel model;

    private Parent page;

    @BeforeEach
    void open() {
        session = Fx.get(() -> TestedProject.session(folder, 150));
        model = Fx.get(() -> new RecommendModel(session, _ -> {}));
        page = Fx.show(() -> RecommendPage.load(model, new SilentDialogs(), side), 1_100, 800);
    }

    @AfterEach
    void close() {
        Fx.run(session::close);
    }

    @Test
    void theMainButtonComputesAndTheTilesTellWhatCameOfIt() {
        assertThat(page.lookup("#result").isVisible()).isFalse();
        Fx.run(() -> ((Button) page.lookup("#primaryAction")).fire());
        assertThat(page.lookup("#result").isVisible()).isTrue();
        long customers = session.project().customers().orElseThrow().value().customers();
        assertThat(((StatTile) page.lookup("#served")).getNumber()).isEqualTo(String.valueOf(customers));
    }

    @Test
    void aClickOnTheServedShowsThemOneByOne() {
        Fx.run(() -> ((Button) page.lookup("#primaryAction")).fire());
        Fx.run(() -> ((StatTile) page.lookup("#served")).fire());
        var made = session.project().recommendation().orElseThrow().value();
        assertThat(page.lookup("#behind").isVisible()).isTrue();
        assertThat(model.people().rowsProperty().get().orElseThrow().rows()).isEqualTo(made.customers());
    }

    @Test
    void aClickOnTheItemsShowsThemOneByOne() {
        Fx.run(() -> ((Button) page.lookup("#primaryAction")).fire());
        assertThat(page.lookup("#items").isVisible()).isFalse();
        Fx.run(() -> ((StatTile) page.lookup("#coverage")).fire());
        assertThat(page.lookup("#items").isVisible()).isTrue();
    }

    @Test
    void anItemOpensAtTheSideAndGoesAgain() {
        Fx.run(() -> ((Button) page.lookup("#primaryAction")).fire());
        var some = session.project().recommendation().orElseThrow().value().table();
        var item = session.file()
                .engine()
                .table(
                        corymb.sql.Sql.of("select item_id from " + some.quoted() + " limit 1"),
                        corymb.work.Progress.NONE)
                .text(0, "item_id");
        Fx.run(() -> model.openItem(item));
        assertThat(side.shownProperty().get()).isPresent();
        assertThat(page.lookup("#behind").isVisible()).isTrue();
        Fx.run(() -> ((StatTile) page.lookup("#served")).fire());
        assertThat(side.shownProperty().get()).isEmpty();
    }
}
