package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.project.Headings;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.RowSource;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Toast;
import corymb.ui.kit.WizardSheet;
import corymb.ui.kit.WizardSheet.Step;
import corymb.work.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Leads through a new segment: its name, its conditions with the people who meet them, and what will happen. */
public final class SegmentWizard {
    private final Supplier<NewSegmentModel> models;
    private final Dialogs dialogs;

    /** Prepares the way; each opening asks for a model of its own. */
    public SegmentWizard(Supplier<NewSegmentModel> models, Dialogs dialogs) {
        this.models = models;
        this.dialogs = dialogs;
    }

    /** @param saved hears the name of the segment that was defined */
    void open(Node over, Consumer<String> saved) {
        var model = models.get();
        var problem = new MessageBar();
        var steps = List.of(
                new Step(
                        Texts.of("segments.stepName"),
                        name(model),
                        Bindings.createBooleanBinding(
                                () -> !model.nameProperty().get().isBlank(), model.nameProperty())),
                new Step(
                        Texts.of("segments.stepConditions"),
                        conditions(model),
                        Bindings.createBooleanBinding(
                                () -> model.ruleProperty().get().isPresent(), model.ruleProperty())),
                new Step(
                        Texts.of("segments.stepSummary"),
                        summary(model, problem),
                        Bindings.createBooleanBinding(
                                () -> model.ruleProperty().get().isPresent(), model.ruleProperty())));
        var sheet = new Sheet();
        var wizard = new WizardSheet(
                Texts.of("segments.new"),
                steps,
                "",
                () -> save(model, problem, name -> {
                    sheet.shown.ifPresent(WizardSheet::close);
                    saved.accept(name);
                    Toast.show(over, Texts.of("segments.saved", name));
                }));
        sheet.shown = Optional.of(wizard);
        wizard.finishProperty().bind(text(model, counted -> Texts.of("segments.saveCounted", counted)));
        wizard.showOver(over);
    }

    private void save(NewSegmentModel model, MessageBar problem, Consumer<String> saved) {
        var name = model.nameProperty().get().strip();
        model.save(outcome -> {
            if (outcome instanceof Outcome.Done<?>) {
                saved.accept(name);
            } else {
                problem.show(outcome, dialogs);
            }
        });
    }

    private static Node name(NewSegmentModel model) {
        var field = new TextField();
        field.textProperty().bindBidirectional(model.nameProperty());
        field.setPromptText(Texts.of("segments.namePrompt"));
        var taken = new Label();
        taken.getStyleClass().add("muted");
        taken.setWrapText(true);
        taken.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.isNameTaken() ? Texts.of("segments.nameTaken") : "", model.nameProperty()));
        Choices.shownWhile(taken, taken.textProperty().isNotEmpty());
        return box(
                question("segments.askName"), field, taken, question("segments.askTemplate"), new TemplateList(model));
    }

    private static Node conditions(NewSegmentModel model) {
        var builder = new RuleBuilder(model::topics, model::rule);
        model.startedProperty().addListener((_, _, started) -> started.ifPresent(builder::show));
        var count = new Label();
        count.getStyleClass().add("card-title");
        count.setWrapText(true);
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.countedProperty()
                                .get()
                                .map(found -> meeting(found.members(), counted(model)))
                                .orElseGet(() -> Texts.of("segments.meetNone")),
                        model.countedProperty()));
        var note = new Label();
        note.getStyleClass().add("rule-note");
        note.setWrapText(true);
        RuleNotes.show(note, model.notes().textProperty());
        var listed = new Label();
        listed.getStyleClass().add("muted");
        listed.setWrapText(true);
        RuleNotes.show(listed, model.listedProperty());
        var preview = new TableGrid();
        preview.barVisibleProperty().set(false);
        preview.setPrefHeight(220);
        model.previewProperty().addListener((_, _, table) -> preview.show(RowSource.of(table), Headings::spoken));
        Choices.shownWhile(
                preview,
                model.countedProperty()
                        .map(found ->
                                found.filter(answer -> answer.members() > 0).isPresent()));
        return box(question("segments.askConditions"), builder, note, count, listed, preview);
    }

    private static Node summary(NewSegmentModel model, MessageBar problem) {
        var what = new Label();
        what.getStyleClass().add("card-title");
        what.setWrapText(true);
        what.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.of(
                                "segments.willBe", model.nameProperty().get().strip(), counted(model)),
                        model.nameProperty(),
                        model.countedProperty()));
        var words = new Label();
        words.setWrapText(true);
        words.textProperty().bind(Bindings.createStringBinding(model::inWords, model.ruleProperty()));
        var rule = new Label();
        rule.getStyleClass().add("mono");
        rule.setWrapText(true);
        rule.textProperty().bind(Bindings.createStringBinding(model::ruleText, model.ruleProperty()));
        var note = new Label(Texts.of("segments.howToUndo"));
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        return box(problem, what, words, rule, note);
    }

    private static String meeting(long members, String counted) {
        return members == 0
                ? Texts.of("segments.meetNobody")
                : members == 1
                        ? Texts.of("segments.meetOne")
                        : Texts.of(members > NewSegmentModel.PREVIEWED ? "segments.meet" : "segments.meetAll", counted);
    }

    private static Label question(String key) {
        var label = new Label(Texts.of(key));
        label.setWrapText(true);
        return label;
    }

    private static VBox box(Node... parts) {
        var box = new VBox(parts);
        box.getStyleClass().add("group");
        return box;
    }

    private static ObservableStringValue text(NewSegmentModel model, java.util.function.UnaryOperator<String> words) {
        return Bindings.createStringBinding(() -> words.apply(counted(model)), model.countedProperty());
    }

    private static String counted(NewSegmentModel model) {
        return model.countedProperty()
                .get()
                .map(counted -> Numbers.local().count(counted.members()))
                .orElse(Numbers.MISSING);
    }

    /** The sheet once it is there. */
    private static final class Sheet {
        private Optional<WizardSheet> shown = Optional.empty();
    }
}
