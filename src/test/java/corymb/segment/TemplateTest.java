package corymb.segment;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.feature.FeatureDefinition;
import corymb.rule.RuleText;
import corymb.rule.Terms;
import corymb.segment.Template.Offer;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Schema NOTHING = new Schema(List.of());
    private static final Schema EVENTS = new Schema(List.of(
            new Field("customer_id", ColumnType.TEXT),
            new Field("timestamp", ColumnType.TIMESTAMP),
            new Field("type", ColumnType.TEXT),
            new Field("value", ColumnType.DECIMAL),
            new Field("session_id", ColumnType.TEXT)));

    private static Schema scores() {
        return new Schema(Stream.of("customer_id", "r_score", "f_score", "m_score")
                .map(name -> new Field(name, name.endsWith("id") ? ColumnType.TEXT : ColumnType.INTEGER))
                .toList());
    }

    private static Offer offer(Terms terms, List<String> types, String name) {
        return Template.offers(terms, types).stream()
                .filter(offer -> offer.template().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String rule(Terms terms, List<String> types, String name) {
        return offer(terms, types, name).rule().map(RuleText::of).orElse("");
    }

    @Test
    void takesTheBestWayThatTheProjectCanTell() {
        var terms = new Terms(scores(), EVENTS, Set.of());
        assertThat(rule(terms, List.of(), "Champions")).isEqualTo("r_score >= 4 and f_score >= 4 and m_score >= 4");
        var eventsOnly = new Terms(NOTHING, EVENTS, Set.of());
        assertThat(rule(eventsOnly, List.of(), "Champions")).startsWith("did \"purchase\" at least 4 times");
        assertThat(rule(eventsOnly, List.of(), "Left a cart"))
                .isEqualTo("did \"cart\" without \"purchase\" in the same session in the last 14 days");
    }

    @Test
    void asksForTheTypesOfEventsThereAre() {
        var terms = new Terms(NOTHING, EVENTS, Set.of());
        var types = List.of("Page View", "Add to cart", "Order");
        assertThat(rule(terms, types, "Left a cart"))
                .isEqualTo("did \"Add to cart\" without \"Order\" in the same session in the last 14 days");
        assertThat(rule(terms, types, "High intent")).startsWith("did \"Page View\" at least 5 times");
        var withoutCarts = offer(terms, List.of("login"), "Left a cart");
        assertThat(withoutCarts.rule()).isEmpty();
        assertThat(withoutCarts.lacks().getFirst().what()).isEqualTo("No event is of the type “cart”.");
    }

    @Test
    void saysWhatIsLacking() {
        var offer = offer(new Terms(NOTHING, NOTHING, Set.of()), List.of(), "Expected to buy soon");
        assertThat(offer.rule()).isEmpty();
        assertThat(offer.lacks().getFirst().line()).contains("expected_purchases_90d");
        assertThat(offer.unmade().map(FeatureDefinition::name)).contains("expected_purchases_90d");
        var champions = offer(new Terms(NOTHING, NOTHING, Set.of()), List.of(), "Probably gone");
        assertThat(champions.unmade()).as("lacks two features").isEmpty();
    }

    @Test
    void everyWayOfEveryTemplateCanBeReadAndEveryNameIsItsOwn() {
        var all = Template.offers(new Terms(NOTHING, NOTHING, Set.of()), List.of());
        assertThat(all)
                .hasSizeGreaterThan(20)
                .allSatisfy(offer -> assertThat(offer.rule()).isEmpty());
        assertThat(all).extracting(offer -> offer.template().name()).doesNotHaveDuplicates();
        assertThat(all)
                .allSatisfy(offer -> assertThat(offer.template().meaning()).endsWith("."));
    }
}
