package corymb.ui.features;

import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Texts;
import corymb.ui.kit.TypingPause;
import corymb.ui.kit.WizardSheet;
import corymb.work.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A sheet that puts a feature of one's own together, with what it looks like over some customers while it is being said. */
final class DefinitionSheet {
    private final DefinitionModel model;
    private final FigureFields figure;
    private final CheckBox isDivided = new CheckBox(Texts.of("features.divided"));
    private final FigureFields divisor;
    private final TextField title = new TextField();
    private final ChartPane preview = new ChartPane();
    private final MessageBar problem = new MessageBar();

    private DefinitionSheet(DefinitionModel model, DefinitionDraft draft) {
        this.model = model;
        figure = new FigureFields(model, draft.figure(), this::tell);
        divisor = new FigureFields(model, draft.divisor().orElse(FigureDraft.EVENTS), this::tell);
        divisor.getStyleClass().add("indented");
        isDivided.setSelected(draft.divisor().isPresent());
        Choices.shownWhile(divisor, isDivided.selectedProperty());
        title.setText(draft.title());
        title.setPromptText(Texts.of("features.titlePrompt"));
        isDivided.selectedProperty().addListener((_, _, _) -> tell());
        var typing = new TypingPause();
        title.textProperty().addListener((_, _, _) -> typing.then(this::tell));
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
        tell();
    }

    private Node content() {
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
                problem, figure, isDivided, divisor, FigureFields.named("features.ownTitle", title), missing, preview);
        parts.getStyleClass().add("group");
        return parts;
    }

    private String shownTitle() {
        if (!title.getText().isBlank()) {
            return title.getText();
        }
        return isDivided.isSelected()
                ? Texts.of("features.dividedTitle", figure.words(), divisor.words())
                : figure.words();
    }

    private void tell() {
        model.draft(new DefinitionDraft(
                title.getText().strip(),
                figure.draft(),
                Optional.of(isDivided).filter(CheckBox::isSelected).map(_ -> divisor.draft())));
    }
}
