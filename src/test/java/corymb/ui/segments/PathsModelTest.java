package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.chart.ChartSpec;
import corymb.chart.CohortCharts;
import corymb.chart.CohortCharts.Telling;
import corymb.chart.FunnelCharts;
import corymb.path.Breakdown;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.ProjectFile;
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

    private FunnelModel counted() {
        var model = new FunnelModel(session);
        model.breakdownProperty().set(new Breakdown.ByField("country"));
        model.count(List.of(events("\"view\""), events("\"cart\""), events("\"purchase\"")), EVERYBODY);
        return model;
    }

    @Test
    void everyBarOpensItsPeopleAndTheyBecomeASegment() {
        var model = counted();
        var funnel = model.countedProperty().get().orElseThrow().funnel();
        for (int step = 1; step <= 3; step++) {
            model.open(step, false);
            assertThat(shown(model.people())).isEqualTo(funnel.reached().get(step - 1));
        }
        model.open(2, true);
        assertThat(shown(model.people())).isEqualTo(funnel.left(1)).isPositive();
        model.people().makeSegment("Left a cart", _ -> {});
        assertThat(session.project()
                        .segment("Left a cart")
                        .map(Made::value)
                        .orElseThrow()
                        .count())
                .isEqualTo(funnel.left(1));
        assertThat(model.countedProperty().get())
                .as("a new segment changes nothing counted")
                .isPresent();
        session.undo(_ -> {});
        assertThat(session.project().segment("Left a cart")).isEmpty();
    }

    @Test
    void everyCellOfPartsAndEveryWayOutOpensItsPeople() {
        var model = counted();
        var counted = model.countedProperty().get().orElseThrow();
        var map = (ChartSpec.HeatMap) FunnelCharts.parts(counted.funnel());
        var key = new ChartSpec.Cell(
                        map.rows().getFirst(), map.values().columnNames().getLast())
                .key();
        model.openPart(key);
        assertThat(shown(model.people()))
                .isEqualTo(counted.funnel().parts().getFirst().reached().getLast());
        var left = counted.leaving().getFirst();
        model.openNext(left.step(), left.next().getFirst().type());
        assertThat(shown(model.people())).isEqualTo(left.next().getFirst().people());
    }

    @Test
    void forgetsWhatAChangedSegmentWasAskedFor() {
        var model = counted();
        model.open(1, false);
        model.people().makeSegment("Viewers", _ -> {});
        var ofViewers = new PathScope.Asked(Optional.of("Viewers"), Optional.empty());
        model.count(List.of(events("\"view\""), events("\"cart\"")), ofViewers);
        model.forgetStale();
        assertThat(model.countedProperty().get()).as("nothing has changed").isPresent();
        session.undo(_ -> {});
        model.forgetStale();
        assertThat(model.countedProperty().get()).isEmpty();
    }

    @Test
    void saysWhatIsMissing() {
        var model = new FunnelModel(session);
        model.count(List.of(events("\"view\""), Optional.empty()), EVERYBODY);
        assertThat(model.outcomeProperty().get()).isInstanceOf(Outcome.Failed.class);
        model.countProperty().set("soon");
        model.count(List.of(events("\"view\""), events("\"cart\"")), EVERYBODY);
        assertThat(model.outcomeProperty().get()).isInstanceOf(Outcome.Failed.class);
        assertThat(model.countedProperty().get()).isEmpty();
        assertThat(model.usual())
                .as("steps to fill in where nobody counted the types")
                .containsExactly("", "");
    }

    @Test
    void everyCellOfCohortsOpensItsPeople() {
        var model = new CohortsModel(session);
        model.columnProperty().set(Optional.of("value"));
        model.count(events("\"purchase\""), events("\"purchase\""), EVERYBODY);
        var cohorts = model.cohortsProperty().get().orElseThrow();
        var cohort = cohorts.cohorts().getFirst();
        model.open(new ChartSpec.Cell(CohortCharts.name(cohorts, cohort), "1").key());
        assertThat(shown(model.people()))
                .isEqualTo(cohort.cells().get(1).people())
                .isPositive();
        model.people().makeSegment("Back after a month", _ -> {});
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
        model.count(events("\"purchase\""), events("\"purchase\""), EVERYBODY);
        var cohorts = model.cohortsProperty().get().orElseThrow();
        var shares = (ChartSpec.HeatMap) model.triangle().orElseThrow();
        assertThat(shares.values().columnNames())
                .as("all are there in the first month")
                .startsWith("1");
        var table = shares.table();
        assertThat(table.columns().getLast().isMissing(table.rowCount() - 1)).isTrue();
        model.tellingProperty().set(Telling.TOTAL_EACH);
        var totals = (ChartSpec.HeatMap) model.triangle().orElseThrow();
        assertThat(totals.values().get(0, 2))
                .isEqualTo(cohorts.cohorts().getFirst().totalEach(2));
        model.columnProperty().set(Optional.empty());
        model.count(events("\"purchase\""), events("\"view\""), EVERYBODY);
        assertThat(model.tellingProperty().get())
                .as("nothing is added up any more")
                .isEqualTo(Telling.SHARE);
    }
}
