package corymb.ui.features;

import corymb.feature.Cuts;
import corymb.feature.EventFeature.Aggregated;
import corymb.feature.EventFeature.Ratio;
import corymb.feature.FeatureDefinition;
import corymb.feature.FeatureDefinition.RfmScore;
import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.feature.FeatureNames;
import corymb.feature.Foretold;
import corymb.feature.RfmFeature;
import corymb.feature.RfmFeature.Engagement.Weighted;
import corymb.rule.Measurement;
import corymb.rule.Window;
import corymb.table.Schema;
import corymb.ui.kit.Texts;
import corymb.work.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A feature of one's own as far as it is said.
 *
 * @param title what it is called; empty while that is not said
 */
record DefinitionDraft(String title, Said said) {
    private static final String UNNAMED = "unnamed";
    private static final Window LAST_QUARTER = new Window.Last(90, Window.Unit.DAYS);

    /** Of one figure. */
    DefinitionDraft(String title, FigureDraft figure) {
        this(title, new OfFigures(figure, Optional.empty()));
    }

    /** What it is made of. */
    sealed interface Said {
        DefinitionKind kind();

        /**
         * The definition it says.
         *
         * @throws corymb.work.Failure while something is missing or does not fit
         * @throws IllegalArgumentException likewise
         */
        FeatureDefinition definition(String name, Schema events);
    }

    /**
     * A figure of the events.
     *
     * @param divisor what it is divided by; empty where it is not
     */
    record OfFigures(FigureDraft figure, Optional<FigureDraft> divisor) implements Said {
        @Override
        public DefinitionKind kind() {
            return DefinitionKind.FIGURE;
        }

        @Override
        public FeatureDefinition definition(String name, Schema events) {
            return divisor.isEmpty()
                    ? figure.definition(name, events)
                    : new Ratio(
                            name,
                            figure.definition("part", events),
                            divisor.get().definition("whole", events));
        }
    }

    /** A score. */
    record OfCuts(Part part, CutsDraft cuts) implements Said {
        static final OfCuts FIFTHS = new OfCuts(Part.FREQUENCY, CutsDraft.FIFTHS);

        @Override
        public DefinitionKind kind() {
            return DefinitionKind.SCORE;
        }

        @Override
        public FeatureDefinition definition(String name, Schema events) {
            return new RfmFeature.CutScore(name, part, cuts.cuts());
        }
    }

    /** A type of buyer by three scores. */
    record OfScores(CutsDraft recency, CutsDraft frequency, CutsDraft monetary) implements Said {
        static final OfScores FIFTHS = new OfScores(CutsDraft.FIFTHS, CutsDraft.FIFTHS, CutsDraft.FIFTHS);

        @Override
        public DefinitionKind kind() {
            return DefinitionKind.BUYER;
        }

        @Override
        public FeatureDefinition definition(String name, Schema events) {
            return new RfmFeature.CutGroup(name, recency.cuts(), frequency.cuts(), monetary.cuts());
        }
    }

    /** A weighted mean of places among all customers. */
    record OfWeights(List<WeightDraft> weights) implements Said {
        /** What people do lately, which they can then weigh against more. */
        static final OfWeights USUAL = new OfWeights(List.of(
                new WeightDraft(new FigureDraft(Measurement.COUNT, "", FigureDraft.Time.of(LAST_QUARTER), ""), 1),
                new WeightDraft(
                        new FigureDraft(Measurement.ACTIVE_DAYS, "", FigureDraft.Time.of(LAST_QUARTER), ""), 1)));

        OfWeights {
            weights = List.copyOf(weights);
        }

        @Override
        public DefinitionKind kind() {
            return DefinitionKind.ENGAGEMENT;
        }

        @Override
        public FeatureDefinition definition(String name, Schema events) {
            return new RfmFeature.Engagement(
                    name,
                    weights.stream()
                            .map(each -> new Weighted(each.figure().definition("part", events), each.weight()))
                            .toList());
        }
    }

    /** What counts in engagement, and how much. */
    record WeightDraft(FigureDraft figure, double weight) {}

    /** A stage of a customer by days, which always has the same name. */
    record OfDays(int newDays, int activeDays, int churnDays) implements Said {
        static final OfDays USUAL = new OfDays(30, 90, 365);

        @Override
        public DefinitionKind kind() {
            return DefinitionKind.STAGE;
        }

        @Override
        public FeatureDefinition definition(String name, Schema events) {
            return new RfmFeature.LifecycleStage(newDays, activeDays, churnDays);
        }
    }

    /** What the sheet begins with. */
    static DefinitionDraft empty() {
        return new DefinitionDraft("", FigureDraft.EVENTS);
    }

    /** What says the same as a feature, by another title or none; empty for those that nobody defines by hand. */
    static Optional<DefinitionDraft> like(FeatureDefinition feature, String title) {
        return said(feature).map(said -> new DefinitionDraft(title, said));
    }

    private static Optional<Said> said(FeatureDefinition feature) {
        return switch (feature) {
            case Aggregated figure -> Optional.of(new OfFigures(FigureDraft.like(figure), Optional.empty()));
            case Ratio ratio ->
                Optional.of(
                        new OfFigures(FigureDraft.like(ratio.part()), Optional.of(FigureDraft.like(ratio.whole()))));
            case RfmFeature.CutScore score -> Optional.of(new OfCuts(score.part(), CutsDraft.like(score.cuts())));
            case RfmScore score -> Optional.of(new OfCuts(score.part(), CutsDraft.like(Cuts.FIFTHS)));
            case RfmFeature.CutGroup group ->
                Optional.of(new OfScores(
                        CutsDraft.like(group.recency()),
                        CutsDraft.like(group.frequency()),
                        CutsDraft.like(group.monetary())));
            case RfmFeature.RfmGroup _ -> Optional.of(OfScores.FIFTHS);
            case RfmFeature.Engagement engagement ->
                Optional.of(new OfWeights(engagement.weights().stream()
                        .map(each -> new WeightDraft(FigureDraft.like(each.of()), each.weight()))
                        .toList()));
            case RfmFeature.LifecycleStage(int newDays, int activeDays, int churnDays) ->
                Optional.of(new OfDays(newDays, activeDays, churnDays));
            case Foretold _,
                    FeatureDefinition.Recency _,
                    FeatureDefinition.Frequency _,
                    FeatureDefinition.Monetary _,
                    FeatureDefinition.EventCount _,
                    FeatureDefinition.ValueSum _,
                    FeatureDefinition.Tenure _,
                    FeatureDefinition.Age _,
                    FeatureDefinition.AttributeOf _ -> Optional.empty();
        };
    }

    /** Whether it has a name, or needs none. */
    boolean isNamed() {
        return !said.kind().isNamed() || !title.isBlank();
    }

    /** Its name in rules and tables. */
    String name() {
        return title.isBlank() ? UNNAMED : FeatureNames.slug(title);
    }

    /**
     * The definition it says.
     *
     * @throws corymb.work.Failure while something is missing or does not fit
     */
    FeatureDefinition definition(Schema events) {
        try {
            return said.definition(name(), events);
        } catch (IllegalArgumentException unfit) {
            throw new Problem(Optional.ofNullable(unfit.getMessage()).orElse(Texts.of("features.unfit")) + ".", "", "")
                    .asFailure();
        }
    }
}
