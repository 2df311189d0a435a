package corymb.ui.features;

import corymb.rule.Measurement;
import corymb.rule.Window;
import corymb.ui.kit.Choices;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import corymb.ui.kit.TypingPause;
import corymb.ui.session.Completions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The fields that say one figure of a customer's events: what, of which column, in which time, of which events. */
final class FigureFields extends VBox {
    private static final int MOST = 9_999;

    private final DefinitionModel model;
    private final Runnable told;
    private final ComboBox<Measurement> measurement = new ComboBox<>();
    private final ComboBox<String> column = new FindBox<>();
    private final ComboBox<WindowKind> window = new ComboBox<>();
    private final Spinner<Integer> count = new Spinner<>(1, MOST, 90);
    private final ComboBox<Window.Unit> unit = new ComboBox<>();
    private final Spinner<Integer> ago = new Spinner<>(0, MOST, 0);
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final TextArea filter = new TextArea();
    private final HBox time = box(new HBox());

    /** @param told runs whenever something else is said, after a pause while somebody types */
    FigureFields(DefinitionModel model, FigureDraft draft, Runnable told) {
        this.model = model;
        this.told = told;
        measurement.getItems().setAll(Measurement.values());
        measurement.setConverter(Choices.inWords(FigureFields::words));
        unit.getItems().setAll(Window.Unit.values());
        unit.setConverter(Choices.inWords(each -> Texts.of("features.unit." + lower(each))));
        window.getItems().setAll(WindowKind.values());
        window.setConverter(Choices.inWords(WindowKind::words));
        List.of(count, ago).forEach(each -> {
            each.setEditable(true);
            each.setPrefWidth(96);
        });
        ago.setAccessibleText(Texts.of("features.ending"));
        filter.setPrefRowCount(1);
        filter.setWrapText(true);
        filter.getStyleClass().add("rule-text");
        filter.setPromptText(Texts.of("features.filterPrompt"));
        getStyleClass().add("group");
        getChildren().setAll(parts());
        fill(draft);
        measurementChosen();
        windowChosen();
        listen();
    }

    private List<Node> parts() {
        measurement.setMaxWidth(Double.MAX_VALUE);
        column.setMaxWidth(Double.MAX_VALUE);
        var what = box(new HBox(), named("features.measurement", measurement), named("features.ofColumn", column));
        what.getChildren().forEach(part -> HBox.setHgrow(part, Priority.ALWAYS));
        var completions = new FlowPane(4, 4);
        new Completions(completions, filter, caret -> model.suggestions(filter.getText(), caret));
        return List.of(what, named("features.time", time), named("features.filter", new VBox(4, filter, completions)));
    }

    private void listen() {
        var typing = new TypingPause();
        measurement.valueProperty().addListener((_, _, _) -> {
            measurementChosen();
            told.run();
        });
        window.valueProperty().addListener((_, _, _) -> {
            windowChosen();
            told.run();
        });
        List.of(
                        column.valueProperty(),
                        count.valueProperty(),
                        unit.valueProperty(),
                        ago.valueProperty(),
                        from.valueProperty(),
                        to.valueProperty())
                .forEach(each -> each.addListener(_ -> told.run()));
        List.of(
                        filter.textProperty(),
                        count.getEditor().textProperty(),
                        ago.getEditor().textProperty())
                .forEach(each -> each.addListener((_, _, _) -> typing.then(told)));
    }

    private void fill(FigureDraft draft) {
        measurement.setValue(draft.measurement());
        if (!draft.column().isEmpty()) {
            column.setValue(draft.column());
        }
        window.setValue(draft.time().kind());
        count.getValueFactory().setValue(draft.time().count());
        unit.setValue(draft.time().unit());
        ago.getValueFactory().setValue(draft.time().ago());
        draft.time().from().ifPresent(from::setValue);
        draft.time().to().ifPresent(to::setValue);
        filter.setText(draft.filter());
    }

    private void measurementChosen() {
        var chosen = measurement.getValue();
        var before = Optional.ofNullable(column.getValue()).orElse("");
        var offered = model.columns(chosen.takesNumbers());
        column.getItems().setAll(offered);
        if (chosen.takesColumn() && offered.contains(before)) {
            column.setValue(before);
        } else {
            column.getSelectionModel().clearSelection();
        }
        column.setPromptText(Texts.of(chosen.needsColumn() ? "features.chooseColumn" : "features.eventsThemselves"));
        Choices.show(column.getParent(), chosen.takesColumn());
    }

    private void windowChosen() {
        var parts = switch (window.getValue()) {
            case ALL -> List.<Node>of(window);
            case LAST -> List.<Node>of(window, count, unit, new Label(Texts.of("features.ending")), ago, earlier());
            case FIRST -> List.<Node>of(window, count, new Label(Texts.of("features.unit.days")));
            case BETWEEN -> List.<Node>of(window, from, new Label(Texts.of("features.until")), to);
        };
        time.getChildren().setAll(parts);
    }

    private Label earlier() {
        var earlier = new Label();
        earlier.textProperty().bind(unit.valueProperty().map(each -> Texts.of("features.ago." + lower(each))));
        return earlier;
    }

    /** What is said so far. */
    FigureDraft draft() {
        return new FigureDraft(
                measurement.getValue(),
                Optional.ofNullable(column.getValue()).orElse(""),
                new FigureDraft.Time(
                        window.getValue(),
                        count.getValue(),
                        unit.getValue(),
                        ago.getValue(),
                        Optional.ofNullable(from.getValue()),
                        Optional.ofNullable(to.getValue())),
                filter.getText().strip());
    }

    /** What is measured, in words. */
    String words() {
        return words(measurement.getValue());
    }

    private static String words(Measurement measurement) {
        return Texts.of("features.measure." + lower(measurement));
    }

    private static String lower(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
    }

    /** A field under its name. */
    static VBox named(String key, Node field) {
        var label = new Label(Texts.of(key));
        label.setLabelFor(field);
        field.setAccessibleText(Texts.of(key));
        var box = new VBox(label, field);
        box.getStyleClass().add("tight");
        return box;
    }

    private static HBox box(HBox box, Node... parts) {
        box.getChildren().setAll(parts);
        box.getStyleClass().add("near");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
