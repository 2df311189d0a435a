package corymb.ui.exports;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.FilledProject;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.GivenDialogs;
import corymb.ui.kit.Screen;
import corymb.ui.kit.StatTile;
import corymb.ui.session.Session;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
class ExportsPageTest {
    @TempDir
    private Path folder;

    @Test
    void thePrimaryActionSaysHowManyRowsAndWritesThem() {
        var session = new Session(new DirectJobRunner(), FilledProject.CLOCK);
        var target = folder.resolve("swiss.csv");
        var dialogs = new GivenDialogs(target);
        var file = FilledProject.create(folder);
        FilledProject.addConsents(file);
        FilledProject.define(file, "Swiss", "country = \"CH\"");
        var page = Fx.show(
                () -> {
                    session.show(file);
                    var model = new ExportsModel(session, dialogs, _ -> {});
                    return Screen.EXPORTS.load(Map.of(
                            ExportsController.class, () -> new ExportsController(model, dialogs),
                            ExportChoiceController.class, () -> new ExportChoiceController(model),
                            ExportPeopleController.class, () -> new ExportPeopleController(model, dialogs)));
                },
                980,
                980);
        var action = (Button) page.lookup("#primaryAction");
        assertThat(Fx.get(action::getText)).isEqualTo("Export 25 rows");
        assertThat(Fx.get(((StatTile) page.lookup("#leaving"))::getNumber)).isEqualTo("25");
        Fx.run(((StatTile) page.lookup("#denied"))::fire);
        Fx.waitUntil(() -> page.lookupAll(".table-cell").stream()
                .anyMatch(cell -> cell instanceof Labeled labeled && "denied".equals(labeled.getText())));
        Fx.run(action::fire);
        assertThat(target).exists();
        assertThat(Fx.get(((Label) page.lookup("#checksum"))::getText)).startsWith("SHA-256 ");
        Fx.run(session::close);
    }
}
