package corymb.ui.experiments;

import corymb.chart.Numbers;
import corymb.experiment.Study;
import corymb.project.Change;
import corymb.project.History;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.Project;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.ui.kit.Explanation;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Texts;
import corymb.ui.session.Session;
import corymb.work.Failure;
import corymb.work.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The tests of a project: planning one, trying it, reading one that ran, and those that are kept. */
public final class ExperimentsModel {
    /** What a person can do here. */
    public enum Tab {
        PLAN,
        SIMULATE,
        ANALYSE
    }

    private final Session session;
    private final Navigator navigator;
    private final PlanTestModel plan = new PlanTestModel();
    private final SimulateTestModel simulation;
    private final AnalyseTestModel analysis;
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.PLAN);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Table> kept = new ReadOnlyObjectWrapper<>(new Table(List.of()));
    private final ReadOnlyObjectWrapper<Optional<Outcome<?>>> outcome = new ReadOnlyObjectWrapper<>(Optional.empty());

    public ExperimentsModel(Session session, Navigator navigator) {
        this.session = session;
        this.navigator = navigator;
        this.simulation = new SimulateTestModel(session);
        this.analysis = new AnalyseTestModel(session, ended -> outcome.set(Optional.of(ended)));
        session.historyProperty().addListener((_, _, _) -> changed());
        session.staleProperty().addListener((_, _, _) -> changed());
        changed();
    }

    PlanTestModel plan() {
        return plan;
    }

    SimulateTestModel simulation() {
        return simulation;
    }

    AnalyseTestModel analysis() {
        return analysis;
    }

    public ObjectProperty<Tab> tabProperty() {
        return tab;
    }

    /** Whether a test is being computed. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What the project has, in a line. */
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The tests that are kept, newest first. */
    public ReadOnlyObjectProperty<Table> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** How the last work ended. */
    public ReadOnlyObjectProperty<Optional<Outcome<?>>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Does what the open tab is for. */
    public void run() {
        try {
            switch (tab.get()) {
                case PLAN -> take(Texts.of("experiments.saving"), plan.step());
                case SIMULATE -> take(Texts.of("experiments.simulating"), simulation.step());
                case ANALYSE -> take(Texts.of("experiments.reading"), analysis.step());
            }
        } catch (Failure failure) {
            outcome.set(Optional.of(new Outcome.Failed<>(failure.problem())));
        }
    }

    private void take(String title, Journey.Step step) {
        running.set(true);
        session.take(title, step, this::ended);
    }

    private void ended(Outcome<History> result) {
        running.set(false);
        outcome.set(Optional.of(result));
        if (result instanceof Outcome.Done<History>(var history)
                && history.past().getLast().change() instanceof Change.ExperimentStudied(var made)) {
            open(made.value());
        }
    }

    /** Opens a kept test again, by what the table of kept tests says of it. */
    public void open(String kind, String name) {
        session.project().studies().stream()
                .map(Made::value)
                .filter(study -> study.name().equals(name) && Words.kind(study).equals(kind))
                .findFirst()
                .ifPresent(this::open);
    }

    private void open(Study study) {
        switch (study) {
            case Study.PlannedTest planned -> {
                plan.show(planned);
                tab.set(Tab.PLAN);
            }
            case Study.SimulatedTest simulated -> {
                simulation.show(simulated);
                tab.set(Tab.SIMULATE);
            }
            case Study.AnalysedTest analysed -> {
                analysis.show(analysed);
                tab.set(Tab.ANALYSE);
            }
        }
    }

    /** Whether what the shown study rests on has changed since. */
    boolean isStale(Optional<? extends Study> shown) {
        return shown.flatMap(this::kept)
                .map(made -> session.staleProperty().get().contains(made.id()))
                .orElse(false);
    }

    private Optional<Made<Study>> kept(Study study) {
        return session.project().studies().stream()
                .filter(made -> made.value().equals(study))
                .findFirst();
    }

    /** How the shown study came about. */
    Optional<Explanation> explain(Optional<? extends Study> shown) {
        return session.explain(shown.flatMap(this::kept));
    }

    /** How the answer to what is typed came about, whether it is kept or not. */
    Optional<Explanation> explainPlan() {
        return plan.size().map(size -> {
            var typed = new Study.PlannedTest(plan.name.get(), size);
            var made = kept(typed)
                    .orElseGet(() -> new Made<>(0, List.of(), session.clock().instant(), 0, typed));
            return session.explain(new Change.ExperimentStudied(made));
        });
    }

    public void goToSegments() {
        navigator.go("segments");
    }

    public void goToSources() {
        navigator.go("sources");
    }

    private void changed() {
        var project = session.project();
        simulation.offer(project);
        analysis.offer();
        state.set(state(project));
        kept.set(table(project.studies().reversed()));
    }

    private static String state(Project project) {
        if (project.studies().isEmpty()) {
            return Texts.of("experiments.stateNone");
        }
        return Texts.of(
                "experiments.state",
                count(project, Study.PlannedTest.class::isInstance),
                count(project, Study.SimulatedTest.class::isInstance),
                count(project, Study.AnalysedTest.class::isInstance));
    }

    private static String count(Project project, Predicate<Study> kind) {
        return Numbers.local()
                .count(project.studies().stream().map(Made::value).filter(kind).count());
    }

    private Table table(List<Made<Study>> studies) {
        return new Table(List.of(
                column("experiments.columnTest", studies, made -> made.value().name()),
                column("experiments.columnKind", studies, made -> Words.kind(made.value())),
                column("experiments.columnResult", studies, made -> Words.result(made.value())),
                column(
                        "experiments.columnState",
                        studies,
                        made -> Texts.of(
                                session.staleProperty().get().contains(made.id())
                                        ? "experiments.stale"
                                        : "experiments.upToDate")),
                new TimeColumn(
                        Texts.of("experiments.columnMade"),
                        ColumnType.TIMESTAMP,
                        studies.stream()
                                .mapToLong(made -> made.at().toEpochMilli() * 1_000)
                                .toArray())));
    }

    private static Column column(String key, List<Made<Study>> studies, Function<Made<Study>, String> text) {
        return new TextColumn(Texts.of(key), studies.stream().map(text).toList());
    }
}
