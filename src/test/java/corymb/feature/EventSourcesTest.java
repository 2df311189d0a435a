package corymb.feature;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.feature.EventFeature.Aggregated;
import corymb.rule.Measurement;
import corymb.rule.RuleParser;
import corymb.sql.DuckDbEngine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures of what the catalogue says, reckoned by hand. */
class EventSourcesTest {
    private static final String EVENTS = """
            select * from (values
            ('a', timestamp '2026-05-04', 'purchase', 'tent', 100.0),
            ('a', timestamp '2026-05-05', 'purchase', 'rope', 30.0),
            ('a', timestamp '2026-05-06', 'purchase', 'rope', 30.0),
            ('a', timestamp '2026-05-07', 'purchase', 'unheard of', 40.0),
            ('b', timestamp '2026-05-07', 'view', null, null)
            ) t(customer_id, timestamp, type, item_id, "value")""";

    /** The rope stands there twice, without a price once and with a later name once. */
    private static final String ITEMS = """
            select * from (values ('tent', 'Camping', 120.0, 'North'), ('rope', 'Climbing', 40.0, 'South'), ('rope', 'Ropes', null, 'South'),
            ('axe', 'Climbing', 60.0, 'North')) t(item_id, "Category", price, brand)""";

    private final DuckDbEngine engine = DuckDbEngine.open();
    private final Relation events = engine.create("happened", Sql.of(EVENTS), Progress.NONE);
    private final Relation items = engine.create("catalogue", Sql.of(ITEMS), Progress.NONE);

    @AfterEach
    void close() {
        engine.close();
    }

    private List<String> of(EventSources sources, Aggregated feature) {
        var plan = new FeaturePlan(Instant.parse("2026-07-01T00:00:00Z"), "purchase", List.of(feature));
        var people = engine.create("people", Sql.of("select distinct customer_id from happened"), Progress.NONE);
        FeatureComputation.run(engine, new CustomerData(people, sources), plan, "f", Progress.NONE);
        var table = engine.table(Sql.of("select * from f order by customer_id"), Progress.NONE);
        return List.of(table.text(0, feature.name()), table.text(1, feature.name()));
    }

    @Test
    void whatTheCatalogueSaysOfAnItemStandsBesideItsEvents() {
        var sources = new EventSources(List.of(events), List.of(items));
        var climbing = new Aggregated("made", Measurement.SHARE, "value")
                .where(RuleParser.require("item_category = \"Climbing\""));
        assertThat(of(sources, climbing)).as("60 of 200").containsExactly("0.3", "");
        assertThat(of(sources, new Aggregated("made", Measurement.FAVOURITE, "item_brand")))
                .containsExactly("South", "");
        assertThat(of(sources, new Aggregated("made", Measurement.MEAN, "item_price")))
                .as("120, 40, 40")
                .containsExactly("66.666667", "");
        assertThat(of(sources, new Aggregated("made", Measurement.COUNT, "item_category")))
                .as("nothing is known of what is not in the catalogue")
                .containsExactly("3", "0");
    }

    @Test
    void aColumnOfTheEventsGoesBeforeTheCatalogues() {
        var own = engine.create(
                "happened", Sql.of("select *, 'own' as \"Item_Brand\" from (" + EVENTS + ")"), Progress.NONE);
        var sources = new EventSources(List.of(own), List.of(items));
        assertThat(of(sources, new Aggregated("made", Measurement.FAVOURITE, "item_brand")))
                .containsExactly("own", "own");
    }

    @Test
    void theColumnsOfTheCatalogueAreOfferedWhereThereIsOne() {
        var with = new EventSources(List.of(events), List.of(items));
        var without = new EventSources(List.of(events), List.of());
        assertThat(with.schema().names()).contains("item_category", "item_price", "item_brand");
        assertThat(without.schema().names()).doesNotContain("item_category", "item_item_id");
        var ofItems = Gallery.of("purchase").stream()
                .filter(each -> each.definition().name().startsWith("bought_"))
                .toList();
        assertThat(ofItems).hasSize(4);
        assertThat(ofItems).allSatisfy(each -> assertThat(each.lacking(with)).isEmpty());
        assertThat(ofItems).allSatisfy(each -> assertThat(each.lacking(without)).isNotEmpty());
    }
}
