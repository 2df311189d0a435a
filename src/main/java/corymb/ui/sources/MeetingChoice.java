package corymb.ui.sources;

import corymb.chart.Numbers;
import corymb.importing.Source;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What becomes of the rows that are there under the same name; away where there are none. */
public final class MeetingChoice extends VBox {
    private final Label there = new Label();
    private final ToggleGroup group = new ToggleGroup();
    private final MenuButton key = new MenuButton();
    private final HBox keyLine = new HBox(new Label(Texts.of("import.key")), key);
    private final CheckBox keepsRepeated = new CheckBox(Texts.of("import.keepsRepeated"));

    public MeetingChoice() {
        getStyleClass().add("near");
        there.setWrapText(true);
        keyLine.getStyleClass().addAll("near", "indented");
        keyLine.setAlignment(Pos.CENTER_LEFT);
        keepsRepeated.getStyleClass().add("indented");
        key.setAccessibleText(Texts.of("import.key"));
        key.setMnemonicParsing(false);
        Choices.show(this, false);
    }

    void follow(MeetingModel model) {
        getChildren().add(there);
        for (var how : MeetingModel.How.values()) {
            getChildren().add(button(how, model));
            if (how == MeetingModel.How.APPEND) {
                getChildren().add(keepsRepeated);
            }
            if (how == MeetingModel.How.UPSERT) {
                getChildren().add(keyLine);
            }
        }
        keepsRepeated.selectedProperty().bindBidirectional(model.keepsRepeatedProperty());
        Choices.shownWhile(keepsRepeated, model.howProperty().map(MeetingModel.How.APPEND::equals));
        Choices.shownWhile(keyLine, model.howProperty().map(MeetingModel.How.UPSERT::equals));
        model.keyChoicesProperty().subscribe(columns -> offer(columns, model));
        model.keyProperty().subscribe(columns -> {
            key.setText(String.join(", ", columns));
            key.getItems().forEach(item -> ((CheckMenuItem) item).setSelected(columns.contains(item.getText())));
        });
        model.existingProperty().subscribe(source -> {
            source.ifPresent(this::tell);
            Choices.show(this, source.isPresent());
        });
    }

    private void tell(Source source) {
        there.setText(Texts.of("import.there", source.name(), Numbers.local().count(source.accepted())));
    }

    private void offer(List<String> columns, MeetingModel model) {
        key.getItems()
                .setAll(columns.stream().map(column -> item(column, model)).toList());
    }

    private static CheckMenuItem item(String column, MeetingModel model) {
        var item = new CheckMenuItem(column);
        item.setMnemonicParsing(false);
        item.setSelected(model.keyProperty().get().contains(column));
        item.setOnAction(_ -> {
            model.keyBy(column, item.isSelected());
            item.setSelected(model.keyProperty().get().contains(column));
        });
        return item;
    }

    private RadioButton button(MeetingModel.How how, MeetingModel model) {
        var button = new RadioButton(Texts.of("import.how." + how.name().toLowerCase(Locale.ROOT)));
        button.setWrapText(true);
        button.setToggleGroup(group);
        button.selectedProperty().addListener((_, _, isChosen) -> {
            if (isChosen) {
                model.howProperty().set(how);
            }
        });
        model.howProperty().subscribe(chosen -> button.setSelected(chosen == how));
        return button;
    }
}
