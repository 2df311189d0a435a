package corymb.ui.quality;

import corymb.importing.Source;
import corymb.quality.Severity;
import corymb.quality.StatedCheck;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.Disclosure;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Texts;
import corymb.ui.kit.WizardSheet;
import corymb.work.Outcome;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A sheet that puts a check together as a sentence, with what it comes to on the rows as they are. */
final class CheckSheet {
    private final ChecksModel checks;
    private final CheckSheetModel model;
    private final Source source;
    private final ComboBox<CheckKind> kind = new ComboBox<>();
    private final ComboBox<String> column = new FindBox<>();
    private final ComboBox<String> choice = new FindBox<>();
    private final TextField first = new TextField();
    private final TextField second = new TextField();
    private final TextField condition = new TextField();
    private final ComboBox<Severity> severity = new ComboBox<>();
    private final TextField percent = new TextField();
    private final TextField note = new TextField();
    private final HBox operands = new HBox();
    private final MessageBar problem = new MessageBar();

    private CheckSheet(ChecksModel checks, Source source, CheckDraft draft) {
        this.checks = checks;
        this.source = source;
        this.model = new CheckSheetModel(checks, source, draft);
        kind.getItems().setAll(CheckKind.values());
        kind.setConverter(Choices.inWords(CheckKind::words));
        column.getItems().setAll(source.data().schema().names());
        column.setEditable(true);
        severity.getItems().setAll(Severity.ERROR, Severity.WARNING);
        severity.setConverter(Choices.inWords(QualityWords::severity));
        percent.setPrefColumnCount(4);
        condition.setPromptText(Texts.of("checks.conditionPrompt"));
        condition.getStyleClass().add("mono");
        note.setPromptText(Texts.of("checks.notePrompt"));
        fill(draft);
        kind.valueProperty().addListener((_, _, _) -> kindChosen());
        List.of(first, second, condition, percent, note)
                .forEach(field -> field.textProperty().addListener((_, _, _) -> tell()));
        column.getEditor().textProperty().addListener((_, _, _) -> tell());
        choice.valueProperty().addListener((_, _, _) -> tell());
        severity.valueProperty().addListener((_, _, _) -> tell());
        tell();
    }

    /** Asks for a check that is added to those of the source. */
    static void add(ChecksModel checks, Source source, Dialogs dialogs, Node over) {
        var names = source.data().schema().names();
        var sheet = new CheckSheet(checks, source, CheckDraft.empty(names.isEmpty() ? "" : names.getFirst()));
        sheet.show(Texts.of("checks.addTitle", source.name()), Texts.of("checks.add"), Optional.empty(), dialogs, over);
    }

    /** Asks for another form of a check. */
    static void edit(ChecksModel checks, Source source, StatedCheck check, Dialogs dialogs, Node over) {
        var sheet = new CheckSheet(checks, source, CheckDraft.of(check));
        sheet.show(
                Texts.of("checks.editTitle", source.name()),
                Texts.of("checks.save"),
                Optional.of(check),
                dialogs,
                over);
    }

    private void show(String title, String verb, Optional<StatedCheck> edited, Dialogs dialogs, Node over) {
        var step = new WizardSheet.Step(Texts.of("checks.step"), content(), model.isCompleteProperty());
        var shown = new java.util.concurrent.atomic.AtomicReference<Runnable>(() -> {});
        var wizard = new WizardSheet(
                title,
                List.of(step),
                verb,
                () -> model.checkProperty().get().ifPresent(check -> {
                    var stated = edited.map(old -> check.withId(old.id()).switched(old.isOn()))
                            .orElse(check);
                    java.util.function.Consumer<Outcome<corymb.project.History>> ended = outcome -> {
                        if (outcome instanceof Outcome.Done<?>) {
                            shown.get().run();
                        } else {
                            problem.show(outcome, dialogs);
                        }
                    };
                    if (edited.isPresent()) {
                        checks.change(stated, ended);
                    } else {
                        checks.add(List.of(stated), ended);
                    }
                }));
        shown.set(wizard::close);
        wizard.showOver(over);
    }

