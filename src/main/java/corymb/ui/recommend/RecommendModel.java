package corymb.ui.recommend;

import corymb.chart.ChartSpec;
import corymb.chart.Numbers;
import corymb.chart.RecommendationCharts;
import corymb.importing.Role;
import corymb.project.History;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.ProjectFile;
import corymb.recommend.Evaluation;
import corymb.recommend.Method;
import corymb.recommend.RecommendationPlan;
import corymb.recommend.Recommendations;
import corymb.sql.Relation;
import corymb.ui.kit.Explanation;
import corymb.ui.kit.NamedRows;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.RowSource;
import corymb.ui.kit.Texts;
import corymb.ui.session.People;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.QueryRows;
import corymb.ui.session.Session;
import corymb.work.Failure;
import corymb.work.Outcome;
import corymb.work.Progress;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What to offer to whom, and how good that is. */
public final class RecommendModel {
    final RecommendInputs inputs = new RecommendInputs();
    final ObjectProperty<Optional<Made<Recommendations>>> result = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Shown>> shown = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<ItemPage>> item = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<NamedRows>> items = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Check>> quality = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Outcome<?>>> outcome = new SimpleObjectProperty<>(Optional.empty());
    final BooleanProperty running = new SimpleBooleanProperty();
    final BooleanProperty stale = new SimpleBooleanProperty();
    final BooleanProperty ready = new SimpleBooleanProperty();
    final StringProperty state = new SimpleStringProperty("");

    private final Session session;
    private final Navigator navigator;
    private final PeopleModel people;
    private List<Object> basis = List.of();

    /** The rows and the chart of the recommendations that are shown. */
    record Shown(RowSource rows, Optional<ChartSpec> most) {}

    /** How well two ways to recommend foretell what customers choose. */
    record Check(Evaluation similar, Evaluation popular) {
        ChartSpec chart() {
            return RecommendationCharts.comparison(similar, popular);
        }
    }

    public RecommendModel(Session session, Navigator navigator) {
        this.session = session;
        this.navigator = navigator;
        this.people = new PeopleModel(session);
        session.historyProperty().addListener((_, _, _) -> changed());
        changed();
    }

    /** Computes what is typed. */
    public void compute() {
        try {
            var plan = inputs.plan();
            compute((journey, progress) -> journey.recommend(plan, progress));
        } catch (Failure failure) {
            outcome.set(Optional.of(new Outcome.Failed<>(failure.problem())));
        }
    }

    /** Computes the shown recommendations anew, and before them what they rest on where that is out of date. */
    public void refresh() {
        result.get().ifPresent(made -> compute((journey, progress) -> journey.anew(made, progress)));
    }

    private void compute(Journey.Step step) {
        running.set(true);
        session.take(Texts.of("recommend.computing"), step, this::computed);
    }

    private void computed(Outcome<History> ended) {
        running.set(false);
        outcome.set(Optional.of(ended));
    }

    /** Measures the typed plan against popularity. */
    public void evaluate() {
        try {
            var plan = inputs.plan();
            running.set(true);
            session.read(
                    Texts.of("recommend.evaluating"),
                    (file, progress) -> compared(new Journey(file, session.clock()), plan, progress),
                    this::evaluated);
        } catch (Failure failure) {
            outcome.set(Optional.of(new Outcome.Failed<>(failure.problem())));
        }
    }

    private static Check compared(Journey journey, RecommendationPlan plan, Progress progress) {
        var similar = journey.evaluate(with(plan, Method.ITEM_KNN), progress.between(0, 0.6));
        var popular = journey.evaluate(with(plan, Method.POPULAR), progress.between(0.6, 1));
        return new Check(similar, popular);
    }

    private static RecommendationPlan with(RecommendationPlan plan, Method method) {
        return new RecommendationPlan(
                method,
                plan.top(),
                plan.neighbours(),
                plan.shrinkage(),
                plan.weighting(),
                plan.interactions(),
                plan.halfLifeDays(),
                plan.excludesBought(),
                plan.seed());
    }

    private void evaluated(Outcome<Check> ended) {
        running.set(false);
        outcome.set(Optional.of(ended));
        if (ended instanceof Outcome.Done<Check>(var check)) {
            quality.set(Optional.of(check));
        }
    }

    /** How the comparison of the two ways came about; empty before it was made. */
    Optional<Explanation> explainQuality() {
        return quality.get().map(check -> session.explain(List.of(check.similar(), check.popular())));
    }

    /** The customers behind the number or item that was clicked. */
    PeopleModel people() {
        return people;
    }

