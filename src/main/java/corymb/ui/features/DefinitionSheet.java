package corymb.ui.features;

import corymb.rule.Measurement;
import corymb.rule.Window;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Texts;
import corymb.ui.kit.TypingPause;
import corymb.ui.kit.WizardSheet;
import corymb.ui.session.Completions;
import corymb.work.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A sheet that puts a feature of one's own together, with what it looks like over some customers while it is being said. */
final class DefinitionSheet {
    private static final int MOST = 9_999;

    private final DefinitionModel model;
    private final TypingPause typing = new TypingPause();
    private final ComboBox<Measurement> measurement = new ComboBox<>();
    private final ComboBox<String> column = new ComboBox<>();
    private final ComboBox<WindowKind> window = new ComboBox<>();
    private final Spinner<Integer> count = new Spinner<>(1, MOST, 90);
    private final ComboBox<Window.Unit> unit = new ComboBox<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final TextArea filter = new TextArea();
    private final FlowPane completions = new FlowPane(4, 4);
    private final TextField title = new TextField();
    private final HBox time = box(new HBox());
    private final ChartPane preview = new ChartPane();
    private final MessageBar problem = new MessageBar();

    private DefinitionSheet(DefinitionModel model, DefinitionDraft draft) {
        this.model = model;
        measurement.getItems().setAll(Measurement.values());
        measurement.setConverter(Choices.inWords(DefinitionSheet::words));
        unit.getItems().setAll(Window.Unit.values());
        unit.setConverter(Choices.inWords(DefinitionSheet::words));
        window.getItems().setAll(WindowKind.values());
        window.setConverter(Choices.inWords(WindowKind::words));
        count.setEditable(true);
        count.setPrefWidth(96);
        filter.setPrefRowCount(1);
        filter.setWrapText(true);
        filter.getStyleClass().add("rule-text");
        filter.setPromptText(Texts.of("features.filterPrompt"));
        title.setPromptText(Texts.of("features.titlePrompt"));
        new Completions(completions, filter, caret -> model.suggestions(filter.getText(), caret));
        fill(draft);
        measurement.valueProperty().addListener((_, _, _) -> measurementChosen());
        window.valueProperty().addListener((_, _, _) -> windowChosen());
        List.of(
                        column.valueProperty(),
                        count.valueProperty(),
                        unit.valueProperty(),
                        from.valueProperty(),
                        to.valueProperty())
                .forEach(each -> each.addListener(_ -> tell()));
        List.of(filter.textProperty(), title.textProperty(), count.getEditor().textProperty())
                .forEach(each -> each.addListener((_, _, _) -> typing.then(this::tell)));
    }

    /** Asks for a feature of one's own that begins as the draft says. */
    static void show(FeaturesModel features, DefinitionDraft draft, Dialogs dialogs, Node over) {
        new DefinitionSheet(new DefinitionModel(features), draft).show(dialogs, over);
    }

    private void show(Dialogs dialogs, Node over) {
        var step = new WizardSheet.Step(Texts.of("features.defineStep"), content(), model.isCompleteProperty());
        var shown = new AtomicReference<Runnable>(() -> {});
        var wizard = new WizardSheet(
                Texts.of("features.defineTitle"),
                List.of(step),
                Texts.of("features.defineVerb"),
                () -> model.save(outcome -> {
                    if (outcome instanceof Outcome.Done<?>) {
                        shown.get().run();
                    } else {
                        problem.show(outcome, dialogs);
                    }
                }));
        shown.set(wizard::close);
        wizard.showOver(over);
        measurementChosen();
        windowChosen();
    }

    private Node content() {
        measurement.setMaxWidth(Double.MAX_VALUE);
        column.setMaxWidth(Double.MAX_VALUE);
        var what = box(new HBox(), named("features.measurement", measurement), named("features.ofColumn", column));
        what.getChildren().forEach(part -> HBox.setHgrow(part, Priority.ALWAYS));
        preview.setPlotHeight(150);
        var missing = new Label();
        missing.getStyleClass().add("muted");
        missing.setWrapText(true);
        missing.setMinHeight(Region.USE_PREF_SIZE);
        missing.textProperty().bind(model.missingProperty());
        model.previewProperty()
                .subscribe(found -> found.map(summary -> FeatureCharts.preview(summary, shownTitle()))
                        .ifPresent(preview::setSpec));
        var parts = new VBox(
                problem,
                what,
                named("features.time", time),
                named("features.filter", new VBox(4, filter, completions)),
                named("features.ownTitle", title),
                missing,
                preview);
        parts.getStyleClass().add("group");
        return parts;
    }

    private String shownTitle() {
        return title.getText().isBlank() ? words(measurement.getValue()) : title.getText();
    }

    private void fill(DefinitionDraft draft) {
        title.setText(draft.title());
        measurement.setValue(draft.measurement());
        column.setValue(draft.column());
        window.setValue(draft.time().kind());
        count.getValueFactory().setValue(draft.time().count());
        unit.setValue(draft.time().unit());
        draft.time().from().ifPresent(from::setValue);
        draft.time().to().ifPresent(to::setValue);
        filter.setText(draft.filter());
    }

    private void measurementChosen() {
        var chosen = measurement.getValue();
        var before = Optional.ofNullable(column.getValue()).orElse("");
        var offered = model.columns(chosen.takesNumbers());
        column.getItems().setAll(offered);
        column.setValue(chosen.takesColumn() && offered.contains(before) ? before : "");
        column.setPromptText(Texts.of(chosen.needsColumn() ? "features.chooseColumn" : "features.eventsThemselves"));
        Choices.show(column.getParent(), chosen.takesColumn());
        tell();
    }

    private void windowChosen() {
        var parts = switch (window.getValue()) {
            case ALL -> List.<Node>of(window);
            case LAST -> List.<Node>of(window, count, unit);
            case FIRST -> List.<Node>of(window, count, new Label(Texts.of("features.unit.days")));
            case BETWEEN -> List.<Node>of(window, from, new Label(Texts.of("features.until")), to);
        };
        time.getChildren().setAll(parts);
        tell();
    }

    private void tell() {
        model.draft(new DefinitionDraft(
                title.getText().strip(),
                measurement.getValue(),
                Optional.ofNullable(column.getValue()).orElse(""),
                new DefinitionDraft.Time(
                        window.getValue(),
                        count.getValue(),
                        unit.getValue(),
                        Optional.ofNullable(from.getValue()),
                        Optional.ofNullable(to.getValue())),
                filter.getText().strip()));
    }

    private static String words(Measurement measurement) {
        return Texts.of("features.measure." + measurement.name().toLowerCase(Locale.ROOT));
    }

    private static String words(Window.Unit unit) {
        return Texts.of("features.unit." + unit.name().toLowerCase(Locale.ROOT));
    }

    private static VBox named(String key, Node field) {
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
