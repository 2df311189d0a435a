package corymb.feature;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GalleryTest {
    private static final String EVENTS = """
            select 'c' || (i % 40) as customer_id, timestamp '2026-06-30' - to_hours(cast(i * 37 % 9000 as bigint)) as timestamp,
            if(i % 3 = 0, 'purchase', 'view') as type, 'i' || (i % 7) as item_id, if(i % 3 = 0, 1 + i % 11, null) as value,
            's' || (i // 2) as session_id, 'd' || (i % 2) as device, 'k' || (i % 5) as category, 'r' as region,
            cast(null as varchar) as channel from range(?) t(i)""";

    private static final String ITEMS = """
            select 'i' || i as item_id, 'item ' || i as title, 'k' || (i % 3) as category, 'b' || (i % 2) as brand,
            10.0 * i as price from range(7) t(i)""";

    private static Features computed(DuckDbEngine engine, int count) {
        var events = engine.create("events", Sql.of(EVENTS, count), Progress.NONE);
        var people = engine.create("people", Sql.of("select distinct customer_id from events"), Progress.NONE);
        var items = engine.create("items", Sql.of(ITEMS), Progress.NONE);
        var sources = new EventSources(List.of(events), List.of(items));
        var gallery = Gallery.of("purchase");
        assertThat(gallery).allSatisfy(each -> assertThat(each.lacking(sources)).isEmpty());
        var definitions = gallery.stream().map(GalleryFeature::definition).toList();
        var plan = new FeaturePlan(Instant.parse("2026-07-01T00:00:00Z"), "purchase", definitions);
        return FeatureComputation.run(engine, new CustomerData(people, sources), plan, "f", Progress.NONE);
    }

    @Test
    void everyFeatureOfTheGalleryIsComputedInOnePlan() {
        try (var engine = DuckDbEngine.open()) {
            var features = computed(engine, 3_000);

            assertThat(features.table().rows()).isEqualTo(40);
            assertThat(features.summaries())
                    .allSatisfy(summary -> assertThat(summary.missing())
                            .as(summary.name())
                            .isEqualTo(summary.name().equals("favourite_channel") ? 40 : 0));
        }
    }

    /** A file of days is read as midnights, by which everybody would buy in the morning; weekdays it does tell. */
    @Test
    void daysAloneTellNoHours() {
        try (var engine = DuckDbEngine.open()) {
            for (var minutes : List.of(0, 1)) {
                var rows = engine.create(
                        "rows" + minutes,
                        Sql.of(
                                "select 'a' as customer_id, timestamp '2026-01-05' + to_minutes(i * ?) as timestamp, 'order' as type"
                                        + " from range(3) t(i)",
                                minutes),
                        Progress.NONE);
                var events = new EventSources(List.of(rows), List.of());
                boolean hasHours = events.hasHours(engine, Progress.NONE);

                assertThat(hasHours).isEqualTo(minutes > 0);
                assertThat(Gallery.of("order"))
                        .filteredOn(each -> each.lacking(events, hasHours).contains("hour"))
                        .extracting(each -> each.definition().name())
                        .isEqualTo(hasHours ? List.of() : List.of("morning_share", "evening_share", "favourite_hour"));
            }
        }
    }

    @Test
    void aColumnThatNoSourceHasIsNamed() {
        try (var engine = DuckDbEngine.open()) {
            var bare = engine.create("bare", Sql.of("select 'a' as customer_id, now() as timestamp"), Progress.NONE);
            assertThat(Gallery.of("order"))
                    .filteredOn(each -> each.definition().name().equals("favourite_device"))
                    .extracting(each -> each.lacking(new EventSources(List.of(bare), List.of())))
                    .containsExactly(Set.of("device"));
            assertThat(Gallery.of("order"))
                    .filteredOn(each -> each.lacking(new EventSources(List.of(bare), List.of()))
                            .isEmpty())
                    .extracting(each -> each.definition().name())
                    .contains("events_30d", "tenure_days", "evening_share", "favourite_hour")
                    .doesNotContain("order_value_mean", "frequency", "sessions");
        }
    }
}