    /** Reads what is known of an item and shows who gets it. */
    public void openItem(String id) {
        close();
        table().ifPresent(table -> session.<ItemPage>read(
                Texts.of("recommend.reading"),
                (file, progress) -> ItemPage.of(file.engine(), table, id, progress),
                ended -> {
                    outcome.set(Optional.of(ended));
                    if (ended instanceof Outcome.Done<ItemPage>(var page) && table().equals(Optional.of(table))) {
                        item.set(Optional.of(page));
                        var title = Texts.of("recommend.tableItem", page.title());
                        people.show(People.listed(title, RecommendRows.getting(table, id)));
                    }
                }));
    }

    /** Shows who gets something, one row a customer. */
    public void openServed() {
        close();
        table().ifPresent(table ->
                people.show(People.listed(Texts.of("recommend.tableServed"), RecommendRows.served(table))));
    }

    /** Shows who gets something for a reason of their own. */
    public void openPersonal() {
        close();
        table().ifPresent(table ->
                people.show(People.listed(Texts.of("recommend.tablePersonal"), RecommendRows.personal(table))));
    }

    /** Reads which items reach anybody. */
    public void openItems() {
        close();
        table().ifPresent(table -> session.<RowSource>read(
                Texts.of("recommend.reading"),
                (file, progress) -> QueryRows.of(file.engine(), RecommendRows.items(table), progress),
                ended -> {
                    outcome.set(Optional.of(ended));
                    if (ended instanceof Outcome.Done<RowSource>(var rows) && table().equals(Optional.of(table))) {
                        items.set(Optional.of(new NamedRows(Texts.of("recommend.tableItems"), "", rows)));
                    }
                }));
    }

    private Optional<Relation> table() {
        return result.get().map(made -> made.value().table());
    }

    private void close() {
        item.set(Optional.empty());
        items.set(Optional.empty());
        people.clear();
    }

    /** Goes to the page of segments, where one that was made here stands. */
    void go(String step) {
        navigator.go(step);
    }

    boolean hasCustomers() {
        return session.project().customers().isPresent();
    }

    /** Goes to the step that is missing. */
    public void goToWhatIsMissing() {
        navigator.go(session.project().data(Role.EVENTS).isEmpty() ? "sources" : "customers");
    }

    boolean hasEvents() {
        return !session.project().data(Role.EVENTS).isEmpty();
    }

    private void changed() {
        var project = session.project();
        ready.set(hasCustomers() && hasEvents());
        var newest = project.recommendation();
        stale.set(newest.map(made -> session.staleProperty().get().contains(made.id()))
                .orElse(false));
        state.set(newest.map(this::state).orElseGet(() -> Texts.of("recommend.stateNone")));
        List<Object> now = List.of(project.customers(), project.data(Role.EVENTS), project.data(Role.ITEMS));
        if (!now.equals(basis)) {
            basis = now;
            quality.set(Optional.empty());
        }
        if (!newest.equals(result.get())) {
            show(newest);
        }
    }

    private void show(Optional<Made<Recommendations>> newest) {
        result.set(newest);
        close();
        shown.set(Optional.empty());
        newest.ifPresent(made -> {
            inputs.show(made.value().plan());
            session.read(
                    Texts.of("recommend.reading"), (file, progress) -> read(file, made.value(), progress), ended -> {
                        if (ended instanceof Outcome.Done<Shown>(var rows) && newest.equals(result.get())) {
                            shown.set(Optional.of(rows));
                        } else if (!(ended instanceof Outcome.Done<Shown>)) {
                            outcome.set(Optional.of(ended));
                        }
                    });
        });
    }

    private static Shown read(ProjectFile file, Recommendations value, Progress progress) {
        var engine = file.engine();
        var most = engine.table(RecommendRows.mostRecommended(value.table()), progress);
        var chart = most.rowCount() == 0
                ? Optional.<ChartSpec>empty()
                : Optional.of(RecommendationCharts.mostRecommended(most, value.customers()));
        return new Shown(QueryRows.of(engine, RecommendRows.of(value.table()), progress), chart);
    }

    private String state(Made<Recommendations> made) {
        var numbers = Numbers.local();
        var plan = made.value().plan();
        return Texts.of(
                "recommend.state",
                words(plan.method()),
                numbers.count(made.value().customers()),
                plan.top(),
                numbers.ago(made.at(), session.clock().instant(), ZoneId.systemDefault()));
    }

    static String words(Method method) {
        return switch (method) {
            case ITEM_KNN -> Texts.of("recommend.similar");
            case POPULAR -> Texts.of("recommend.popular");
        };
    }
}
