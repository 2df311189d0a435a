package corymb.ui.features;

import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/** The fields of a score, above who would get which. */
final class ScoreFields extends VBox implements SaidFields {
    private final ComboBox<Part> part = new ComboBox<>();
    private final CutsFields cuts;

    ScoreFields(DefinitionModel model, DefinitionDraft.OfCuts draft, Runnable told) {
        part.getItems().setAll(Part.values());
        part.setConverter(Choices.inWords(ScoreFields::words));
        part.setValue(draft.part());
        part.setMaxWidth(Double.MAX_VALUE);
        part.valueProperty().addListener((_, _, _) -> told.run());
        cuts = new CutsFields(draft.cuts(), told);
        var counts = new ScoreCounts();
        model.trialProperty().subscribe(trial -> counts.show(trial, part.getValue()));
        getStyleClass().add("group");
        getChildren().setAll(FigureFields.named("features.scoreOf", part), cuts, counts);
    }

    static String words(Part part) {
        return Texts.of("features.part." + part.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public DefinitionDraft.Said said() {
        return new DefinitionDraft.OfCuts(part.getValue(), cuts.draft());
    }

    @Override
    public String words() {
        return words(part.getValue());
    }
}
