package corymb.ui.clusters;

import corymb.chart.Numbers;
import corymb.clustering.Candidate;
import corymb.clustering.ClusterPlan;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.feature.FeatureSummary;
import corymb.project.History;
import corymb.project.Made;
import corymb.project.Project;
import corymb.segment.Rule;
import corymb.segment.Segment;
import corymb.segment.SegmentPlan;
import corymb.sql.Expression;
import corymb.sql.Sql;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.RowSource;
import corymb.ui.kit.Texts;
import corymb.ui.session.QueryRows;
import corymb.ui.session.Session;
import corymb.work.JobRunner;
import corymb.work.Outcome;
import corymb.work.Problem;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;

/** What the page of groups shows and can do. */
public final class ClustersModel {
    /** How far the person has come. */
    public enum Stage {
        NO_CUSTOMERS,
        NO_FEATURES,
        READY,
        FOUND
    }

    private final Session session;
    private final Navigator navigator;
    private final ClusterOptions options = new ClusterOptions();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.NO_CUSTOMERS);
    private final ReadOnlyObjectWrapper<Optional<Made<Clustering>>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ClusterProfile>> group = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RowSource>> members = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> ended = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());
    private final ReadOnlyObjectWrapper<Outcome<?>> segmentEnded =
            new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ChangeListener<History> changed = (_, _, _) -> show();
    private Optional<JobRunner.Running> job = Optional.empty();
    private long offered = -1;

    public ClustersModel(Session session, Navigator navigator) {
        this.session = session;
        this.navigator = navigator;
        session.historyProperty().addListener(new WeakChangeListener<>(changed));
        show();
    }

    public ClusterOptions options() {
        return options;
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The newest clustering. */
    public ReadOnlyObjectProperty<Optional<Made<Clustering>>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** The group that is looked into. */
    public ReadOnlyObjectProperty<Optional<ClusterProfile>> groupProperty() {
        return group.getReadOnlyProperty();
    }

    /** The customers of that group with their features. */
    public ReadOnlyObjectProperty<Optional<RowSource>> membersProperty() {
        return members.getReadOnlyProperty();
    }

    /** How the last search for groups ended. */
    public ReadOnlyObjectProperty<Outcome<?>> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** How the last making of a segment ended. */
    public ReadOnlyObjectProperty<Outcome<?>> segmentEndedProperty() {
        return segmentEnded.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the features have changed since the groups were found. */
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Looks for groups as the options say; while that is under way, stops it. */
    public void findOrStop() {
        if (running.get()) {
            job.ifPresent(JobRunner.Running::cancel);
        } else if (options.chosen().isEmpty()) {
            ended.set(problem("clusters.noFeature", "clusters.noFeatureRemedy"));
        } else {
            cluster(options.plan());
        }
    }

    /** Looks for the same groups again in the features there are now. */
    public void refresh() {
        found.get().ifPresent(made -> cluster(made.value().plan()));
    }

    /** Looks for exactly that many groups in the same way. */
    public void choose(int clusters) {
        found.get()
                .map(made -> made.value().plan())
                .ifPresent(plan -> cluster(new ClusterPlan(
                        plan.features(),
                        plan.scaling(),
                        clusters,
                        clusters,
                        plan.starts(),
                        plan.maxRounds(),
                        plan.seed())));
    }

    private void cluster(ClusterPlan plan) {
        running.set(true);
        job = Optional.of(session.take(
                Texts.of("clusters.finding"), (journey, progress) -> journey.cluster(plan, progress), this::ended));
    }

    private void ended(Outcome<?> outcome) {
        running.set(false);
        ended.set(outcome);
    }

    private static Outcome<?> problem(String what, String remedy, Object... values) {
        return new Outcome.Failed<>(new Problem(Texts.of(what, values), "", Texts.of(remedy)));
    }

    public void goToMissing() {
        navigator.go(stage.get() == Stage.NO_CUSTOMERS ? "customers" : "features");
    }

    public void goToSegments() {
        navigator.go("segments");
    }

    /** Looks into the group of that number. */
    public void open(int cluster) {
        found.get()
                .flatMap(made -> made.value().clusters().stream()
                        .filter(profile -> profile.cluster() == cluster)
                        .findFirst())
                .ifPresent(this::open);
    }

    /** Looks into the group of that name. */
    public void open(String name) {
        found.get()
                .flatMap(made -> made.value().clusters().stream()
                        .filter(profile -> profile.name().equals(name))
                        .findFirst())
                .ifPresent(this::open);
    }

    private void open(ClusterProfile profile) {
        group.set(Optional.of(profile));
        var clustering = found.get().orElseThrow().value();
        var query = memberRows(clustering, profile.cluster());
        session.<RowSource>read(
                Texts.of("clusters.reading"),
                (file, progress) -> QueryRows.of(file.engine(), query, progress),
                outcome -> {
                    if (!group.get().equals(Optional.of(profile))) {
                        return;
                    }
                    if (outcome instanceof Outcome.Done<RowSource>(var rows)) {
                        members.set(Optional.of(rows));
                    } else {
                        segmentEnded.set(outcome);
                    }
                });
    }

    /** The features that made the group first, then all others. */
    private Sql memberRows(Clustering clustering, int cluster) {
        var features = session.project().features().orElseThrow().value().table();
        var names = new LinkedHashSet<>(List.of("customer_id"));
        clustering.plan().features().stream()
                .filter(name -> features.schema().has(name))
                .forEach(names::add);
        names.addAll(features.schema().names());
        return Sql.of(
                "select " + Sql.names(names) + " from " + features.quoted()
                        + " where customer_id in (select customer_id from "
                        + clustering.members().quoted() + " where cluster = ?)",
                cluster);
    }

    /** Keeps the opened group as a segment of that name and tells of it. */
    public void makeSegment(String name, Consumer<Segment> then) {
        var wanted = name.strip();
        if (wanted.isEmpty()) {
            segmentEnded.set(problem("clusters.noName", "clusters.noNameRemedy"));
        } else if (session.project().segment(wanted).isPresent()) {
            segmentEnded.set(problem("clusters.nameTaken", "clusters.nameTakenRemedy", wanted));
        } else {
            group.get().ifPresent(profile -> define(wanted, profile.cluster(), then));
        }
    }

    private void define(String name, int cluster, Consumer<Segment> then) {
        var rule = new Rule.Compare("cluster", Expression.Comparison.EQUAL, new Expression.NumberConstant(cluster));
        var clustering = found.get().orElseThrow().value().members().name();
        session.take(
                Texts.of("clusters.definingSegment"),
                (journey, progress) -> journey.defineSegment(new SegmentPlan(name, rule, clustering), progress),
                outcome -> {
                    segmentEnded.set(outcome);
                    session.project().segment(name).map(Made::value).ifPresent(then);
                });
    }

    /** Every number of groups that was tried in this way, also when the person then chose one of them. */
    public List<Candidate> tried() {
        return found.get().stream()
                .flatMap(this::likeIt)
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    private Stream<List<Candidate>> likeIt(Made<Clustering> shown) {
        var plan = shown.value().plan();
        return session.project().clusterings().stream()
                .filter(made -> made.inputs().equals(shown.inputs()))
                .map(Made::value)
                .filter(other -> other.plan().features().equals(plan.features())
                        && other.plan().scaling() == plan.scaling()
                        && other.plan().starts() == plan.starts()
                        && other.plan().maxRounds() == plan.maxRounds()
                        && other.plan().seed().equals(plan.seed()))
                .map(Clustering::candidates)
                .filter(candidates -> candidates.stream()
                        .anyMatch(candidate ->
                                candidate.clusters() == shown.value().chosen().clusters()));
    }

    /** What each feature is counted in. */
    Map<String, String> units() {
        return session.project().features().stream()
                .flatMap(made -> made.value().summaries().stream())
                .collect(Collectors.toMap(FeatureSummary::name, FeatureSummary::unit));
    }

    private void show() {
        var project = session.project();
        var newest = project.clustering().filter(_ -> project.features().isPresent());
        stale.set(newest.map(made -> session.staleProperty().get().contains(made.id()))
                .orElse(false));
        offer(project, newest);
        boolean isNew = !newest.map(Made::id).equals(found.get().map(Made::id));
        found.set(newest);
        state.set(newest.map(this::stateOf).orElseGet(() -> Texts.of("clusters.none")));
        stage.set(stageOf(project, newest.isPresent()));
        if (isNew) {
            group.set(Optional.empty());
            members.set(Optional.empty());
            open(0);
        }
    }

    private static Stage stageOf(Project project, boolean isFound) {
        if (project.customers().isEmpty()) {
            return Stage.NO_CUSTOMERS;
        }
        if (project.features().isEmpty()) {
            return Stage.NO_FEATURES;
        }
        return isFound ? Stage.FOUND : Stage.READY;
    }

    private void offer(Project project, Optional<Made<Clustering>> newest) {
        project.features().filter(made -> made.id() != offered).ifPresent(made -> {
            offered = made.id();
            options.offer(
                    made.value(), newest.map(clustering -> clustering.value().plan()));
        });
    }

    private String stateOf(Made<Clustering> made) {
        var clustering = made.value();
        var numbers = Numbers.local();
        long customers =
                clustering.clusters().stream().mapToLong(ClusterProfile::size).sum();
        double silhouette = clustering.candidates().stream()
                .filter(candidate -> candidate.clusters() == clustering.chosen().clusters())
                .mapToDouble(Candidate::silhouette)
                .findFirst()
                .orElse(Double.NaN);
        return Texts.of(
                "clusters.state",
                clustering.clusters().size(),
                numbers.count(customers),
                numbers.prose(silhouette),
                numbers.ago(made.at(), session.clock().instant(), ZoneId.systemDefault()));
    }
}
