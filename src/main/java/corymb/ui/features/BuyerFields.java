package corymb.ui.features;

import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.ui.kit.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The fields of a type of buyer: the cuts of its three scores. */
final class BuyerFields extends VBox implements SaidFields {
    private final CutsFields recency;
    private final CutsFields frequency;
    private final CutsFields monetary;

    BuyerFields(DefinitionDraft.OfScores draft, Runnable told) {
        recency = new CutsFields(draft.recency(), told);
        frequency = new CutsFields(draft.frequency(), told);
        monetary = new CutsFields(draft.monetary(), told);
        getStyleClass().add("group");
        getChildren()
                .setAll(
                        titled(Part.RECENCY, recency),
                        titled(Part.FREQUENCY, frequency),
                        titled(Part.MONETARY, monetary));
    }

    private static VBox titled(Part part, CutsFields cuts) {
        var title = new Label(ScoreFields.words(part));
        title.getStyleClass().add("strong");
        var box = new VBox(title, cuts);
        box.getStyleClass().add("tight");
        return box;
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public DefinitionDraft.Said said() {
        return new DefinitionDraft.OfScores(recency.draft(), frequency.draft(), monetary.draft());
    }

    @Override
    public String words() {
        return Texts.of("features.kind.buyer");
    }
}
