package corymb.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.rule.Rule;
import corymb.sql.Sql;
import corymb.work.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People whom no rule describes become a segment as a list of them. */
class PeopleModelTest {
    @TempDir
    private Path folder;

    private Session session;
    private PeopleModel model;

    @BeforeEach
    void open() {
        session = TestedProject.session(folder, 60);
        model = new PeopleModel(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private Sql customers(String which) {
        var features = session.project().features().orElseThrow().value().table();
        return Sql.of("select customer_id, 1 as one from " + features.quoted() + which);
    }

    @Test
    void thePeopleOfRowsBecomeAListOfEachOnce() {
        var some = customers(" order by customer_id limit 20");
        var twice = Sql.of("(").then(some).then(") union all (").then(some).then(")");
        model.show(People.listed("Twenty", twice));

        model.makeSegment("Twenty", made -> assertThat(made.count()).isEqualTo(20));

        var plan = session.project().segment("Twenty").orElseThrow().value().plan();
        assertThat(plan.rule())
                .isInstanceOfSatisfying(
                        Rule.OneOf.class,
                        list -> assertThat(list.values()).hasSize(20).doesNotHaveDuplicates());
        assertThat(session.explain(session.project().segment("Twenty"))).isPresent();
    }

    @Test
    void ofNobodyThereIsNoSegment() {
        model.show(People.listed("Nobody", customers(" where false")));

        model.makeSegment("Nobody", _ -> {});

        assertThat(model.endedProperty().get())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.problem().what()).startsWith("There is nobody"));
        assertThat(session.project().segment("Nobody")).isEmpty();
    }

    @Test
    void aListOfTooManyIsRefusedInWords() {
        model.show(People.listed(
                "All the world", Sql.of("select cast(i as varchar) as customer_id from range(60000) as t(i)")));

        model.makeSegment("All the world", _ -> {});

        assertThat(model.endedProperty().get())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.problem().line()).contains("50,000"));
    }
}
