package corymb.ui.features;

import corymb.chart.FeatureWords;
import corymb.chart.Numbers;
import corymb.chart.Vocabulary;
import corymb.feature.Events;
import corymb.feature.FeatureDefinition;
import corymb.feature.FeaturePreview;
import corymb.feature.FeatureSummary;
import corymb.feature.Features;
import corymb.feature.RfmFeature;
import corymb.feature.ScoreTrial;
import corymb.lifetime.HoldOut;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.Project;
import corymb.table.Zone;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Texts;
import corymb.ui.session.Newest;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.Session;
import corymb.work.Failure;
import corymb.work.JobRunner;
import corymb.work.Outcome;
import corymb.work.Problem;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the page of features shows and can do. */
public final class FeaturesModel {
    /** How far the person has come. */
    public enum Stage {
        /** Neither customers nor what they did has been imported. */
        NO_DATA,
        NO_CUSTOMERS,
        READY,
        COMPUTED;

        boolean lacksInput() {
            return this == NO_DATA || this == NO_CUSTOMERS;
        }
    }

    private final Session session;
    private final Navigator navigator;
    private final Newest<Features> newest;
    private final PeopleModel people;
    private final FeatureOptions options = new FeatureOptions();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.NO_DATA);
    private final ReadOnlyObjectWrapper<Optional<FeatureSummary>> feature =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ScoreMap.Counted>> scores =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<OptionalInt> money = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<FeatureInsights> insights = new ReadOnlyObjectWrapper<>(FeatureInsights.NONE);
    private final ReadOnlyObjectWrapper<Optional<Outcome<HoldOut>>> heldOut =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final StringProperty zone = new SimpleStringProperty();
    private Optional<Long> offered = Optional.empty();

    public FeaturesModel(Session session, Navigator navigator) {
        this.session = session;
        this.navigator = navigator;
        people = new PeopleModel(session);
        newest = new Newest<>(session, Project::features);
        newest.follow(this::show);
        zone.addListener((_, _, id) -> choose(new Zone(id)));
    }

    public FeatureOptions options() {
        return options;
    }

    /** The newest features. */
    public Newest<Features> newest() {
        return newest;
    }

    /** The customers behind the mark that was clicked. */
    public PeopleModel people() {
        return people;
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The feature that is looked at. */
    public ReadOnlyObjectProperty<Optional<FeatureSummary>> featureProperty() {
        return feature.getReadOnlyProperty();
    }

    /** Which score of money the buyers on the map have; any while it is empty. */
    ObjectProperty<OptionalInt> moneyProperty() {
        return money;
    }

    /** The number of buyers by scores of recency, frequency and money, where there are such scores. */
    ReadOnlyObjectProperty<Optional<ScoreMap.Counted>> scoresProperty() {
        return scores.getReadOnlyProperty();
    }

    /** How the features go together and how they moved, once that is known. */
    public ReadOnlyObjectProperty<FeatureInsights> insightsProperty() {
        return insights.getReadOnlyProperty();
    }

    /** What the models of lifetime foretold of the past beside what came, or why that cannot be told; empty where none was asked. */
    public ReadOnlyObjectProperty<Optional<Outcome<HoldOut>>> heldOutProperty() {
        return heldOut.getReadOnlyProperty();
    }

    /** The features there are in plain words. */
    Vocabulary naming() {
        return Vocabulary.of(session.project());
    }

    /** A change together with what it is a change from; empty where there is none. */
    String sinceLast(String change) {
        return change.isEmpty()
                ? ""
                : insights.get()
                        .drift()
                        .map(drift -> Texts.of(
                                "features.since",
                                Numbers.local().time(drift.since().at(), ZoneId.systemDefault()),
                                Numbers.local()
                                        .date(FeatureOptions.dayBefore(
                                                drift.since().value().plan())),
                                change))
                        .orElse("");
    }

    /** Whose days and hours the project means; choosing another is a step of its own, which undo takes back. */
    StringProperty zoneProperty() {
        return zone;
    }

    private void choose(Zone chosen) {
        if (!chosen.equals(session.project().zone())) {
            session.take(
                    Texts.of("zone.choosing"),
                    (journey, _) -> journey.choose(chosen),
                    _ -> zone.set(session.project().zone().id()));
        }
    }

    Session session() {
        return session;
    }

    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Computes the chosen features; while that is under way, stops it. */
    public void computeOrStop() {
        if (newest.runningProperty().get()) {
            newest.stop();
        } else if (options.definitions().isEmpty()) {
            take((journey, progress) -> journey.computeFeatures(journey.standardFeatures(progress), progress));
        } else if (options.chosen().isEmpty()) {
            newest.end(problem("features.noneChosen", "features.noneChosenRemedy"));
        } else {
            options.plan()
                    .ifPresentOrElse(
                            plan -> take((journey, progress) -> journey.computeFeatures(plan, progress)),
                            () -> newest.end(problem("features.badDay", "features.badDayRemedy")));
        }
    }

    /** Computes the same features anew, and before them what they rest on where that is out of date. */
    public void refresh() {
        newest.madeProperty().get().ifPresent(made -> take((journey, progress) -> journey.anew(made, progress)));
    }

    /** What a feature looks like over some of the customers. */
    JobRunner.Running preview(FeatureDefinition definition, Consumer<Outcome<FeatureSummary>> whenEnded) {
        var plan = options.plan(List.of(definition));
        var journey = session.journey();
        return session.read(
                Texts.of("features.previewing"),
                (_, progress) -> journey.preview(plan.orElseThrow(FeaturesModel::badDay), progress)
                        .getFirst(),
                whenEnded);
    }

    /** How many customers have features. */
    long customers() {
        return newest.value().map(features -> features.table().rows()).orElse(0L);
    }

    /** How many customers {@link #preview} looks at. */
    long tried() {
        return session.project().customers().stream()
                .mapToLong(made -> Math.min(made.value().profiles().rows(), FeaturePreview.MOST_CUSTOMERS))
                .sum();
    }

    /** Which scores all customers would get. */
    JobRunner.Running tryScore(RfmFeature.CutScore score, Consumer<Outcome<ScoreTrial>> whenEnded) {
        var plan = options.plan(List.of());
        var journey = session.journey();
        return session.read(
                Texts.of("features.previewing"),
                (_, progress) -> journey.tryScore(
                        new ScoreTrial.Asked(plan.orElseThrow(FeaturesModel::badDay), score.part(), score.cuts()),
                        progress),
                whenEnded);
    }

    /** Computes a feature of one's own together with those that are chosen; it takes the place of one's own of the same name. */
    void define(FeatureDefinition definition, Consumer<Outcome<?>> whenEnded) {
        var name = definition.name();
        var others = options.chosen().stream()
                .filter(each -> !each.name().equalsIgnoreCase(name))
                .toList();
        if (options.isReserved(definition)) {
            whenEnded.accept(new Outcome.Failed<>(
                    new Problem(Texts.of("features.taken", name), "", Texts.of("features.takenRemedy"))));
            return;
        }
        var plan = options.plan(
                Stream.concat(others.stream(), Stream.of(definition)).toList());
        session.take(
                Texts.of("features.computing"),
                (journey, progress) -> journey.computeFeatures(plan.orElseThrow(FeaturesModel::badDay), progress),
                outcome -> {
                    open(name);
                    whenEnded.accept(outcome);
                });
    }

    private static Failure badDay() {
        return new Problem(Texts.of("features.badDay"), "", Texts.of("features.badDayRemedy")).asFailure();
    }

    private void take(Journey.Step step) {
        newest.take(Texts.of("features.computing"), step);
    }

    private static Outcome<?> problem(String what, String remedy) {
        return new Outcome.Failed<>(new Problem(Texts.of(what), "", Texts.of(remedy)));
    }

    /** Builds profiles and computes features where there are rows for it; else goes where files come in. */
    void provideMissing() {
        if (stage.get() == Stage.NO_CUSTOMERS) {
            session.ensureFeatures(newest::end);
        } else {
            navigator.go("sources");
        }
    }

    /** Opens another page. */
    public void go(String step) {
        navigator.go(step);
    }

    /** Looks at the feature of that name. */
    public void open(String name) {
        feature.set(newest.value()
                .flatMap(features -> features.summaries().stream()
                        .filter(summary -> summary.name().equals(name))
                        .findFirst()));
    }

    /** Shows the customers behind a mark of the chart of the feature that is looked at. */
    public void openMark(String key) {
        feature.get()
                .ifPresent(summary -> peopleOf()
                        .ifPresent(
                                found -> people.show(found.behind(insights.get().drawn(summary), key))));
    }

    /** Shows the customers without a value of the feature that is looked at. */
    public void openMissing() {
        feature.get().ifPresent(summary -> peopleOf().ifPresent(found -> people.show(found.without(summary))));
    }

    /** Shows the customers with these scores, those who spend most first. */
    void openScores(ScoreMap.Scores wanted) {
        newest.value()
                .flatMap(features -> ScoreMap.of(features.plan()))
                .ifPresent(map -> peopleOf().ifPresent(found -> people.show(found.scored(map, wanted))));
    }

    private Optional<FeaturePeople> peopleOf() {
        return newest.value()
                .map(features ->
                        new FeaturePeople(features.table(), features.plan().moment()));
    }

    private void show(boolean isAnother) {
        var project = session.project();
        zone.set(project.zone().id());
        state.set(newest.madeProperty().get().map(this::stateOf).orElseGet(() -> Texts.of("features.none")));
        if (project.customers().isEmpty()) {
            stage.set(project.tellsOfCustomers() ? Stage.NO_CUSTOMERS : Stage.NO_DATA);
        } else {
            stage.set(newest.value().isPresent() ? Stage.COMPUTED : Stage.READY);
        }
        if (isAnother) {
            feature.set(newest.value()
                    .flatMap(features -> features.summaries().stream().findFirst()));
            scores.set(Optional.empty());
            insights.set(FeatureInsights.NONE);
            heldOut.set(Optional.empty());
            people.clear();
            newest.value().ifPresent(this::readScores);
            newest.value().ifPresent(this::readInsights);
            newest.value().filter(features -> features.plan().foretells()).ifPresent(this::readHeldOut);
        }
        var customers = project.customers().map(Made::id);
        if (customers.isPresent() && (isAnother || !customers.equals(offered))) {
            offer();
        }
        offered = customers;
    }

    private void readInsights(Features features) {
        newest.read(
                Texts.of("features.comparing"),
                (file, progress) -> FeatureInsights.read(file, features, progress),
                found -> {
                    if (newest.value().filter(features::equals).isPresent()) {
                        insights.set(found);
                    }
                });
    }

    private void readHeldOut(Features features) {
        var journey = session.journey();
        session.read(
                Texts.of("features.holdingOut"),
                (_, progress) -> journey.holdOut(features.plan(), progress),
                outcome -> {
                    if (newest.value().filter(features::equals).isPresent()) {
                        heldOut.set(Optional.of(outcome));
                    }
                });
    }

    private void readScores(Features features) {
        ScoreMap.of(features.plan())
                .ifPresent(map -> newest.read(
                        Texts.of("features.reading"),
                        (file, progress) -> map.counted(file.engine(), features.table(), progress),
                        counted -> {
                            money.set(OptionalInt.empty());
                            scores.set(Optional.of(counted));
                            openScores(new ScoreMap.Scores(
                                    map.recency().best(), map.frequency().best(), OptionalInt.empty()));
                        }));
    }

    /** What the data allows, with the choices of the features there are. */
    private void offer() {
        var journey = session.journey();
        var sources = session.project().eventSources();
        var defined = FeatureOffer.defined(session.historyProperty().get());
        var chosen = newest.value().map(Features::plan);
        newest.read(
                Texts.of("features.choosing"),
                (file, progress) -> new FeatureOffer(
                        journey.standardFeatures(progress),
                        journey.attributes(),
                        FeatureOptions.types(file.engine(), Events.of(sources.events()), progress),
                        sources,
                        sources.hasHours(file.engine(), progress.untold()),
                        defined,
                        chosen.map(plan -> journey.fitting(journey.following(plan, progress), progress))),
                offered -> options.offer(offered, purchase -> FeatureWords.of(session.project(), purchase)));
    }

    private String stateOf(Made<Features> made) {
        var numbers = Numbers.local();
        int count = made.value().summaries().size();
        long customers = made.value().table().rows();
        return Texts.of(
                count == 1 ? "features.stateOne" : "features.state",
                numbers.count(count),
                Texts.of(customers == 1 ? "features.oneCustomer" : "features.manyCustomers", numbers.count(customers)),
                numbers.date(FeatureOptions.dayBefore(made.value().plan())),
                numbers.ago(made.at(), session.clock().instant(), ZoneId.systemDefault()));
    }
}
