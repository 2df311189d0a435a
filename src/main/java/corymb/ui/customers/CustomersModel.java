package corymb.ui.customers;

import corymb.chart.Numbers;
import corymb.identity.Customers;
import corymb.importing.Role;
import corymb.project.History;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.RowSource;
import corymb.ui.kit.Texts;
import corymb.ui.session.QueryRows;
import corymb.ui.session.Session;
import corymb.work.JobRunner;
import corymb.work.Outcome;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;

/** What the page of customers shows and can do. */
public final class CustomersModel {
    /** How far the person has come. */
    public enum Stage {
        NO_SOURCES,
        READY,
        BUILT
    }

    private final Session session;
    private final Navigator navigator;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.NO_SOURCES);
    private final ReadOnlyObjectWrapper<Optional<Made<Customers>>> built =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Overview>> overview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Part> part = new ReadOnlyObjectWrapper<>(new Part.All());
    private final ReadOnlyObjectWrapper<Optional<RowSource>> rows = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Person>> person = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> ended = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ChangeListener<History> changed = (_, _, _) -> show();
    private Optional<JobRunner.Running> job = Optional.empty();
    private String wanted = "";

    public CustomersModel(Session session, Navigator navigator) {
        this.session = session;
        this.navigator = navigator;
        session.historyProperty().addListener(new WeakChangeListener<>(changed));
        show();
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Made<Customers>>> builtProperty() {
        return built.getReadOnlyProperty();
    }

    /** How the customers spread over the sources. */
    ReadOnlyObjectProperty<Optional<Overview>> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /** Which customers the table shows. */
    public ReadOnlyObjectProperty<Part> partProperty() {
        return part.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<RowSource>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The customer that is looked at. */
    public ReadOnlyObjectProperty<Optional<Person>> personProperty() {
        return person.getReadOnlyProperty();
    }

    /** How the last thing the person asked for ended. */
    public ReadOnlyObjectProperty<Outcome<?>> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether sources have changed since the profiles were built. */
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Builds the profiles from all sources; while that is under way, stops it. */
    public void buildOrStop() {
        if (running.get()) {
            job.ifPresent(JobRunner.Running::cancel);
            return;
        }
        running.set(true);
        job = Optional.of(session.take(Texts.of("customers.building"), Journey::resolveCustomers, outcome -> {
            running.set(false);
            ended.set(outcome);
        }));
    }

    public void goToSources() {
        navigator.go("sources");
    }

    /** Shows these customers in the table. */
    public void show(Part wantedPart) {
        part.set(wantedPart);
        built.get()
                .map(Made::value)
                .ifPresent(customers -> session.<RowSource>read(
                        Texts.of("customers.reading"),
                        (file, progress) -> QueryRows.of(file.engine(), wantedPart.query(customers), progress),
                        outcome -> {
                            if (outcome instanceof Outcome.Done<RowSource>(var found)) {
                                if (part.get().equals(wantedPart)) {
                                    rows.set(Optional.of(found));
                                }
                            } else {
                                ended.set(outcome);
                            }
                        }));
    }

    /** Looks at the customer of that id. */
    public void open(String id) {
        wanted = id;
        var project = session.project();
        session.read(
                Texts.of("customers.readingOne"),
                (file, progress) -> Person.read(file.engine(), project, id, progress),
                outcome -> {
                    if (outcome instanceof Outcome.Done<Person>(var found)) {
                        if (wanted.equals(id)) {
                            person.set(Optional.of(found));
                        }
                    } else {
                        ended.set(outcome);
                    }
                });
    }

    private void show() {
        var project = session.project();
        var newest = project.customers();
        stale.set(newest.map(made -> session.staleProperty().get().contains(made.id()))
                .orElse(false));
        boolean isNew = !newest.map(Made::id).equals(built.get().map(Made::id));
        built.set(newest);
        state.set(newest.map(this::stateOf).orElseGet(() -> Texts.of("customers.none")));
        boolean hasSources = !project.sources(Role.CUSTOMERS).isEmpty()
                || !project.sources(Role.EVENTS).isEmpty();
        stage.set(newest.isPresent() ? Stage.BUILT : hasSources ? Stage.READY : Stage.NO_SOURCES);
        if (isNew) {
            person.set(Optional.empty());
            rows.set(Optional.empty());
            overview.set(Optional.empty());
            newest.map(Made::value).ifPresent(this::summarise);
            show(new Part.All());
        }
    }

    private void summarise(Customers customers) {
        session.read(
                Texts.of("customers.reading"),
                (file, progress) -> Overview.read(file.engine(), customers, progress),
                outcome -> {
                    if (outcome instanceof Outcome.Done<Overview>(var found)) {
                        overview.set(Optional.of(found));
                    } else {
                        ended.set(outcome);
                    }
                });
    }

    private String stateOf(Made<Customers> made) {
        var numbers = Numbers.local();
        return Texts.of(
                "customers.state",
                numbers.count(made.value().customers()),
                numbers.count(made.value().records()),
                numbers.ago(made.at(), session.clock().instant(), ZoneId.systemDefault()));
    }
}
