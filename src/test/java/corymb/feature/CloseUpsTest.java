package corymb.feature;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import corymb.feature.FeatureDefinition.AttributeOf;
import corymb.feature.Histogram.Bin;
import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Features that a few customers are far out in. */
class CloseUpsTest {
    private static Map<String, Histogram> of(DuckDbEngine engine, String people, String... columns) {
        var customers = engine.create("people", Sql.of(people), Progress.NONE);
        var definitions = List.of(columns).stream()
                .<FeatureDefinition>map(AttributeOf::new)
                .toList();
        var plan = new FeaturePlan(Instant.parse("2026-07-01T00:00:00Z"), "purchase", definitions);
        var data = new CustomerData(customers, List.of());
        var features = FeatureComputation.run(engine, data, plan, "f", Progress.NONE);
        return CloseUps.of(engine, features, Progress.NONE);
    }

    /** 995 customers have 0 to 99.4, the others 5,000 to 9,000: the 99th hundredth is 98.9…, a twentieth of it 5. */
    @Test
    void nearlyAllAreSeenInRoundRangesAndTheOthersInOne() {
        try (var engine = DuckDbEngine.open()) {
            var found = of(
                    engine,
                    "select 'c' || i as customer_id, if(i < 995, i / 10.0, (i - 990) * 1000.0) as spent, i / 10.0 as even"
                            + " from range(1000) t(i)",
                    "spent",
                    "even");

            var bins = requireNonNull(found.get("spent")).bins();
            assertThat(found).containsOnlyKeys("spent");
            assertThat(bins.getFirst()).isEqualTo(new Bin("0 to 5", 0, 5, 50));
            assertThat(bins.subList(0, bins.size() - 1))
                    .allSatisfy(bin -> assertThat(bin.to() - bin.from()).isEqualTo(5));
            assertThat(bins.getLast()).isEqualTo(new Bin("100 to 9000", 100, 9000, 5));
            assertThat(bins.stream().mapToLong(Bin::count).sum()).isEqualTo(1000);
            assertThat(requireNonNull(found.get("spent")).endsFarOut()).isTrue();
            assertThat(requireNonNull(found.get("spent")).beginsFarOut()).isFalse();
        }
    }

    @Test
    void whatFallsFarToBothSidesHasARangeAtEitherEnd() {
        try (var engine = DuckDbEngine.open()) {
            var found = of(
                    engine,
                    "select 'c' || i as customer_id, if(i < 2, -5000, if(i < 4, 5000, i % 21 - 10))::bigint as trend"
                            + " from range(1000) t(i)",
                    "trend");

            var histogram = requireNonNull(found.get("trend"));
            assertThat(histogram.beginsFarOut()).isTrue();
            assertThat(histogram.endsFarOut()).isTrue();
            assertThat(histogram.bins().getFirst()).isEqualTo(new Bin("-5000 to -10", -5000, -10, 2));
            assertThat(histogram.bins().getLast()).isEqualTo(new Bin("11 to 5000", 11, 5000, 2));
            assertThat(histogram.bins().get(1).label()).isEqualTo("-10");
            assertThat(histogram.bins()).hasSize(23);
        }
    }
}
