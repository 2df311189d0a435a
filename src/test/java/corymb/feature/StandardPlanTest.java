package corymb.feature;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.rule.Moment;
import corymb.sql.DuckDbEngine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StandardPlanTest {
    private static final Instant NOW = Instant.parse("2026-08-15T10:00:00Z");

    private final DuckDbEngine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private Relation relation(String name, String query) {
        return engine.create(name, Sql.of(query), Progress.NONE);
    }

    private Relation people() {
        return relation(
                "people",
                "select i::varchar as customer_id, 'm' || i || '@x.org' as email, 'n' || i as note, i % 3 as tier, 'K' || (i % 4) as region,"
                        + " cast(null as varchar) as fax, date '1980-01-01' as birth_date, i as frequency, '' as sources, 1 as records"
                        + " from range(200) t(i)");
    }

    private Relation events(String rows) {
        return relation("events", "select * from (values " + rows + ") t(customer_id, timestamp, type, \"value\")");
    }

    private FeaturePlan plan(Relation... events) {
        return FeaturePlan.standard(
                engine, new CustomerData(people(), List.of(events)), Moment.utc(NOW), Progress.NONE);
    }

    private static List<String> names(FeaturePlan plan) {
        return plan.definitions().stream().map(FeatureDefinition::name).toList();
    }

    @Test
    void behaviourComesFromTheTypesThatThereAre() {
        var plan = plan(
                events(
                        "('1', timestamp '2026-06-30 18:00:00', 'view', null), ('1', timestamp '2026-06-30 18:05:00', 'Order', 5.0)"));
        assertThat(plan.purchaseType()).isEqualTo("Order");
        assertThat(plan.asOf()).isEqualTo(Instant.parse("2026-07-01T00:00:00Z"));
        assertThat(names(plan))
                .contains("recency_days", "frequency", "monetary", "r_score", "f_score", "m_score", "tenure_days")
                .contains("events_30d", "views_90d", "orders_365d", "spend_30d")
                .doesNotContain("view_value_30d");
    }

    @Test
    void attributesThatOnlySayWhoSomebodyIsOrNothingAreLeftOut() {
        var names = names(plan());
        assertThat(names).containsExactly("age_years", "tier", "region", "frequency");
        assertThat(FeaturePlan.attributes(new CustomerData(people(), List.of())))
                .extracting(FeatureDefinition.AttributeOf::column)
                .contains("note", "tier", "fax")
                .doesNotContain("email", "customer_id", "sources", "records");
    }

    @Test
    void anAttributeStepsAsideForAFeatureOfItsName() {
        assertThat(names(plan(events("('1', timestamp '2026-06-30', 'sale', 1.0)"))))
                .contains("frequency", "frequency_attribute");
    }

    @Test
    void aMistypedYearDoesNotMoveTheMoment() {
        var plan =
                plan(events("('1', timestamp '2026-06-30', 'sale', 1.0), ('2', timestamp '2062-06-30', 'sale', 1.0)"));
        assertThat(plan.asOf()).isEqualTo(Instant.parse("2026-07-01T00:00:00Z"));
    }

    @Test
    void aTypeWithAnUnknownNameIsThePurchaseWhenItCarriesTheMoney() {
        var plan = plan(
                events("('1', timestamp '2026-06-30', 'look', null), ('2', timestamp '2026-06-30', 'kassa', 3.0)"));
        assertThat(plan.purchaseType()).isEqualTo("kassa");
    }

    @Test
    void typesThatDifferOnlyInCaseShareTheNameOfTheCommoner() {
        var plan = plan(
                events(
                        "('1', timestamp '2026-06-30', 'View', null), ('2', timestamp '2026-06-30', 'view', null), ('2', timestamp '2026-06-30', 'view', null)"));
        assertThat(plan.definitions()).contains(new FeatureDefinition.EventCount("view", 30));
    }

    @Test
    void aPurchaseIsFoundAmongManyCommonerTypes() {
        var shown = IntStream.range(0, 20)
                .mapToObj(
                        "('1', timestamp '2026-06-30', 'page %1$d', null), ('2', timestamp '2026-06-30', 'page %1$d', null), "
                                ::formatted)
                .collect(Collectors.joining());
        var plan = plan(events(shown + "('1', timestamp '2026-06-30', 'purchase', null)"));
        assertThat(plan.purchaseType()).isEqualTo("purchase");
        assertThat(names(plan)).contains("purchases_90d", "page_0s_30d").doesNotContain("page_9s_30d");
    }

    private FeaturePlan renewed(FeaturePlan plan, CustomerData data) {
        return plan.renewed(engine, data, Moment.utc(NOW), Progress.NONE);
    }

    private static FeaturePlan without(FeaturePlan standard, String... names) {
        return standard.of(standard.definitions().stream()
                        .filter(each -> !List.of(names).contains(each.name()))
                        .toList())
                .chosenFrom(standard);
    }

    @Test
    void whatAPersonLeftOutAndAddedStaysSoAndWhatTheDataBringIsNew() {
        var before = new CustomerData(people(), List.of(events("('1', timestamp '2026-06-30', 'look', 2.0)")));
        var standard = FeaturePlan.standard(engine, before, Moment.utc(NOW), Progress.NONE);
        var said = without(standard, "tier", "recency_days")
                .with(List.of(
                        new FeatureDefinition.AttributeOf("note", "note"),
                        new FeatureDefinition.EventCount("look", 7),
                        new FeatureDefinition.AttributeOf("gone", "gone"),
                        new FeatureDefinition.EventCount("gone", 7)));
        var later = new CustomerData(
                people(),
                List.of(
                        relation(
                                "more",
                                "select * from (values ('1', timestamp '2026-07-30', 'look', 1.0), ('1', timestamp '2026-07-30', 'purchase', 9.0)) t(customer_id, timestamp, type, \"value\")")));
        var plan = renewed(said, later);
        assertThat(names(plan))
                .contains("region", "note", "looks_7d", "purchases_30d")
                .doesNotContain("tier", "recency_days", "gone", "gones_7d");
        assertThat(plan.purchaseType()).isEqualTo("look");
        assertThat(plan.asOf()).isEqualTo(Instant.parse("2026-07-31T00:00:00Z"));
        assertThat(renewed(said.asOf(NOW), later).asOf()).isEqualTo(NOW);
        assertThat(renewed(plan, later)).isEqualTo(plan);
        assertThat(renewed(said, new CustomerData(later.profiles(), List.of())).definitions())
                .extracting(FeatureDefinition::name)
                .containsExactly("age_years", "region", "frequency", "note");
    }

    @Test
    void whereNobodyChoseAllGoesByTheData() {
        var before = new CustomerData(people(), List.of(events("('1', timestamp '2026-06-30', 'look', 2.0)")));
        var standard = FeaturePlan.standard(engine, before, Moment.utc(NOW), Progress.NONE);
        assertThat(standard.of(standard.definitions().reversed())
                        .chosenFrom(standard)
                        .leftOut())
                .isEmpty();
        var bought = events("('1', timestamp '2026-07-30', 'purchase', 9.0)");
        var later = new CustomerData(before.profiles(), List.of(bought));
        assertThat(renewed(standard, later))
                .isEqualTo(FeaturePlan.standard(engine, later, Moment.utc(NOW), Progress.NONE));
    }
}
