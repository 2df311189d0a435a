package corymb.chart;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.feature.EventFeature.Aggregated;
import corymb.feature.FeatureDefinition;
import corymb.feature.FeaturePlan;
import corymb.feature.Features;
import corymb.rule.Measurement;
import corymb.sql.Relation;
import corymb.table.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final List<FeatureDefinition> DEFINITIONS = List.of(
            new FeatureDefinition.Recency(),
            new FeatureDefinition.ValueSum("purchase", 365),
            new FeatureDefinition.AttributeOf("home_country"),
            new Aggregated("how_much_somebody_spends_in_the_evening", Measurement.SUM, "value"));
    private static final Vocabulary WORDS = Vocabulary.of(Optional.of(new Features(
            new FeaturePlan(Instant.EPOCH, "purchase", DEFINITIONS),
            new Relation("features", new Schema(List.of()), 0),
            List.of())));

    @Test
    void aFeatureIsCalledTheSameOnEveryPage() {
        var spoken = new FeatureWords("purchase");
        assertThat(DEFINITIONS).allSatisfy(definition -> {
            assertThat(WORDS.title(definition.name())).isEqualTo(spoken.title(definition));
            assertThat(WORDS.sentence(definition.name())).isEqualTo(spoken.sentence(definition));
        });
        assertThat(WORDS.title("spend_365d")).isEqualTo("Spent in 365 days");
        assertThat(WORDS.named("Spent in 365 days")).contains("spend_365d");
    }

    @Test
    void aLevelOfATextIsCalledByTheFeatureAndTheLevel() {
        assertThat(WORDS.title("home_country=DE")).isEqualTo("Home country: DE");
    }

    @Test
    void whatStandsOverAColumnOfAChartIsShort() {
        assertThat(WORDS.brief("recency_days")).isEqualTo("Days since purchase");
        assertThat(WORDS.brief("how_much_somebody_spends_in_the_evening")).isEqualTo("How much somebody spend…");
    }

    @Test
    void aColumnOfNoFeatureGoesByItsName() {
        assertThat(WORDS.title("basket_size")).isEqualTo("Basket size");
        assertThat(WORDS.brief("basket_size")).isEqualTo("Basket size");
        assertThat(new Vocabulary(Map.of()).sentence("recency_days")).isEmpty();
    }

    @Test
    void inTheMidstOfASentenceTitlesBeginSmallButAbbreviationsDoNot() {
        assertThat(WORDS.inSentence("recency_days")).isEqualTo("days since the last purchase");
        assertThat(WORDS.inSentence("URL")).isEqualTo("URL");
    }

    @Test
    void anAxisSaysTheUnitOnce() {
        assertThat(WORDS.measured("recency_days")).isEqualTo("Days since the last purchase");
        assertThat(Vocabulary.measured("Age", "years")).isEqualTo("Age, years");
        assertThat(Vocabulary.measured("Total spent", "value")).isEqualTo("Total spent");
        assertThat(Vocabulary.measured("Country", "")).isEqualTo("Country");
    }

    @Test
    void aUnitIsSaidOnlyWhereTheTitleDoesNotSayIt() {
        assertThat(Trait.of("recency_days", WORDS, 12, 30, -1).text()).isEqualTo("12, usually\u00A030");
        assertThat(Trait.of("country=DE", WORDS, 0.658, 0.56, 1).text())
                .isEqualTo(Numbers.local().percent(0.658) + ", usually\u00A0"
                        + Numbers.local().percent(0.56));
        var age = new Vocabulary(Map.of("age_years", new Vocabulary.Word("Age", "Age", "", "years")));
        assertThat(Trait.of("age_years", age, 45, 38, 1).text()).isEqualTo("45 years, usually\u00A038");
    }
}
