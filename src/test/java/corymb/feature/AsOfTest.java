package corymb.feature;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.feature.EventFeature.Aggregated;
import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.rule.Measurement;
import corymb.rule.Moment;
import corymb.rule.RuleParser;
import corymb.rule.Window;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No feature sees what happens at its moment or later: with the future or without it, every one is the same. */
class AsOfTest {
    private static final Instant AS_OF = Instant.parse("2026-07-01T12:00:00Z");

    /** Half of them happen later, some at the very moment; some people come only then. */
    private static final String EVENTS = """
            select 'c' || hash(i, ?) % 40 as customer_id,
            if(hash(i, ?) % 40 < 3, timestamp '2026-07-01 12:00:00', timestamp '2026-01-01') + to_minutes(cast(hash(i + 1, ?) % 525600 as bigint))
            - if(hash(i + 1, ?) % 97 = 0, to_minutes(cast(hash(i + 1, ?) % 525600 as bigint)), to_minutes(0)) as timestamp,
            if(hash(i + 2, ?) % 3 = 0, 'purchase', 'view') as type,
            'i' || hash(i + 3, ?) % 9 as item_id,
            1 + hash(i + 4, ?) % 50 as value,
            'd' || hash(i + 5, ?) % 4 as device,
            's' || hash(i + 6, ?) % 500 as session_id,
            'k' || hash(i + 7, ?) % 5 as category, 'r' as region, 'w' as channel
            from range(3000) t(i)""";

    private static final List<Window> WINDOWS = List.of(
            new Window.All(),
            new Window.Last(45, Window.Unit.DAYS),
            new Window.Last(20, Window.Unit.WEEKS),
            new Window.Last(3, Window.Unit.MONTHS, 1),
            new Window.SinceFirst(400),
            new Window.Between(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 12, 31)));

    private static FeaturePlan plan() {
        var definitions = new ArrayList<FeatureDefinition>();
        for (var measurement : Measurement.values()) {
            for (var window : WINDOWS) {
                if (measurement != Measurement.TREND
                        || window.span(Moment.utc(AS_OF)).isPresent()) {
                    var name = "f" + definitions.size();
                    definitions.add(new Aggregated(
                            name,
                            measurement,
                            measurement.needsColumn() ? "value" : "",
                            RuleParser.require("device != \"d0\""),
                            window));
                }
            }
        }
        Gallery.of("purchase").stream()
                .map(GalleryFeature::definition)
                .filter(each -> EventColumns.of(new FeaturePlan(AS_OF, "purchase", List.of(each))).stream()
                        .noneMatch(EventSources::isOfItem))
                .forEach(definitions::add);
        for (var part : List.of(Part.FREQUENCY, Part.MONETARY)) {
            definitions.add(new FeatureDefinition.RfmScore(part));
        }
        for (var ties : Cuts.Ties.values()) {
            definitions.add(new RfmFeature.CutScore(
                    "score_" + ties, Part.RECENCY, new Cuts.Quantiles(List.of(0.25, 0.5), ties)));
        }
        definitions.add(new RfmFeature.CutScore("edges", Part.MONETARY, new Cuts.Edges(List.of(100.0, 300.0))));
        return new FeaturePlan(AS_OF, "purchase", definitions);
    }

    private static List<List<String>> computed(Engine engine, Sql events) {
        var happened = engine.create("happened", events, Progress.NONE);
        var people = engine.create(
                "people", Sql.of("select 'c' || i as customer_id, i as age from range(45) t(i)"), Progress.NONE);
        FeatureComputation.run(engine, new CustomerData(people, List.of(happened)), plan(), "f", Progress.NONE);
        var table = engine.table(Sql.of("select * from f"), Progress.NONE);
        return table.columns().stream()
                .map(column -> IntStream.range(0, table.rowCount())
                        .mapToObj(row -> column.name() + " " + column.text(row))
                        .toList())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void noFeatureChangesWithWhatHappensLater(int seed) {
        try (var engine = DuckDbEngine.open()) {
            var all = Sql.of(EVENTS, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed, seed);
            var past = Sql.of("select * from (").then(all).then(") where timestamp < timestamp '2026-07-01 12:00:00'");
            double later = engine.number(
                    Sql.of("select count(*) from (")
                            .then(all)
                            .then(") where timestamp >= timestamp '2026-07-01 12:00:00'"),
                    Progress.NONE);

            assertThat(later).isGreaterThan(1000);
            assertThat(computed(engine, all)).isEqualTo(computed(engine, past));
        }
    }
}
