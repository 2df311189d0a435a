package corymb.ui.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.chart.ChartSpec;
import corymb.recommend.Method;
import corymb.recommend.RecommendationPlan;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Explanation;
import corymb.ui.kit.RowSource;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import corymb.ui.session.TestedProject;
import corymb.work.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecommendModelTest {
    @TempDir
    private static Path folder;

    private static Session session;

    private RecommendModel model;

    @BeforeAll
    static void open() {
        session = TestedProject.session(folder, 300);
    }

    @BeforeEach
    void look() {
        model = new RecommendModel(session, _ -> {});
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @Test
    void everyCustomerGetsAsManyItemsAsAskedForUnlessTheyBoughtTheRest() {
        model.inputs.top.set("3");
        model.compute();
        var made = model.result.get().orElseThrow().value();
        long customers = session.project().customers().orElseThrow().value().customers();
        assertThat(made.customers()).isEqualTo(customers);
        assertThat(model.shown.get().orElseThrow().rows().rows())
                .isEqualTo(made.table().rows())
                .isEqualTo(3 * customers);
    }

    @Test
    void theMostRecommendedItemOpensWithTheRowsBehindItsBar() {
        model.compute();
        var chart =
                (ChartSpec.RankedBars) model.shown.get().orElseThrow().most().orElseThrow();
        var first = chart.marks().getFirst();
        model.openItem(first.key());
        var page = model.item.get().orElseThrow();
        assertThat(page.title()).isEqualTo(first.label());
        assertThat((double) page.customers()).isEqualTo(first.value());
        assertThat(behind().rows()).isEqualTo(page.customers());
        assertThat(page.first()).hasSize((int) Math.min(12, page.customers()));
        model.openServed();
        assertThat(model.item.get()).isEmpty();
    }

    @Test
    void theServedAndThosePersonallyOpenAndBecomeASegment() {
        model.compute();
        var made = model.result.get().orElseThrow().value();
        model.openServed();
        assertThat(behind().rows()).isEqualTo(made.customers());
        model.openPersonal();
        assertThat(behind().rows()).isEqualTo(made.personal());
        var told = new ArrayList<Long>();
        model.people().makeSegment("Known tastes", segment -> told.add(segment.count()));
        assertThat(told).containsExactly(made.personal());
    }

    @Test
    void theItemsThatReachAnybodyOpenOneByOne() {
        model.compute();
        model.openItems();
        assertThat(model.items.get().orElseThrow().rows().rows())
                .isEqualTo(model.result.get().orElseThrow().value().recommendedItems());
        assertThat(model.people().shownProperty().get()).isEmpty();
    }

    private RowSource behind() {
        return model.people().rowsProperty().get().orElseThrow();
    }

    @Test
    void bothWaysAreMeasuredSideBySide() {
        model.evaluate();
        var chart = (ChartSpec.RankedBars) model.quality.get().orElseThrow().chart();
        assertThat(chart.marks()).hasSize(8).allMatch(mark -> mark.value() >= 0 && mark.value() <= 1);
        var explained = model.explainQuality().orElseThrow();
        assertThat(explained.command().orElseThrow()).isEqualTo("""
                        corymb recommend sample.corymb --method item-knn --top 5 --evaluate
                        corymb recommend sample.corymb --method popular --top 5 --evaluate""");
        assertThat(explained.facts()).extracting(Explanation.Fact::value).contains("item-knn", "popular");
    }

    @Test
    void whatIsTypedBecomesThePlanAndBack() {
        var plan = RecommendationPlan.standard(Method.POPULAR, 7);
        model.inputs.show(plan);
        assertThat(model.inputs.plan()).isEqualTo(plan);
    }

    @Test
    void whatIsNoPlanIsTold() {
        model.inputs.weights.set("purchase five");
        model.compute();
        assertThat(model.outcome.get().orElseThrow()).isInstanceOf(Outcome.Failed.class);
        model.inputs.weights.set("purchase 5");
        model.inputs.top.set("0");
        model.compute();
        assertThat(model.outcome.get().orElseThrow())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.problem().what()).contains("too small"));
    }

    @Test
    void undoneRecommendationsGo() {
        model.compute();
        var before = model.result.get();
        model.compute();
        session.undo(_ -> {});
        assertThat(model.result.get()).isEqualTo(before);
    }

    @Test
    void withoutCustomersThePageLeadsToTheStepThatIsMissing(@TempDir Path other) {
        var empty = new Session(new DirectJobRunner(), SampleProject.CLOCK);
        empty.show(SampleProject.empty(other));
        var went = new AtomicReference<>("");
        var nothing = new RecommendModel(empty, went::set);
        assertThat(nothing.ready.get()).isFalse();
        nothing.goToWhatIsMissing();
        assertThat(went.get()).isEqualTo("sources");
        empty.close();
    }
}
