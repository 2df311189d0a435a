package corymb.ui.sources;

import corymb.importing.Origin;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Texts;
import corymb.ui.kit.WizardSheet;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;

/** The sheet that asks for a place and fetches its rows; the import then goes on as that of a file. */
final class PlaceSheet {
    private final WizardSheet sheet;

    private PlaceSheet(String title, PlaceForm form, PlaceModel model, BiConsumer<Path, Origin> whenFetched) {
        var message = new MessageBar();
        model.problemProperty().subscribe(problem -> problem.ifPresentOrElse(message::show, message::hide));
        var asked = new VBox(message, form);
        asked.getStyleClass().add("group");
        var isReady = Bindings.and(form.isFilled(), model.fetchingProperty().not());
        var step = new WizardSheet.Step(Texts.of("place.step"), asked, isReady);
        this.sheet = new WizardSheet(
                title,
                List.of(step),
                Texts.of("place.verb"),
                () -> model.fetch(form::place, form.secret(), (file, place) -> {
                    close();
                    whenFetched.accept(file, place);
                }));
        sheet.onClosed(model::stop);
    }

    private void close() {
        sheet.close();
    }

    /** What opens such sheets over the window that {@code node} is in. */
    static List<MenuItem> items(Node node, Supplier<PlaceModel> models, BiConsumer<Path, Origin> whenFetched) {
        return List.of(
                item("place.fromDatabase", DatabaseForm::new, node, models, whenFetched),
                item("place.fromService", ServiceForm::new, node, models, whenFetched));
    }

    private static MenuItem item(
            String key,
            Supplier<PlaceForm> form,
            Node node,
            Supplier<PlaceModel> models,
            BiConsumer<Path, Origin> whenFetched) {
        var item = new MenuItem(Texts.of(key));
        item.setId(key.substring(key.indexOf('.') + 1));
        item.setOnAction(
                _ -> new PlaceSheet(Texts.of(key), form.get(), models.get(), whenFetched).sheet.showOver(node));
        return item;
    }
}
