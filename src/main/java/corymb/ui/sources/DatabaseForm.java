package corymb.ui.sources;

import corymb.importing.DatabaseKind;
import corymb.importing.Origin;
import corymb.remote.Secret;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Typed;
import corymb.work.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

/** The fields that tell a table or a query of a database. */
final class DatabaseForm extends PlaceForm {
    private static final int QUERY_ROWS = 3;

    private final ComboBox<DatabaseKind> kind = new ComboBox<>();
    private final TextField host = text("localhost");
    private final TextField port = text("");
    private final TextField database = text("");
    private final TextField user = text("");
    private final PasswordField password = new PasswordField();
    private final TextField table = text("");
    private final TextArea query = new TextArea();
    private final TextField properties = text("");

    DatabaseForm() {
        kind.getItems().setAll(DatabaseKind.values());
        kind.setConverter(Choices.inWords(DatabaseKind::label));
        kind.valueProperty().subscribe(this::showUsual);
        kind.setValue(DatabaseKind.POSTGRESQL);
        query.setPrefRowCount(QUERY_ROWS);
        query.setWrapText(true);
        table.disableProperty().bind(query.textProperty().isNotEmpty());
        var promise = new Label(Texts.of("place.passwordMore"));
        promise.getStyleClass().add("muted");
        promise.setWrapText(true);
        getChildren()
                .addAll(
                        field("place.kind", kind),
                        field("place.host", host),
                        field("place.database", database),
                        field("place.user", user),
                        field("place.password", password),
                        promise,
                        field("place.table", table),
                        folded(
                                field("place.query", query),
                                field("place.port", port),
                                field("place.properties", properties)));
    }

    private void showUsual(DatabaseKind chosen) {
        if (chosen != null) {
            port.setText(Integer.toString(chosen.usualPort()));
            properties.setPromptText(chosen.properties().keySet().stream()
                    .sorted()
                    .map(name -> name + "=…")
                    .collect(Collectors.joining(", ")));
        }
    }

    @Override
    Origin place() {
        return new Origin.Database(
                kind.getValue(),
                host.getText().strip(),
                Typed.whole(port.getText(), Texts.of("place.port")),
                database.getText().strip(),
                user.getText().strip(),
                query.getText().isBlank() ? table.getText().strip() : "",
                query.getText().strip(),
                settings());
    }

    private Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        for (var pair : properties.getText().split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                settings.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            } else if (!pair.isBlank()) {
                throw new Problem(Texts.of("place.noSetting"), pair.strip(), Texts.of("place.noSettingRemedy"))
                        .asFailure();
            }
        }
        return settings;
    }

    @Override
    Secret secret() {
        return new Secret(password.getText());
    }

    @Override
    ObservableBooleanValue isFilled() {
        return host.textProperty()
                .isNotEmpty()
                .and(database.textProperty().isNotEmpty())
                .and(user.textProperty().isNotEmpty())
                .and(table.textProperty().isNotEmpty().or(query.textProperty().isNotEmpty()));
    }
}
