package corymb.ui.features;

import corymb.feature.FeatureSummary;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Texts;
import corymb.ui.kit.TypingPause;
import corymb.ui.kit.WizardSheet;
import corymb.work.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A sheet that puts a feature of one's own together, with what it looks like over customers while it is being said. */
final class DefinitionSheet {
    private static final double PLOT_HEIGHT = 150;
    private static final double BAR_HEIGHT = 22;

    private final DefinitionModel model;
    private final ComboBox<DefinitionKind> kind = new ComboBox<>();
    private final Map<DefinitionKind, SaidFields> fields = new EnumMap<>(DefinitionKind.class);
    private final StackPane body = new StackPane();
    private final TextField title = new TextField();
    private final ChartPane preview = new ChartPane();
    private final MessageBar problem = new MessageBar();

    private DefinitionSheet(DefinitionModel model, DefinitionDraft draft) {
        this.model = model;
        kind.getItems().setAll(DefinitionKind.values());
        kind.setConverter(Choices.inWords(DefinitionKind::words));
        kind.setMaxWidth(Double.MAX_VALUE);
        title.setText(draft.title());
        title.setPromptText(Texts.of("features.titlePrompt"));
        var typing = new TypingPause();
        title.textProperty().addListener((_, _, _) -> typing.then(this::tell));
        fields.put(draft.said().kind(), SaidFields.of(draft.said(), model, this::tell));
        kind.valueProperty().addListener((_, _, _) -> {
            body.getChildren().setAll(said().node());
            tell();
        });
        kind.setValue(draft.said().kind());
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

    /** What is said in one kind stays while another is looked at. */
    private SaidFields said() {
        return fields.computeIfAbsent(kind.getValue(), each -> SaidFields.of(each, model, this::tell));
    }

    private Node content() {
        Choices.shownWhile(preview, model.previewProperty().map(Optional::isPresent));
        model.previewProperty().subscribe(found -> found.ifPresent(this::show));
        var explained = label();
        explained.textProperty().bind(kind.valueProperty().map(DefinitionKind::explained));
        var missing = label();
        missing.textProperty().bind(model.missingProperty());
        var named = FigureFields.named("features.ownTitle", title);
        Choices.shownWhile(named, kind.valueProperty().map(DefinitionKind::isNamed));
        var what = new VBox(FigureFields.named("features.kind", kind), explained);
        what.getStyleClass().add("tight");
        var parts = new VBox(problem, what, body, named, missing, preview);
        parts.getStyleClass().add("group");
        return parts;
    }

    /** Bars of words need room for each word. */
    private void show(FeatureSummary summary) {
        int bars = summary.type().isNumeric() ? 0 : summary.histogram().bins().size();
        preview.setPlotHeight(Math.max(PLOT_HEIGHT, bars * BAR_HEIGHT));
        preview.setSpec(FeatureCharts.preview(summary, shownTitle(), model.tried()));
    }

    private static Label label() {
        var label = new Label();
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private String shownTitle() {
        return title.getText().isBlank() ? said().words() : title.getText();
    }

    private void tell() {
        if (body.getScene() != null) {
            model.draft(new DefinitionDraft(title.getText().strip(), said().said()));
        }
    }
}
