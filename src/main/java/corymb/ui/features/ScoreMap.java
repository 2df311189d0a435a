package corymb.ui.features;

import corymb.feature.Cuts;
import corymb.feature.FeatureDefinition;
import corymb.feature.FeatureDefinition.RfmScore;
import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.feature.FeaturePlan;
import corymb.feature.RfmFeature.CutScore;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.ui.kit.Texts;
import corymb.work.Progress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which scores of recency and frequency the map of buyers is drawn by: those that people cut themselves, else those in fifths.
 *
 * <p>A score of more than ten levels would make a map that nobody reads.
 */
record ScoreMap(Score recency, Score frequency) {
    private static final int MOST = 10;

    /** @param column the feature that holds it */
    record Score(String column, Cuts cuts) {
        int best() {
            return cuts.best();
        }

        private boolean isOwn() {
            return !cuts.equals(Cuts.FIFTHS);
        }
    }

    /** The map of the features there are; empty where a score is not among them. */
    static Optional<ScoreMap> of(FeaturePlan plan) {
        return score(plan.definitions(), Part.RECENCY)
                .flatMap(recency ->
                        score(plan.definitions(), Part.FREQUENCY).map(frequency -> new ScoreMap(recency, frequency)));
    }

    private static Optional<Score> score(List<FeatureDefinition> definitions, Part part) {
        var own = definitions.stream()
                .filter(CutScore.class::isInstance)
                .map(CutScore.class::cast)
                .filter(each -> each.part() == part)
                .map(each -> new Score(each.name(), each.cuts()));
        var fifths = definitions.stream()
                .filter(new RfmScore(part)::equals)
                .map(each -> new Score(each.name(), Cuts.FIFTHS));
        return Stream.concat(fifths, own).filter(score -> score.best() <= MOST).reduce((_, later) -> later);
    }

    /** How many buyers have which scores. */
    record Counted(ScoreMap map, Table counts) {}

    Counted counted(Engine engine, Relation features, Progress progress) {
        return new Counted(this, engine.table(counts(features), progress));
    }

    private Sql counts(Relation features) {
        return Sql.of("select " + Sql.name(recency.column()) + " as recency, " + Sql.name(frequency.column())
                + " as frequency, count(*) as customers from " + features.quoted() + " where "
                + Sql.name(recency.column()) + " is not null group by all");
    }

    /** How its scores are made, in words. */
    String words() {
        return recency.isOwn() || frequency.isOwn()
                ? Texts.of(
                        "features.rfmOwn",
                        recency.cuts().words(),
                        frequency.cuts().words())
                : Texts.of("features.rfmExplained");
    }
}