    private Node content() {
        operands.getStyleClass().add("near");
        operands.setAlignment(Pos.CENTER_LEFT);
        column.setMaxWidth(Double.MAX_VALUE);
        kind.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(column, Priority.ALWAYS);
        HBox.setHgrow(kind, Priority.ALWAYS);
        var sentence = new HBox(named("checks.column", column), named("checks.what", kind));
        sentence.getStyleClass().add("group");
        sentence.getChildren().forEach(part -> HBox.setHgrow(part, Priority.ALWAYS));
        var mayFail = new HBox(percent, new Label(Texts.of("checks.percent")));
        mayFail.getStyleClass().add("near");
        mayFail.setAlignment(Pos.CENTER_LEFT);
        var weight = new HBox(named("checks.severity", severity), named("checks.tolerance", mayFail));
        weight.getStyleClass().add("group");
        var advanced = new Disclosure();
        advanced.setTitle(Texts.of("checks.advanced"));
        advanced.setContent(box("group", named("checks.condition", condition), named("checks.note", note)));
        advanced.setOpen(!condition.getText().isEmpty() || !note.getText().isEmpty());
        var words = new Label();
        words.getStyleClass().add("card-title");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty().bind(model.wordsProperty());
        var outcome = new Label();
        outcome.getStyleClass().add("muted");
        outcome.setWrapText(true);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
        outcome.textProperty().bind(model.outcomeProperty());
        outcome.setId("outcome");
        kindChosen();
        return box("group", problem, sentence, operands, weight, advanced, box("near", words, outcome));
    }

    private void fill(CheckDraft draft) {
        kind.setValue(draft.kind());
        column.getEditor().setText(draft.columns());
        first.setText(draft.first());
        second.setText(draft.second());
        choice.getItems().setAll(CheckDraft.choices(draft.kind(), source, checks.sources()));
        choice.setValue(draft.first());
        condition.setText(draft.condition());
        severity.setValue(draft.severity());
        percent.setText(draft.percent());
        note.setText(draft.note());
    }

    private void kindChosen() {
        var chosen = kind.getValue();
        Choices.show(column.getParent(), chosen.hasColumn());
        first.setPromptText(chosen.prompt());
        first.setAccessibleText(chosen.prompt());
        second.setPromptText(Texts.of("checks.prompt.to"));
        second.setAccessibleText(Texts.of("checks.prompt.to"));
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox.setHgrow(choice, Priority.ALWAYS);
        if (chosen.isChosen()) {
            var offered = CheckDraft.choices(chosen, source, checks.sources());
            var before = choice.getValue();
            choice.getItems().setAll(offered);
            choice.setValue(offered.contains(before) ? before : "");
            choice.setPromptText(chosen.prompt());
            choice.setAccessibleText(chosen.prompt());
            operands.getChildren().setAll(choice);
        } else if (chosen.operands() == 2) {
            operands.getChildren().setAll(first, new Label(Texts.of("checks.and")), second);
            HBox.setHgrow(second, Priority.ALWAYS);
        } else {
            operands.getChildren().setAll(first);
        }
        Choices.show(operands, chosen.operands() > 0);
        tell();
    }

    private void tell() {
        var chosen = kind.getValue();
        var one = chosen.isChosen() ? Optional.ofNullable(choice.getValue()).orElse("") : first.getText();
        model.draft(new CheckDraft(
                chosen,
                column.getEditor().getText(),
                one,
                second.getText(),
                condition.getText(),
                severity.getValue(),
                percent.getText(),
                note.getText()));
    }

    private static VBox named(String key, Node field) {
        var label = new Label(Texts.of(key));
        label.getStyleClass().add("muted");
        label.setLabelFor(field);
        field.setAccessibleText(Texts.of(key));
        return box("near", label, field);
    }

    private static VBox box(String style, Node... parts) {
        var box = new VBox(parts);
        box.getStyleClass().add(style);
        return box;
    }
}
