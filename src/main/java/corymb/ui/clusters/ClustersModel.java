package corymb.ui.clusters;

import corymb.chart.Numbers;
import corymb.chart.Vocabulary;
import corymb.clustering.Beginning;
import corymb.clustering.Candidate;
import corymb.clustering.ClusterPlan;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.clustering.GapStatistic;
import corymb.project.History;
import corymb.project.Made;
import corymb.project.Project;
import corymb.project.SegmentChange;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Texts;
import corymb.ui.session.Newest;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import corymb.work.Problem;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the page of groups shows and can do. */
public final class ClustersModel {
    /** How far the person has come. */
    public enum Stage {
        /** Neither customers nor what they did has been imported. */
        NO_DATA,
        NO_FEATURES,
        /** There are features, but none that groups are usually found in; the person may still choose some. */
        NO_NUMBERS,
        READY,
        FOUND;

        boolean lacksInput() {
            return this == NO_DATA || this == NO_FEATURES;
        }
    }

    private final Session session;
    private final Navigator navigator;
    private final Newest<Clustering> newest;
    private final PeopleModel people;
    private final GroupRuleModel rule;
    private final CloserLookModel closer;
    private final KeepingModel keeping;
    private final MapModel map;
    private final ClusterOptions options = new ClusterOptions();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.NO_DATA);
    private final ReadOnlyObjectWrapper<Optional<ClusterProfile>> group = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private long offered = -1;

    public ClustersModel(Session session, Navigator navigator) {
        this.session = session;
        this.navigator = navigator;
        people = new PeopleModel(session);
        rule = new GroupRuleModel(session, people);
        closer = new CloserLookModel(session, people);
        map = new MapModel(session);
        newest = new Newest<>(
                session,
                project -> project.clustering().filter(_ -> project.features().isPresent()));
        keeping = new KeepingModel(session, newest);
        newest.follow(this::show);
    }

    public ClusterOptions options() {
        return options;
    }

    /** The newest clustering. */
    public Newest<Clustering> newest() {
        return newest;
    }

    /** The customers of the group that is looked into. */
    public PeopleModel people() {
        return people;
    }

    /** Whether the groups still hold. */
    public KeepingModel keeping() {
        return keeping;
    }

    /** Further pictures of the groups. */
    public CloserLookModel closer() {
        return closer;
    }

    /** The map of the customers. */
    public MapModel map() {
        return map;
    }

    /** The rule of the group that is looked into. */
    public GroupRuleModel rule() {
        return rule;
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The group that is looked into. */
    public ReadOnlyObjectProperty<Optional<ClusterProfile>> groupProperty() {
        return group.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Looks for groups as the options say; while that is under way, stops it. */
    public void findOrStop() {
        if (newest.runningProperty().get()) {
            newest.stop();
        } else if (options.chosen().isEmpty()) {
            newest.end(new Outcome.Failed<>(
                    new Problem(Texts.of("clusters.noFeature"), "", Texts.of("clusters.noFeatureRemedy"))));
        } else {
            cluster(options.plan());
        }
    }

    /** Looks for groups again in the same way, in features that are computed anew before where they are out of date. */
    public void refresh() {
        newest.madeProperty()
                .get()
                .ifPresent(made ->
                        newest.take(Texts.of("clusters.finding"), (journey, progress) -> journey.anew(made, progress)));
    }

    /** Looks for exactly that many groups in the same way. */
    public void choose(int clusters) {
        newest.value().map(Clustering::plan).ifPresent(plan -> cluster(plan.trying(clusters)));
    }

    /** Saves all groups as segments, in one step that one undo takes back; {@code then} hears how many there are. */
    public void saveSegments(IntConsumer then) {
        session.take(
                Texts.of("clusters.savingSegments"),
                (journey, progress) -> journey.groups().segments(progress),
                outcome -> {
                    newest.end(outcome);
                    if (outcome instanceof Outcome.Done<History>(var history)
                            && history.past().getLast().change()
                                    instanceof SegmentChange.SegmentsDefined(var segments)) {
                        then.accept(segments.size());
                    }
                });
    }

    /** Calls a group by another name; {@code then} hears when it is done. */
    public void rename(ClusterProfile called, String name, Runnable then) {
        if (!called.name().equals(name.strip())) {
            session.take(
                    Texts.of("clusters.renaming"),
                    (journey, _) -> journey.groups().rename(called.cluster(), name),
                    outcome -> {
                        newest.end(outcome);
                        then.run();
                    });
        }
    }

    /** Keeps the chosen preparation under a name. */
    public void savePreparation(String name) {
        var plan = options.preparationProperty().get();
        session.take(
                Texts.of("clusters.preparationSaving"),
                (journey, _) -> journey.preparations().save(name, plan),
                newest::end);
    }

    private void cluster(ClusterPlan plan) {
        newest.take(Texts.of("clusters.finding"), (journey, progress) -> journey.cluster(plan, progress));
    }

    /** Builds profiles and computes features where there are rows for it; else goes where files come in. */
    public void provideMissing() {
        if (stage.get() == Stage.NO_FEATURES) {
            session.ensureFeatures(newest::end);
        } else {
            navigator.go("sources");
        }
    }

    /** Opens another page. */
    void go(String step) {
        navigator.go(step);
    }

    /** Looks into the group of that number. */
    public void open(int cluster) {
        open(profile -> profile.cluster() == cluster, "");
    }

    /** Looks into the group of that name, those first who have most of a feature, given in words. */
    public void open(String name, String feature) {
        open(profile -> profile.name().equals(name), feature);
    }

    /** Looks at those in no group. */
    public void openLone() {
        newest.value()
                .ifPresent(clustering -> people.show(GroupMembers.lone(
                        clustering,
                        session.project().features().orElseThrow().value().table())));
    }

    /** How many are in no group. */
    static long lone(Clustering clustering) {
        return clustering.members().rows()
                - clustering.clusters().stream().mapToLong(ClusterProfile::size).sum();
    }

    private void open(Predicate<ClusterProfile> wanted, String feature) {
        newest.value()
                .ifPresent(clustering -> clustering.clusters().stream()
                        .filter(wanted)
                        .findFirst()
                        .ifPresent(profile -> {
                            rule.clear();
                            group.set(Optional.of(profile));
                            var table = session.project()
                                    .features()
                                    .orElseThrow()
                                    .value()
                                    .table();
                            people.show(new GroupMembers(clustering, profile, words()).of(table, feature));
                        }));
    }

    /** Every number of groups that was tried in this way, also when the person then chose one of them. */
    public List<Candidate> tried() {
        return newest.madeProperty()
                .get()
                .map(made -> TriedNumbers.of(session.project().clusterings(), made))
                .orElse(List.of());
    }

    /** The gap statistic of the longest sweep in this way. */
    GapStatistic gap() {
        return newest.madeProperty()
                .get()
                .map(made -> TriedNumbers.gap(session.project().clusterings(), made))
                .orElse(GapStatistic.NONE);
    }

    /** The features in words. */
    Vocabulary words() {
        return Vocabulary.of(session.project());
    }

    private void show(boolean isAnother) {
        keeping.clear();
        newest.value()
                .filter(found -> !closer.clusteringProperty().get().equals(Optional.of(found)))
                .ifPresent(closer::follow);
        var project = session.project();
        options.savedProperty().set(project.preparations());
        options.groupsProperty().set(newest.value().map(Beginning.Groups::of));
        options.offerSegments(
                project.segments().stream().map(found -> found.value().name()).toList());
        offer(project);
        state.set(newest.madeProperty().get().map(this::stateOf).orElseGet(() -> Texts.of("clusters.none")));
        stage.set(stageOf(project));
        if (isAnother) {
            rule.clear();
            group.set(Optional.empty());
            people.clear();
            open(0);
        }
    }

    private Stage stageOf(Project project) {
        if (project.features().isEmpty()) {
            return project.tellsOfCustomers() ? Stage.NO_FEATURES : Stage.NO_DATA;
        }
        if (newest.value().isPresent()) {
            return Stage.FOUND;
        }
        return session.journey().suitableFeatures().isEmpty() ? Stage.NO_NUMBERS : Stage.READY;
    }

    private void offer(Project project) {
        project.features().filter(made -> made.id() != offered).ifPresent(made -> {
            offered = made.id();
            options.offer(made.value(), newest.value().map(Clustering::plan), words());
        });
    }

    private String stateOf(Made<Clustering> made) {
        var clustering = made.value();
        var numbers = Numbers.local();
        long customers = clustering.members().rows();
        int groups = clustering.clusters().size();
        long lone = lone(clustering);
        return Texts.of(
                groups == 1 ? "clusters.stateOne" : "clusters.state",
                groups,
                clustering
                        .plan()
                        .within()
                        .map(segment -> Texts.of("clusters.membersWithin", numbers.count(customers), segment))
                        .orElseGet(() -> Texts.of("clusters.customersOfAll", numbers.count(customers))),
                numbers.prose(clustering.silhouette()),
                numbers.ago(made.at(), session.clock().instant(), ZoneId.systemDefault()),
                lone == 0 ? "" : Texts.of("clusters.inNone", numbers.count(lone)));
    }
}
