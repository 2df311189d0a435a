package corymb.ui.features;

import javafx.scene.Node;

/** The fields that say what a feature of one kind is made of. */
interface SaidFields {
    Node node();

    /** What is said so far. */
    DefinitionDraft.Said said();

    /** What is measured, in words, where it has no name yet. */
    String words();

    /** The fields of a kind, that begin with what is said already. */
    static SaidFields of(DefinitionDraft.Said said, DefinitionModel model, Runnable told) {
        return switch (said) {
            case DefinitionDraft.OfFigures figures -> new QuotientFields(model, figures, told);
            case DefinitionDraft.OfCuts cuts -> new ScoreFields(model, cuts, told);
            case DefinitionDraft.OfScores scores -> new BuyerFields(scores, told);
            case DefinitionDraft.OfWeights weights -> new WeightFields(model, weights, told);
            case DefinitionDraft.OfDays days -> new StageFields(days, told);
        };
    }

    /** The same beginning with what is usual. */
    static SaidFields of(DefinitionKind kind, DefinitionModel model, Runnable told) {
        return of(
                switch (kind) {
                    case FIGURE -> DefinitionDraft.empty().said();
                    case SCORE -> DefinitionDraft.OfCuts.FIFTHS;
                    case BUYER -> DefinitionDraft.OfScores.FIFTHS;
                    case ENGAGEMENT -> DefinitionDraft.OfWeights.USUAL;
                    case STAGE -> DefinitionDraft.OfDays.USUAL;
                },
                model,
                told);
    }
}
