package corymb.project;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.feature.EventFeature.Aggregated;
import corymb.feature.FeatureDefinition;
import corymb.feature.FeaturePlan;
import corymb.importing.Role;
import corymb.rule.Measurement;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesOfItemsTest {
    private static final Sql ORDERS = Sql.of(
            "select 'C0001' as customer_id, timestamp '2026-01-05' as timestamp, 'purchase' as type, 'tent' as item_id");
    private static final Sql CATALOGUE = Sql.of("select 'tent' as item_id, 120.0 as price");

    @TempDir
    Path folder;

    /** Whether features are stale once the catalogue has grown by another source. */
    private boolean growsStale(FeatureDefinition definition) {
        try (var file = FilledProject.create(folder)) {
            FilledProject.source(file, "more orders", Role.EVENTS, ORDERS);
            FilledProject.source(file, "catalogue", Role.ITEMS, CATALOGUE);
            var journey = new Journey(file, FilledProject.CLOCK);
            journey.ensureCustomers(Progress.NONE);
            var plan = new FeaturePlan(FilledProject.CLOCK.instant(), "purchase", List.of(definition));
            journey.take((steps, progress) -> steps.computeFeatures(plan, progress), Progress.NONE);
            var made = file.history().present().features().orElseThrow();
            assertThat(Lineage.stale(file.history().present())).doesNotContain(made.id());

            FilledProject.source(file, "more items", Role.ITEMS, CATALOGUE);
            return Lineage.stale(file.history().present()).contains(made.id());
        }
    }

    @Test
    void featuresThatLookAtTheCatalogueRestOnIt() {
        assertThat(growsStale(new Aggregated("price", Measurement.MEAN, "item_price")))
                .isTrue();
    }

    @Test
    void otherFeaturesDoNot() {
        assertThat(growsStale(new Aggregated("items", Measurement.DISTINCT, "item_id")))
                .isFalse();
    }
}
