package corymb.ui.sources;

import corymb.chart.Numbers;
import corymb.project.History;
import corymb.ui.kit.Screen;
import corymb.ui.kit.Texts;
import corymb.ui.kit.WizardSheet;
import corymb.work.Outcome;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;

/** The sheet that takes one file in: how it is read, what its rows are, where its columns go, what will happen. */
final class ImportWizard {
    private static final int SUMMARY = 3;

    private final ImportModel model;
    private final Consumer<String> imported;
    private final Runnable next;
    private final WizardSheet sheet;

    /**
     * Prepares the sheet.
     *
     * @param imported is told in words what came in
     * @param next goes on with the next file
     */
    ImportWizard(ImportModel model, Consumer<String> imported, Runnable next) {
        this.model = model;
        this.imported = imported;
        this.next = next;
        var controller = new ImportController(model);
        Screen.IMPORT.load(Map.of(ImportController.class, () -> controller));
        var isRead = Bindings.createBooleanBinding(
                () -> model.detectedProperty().get().isPresent(), model.detectedProperty());
        var isTried =
                Bindings.createBooleanBinding(() -> model.trialProperty().get().isPresent(), model.trialProperty());
        this.sheet = new WizardSheet(
                Texts.of("import.title", model.fileName()),
                List.of(
                        new WizardSheet.Step(Texts.of("import.fileStep"), controller.fileStep(), isRead),
                        new WizardSheet.Step(Texts.of("import.roleStep"), controller.roleStep(), isRead),
                        new WizardSheet.Step(Texts.of("import.columnsStep"), controller.columnsStep(), isRead),
                        new WizardSheet.Step(Texts.of("import.summaryStep"), controller.summaryStep(), isTried)),
                Texts.of("import.verb"),
                this::finish);
        sheet.finishProperty().bind(model.verbProperty());
        sheet.atProperty().addListener((_, _, at) -> tryOutAt(at.intValue()));
    }

    void showOver(Node node) {
        sheet.showOver(node);
    }

    private void tryOutAt(int step) {
        if (step == SUMMARY) {
            model.tryOut();
        }
    }

    private void finish() {
        model.run(this::ended);
    }

    private void ended(Outcome<History> outcome) {
        if (outcome instanceof Outcome.Done) {
            sheet.close();
            model.trialProperty()
                    .get()
                    .ifPresent(source -> imported.accept(Texts.of(
                            "sources.imported",
                            Numbers.local().count(source.accepted()),
                            model.nameProperty().get(),
                            Numbers.local().count(source.rejected()))));
            next.run();
        }
    }
}
