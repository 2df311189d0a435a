package corymb.ui.customers;

import corymb.chart.Numbers;
import corymb.identity.Customers;
import corymb.identity.PersonSource;
import corymb.importing.Role;
import corymb.project.Headings;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.Project;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.RowSource;
import corymb.ui.kit.Texts;
import corymb.ui.session.Newest;
import corymb.ui.session.QueryRows;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import corymb.work.Problem;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

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
    private final Newest<Customers> newest;
    private final ReadOnlyObjectWrapper<Optional<Overview>> overview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Part> part = new ReadOnlyObjectWrapper<>(new Part.All());
    private final ReadOnlyObjectWrapper<Optional<RowSource>> rows = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Person>> person = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private String wanted = "";

    public CustomersModel(Session session, Navigator navigator) {
        this.session = session;
        this.navigator = navigator;
        newest = new Newest<>(session, Project::customers);
        newest.follow(this::show);
    }

    /** The newest profiles. */
    public Newest<Customers> newest() {
        return newest;
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
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

    /** What the columns of the rows are called. */
    Headings headings() {
        return Headings.of(session.project());
    }

    /** The customer that is looked at. */
    public ReadOnlyObjectProperty<Optional<Person>> personProperty() {
        return person.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Builds the profiles from all sources; while that is under way, stops it. */
    public void buildOrStop() {
        if (newest.runningProperty().get()) {
            newest.stop();
        } else {
            newest.take(Texts.of("customers.building"), Journey::resolveCustomers);
        }
    }

    public void goToSources() {
        navigator.go("sources");
    }

    /** Shows these customers in the table. */
    public void show(Part wantedPart) {
        part.set(wantedPart);
        newest.value()
                .ifPresent(customers -> newest.read(
                        Texts.of("customers.reading"),
                        (file, progress) -> QueryRows.of(file.engine(), wantedPart.query(customers), progress),
                        found -> {
                            if (part.get().equals(wantedPart)) {
                                rows.set(Optional.of(found));
                            }
                        }));
    }

    /** Shows those whom records without a number joined, as far as the files they came from are still there. */
    public void showJoined() {
        var sources = session.project().data(Role.CUSTOMERS);
        boolean areThere = newest.value().stream()
                .flatMap(customers -> customers.plan().people().stream())
                .map(PersonSource::data)
                .allMatch(sources::contains);
        if (areThere) {
            show(new Part.JoinedByEmail());
        } else {
            newest.end(new Outcome.Failed<>(
                    new Problem(Texts.of("customers.sourcesGone"), "", Texts.of("customers.sourcesGoneRemedy"))));
        }
    }

    /** Looks at the customer of that id. */
    public void open(String id) {
        wanted = id;
        var project = session.project();
        newest.read(
                Texts.of("customers.readingOne"),
                (file, progress) -> Person.read(file.engine(), project, id, progress),
                found -> {
                    if (wanted.equals(id)) {
                        person.set(Optional.of(found));
                    }
                });
    }

    private void show(boolean isAnother) {
        var project = session.project();
        state.set(newest.madeProperty().get().map(this::stateOf).orElseGet(() -> Texts.of("customers.none")));
        boolean hasSources = !project.sources(Role.CUSTOMERS).isEmpty()
                || !project.sources(Role.EVENTS).isEmpty();
        stage.set(newest.value().isPresent() ? Stage.BUILT : hasSources ? Stage.READY : Stage.NO_SOURCES);
        if (isAnother) {
            person.set(Optional.empty());
            rows.set(Optional.empty());
            overview.set(Optional.empty());
            newest.value().ifPresent(this::summarise);
            show(new Part.All());
        }
    }

    private void summarise(Customers customers) {
        newest.read(
                Texts.of("customers.reading"),
                (file, progress) -> Overview.read(file.engine(), customers, progress),
                found -> overview.set(Optional.of(found)));
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
