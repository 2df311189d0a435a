package corymb.ui.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.experiment.Peek;
import corymb.experiment.Study;
import corymb.project.Made;
import corymb.ui.experiments.ExperimentsModel.Tab;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import corymb.ui.session.TestedProject;
import corymb.work.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentsModelTest {
    @TempDir
    private static Path folder;

    private static Session session;

    private ExperimentsModel model;

    @BeforeAll
    static void open() {
        session = TestedProject.session(folder, 400);
    }

    @BeforeEach
    void look() {
        model = new ExperimentsModel(session, _ -> {});
    }

    @AfterAll
    static void close() {
        session.close();
    }

    private Study newest() {
        return session.project().studies().stream().map(Made::value).toList().getLast();
    }

    @Test
    void aPlanIsKeptAndOpensAgain() {
        model.plan().name.set("Button");
        model.plan().baseline.set("20");
        model.run();
        assertThat(newest()).isInstanceOf(Study.PlannedTest.class);
        model.plan().baseline.set("30");
        model.tabProperty().set(Tab.ANALYSE);
        model.open("Planned", "Button");
        assertThat(model.plan().baseline.get()).isEqualTo("20");
        assertThat(model.tabProperty().get()).isEqualTo(Tab.PLAN);
    }

    @Test
    void aTestIsTriedOnASegmentAndGoesWhenItIsUndone() {
        model.tabProperty().set(Tab.SIMULATE);
        var simulation = model.simulation();
        assertThat(simulation.segments).containsExactly("Everybody");
        simulation.name.set("Tried");
        simulation.effect.size().set("10");
        simulation.runs.set("200");
        simulation.peek.set(Peek.DAILY);
        model.run();
        var shown = simulation.result.get().orElseThrow().simulation();
        assertThat(shown.crowd().members())
                .isEqualTo(session.project()
                        .segment("Everybody")
                        .orElseThrow()
                        .value()
                        .count());
        assertThat(shown.plan().design().peek()).isEqualTo(Peek.DAILY);
        session.undo(_ -> {});
        assertThat(simulation.result.get()).isEmpty();
    }

    @Test
    void theNumbersOfASimulationOpenTheDaysAndThePeopleBehindThem() {
        model.tabProperty().set(Tab.SIMULATE);
        var simulation = model.simulation();
        simulation.name.set("Opened");
        simulation.runs.set("200");
        simulation.days.set("7");
        model.run();
        var shown = simulation.result.get().orElseThrow().simulation();

        simulation.openFound();
        var found = simulation.behindProperty().get().orElseThrow().rows();
        assertThat(found.rows()).isEqualTo(7);
        assertThat(found.page(6, 1).numbers("Read once, %").get(0))
                .isCloseTo(shown.power().value() * 100, within(0.005));
        simulation.openAlarms();
        var alarms = simulation.behindProperty().get().orElseThrow().rows();
        assertThat(alarms.page(6, 1).numbers("Read once, %").get(0))
                .isCloseTo(shown.falsePositiveRate().value() * 100, within(0.005));

        simulation.openPeople();
        assertThat(simulation.behindProperty().get()).isEmpty();
        assertThat(simulation.people().rowsProperty().get().orElseThrow().rows())
                .isEqualTo(shown.crowd().enrolled());
    }

    @Test
    void thoseOfAMetricThatIsNotKnownOfAllAreThoseOfWhomItIs() {
        model.tabProperty().set(Tab.SIMULATE);
        var simulation = model.simulation();
        simulation.name.set("Known");
        simulation.measure.set(SimulateTestModel.Measure.FEATURE_VALUE);
        simulation.feature.set("recency_days");
        simulation.effect.unit().set(EffectInput.Unit.RELATIVE);
        simulation.effect.size().set("50");
        simulation.runs.set("200");
        model.run();
        var crowd = simulation.result.get().orElseThrow().simulation().crowd();
        assertThat(crowd.missing()).isPositive();
        simulation.openPeople();
        assertThat(simulation.people().rowsProperty().get().orElseThrow().rows())
                .isEqualTo(crowd.members() - crowd.missing());
        var told = new ArrayList<Long>();
        simulation.people().makeSegment("Has bought", segment -> told.add(segment.count()));
        assertThat(told).containsExactly(crowd.members() - crowd.missing());
        session.undo(_ -> {});
    }

    @Test
    void chartsSayHowTheirOwnTestWasMade() {
        model.plan().name.set("Explained");
        model.plan().baseline.set("12");
        model.plan().effect.size().set("3");
        assertThat(model.explainPlan().orElseThrow().command().orElseThrow())
                .contains("--baseline 0.12", "--effect=0.03");
        model.plan().baseline.set("none");
        assertThat(model.explainPlan()).isEmpty();

        model.tabProperty().set(Tab.ANALYSE);
        model.run();
        var analysed = model.analysis().result.get();
        assertThat(model.explain(analysed).orElseThrow().title()).isEqualTo("Analysed test homepage_hero");
        assertThat(model.explain(Optional.empty())).isEmpty();
    }

    @Test
    void aFeaturesValueCanBeTheMetric() {
        model.tabProperty().set(Tab.SIMULATE);
        var simulation = model.simulation();
        simulation.name.set("Spend");
        simulation.measure.set(SimulateTestModel.Measure.FEATURE_VALUE);
        simulation.feature.set("monetary");
        simulation.effect.unit().set(EffectInput.Unit.RELATIVE);
        simulation.effect.size().set("50");
        simulation.runs.set("200");
        model.run();
        assertThat(model.outcomeProperty().get().orElseThrow()).isInstanceOf(Outcome.Done.class);
        var shown = simulation.result.get().orElseThrow().simulation();
        assertThat(shown.lift().truth()).isCloseTo(shown.crowd().baseline() / 2, within(1e-9));
    }

    @Test
    void aTestThatRanIsRead() {
        model.tabProperty().set(Tab.ANALYSE);
        assertThat(model.analysis().experiments).containsExactly("homepage_hero");
        model.run();
        var shown = model.analysis().result.get().orElseThrow().analysis();
        assertThat(AnalysisTables.metrics(shown)).containsExactly("converted", "revenue");
        assertThat(AnalysisTables.comparisons(shown).rowCount()).isEqualTo(2);
        assertThat(AnalysisTables.variants(shown).text(0, "Variant")).isEqualTo("control");
        for (var variant : shown.variants()) {
            model.analysis().openVariant(variant.name());
            assertThat(model.analysis()
                            .people()
                            .rowsProperty()
                            .get()
                            .orElseThrow()
                            .rows())
                    .isEqualTo(variant.customers());
        }
        var told = new ArrayList<Long>();
        model.analysis().people().makeSegment("Saw the last", segment -> told.add(segment.count()));
        assertThat(told).containsExactly(shown.variants().getLast().customers());
        assertThat(session.project()
                        .segment("Saw the last")
                        .orElseThrow()
                        .value()
                        .plan()
                        .ruleText())
                .startsWith("customer_id in (");
        session.undo(_ -> {});
        assertThat(AnalysisTables.chances(shown)).allMatch(words -> words.contains("truly above"));
    }

    @Test
    void whatCannotBeReadIsToldInPlace() {
        model.tabProperty().set(Tab.ANALYSE);
        model.analysis().control.set("nobody");
        model.run();
        assertThat(model.outcomeProperty().get().orElseThrow())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.problem().what()).contains("nobody"));
        model.analysis().weights.set("control zero");
        model.run();
        assertThat(model.outcomeProperty().get().orElseThrow())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.problem().what()).contains("not a number"));
    }

    @Test
    void aProjectWithoutAnythingOffersNothing(@TempDir Path other) {
        var empty = new Session(new DirectJobRunner(), SampleProject.CLOCK);
        empty.show(SampleProject.empty(other));
        var nothing = new ExperimentsModel(empty, _ -> {});
        assertThat(nothing.simulation().segments).isEmpty();
        assertThat(nothing.analysis().experiments).isEmpty();
        nothing.tabProperty().set(Tab.SIMULATE);
        nothing.run();
        assertThat(nothing.outcomeProperty().get().orElseThrow()).isInstanceOf(Outcome.Failed.class);
        empty.close();
    }
}
