package corymb.ui.features;

import corymb.chart.Numbers;
import corymb.feature.Events;
import corymb.feature.FeatureDefinition;
import corymb.feature.FeaturePlan;
import corymb.feature.FeatureSummary;
import corymb.feature.Features;
import corymb.importing.Role;
import corymb.project.History;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.RowSource;
import corymb.ui.kit.Texts;
import corymb.ui.session.QueryRows;
import corymb.ui.session.Session;
import corymb.work.JobRunner;
import corymb.work.Outcome;
import corymb.work.Problem;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the page of features shows and can do. */
public final class FeaturesModel {
    /** How far the person has come. */
    public enum Stage {
        NO_CUSTOMERS,
        READY,
        COMPUTED
    }

    private static final int BEST = 5;

    private final Session session;
    private final Navigator navigator;
    private final ObservableList<DefinitionChoice> definitions =
            FXCollections.observableArrayList(choice -> new Observable[] {choice.chosenProperty()});
    private final ObservableList<String> types = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<LocalDate>> lastDay = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty purchase = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.NO_CUSTOMERS);
    private final ReadOnlyObjectWrapper<Optional<Made<Features>>> computed =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FeatureSummary>> feature =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Table>> scores = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper score = new ReadOnlyIntegerWrapper(BEST);
    private final ReadOnlyObjectWrapper<Optional<RowSource>> scored = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> ended = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ChangeListener<History> changed = (_, _, _) -> show();
    private Optional<JobRunner.Running> job = Optional.empty();
    private long offered = -1;

    public FeaturesModel(Session session, Navigator navigator) {
        this.session = session;
        this.navigator = navigator;
        session.historyProperty().addListener(new WeakChangeListener<>(changed));
        show();
    }

    /** What can be computed; told of changes of each choice. */
    public ObservableList<DefinitionChoice> definitions() {
        return definitions;
    }

    /** The types of events there are. */
    public ObservableList<String> types() {
        return types;
    }

    /** The last day whose events count. */
    public ObjectProperty<Optional<LocalDate>> lastDayProperty() {
        return lastDay;
    }

    /** The type of event that is a purchase. */
    public StringProperty purchaseProperty() {
        return purchase;
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Made<Features>>> computedProperty() {
        return computed.getReadOnlyProperty();
    }

    /** The feature that is looked at. */
    public ReadOnlyObjectProperty<Optional<FeatureSummary>> featureProperty() {
        return feature.getReadOnlyProperty();
    }

    /** The number of buyers by r_score and f_score, where there are such scores. */
    public ReadOnlyObjectProperty<Optional<Table>> scoresProperty() {
        return scores.getReadOnlyProperty();
    }

    /** The recency score whose customers are shown. */
    public ReadOnlyIntegerProperty scoreProperty() {
        return score.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<RowSource>> scoredProperty() {
        return scored.getReadOnlyProperty();
    }

    /** How the last thing the person asked for ended. */
    public ReadOnlyObjectProperty<Outcome<?>> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether customers or events have changed since the features were computed. */
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Computes the chosen features; while that is under way, stops it. */
    public void computeOrStop() {
        if (running.get()) {
            job.ifPresent(JobRunner.Running::cancel);
        } else if (definitions.isEmpty()) {
            take((journey, progress) -> journey.computeFeatures(journey.standardFeatures(progress), progress));
        } else if (chosen().isEmpty()) {
            ended.set(problem("features.noneChosen", "features.noneChosenRemedy"));
        } else if (lastDay.get().isEmpty()) {
            ended.set(problem("features.badDay", "features.badDayRemedy"));
        } else {
            var asOf = lastDay.get()
                    .orElseThrow()
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            var plan = new FeaturePlan(asOf, purchase.get(), chosen());
            take((journey, progress) -> journey.computeFeatures(plan, progress));
        }
    }

    /** Computes the features that fit the data as it is now. */
    public void refresh() {
        take((journey, progress) -> journey.computeFeatures(journey.standardFeatures(progress), progress));
    }

    private void take(Journey.Step step) {
        running.set(true);
        job = Optional.of(session.take(Texts.of("features.computing"), step, outcome -> {
            running.set(false);
            ended.set(outcome);
        }));
    }

    private static Outcome<?> problem(String what, String remedy) {
        return new Outcome.Failed<>(new Problem(Texts.of(what), "", Texts.of(remedy)));
    }

    List<FeatureDefinition> chosen() {
        return definitions.stream()
                .filter(choice -> choice.chosenProperty().get())
                .map(DefinitionChoice::definition)
                .toList();
    }

    public void goToCustomers() {
        navigator.go("customers");
    }

    /** Looks at the feature of that name. */
    public void open(String name) {
        feature.set(computed.get()
                .flatMap(made -> made.value().summaries().stream()
                        .filter(summary -> summary.name().equals(name))
                        .findFirst()));
    }

    /** Shows the customers with that recency score, the best frequency first. */
    public void openScore(int recency) {
        score.set(recency);
        var features = computed.get().orElseThrow().value().table();
        var query = Sql.of(
                "select * from " + features.quoted()
                        + " where r_score = ? order by f_score desc, m_score desc, customer_id",
                recency);
        read(
                "features.reading",
                (file, progress) -> QueryRows.of(file.engine(), query, progress),
                rows -> scored.set(Optional.of(rows)));
    }

    private <T> void read(String title, Session.Reading<T> reading, Consumer<T> then) {
        session.read(Texts.of(title), reading, outcome -> {
            if (outcome instanceof Outcome.Done<T>(var value)) {
                then.accept(value);
            } else {
                ended.set(outcome);
            }
        });
    }

    private void show() {
        var project = session.project();
        var newest = project.features();
        stale.set(newest.map(made -> session.staleProperty().get().contains(made.id()))
                .orElse(false));
        boolean isNew = !newest.map(Made::id).equals(computed.get().map(Made::id));
        computed.set(newest);
        state.set(newest.map(this::stateOf).orElseGet(() -> Texts.of("features.none")));
        if (project.customers().isEmpty()) {
            stage.set(Stage.NO_CUSTOMERS);
        } else {
            stage.set(newest.isPresent() ? Stage.COMPUTED : Stage.READY);
        }
        project.customers().filter(made -> made.id() != offered).ifPresent(made -> {
            offered = made.id();
            offer();
        });
        if (isNew) {
            feature.set(newest.flatMap(made -> made.value().summaries().stream().findFirst()));
            scores.set(Optional.empty());
            newest.map(Made::value).filter(FeaturesModel::isScored).ifPresent(this::readScores);
        }
    }

    private static boolean isScored(Features features) {
        return features.table().schema().has("r_score")
                && features.table().schema().has("f_score");
    }

    private void readScores(Features features) {
        var query = Sql.of("select r_score, f_score, count(*) as customers from "
                + features.table().quoted() + " where r_score is not null group by all");
        read("features.reading", (file, progress) -> file.engine().table(query, progress), counts -> {
            scores.set(Optional.of(counts));
            openScore(BEST);
        });
    }

    /** What the data allows, with the choices of the features there are. */
    private void offer() {
        record Offer(FeaturePlan plan, List<String> types) {}
        var journey = session.journey();
        var events = Events.of(session.project().data(Role.EVENTS));
        read(
                "features.choosing",
                (file, progress) -> new Offer(journey.standardFeatures(progress), types(file.engine(), events)),
                offer -> {
                    types.setAll(offer.types());
                    offer(offer.plan(), computed.get().map(made -> made.value().plan()));
                });
    }

    private static List<String> types(Engine engine, Sql events) {
        var rows = engine.table(
                Sql.of("select type from (")
                        .then(events)
                        .then(") where type is not null group by type order by count(*) desc, type limit 100"),
                corymb.work.Progress.NONE);
        return IntStream.range(0, rows.rowCount())
                .mapToObj(row -> rows.text(row, "type"))
                .toList();
    }

    private void offer(FeaturePlan standard, Optional<FeaturePlan> earlier) {
        Set<FeatureDefinition> wanted =
                earlier.orElse(standard).definitions().stream().collect(Collectors.toSet());
        definitions.setAll(standard.definitions().stream()
                .map(definition -> new DefinitionChoice(definition, wanted.contains(definition)))
                .toList());
        purchase.set(earlier.orElse(standard).purchaseType());
        lastDay.set(Optional.of(dayBefore(earlier.orElse(standard))));
    }

    /** Features look back from a midnight; people name the day before it. */
    private static LocalDate dayBefore(FeaturePlan plan) {
        return plan.asOf().atZone(ZoneOffset.UTC).minusNanos(1).toLocalDate();
    }

    private String stateOf(Made<Features> made) {
        var numbers = Numbers.local();
        return Texts.of(
                "features.state",
                made.value().summaries().size(),
                numbers.count(made.value().table().rows()),
                numbers.date(dayBefore(made.value().plan())),
                numbers.ago(made.at(), session.clock().instant(), ZoneId.systemDefault()));
    }
}
