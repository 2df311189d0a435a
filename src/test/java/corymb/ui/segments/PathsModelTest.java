package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.chart.ChartSpec;
import corymb.chart.CohortCharts;
import corymb.chart.CohortCharts.Telling;
import corymb.chart.FunnelCharts;
import corymb.chart.RuleWords;
import corymb.path.Breakdown;
import corymb.path.CohortPlan;
import corymb.path.Cohorts;
import corymb.path.FunnelPlan;
import corymb.path.Leaving.After;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.PathSteps.CountedFunnel;
import corymb.project.ProjectFile;
import corymb.project.SavedPlans;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Funnels and cohorts as the page asks for them. */
class PathsModelTest {
    private static final PathScope.Asked EVERYBODY = new PathScope.Asked(Optional.empty(), Optional.empty());

    @TempDir
    private Path folder;

    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);

    @BeforeEach
    void open() {
        ProjectFile file = SampleProject.create(folder, 300);
        new Journey(file, SampleProject.CLOCK).ensureFeatures(Progress.NONE);
        session.show(file);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static Optional<Rule> events(String text) {
        return Optional.of(RuleParser.parseEvents(text).require());
    }

    private static long shown(PeopleModel people) {
        return people.rowsProperty().get().orElseThrow().rows();
    }

    private static void count(FunnelModel model, PathScope.Asked asked, List<Optional<Rule>> steps) {
        model.plan(steps, asked).ifPresent(model::count);
    }

    private FunnelModel counted() {
        var model = new FunnelModel(session);
        model.breakdownProperty().set(new Breakdown.ByField("country"));
        count(model, EVERYBODY, List.of(events("\"view\""), events("\"cart\""), events("\"purchase\"")));
        return model;
    }

    private static CountedFunnel found(FunnelModel model) {
        return model.counting().countedProperty().get().orElseThrow();
    }

    private static Cohorts count(CohortsModel model, String back) {
        model.plan(events("\"purchase\""), events(back), EVERYBODY).ifPresent(model::count);
        return model.counting().countedProperty().get().orElseThrow();
    }

    @Test
    void everyBarOpensItsPeopleAndTheyBecomeASegment() {
        var model = counted();
        var funnel = found(model).funnel();
        for (int step = 1; step <= 3; step++) {
            model.open(step, false);
            assertThat(shown(model.counting().people()))
                    .isEqualTo(funnel.reached().get(step - 1));
        }
        model.open(2, true);
        assertThat(shown(model.counting().people())).isEqualTo(funnel.left(1)).isPositive();
        model.counting().people().makeSegment("Left a cart", _ -> {});
        assertThat(session.project()
                        .segment("Left a cart")
                        .map(Made::value)
                        .orElseThrow()
                        .count())
                .isEqualTo(funnel.left(1));
        assertThat(session.project()
                        .segment("Left a cart")
                        .flatMap(made -> made.value().plan().listed())
                        .orElseThrow()
                        .words())
                .as("a list keeps whom it was made of")
                .isEqualTo("Left after step 2 (cart), of view → cart → purchase, within 7 days, told apart by country");
        assertThat(RuleWords.of(session.project())
                        .of(session.project()
                                .segment("Left a cart")
                                .orElseThrow()
                                .value()
                                .plan()))
                .startsWith("customer id is one of ")
                .contains(": Left after step 2 (cart), of view");
        assertThat(model.counting().countedProperty().get())
                .as("a new segment changes nothing counted")
                .isPresent();
        session.undo(_ -> {});
        assertThat(session.project().segment("Left a cart")).isEmpty();
    }

    @Test
    void everyCellOfPartsAndEveryWayOutOpensItsPeople() {
        var model = counted();
        var counted = found(model);
        var map = (ChartSpec.HeatMap) FunnelCharts.parts(counted.funnel());
        var key = new ChartSpec.Cell(
                        map.rows().getFirst(), map.values().columnNames().getLast())
                .key();
        model.openPart(key);
        assertThat(shown(model.counting().people()))
                .isEqualTo(counted.funnel().parts().getFirst().reached().getLast());
        var left = counted.leaving().getFirst();
        model.openNext(left, new After.OfType(left.next().getFirst().type()));
        assertThat(shown(model.counting().people()))
                .isEqualTo(left.next().getFirst().people());
        model.openNext(left, new After.Nothing());
        assertThat(shown(model.counting().people())).isEqualTo(left.nothing()).isPositive();
        model.openNext(left, new After.NotYet());
        assertThat(shown(model.counting().people())).isEqualTo(left.notYet());
    }

    @Test
    void forgetsWhatAChangedSegmentWasAskedFor() {
        var model = counted();
        model.open(1, false);
        model.counting().people().makeSegment("Viewers", _ -> {});
        var ofViewers = new PathScope.Asked(Optional.of("Viewers"), Optional.empty());
        count(model, ofViewers, List.of(events("\"view\""), events("\"cart\"")));
        model.counting().forgetStale();
        assertThat(model.counting().countedProperty().get())
                .as("nothing has changed")
                .isPresent();
        session.undo(_ -> {});
        model.counting().forgetStale();
        assertThat(model.counting().countedProperty().get()).isEmpty();
    }

    @Test
    void saysWhatIsMissing() {
        var model = new FunnelModel(session);
        count(model, EVERYBODY, List.of(events("\"view\""), Optional.empty()));
        assertThat(model.counting().outcomeProperty().get()).isInstanceOf(Outcome.Failed.class);
        model.countProperty().set("soon");
        count(model, EVERYBODY, List.of(events("\"view\""), events("\"cart\"")));
        assertThat(model.counting().outcomeProperty().get()).isInstanceOf(Outcome.Failed.class);
        assertThat(model.counting().countedProperty().get()).isEmpty();
        assertThat(model.usual())
                .as("where nobody counted the types, those that features are about")
                .containsExactly("view", "cart", "purchase");
    }

    @Test
    void everyCellOfCohortsOpensItsPeople() {
        var model = new CohortsModel(session);
        model.columnProperty().set(Optional.of("value"));
        var cohorts = count(model, "\"purchase\"");
        var cohort = cohorts.cohorts().getFirst();
        model.open(new ChartSpec.Cell(CohortCharts.begins(cohorts, cohort), "1").key());
        assertThat(shown(model.counting().people()))
                .isEqualTo(cohort.cells().get(1).people())
                .isPositive();
        model.open(new ChartSpec.Cell(CohortCharts.begins(cohorts, cohort), "customers").key());
        assertThat(shown(model.counting().people())).as("the whole row").isEqualTo(cohort.size());
        model.open(new ChartSpec.Cell("all cohorts", "1").key());
        assertThat(shown(model.counting().people()))
                .as("behind the average are all for whom the period is over")
                .isEqualTo(cohorts.over(1).stream()
                        .mapToLong(each -> each.cells().get(1).people())
                        .sum())
                .isGreaterThan(cohort.cells().get(1).people());
        model.open(new ChartSpec.Cell(CohortCharts.begins(cohorts, cohort), "1").key());
        model.counting().people().makeSegment("Back after a month", _ -> {});
        assertThat(session.project()
                        .segment("Back after a month")
                        .map(Made::value)
                        .orElseThrow()
                        .count())
                .isEqualTo(cohort.cells().get(1).people());
    }

    @Test
    void theTriangleHasNoCellsThatHaveNotBegun() {
        var model = new CohortsModel(session);
        model.columnProperty().set(Optional.of("value"));
        var cohorts = count(model, "\"purchase\"");
        var shares = (ChartSpec.HeatMap) model.triangle().orElseThrow();
        assertThat(shares.values().columnNames())
                .as("all are there in the first month")
                .startsWith("customers", "1");
        var table = shares.table();
        assertThat(table.columns().getLast().isMissing(table.rowCount() - 1)).isTrue();
        model.tellingProperty().set(Telling.TOTAL_EACH);
        var totals = (ChartSpec.HeatMap) model.triangle().orElseThrow();
        assertThat(totals.rows()).startsWith("all cohorts");
        assertThat(totals.values().get(0, 3))
                .isEqualTo(cohorts.averageTotalEach(2).orElseThrow());
        assertThat(totals.values().get(1, 3))
                .isEqualTo(cohorts.cohorts().getFirst().totalEach(2));
        model.columnProperty().set(Optional.empty());
        count(model, "\"view\"");
        assertThat(model.tellingProperty().get())
                .as("nothing is added up any more")
                .isEqualTo(Telling.SHARE);
    }

    @Test
    void whatIsKeptIsOpenedRenamedForgottenAndUndone() {
        var paths = new PathsModel(session);
        var model = new FunnelModel(session);
        model.unitProperty().set(Optional.empty());
        var steps = List.of(events("\"view\""), events("\"cart\" where (value > 1 or device = \"pc\")"));
        var plan = model.plan(steps, EVERYBODY).orElseThrow();
        paths.save(" To a cart ", plan);
        var saved = paths.savedProperty().get().plans().getFirst();
        assertThat(saved.name()).isEqualTo("To a cart");
        assertThat(paths.isKept("To a cart", FunnelPlan.class)).isTrue();
        assertThat(paths.isKept("To a cart", CohortPlan.class)).isFalse();

        var other = new FunnelModel(session);
        other.fill(plan);
        assertThat(other.plan(steps, EVERYBODY)).contains(plan);

        paths.rename("To a cart", "Carts");
        assertThat(session.project().paths().find("Carts")).isPresent();
        paths.remove("Carts");
        assertThat(session.project().paths().plans()).isEmpty();
        session.undo(_ -> {});
        assertThat(paths.savedProperty().get().plans())
                .extracting(SavedPlans.Saved::name)
                .containsExactly("Carts");
    }

    @Test
    void whatNobodyWaitsForIsDropped() {
        var model = counted();
        var first = found(model).funnel().ways().name();
        assertThat(session.file().engine().has(first)).isTrue();
        model.count(found(model).funnel().plan());
        assertThat(session.file().engine().has(first)).isFalse();
        var second = found(model).funnel().ways().name();
        model.counting().clear();
        assertThat(session.file().engine().has(second)).isFalse();
        counted();
        session.close();
        assertThat(session.fileProperty().get()).isEmpty();
    }
}
