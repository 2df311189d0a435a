package corymb.store;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.feature.Cuts;
import corymb.feature.EventFeature.Aggregated;
import corymb.feature.EventFeature.Ratio;
import corymb.feature.FeatureDefinition;
import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.feature.FeaturePlan;
import corymb.feature.Features;
import corymb.feature.Foretold;
import corymb.feature.RfmFeature;
import corymb.feature.RfmFeature.Engagement.Weighted;
import corymb.project.Change;
import corymb.project.Made;
import corymb.rule.Measurement;
import corymb.rule.RuleParser;
import corymb.rule.Window;
import corymb.sql.Relation;
import corymb.table.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureCodecTest {
    private final ChangeCodec codec = new ChangeCodec();

    private static Change computed(FeatureDefinition... definitions) {
        var plan = new FeaturePlan(Instant.parse("2026-07-01T00:00:00Z"), "purchase", List.of(definitions));
        var table = new Relation("features_1", new Schema(List.of()), 0);
        return new Change.FeaturesComputed(
                new Made<>(1, List.of(), Instant.EPOCH, 0, new Features(plan, table, List.of())));
    }

    @Test
    void definitionsOfOnesOwnAreReadAsTheyWereWritten() {
        var rule = RuleParser.require("device = \"mobile\" and hour between 18 and 23");
        var part = new Aggregated("part", Measurement.COUNT, "").where(rule);
        var change = computed(
                part.in(new Window.Last(3, Window.Unit.MONTHS, 1)),
                new Ratio(
                        "ratio", part.in(new Window.SinceFirst(30)), new Aggregated("whole", Measurement.SUM, "value")),
                part.named("may").in(new Window.Between(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31))),
                new RfmFeature.CutScore("score", Part.MONETARY, new Cuts.Edges(List.of(1.0, 2.5))),
                new RfmFeature.CutScore("other", Part.RECENCY, new Cuts.Quantiles(List.of(0.5), Cuts.Ties.PARTED)),
                new RfmFeature.RfmGroup(),
                new RfmFeature.CutGroup(
                        "buyers", Cuts.FIFTHS, Cuts.FIFTHS, new Cuts.Edges(List.of(1.0, 2.0, 3.0, 4.0))),
                new RfmFeature.LifecycleStage(30, 90, 365),
                new RfmFeature.Engagement("engaged", List.of(new Weighted(part, 2))),
                new Foretold.ProbabilityActive(),
                new Foretold.LifetimeValue(365, 0.01));
        assertThat(codec.read(codec.write(change))).isEqualTo(change);
    }

    /** As version 0.1.0 wrote it. */
    @Test
    void plansOfOlderFilesAreRead() {
        var older = codec.write(computed())
                .replace(",\"follows\":false", "")
                .replace(",\"zone\":{\"id\":\"UTC\"}", "")
                .replace("\"definitions\":[]", """
                        "definitions":[{"is":"Recency"},{"is":"RfmScore","part":"FREQUENCY"},{"is":"EventCount","type":"view","days":30},\
                        {"is":"AttributeOf","column":"city","name":"town"}]""");
        assertThat(older).doesNotContain("zone");
        assertThat(codec.read(older))
                .isEqualTo(computed(
                        new FeatureDefinition.Recency(),
                        new FeatureDefinition.RfmScore(Part.FREQUENCY),
                        new FeatureDefinition.EventCount("view", 30),
                        new FeatureDefinition.AttributeOf("city", "town")));
    }
}
