package corymb.ui.sources;

import corymb.project.History;
import corymb.ui.kit.Screen;
import corymb.ui.kit.Texts;
import corymb.ui.kit.WizardSheet;
import corymb.work.Outcome;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;

/** The sheet that takes one file in: how it is read, what its rows are, where its columns go, what will happen, what came in. */
final class ImportWizard {
    private static final int SUMMARY = 3;

    private final ImportModel model;
    private final ImportQueue queue;
    private final Runnable look;
    private final ImportController controller;
    private final WizardSheet sheet;

    /**
     * Prepares the sheet.
     *
     * @param queue the files that are on their way in with this one
     * @param look goes to the next step of the journey
     */
    ImportWizard(ImportModel model, ImportQueue queue, Runnable look) {
        this.model = model;
        this.queue = queue;
        this.look = look;
        this.controller = new ImportController(model);
        Screen.IMPORT.load(Map.of(ImportController.class, () -> controller));
        this.sheet = new WizardSheet(title(), steps(), Texts.of("import.verb"), () -> model.run(this::ended));
        sheet.finishProperty().bind(model.verbProperty());
        sheet.atProperty().addListener((_, _, at) -> tryOutAt(at.intValue()));
        sheet.onClosed(() -> {
            model.stop();
            queue.stop();
        });
        if (queue.size() > 1) {
            sheet.offerAside(Texts.of("import.skip"), this::skip);
        }
    }

    private String title() {
        return queue.size() == 1
                ? Texts.of("import.title", model.fileName())
                : Texts.of("import.titleOf", model.fileName(), queue.number(), queue.size());
    }

    private List<WizardSheet.Step> steps() {
        var isRead = Bindings.createBooleanBinding(
                () -> model.detectedProperty().get().isPresent(), model.detectedProperty());
        var isReady = Bindings.createBooleanBinding(
                () -> model.trialProperty().get().isPresent()
                        && !model.importingProperty().get(),
                model.trialProperty(),
                model.importingProperty());
        return List.of(
                new WizardSheet.Step(Texts.of("import.fileStep"), controller.fileStep(), isRead),
                new WizardSheet.Step(Texts.of("import.roleStep"), controller.roleStep(), isRead),
                new WizardSheet.Step(Texts.of("import.columnsStep"), controller.columnsStep(), isRead),
                new WizardSheet.Step(Texts.of("import.summaryStep"), controller.summaryStep(), isReady));
    }

    void showOver(Node node) {
        sheet.showOver(node);
    }

    private void tryOutAt(int step) {
        if (step == SUMMARY) {
            controller.offerOthers();
            model.tryOut();
        } else {
            model.chooseOn();
        }
    }

    private void skip() {
        model.stop();
        sheet.close();
        queue.skip();
    }

    private void ended(Outcome<History> outcome) {
        if (outcome instanceof Outcome.Done) {
            queue.taken();
            model.taken().ifPresent(controller::showTaken);
            sheet.conclude(controller.takenStep(), goOnVerb(), this::goOn);
        }
    }

    private String goOnVerb() {
        return queue.file()
                .map(_ -> Texts.of("import.goOn", queue.number(), queue.size()))
                .orElse(Texts.of("sources.look"));
    }

    private void goOn() {
        boolean isLast = queue.file().isEmpty();
        sheet.close();
        queue.goOn();
        if (isLast) {
            look.run();
        }
    }
}
