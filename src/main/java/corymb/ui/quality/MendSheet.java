package corymb.ui.quality;

import corymb.importing.Source;
import corymb.repair.RepairOutcome;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Columns;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Texts;
import corymb.ui.kit.WizardSheet;
import corymb.ui.kit.WizardSheet.Step;
import corymb.work.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A sheet that puts a repair together, with what it would do to the rows as they are. */
final class MendSheet {
    private final MendModel model;
    private final Dialogs dialogs;
    private final MessageBar problem = new MessageBar();

    private MendSheet(MendModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    /** Asks what to mend, and how. */
    static void add(RepairListModel repairs, Source source, Dialogs dialogs, Node over) {
        var begun = Mending.of(repairs.defaults(source).draft(MendKind.TRIM));
        var sheet = new MendSheet(new MendModel(repairs, source, begun, Optional.empty()), dialogs);
        sheet.show(true, Texts.of("mend.title", source.name()), over);
    }

    /** Asks how to mend what a finding tells. */
    static void mend(RepairListModel repairs, Source source, Mending begun, Dialogs dialogs, Node over) {
        var sheet = new MendSheet(new MendModel(repairs, source, begun, Optional.empty()), dialogs);
        sheet.show(false, Texts.of("mend.title", source.name()), over);
    }

    /** Asks for another form of a repair; steps are counted from 1. */
    static void edit(RepairListModel repairs, Source source, int number, Dialogs dialogs, Node over) {
        RepairOutcome outcome = repairs.outcomes().get(number - 1);
        var begun = Mending.of(outcome.step().repair());
        var sheet = new MendSheet(new MendModel(repairs, source, begun, Optional.of(number)), dialogs);
        sheet.show(false, Texts.of("mend.editTitle", number, source.name()), over);
    }

    private void show(boolean asksKind, String title, Node over) {
        var steps = new ArrayList<Step>();
        if (asksKind) {
            steps.add(new Step(Texts.of("mend.stepWhat"), kinds(), Bindings.createBooleanBinding(() -> true)));
        }
        steps.add(new Step(Texts.of("mend.stepHow"), how(), model.isCompleteProperty()));
        var shown = new java.util.concurrent.atomic.AtomicReference<Runnable>(() -> {});
        var wizard = new WizardSheet(title, steps, "", () -> mend(shown.get()));
        shown.set(wizard::close);
        wizard.finishProperty().bind(model.verbProperty());
        wizard.onClosed(model::close);
        wizard.showOver(over);
    }

    private void mend(Runnable close) {
        model.mend(outcome -> {
            if (outcome instanceof Outcome.Done<?>) {
                model.close();
                close.run();
            } else {
                problem.show(outcome, dialogs);
            }
        });
    }

    private Node kinds() {
        var group = new ToggleGroup();
        var columns = new Columns();
        columns.setColumnWidth(280);
        for (var kind : MendKind.values()) {
            columns.getChildren().add(kind(kind, group));
        }
        var question = new Label(Texts.of("mend.ask"));
        question.getStyleClass().add("card-title");
        return box("group", question, columns);
    }

    private Node kind(MendKind kind, ToggleGroup group) {
        var button = new RadioButton(kind.words());
        button.setToggleGroup(group);
        button.setSelected(kind == model.draftProperty().get().kind());
        button.setOnAction(_ -> model.choose(kind));
        var purpose = new Label(kind.purpose());
        purpose.getStyleClass().addAll("muted", "kind-purpose");
        purpose.setWrapText(true);
        purpose.setMinHeight(Region.USE_PREF_SIZE);
        purpose.setOnMouseClicked(_ -> {
            button.setSelected(true);
            model.choose(kind);
        });
        return new VBox(button, purpose);
    }

    private Node how() {
        var spellings = new SpellingsPane(model.spellings());
        model.draftProperty().subscribe(draft -> Choices.show(spellings, draft.kind() == MendKind.DICTIONARY));
        return box("group", problem, new MendForm(model), spellings, new MendPreview(model));
    }

    private static VBox box(String style, Node... parts) {
        var box = new VBox();
        box.getChildren().addAll(List.of(parts));
        box.getStyleClass().add(style);
        return box;
    }
}
