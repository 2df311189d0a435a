package corymb.ui.preferences;

import corymb.settings.Settings.ThemeChoice;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;

/** Ties the page of preferences to its model. */
public final class PreferencesController {
    private final PreferencesModel model;

    @FXML
    private ComboBox<ThemeChoice> theme;

    @FXML
    private ComboBox<Integer> textSize;

    @FXML
    private CheckBox reducedMotion;

    @FXML
    private Label recent;

    @FXML
    private Button forget;

    @FXML
    private Label logs;

    public PreferencesController(PreferencesModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        Choices.offer(theme, List.of(ThemeChoice.values()), model.themeProperty(), PreferencesController::name);
        var sizes = IntStream.rangeClosed(8, 20).mapToObj(tens -> tens * 10).toList();
        Choices.offer(textSize, sizes, model.textPercentProperty(), size -> Texts.of("preferences.percent", size));
        reducedMotion.selectedProperty().bindBidirectional(model.reducedMotionProperty());
        var count = model.recentCount();
        recent.textProperty()
                .bind(Bindings.when(count.isEqualTo(0))
                        .then(Texts.of("preferences.noRecent"))
                        .otherwise(Bindings.createStringBinding(
                                () -> Texts.of("preferences.recentCount", count.get()), count)));
        forget.disableProperty().bind(count.isEqualTo(0));
        logs.setText(model.logs().toString());
    }

    private static String name(ThemeChoice choice) {
        return switch (choice) {
            case LIGHT -> Texts.of("desk.light");
            case DARK -> Texts.of("desk.dark");
            case SYSTEM -> Texts.of("desk.system");
        };
    }

    @FXML
    private void forgetRecent() {
        model.forgetRecent();
    }

    @FXML
    private void openLogs() {
        model.openLogs();
    }

    @FXML
    private void done() {
        model.done();
    }
}
