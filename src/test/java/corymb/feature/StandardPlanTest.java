package corymb.feature;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.rule.Moment;
import corymb.sql.DuckDbEngine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
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
}
