package corymb.ui.features;

import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** The fields of a figure of events, divided by another or not. */
final class QuotientFields extends VBox implements SaidFields {
    private final FigureFields figure;
    private final CheckBox isDivided = new CheckBox(Texts.of("features.divided"));
    private final FigureFields divisor;

    QuotientFields(DefinitionModel model, DefinitionDraft.OfFigures draft, Runnable told) {
        figure = new FigureFields(model, draft.figure(), told);
        divisor = new FigureFields(model, draft.divisor().orElse(FigureDraft.EVENTS), told);
        divisor.getStyleClass().add("indented");
        isDivided.setSelected(draft.divisor().isPresent());
        Choices.shownWhile(divisor, isDivided.selectedProperty());
        isDivided.selectedProperty().addListener((_, _, _) -> told.run());
        getStyleClass().add("group");
        getChildren().setAll(figure, isDivided, divisor);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public DefinitionDraft.Said said() {
        return new DefinitionDraft.OfFigures(
                figure.draft(),
                Optional.of(isDivided).filter(CheckBox::isSelected).map(_ -> divisor.draft()));
    }

    @Override
    public String words() {
        return isDivided.isSelected()
                ? Texts.of("features.dividedTitle", figure.words(), divisor.words())
                : figure.words();
    }
}
