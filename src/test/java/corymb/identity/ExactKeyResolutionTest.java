package corymb.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.sql.DuckDbEngine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Failure;
import corymb.work.JobProgress;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExactKeyResolutionTest {
    private final DuckDbEngine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private Relation relation(String name, String values) {
        return engine.create(name, Sql.of("select * from (values " + values), Progress.NONE);
    }

    private PersonSource crm() {
        return new PersonSource(
                "CRM",
                relation(
                        "crm",
                        "('2', 'ann@x.org', 'Ann', null, 3), ('1', 'bob@x.org', 'Bob', 'Ulm', 4), ('2', null, 'Anna', 'Bonn', 5))"
                                + " t(id, email, given_name, City, orders)"));
    }

    private PersonSource shop() {
        return new PersonSource(
                "Shop",
                relation(
                        "shop",
                        "(' ANN@x.org ', 'Köln', 1.5), ('New@x.org', 'Trier', 2.5), (null, 'Mainz', null)) t(email, city, orders)"));
    }

    private Customers resolve(List<PersonSource> people, Relation... activity) {
        return ExactKeyResolution.run(
                engine, new ExactKeyPlan(people, List.of(activity)), "customers_1", Progress.NONE);
    }

    private Table rows(Relation relation) {
        return engine.table(Sql.of("select * from " + relation.quoted()), Progress.NONE);
    }

    private static List<String> texts(Table table, String column) {
        var texts = new ArrayList<String>();
        for (int row = 0; row < table.rowCount(); row++) {
            texts.add(table.text(row, column));
        }
        return texts;
    }

    @Test
    void recordsWithOneIdAreOneCustomerWithTheFirstValueThatIsThere() {
        var profiles = rows(resolve(List.of(crm())).profiles());
        assertThat(texts(profiles, "customer_id")).containsExactly("1", "2");
        assertThat(texts(profiles, "given_name")).containsExactly("Bob", "Ann");
        assertThat(texts(profiles, "City")).containsExactly("Ulm", "Bonn");
        assertThat(texts(profiles, "records")).containsExactly("1", "2");
    }

    @Test
    void aRecordWithoutIdJoinsTheCustomerWithItsEmailOrBecomesOne() {
        var customers = resolve(List.of(crm(), shop()));
        var profiles = rows(customers.profiles());
        assertThat(texts(profiles, "customer_id")).containsExactly("1", "2", "Shop#3", "new@x.org");
        assertThat(texts(profiles, "sources")).containsExactly("CRM", "CRM, Shop", "Shop", "Shop");
        assertThat(texts(profiles, "orders")).containsExactly("4", "3", "", "2.5");
        assertThat(customers.records()).isEqualTo(6);
        assertThat(customers.customers()).isEqualTo(4);
        assertThat(customers.joinedByEmail()).isEqualTo(1);
        var joined = engine.table(ExactKeyResolution.joinedByEmail(customers.plan()), Progress.NONE);
        assertThat(texts(joined, "customer_id")).containsExactly("2");
    }

    @Test
    void ofSeveralCustomersWithTheEmailTheSmallestIdIsJoined() {
        var first = new PersonSource("a", relation("a", "('9', 'x@x.org'), ('10', 'X@x.org')) t(id, email)"));
        var second = new PersonSource("b", relation("b", "('x@x.org')) t(email)"));
        assertThat(texts(rows(resolve(List.of(first, second)).profiles()), "records"))
                .as("customers 10 and 9, in the order of texts")
                .containsExactly("2", "1");
    }

    @Test
    void whoIsKnownOnlyFromEventsGetsAProfileWithoutAttributes() {
        var customers = resolve(List.of(crm()), relation("events", "('1'), ('7'), ('7'), (null)) t(customer_id)"));
        assertThat(texts(rows(customers.profiles()), "customer_id")).containsExactly("1", "2", "7");
        assertThat(texts(rows(customers.profiles()), "given_name")).containsExactly("Bob", "Ann", "");
        assertThat(customers.withoutProfile()).isEqualTo(1);
    }

    @Test
    void eventsAloneMakeCustomersToo() {
        var customers = resolve(List.of(), relation("events", "('1'), ('7')) t(customer_id)"));
        assertThat(customers.profiles().schema().names()).containsExactly("customer_id", "sources", "records");
        assertThat(customers.customers()).isEqualTo(2);
        assertThat(customers.origins().rows()).isZero();
    }

    @Test
    void originsAddUpToTheRecords() {
        var customers = resolve(List.of(crm(), shop()));
        assertThat(texts(rows(customers.origins()), "source")).containsExactly("CRM", "CRM", "Shop", "Shop", "Shop");
        assertThat(engine.number(Sql.of("select sum(records) from customers_1_origins"), Progress.NONE))
                .isEqualTo(6);
    }

    @Test
    void knownFieldsComeFirstAndTakenNamesStepAside() {
        var source = new PersonSource(
                "a", relation("a", "('1', 'gold', 2, 'a@x.org', 'k')) t(id, tier, records, email, customer_id)"));
        assertThat(resolve(List.of(source)).profiles().schema().names())
                .containsExactly(
                        "customer_id",
                        "email",
                        "tier",
                        "records_attribute",
                        "customer_id_attribute",
                        "sources",
                        "records");
    }

    @Test
    void nobodyAtAllIsAProblemAndLeavesNothingBehind() {
        var empty = new PersonSource("a", engine.create("a", Sql.of("select '' as id where false"), Progress.NONE));
        assertThatThrownBy(() -> resolve(List.of())).isInstanceOf(Failure.class).hasMessageContaining("no customers");
        assertThatThrownBy(() -> resolve(List.of(empty))).isInstanceOf(Failure.class);
        assertThat(engine.has("customers_1_profiles")).isFalse();
        assertThat(engine.has("customers_1_records")).isFalse();
    }

    @Test
    void progressNeverGoesBackAndEndsAtOne() {
        var seen = new ArrayList<Double>();
        var progress = new Progress() {
            @Override
            public void report(double fraction, String step) {
                seen.add(fraction);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }

            @Override
            public Registration whenCancelled(Runnable action) {
                return () -> {};
            }
        };
        ExactKeyResolution.run(engine, new ExactKeyPlan(List.of(crm()), List.of()), "c", progress);
        assertThat(seen).isSorted().endsWith(1.0);
    }

    @Test
    void aCancelledResolutionStops() {
        var progress = new JobProgress((_, _) -> {});
        progress.cancel();
        var plan = new ExactKeyPlan(List.of(crm()), List.of());
        assertThatThrownBy(() -> ExactKeyResolution.run(engine, plan, "c", progress))
                .isInstanceOf(CancellationException.class);
    }
}
