package corymb.ui.experiments;

import corymb.experiment.Peek;
import corymb.experiment.SimulatedMetric;
import corymb.experiment.Simulation;
import corymb.experiment.SimulationPlan;
import corymb.experiment.SimulationPlan.Design;
import corymb.experiment.Study;
import corymb.feature.FeatureSummary;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.Project;
import corymb.stats.Seed;
import corymb.stats.Share;
import corymb.table.ColumnType;
import corymb.ui.kit.NamedRows;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Typed;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.Session;
import corymb.work.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A test that is tried many times on the customers of a segment before anybody sees it. */
public final class SimulateTestModel {
    /** What is measured, and where its values come from. */
    enum Measure {
        GIVEN_RATE,
        FEATURE_RATE,
        FEATURE_VALUE
    }

    final StringProperty name = new SimpleStringProperty(Texts.of("experiments.myTest"));
    final ObservableList<String> segments = FXCollections.observableArrayList();
    final ObservableList<String> features = FXCollections.observableArrayList();
    final ObjectProperty<String> segment = new SimpleObjectProperty<>("");
    final ObjectProperty<String> feature = new SimpleObjectProperty<>("");
    final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.GIVEN_RATE);
    final StringProperty rate = new SimpleStringProperty("10");
    final EffectInput effect = new EffectInput("2");
    final StringProperty days = new SimpleStringProperty("14");
    final ObjectProperty<Peek> peek = new SimpleObjectProperty<>(Peek.NEVER);
    final StringProperty runs = new SimpleStringProperty("2000");
    final StringProperty confidence = new SimpleStringProperty("95");
    final StringProperty enrolled = new SimpleStringProperty("100");
    final StringProperty seed = new SimpleStringProperty("1");
    final ObjectProperty<Optional<Study.SimulatedTest>> result = new SimpleObjectProperty<>(Optional.empty());

    private final Session session;
    private final PeopleModel people;
    private final ReadOnlyObjectWrapper<Optional<NamedRows>> behind = new ReadOnlyObjectWrapper<>(Optional.empty());

    SimulateTestModel(Session session) {
        this.session = session;
        this.people = new PeopleModel(session);
        result.subscribe(_ -> close());
    }

    /** The customers behind the number that was opened. */
    PeopleModel people() {
        return people;
    }

    /** The rows behind the number that was opened. */
    ReadOnlyObjectProperty<Optional<NamedRows>> behindProperty() {
        return behind.getReadOnlyProperty();
    }

    private void close() {
        people.clear();
        behind.set(Optional.empty());
    }

    /** Opens the days behind the number of tests that find the change. */
    void openFound() {
        open(SimulationTables::found);
    }

    /** Opens the days behind the number of false alarms. */
    void openAlarms() {
        open(SimulationTables::alarms);
    }

    private void open(Function<Simulation, NamedRows> rows) {
        close();
        behind.set(result.get().map(Study.SimulatedTest::simulation).map(rows));
    }

    /** Opens the customers whom the simulated tests draw from. */
    void openPeople() {
        close();
        result.get()
                .map(study -> study.simulation().plan())
                .flatMap(new Participants(session.project())::of)
                .ifPresent(people::show);
    }

    /** Whether a rate is measured, which changes in percentage points. */
    ObservableValue<Boolean> isRateProperty() {
        return measure.map(chosen -> chosen != Measure.FEATURE_VALUE);
    }

    boolean isRate() {
        return isRateProperty().getValue();
    }

    /** Offers what a project has; a result that was undone goes. */
    void offer(Project project) {
        update(
                segments,
                segment,
                project.segments().stream().map(made -> made.value().name()).toList());
        update(
                features,
                feature,
                project.features().stream()
                        .flatMap(made -> made.value().summaries().stream())
                        .filter(summary -> summary.type().isNumeric() || summary.type() == ColumnType.BOOLEAN)
                        .map(FeatureSummary::name)
                        .toList());
        if (result.get().isPresent()
                && project.studies().stream()
                        .map(Made::value)
                        .noneMatch(result.get().get()::equals)) {
            result.set(Optional.empty());
        }
    }

    private static void update(ObservableList<String> offered, ObjectProperty<String> chosen, List<String> now) {
        if (!offered.equals(now)) {
            var before = chosen.get();
            offered.setAll(now);
            chosen.set(now.contains(before) || now.isEmpty() ? before : now.getFirst());
        }
    }

    /** The step that simulates. */
    Journey.Step step() {
        var plan = plan();
        var test = Named.required(name.get());
        return (journey, progress) -> journey.experiments().simulate(test, plan, progress);
    }

    private SimulationPlan plan() {
        if (!segments.contains(segment.get())) {
            throw new Problem(Texts.of("experiments.noSegment"), "", Texts.of("experiments.chooseSegment")).asFailure();
        }
        return new SimulationPlan(
                segment.get(),
                metric(),
                effect.effect(isRate()),
                design(),
                new Seed(Typed.whole(seed.get(), Texts.of("experiments.seed"))));
    }

    private SimulatedMetric metric() {
        return switch (measure.get()) {
            case GIVEN_RATE ->
                new SimulatedMetric.GivenConversion(Typed.percent(rate.get(), Texts.of("experiments.baseline")));
            case FEATURE_RATE -> new SimulatedMetric.Conversion(feature.get());
            case FEATURE_VALUE -> new SimulatedMetric.Value(feature.get());
        };
    }

    private Design design() {
        double part = Typed.percent(enrolled.get(), Texts.of("experiments.enrolled"));
        if (!(part > 0 && part <= 1)) {
            throw new Problem(Texts.of("experiments.notPart"), "", Texts.of("experiments.givePart")).asFailure();
        }
        return new Design(
                Typed.whole(days.get(), Texts.of("experiments.days")),
                Typed.whole(runs.get(), Texts.of("experiments.runs")),
                peek.get(),
                Typed.significance(confidence.get(), Texts.of("experiments.confidence")),
                new Share(part));
    }

    /** Shows a simulation that was kept. */
    void show(Study.SimulatedTest kept) {
        var plan = kept.simulation().plan();
        var design = plan.design();
        name.set(kept.name());
        segment.set(plan.segment());
        switch (plan.metric()) {
            case SimulatedMetric.GivenConversion(double given) -> {
                measure.set(Measure.GIVEN_RATE);
                rate.set(Words.typed(given * 100));
            }
            case SimulatedMetric.Conversion(var of) -> {
                measure.set(Measure.FEATURE_RATE);
                feature.set(of);
            }
            case SimulatedMetric.Value(var of) -> {
                measure.set(Measure.FEATURE_VALUE);
                feature.set(of);
            }
        }
        effect.show(plan.effect(), isRate());
        days.set(String.valueOf(design.days()));
        runs.set(String.valueOf(design.runs()));
        peek.set(design.peek());
        confidence.set(Words.typed((1 - design.alpha()) * 100));
        enrolled.set(Words.typed(design.enrolled().percent()));
        seed.set(String.valueOf(plan.seed().value()));
        result.set(Optional.of(kept));
    }
}
