package corymb.project;

import corymb.clustering.ClusterPlan;
import corymb.clustering.Clustering;
import corymb.embedding.CustomerMap;
import corymb.experiment.Study;
import corymb.feature.EventAnswers;
import corymb.feature.FeaturePlan;
import corymb.feature.Features;
import corymb.identity.Customers;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.quality.QualityReport;
import corymb.recommend.Recommendations;
import corymb.rule.Rule;
import corymb.segment.Segment;
import corymb.segment.SegmentPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What each result rests on, and which results no longer rest on what is there now.
 *
 * <p>Cost: linear in the number of results and their inputs.
 */
public final class Lineage {
    /** The field that a rule asks for a customer's cluster by. */
    static final String CLUSTER = "cluster";

    private final Set<Long> stale = new TreeSet<>();

    private Lineage() {}

    /** The ids of the results whose inputs were replaced, removed or joined by others since, inputs first. */
    public static Set<Long> stale(Project project) {
        var lineage = new Lineage();
        lineage.judgeInOrder(project.sources(), source -> Lookups.inputs(project, source.value()));
        project.quality().ifPresent(made -> lineage.judge(made, ofQuality(project)));
        project.customers().ifPresent(made -> lineage.judge(made, ofCustomers(project)));
        project.features().ifPresent(made -> {
            var plan = made.value().plan();
            lineage.judge(made, ofFeatures(project, plan));
            if (!plan.zone().equals(project.zone())) {
                lineage.stale.add(made.id());
            }
        });
        lineage.judgeInOrder(
                Stream.<Made<?>>concat(project.clusterings().stream(), project.segments().stream())
                        .toList(),
                made -> inputs(project, made.value()));
        Stream.of(project.maps(), project.recommendations(), project.studies())
                .flatMap(List::stream)
                .forEach(made -> lineage.judge(made, inputs(project, made.value())));
        return Set.copyOf(lineage.stale);
    }

    /** Of like results that rest on one another those come first that others rest on; no circle is ever made. */
    private <M extends Made<?>> void judgeInOrder(List<M> all, Function<M, List<Long>> inputs) {
        var left = new ArrayList<>(all);
        while (!left.isEmpty()) {
            var next = left.stream()
                    .filter(made -> inputs.apply(made).stream()
                            .noneMatch(id -> left.stream().anyMatch(other -> other.id() == id)))
                    .findFirst()
                    .orElse(left.getFirst());
            judge(next, inputs.apply(next));
            left.remove(next);
        }
    }

    /** The stale result that no other stale one comes before, and that rests on none of those left; nothing where there is none. */
    static Optional<Made<?>> firstStale(Project project, Collection<Long> left) {
        var stale = stale(project);
        return refreshable(project, stale)
                .filter(made -> !left.contains(made.id())
                        && inputs(project, made.value()).stream().noneMatch(left::contains))
                .filter(made -> likeInputs(project, made.value()).stream().noneMatch(stale::contains))
                .findFirst();
    }

    /** The stale result that a result rests on, by way of others as well, and that rests on no stale one itself. */
    static Optional<Made<?>> firstStaleUnder(Project project, Made<?> made) {
        var stale = stale(project);
        var under = under(project, made);
        return refreshable(project, stale)
                .filter(other -> under.contains(other.id()))
                .filter(other -> inputs(project, other.value()).stream().noneMatch(stale::contains))
                .findFirst();
    }

    private static Set<Long> under(Project project, Made<?> made) {
        var under = new TreeSet<>(inputs(project, made.value()));
        for (int before = 0; before < under.size(); ) {
            before = under.size();
            project.results().stream()
                    .filter(other -> under.contains(other.id()))
                    .flatMap(other -> inputs(project, other.value()).stream())
                    .toList()
                    .forEach(under::add);
        }
        return under;
    }

    /** The stale results, inputs first. */
    static Stream<Made<?>> refreshable(Project project, Collection<Long> stale) {
        return project.results().stream().filter(made -> stale.contains(made.id()) && hasGround(project, made.value()));
    }

    /** The ids of what a result that can become stale would rest on now. */
    static List<Long> inputs(Project project, Object result) {
        return switch (result) {
            case Source source -> Lookups.inputs(project, source);
            case QualityReport _ -> ofQuality(project);
            case Customers _ -> ofCustomers(project);
            case Features features -> ofFeatures(project, features.plan());
            case Clustering _, Segment _ -> ofAnalysis(project, result);
            case CustomerMap _ -> ofMap(project);
            case Recommendations _ -> ofRecommendations(project);
            case Study study -> ofStudy(project, study);
            default -> List.of();
        };
    }

    /** Whether groups can still be looked for where they were: a segment that is gone leaves its groups as they were. */
    private static boolean hasGround(Project project, Object result) {
        return !(result instanceof Clustering clustering)
                || clustering
                        .plan()
                        .within()
                        .map(project::segment)
                        .map(Optional::isPresent)
                        .orElse(true);
    }

    /** What a result rests on of its own kind or of later kinds, which the order of kinds says nothing about. */
    private static List<Long> likeInputs(Project project, Object result) {
        return switch (result) {
            case Source source -> Lookups.inputs(project, source);
            case Clustering clustering -> ofGround(project, clustering.plan());
            case Segment segment -> ofSegments(project, segment.plan().rule());
            default -> List.of();
        };
    }

    /** What groups or a segment rest on, which may rest on one another. */
    private static List<Long> ofAnalysis(Project project, Object result) {
        return switch (result) {
            case Clustering clustering -> ofClustering(project, clustering.plan());
            case Segment segment -> ofSegment(project, segment.plan());
            default -> List.of();
        };
    }

    static List<Long> ofQuality(Project project) {
        return both(ids(project.sources()), id(project.checks()));
    }

    static List<Long> ofCustomers(Project project) {
        return both(ids(project.sources(Role.CUSTOMERS)), ids(project.sources(Role.EVENTS)));
    }

    static List<Long> ofFeatures(Project project, FeaturePlan plan) {
        var inputs = both(id(project.customers()), ids(project.sources(Role.EVENTS)));
        return plan.looksAtItems() ? both(inputs, ids(project.sources(Role.ITEMS))) : inputs;
    }

    static List<Long> ofClustering(Project project, ClusterPlan plan) {
        return both(id(project.features()), ofGround(project, plan));
    }

    /** The segment that groups are looked for in. */
    private static List<Long> ofGround(Project project, ClusterPlan plan) {
        return plan.within().map(project::segment).map(Lineage::id).orElse(List.of());
    }

    static List<Long> ofMap(Project project) {
        return id(project.features());
    }

    static List<Long> ofSegment(Project project, SegmentPlan plan) {
        var rule = plan.rule();
        var inputs = both(dataOfSegment(project, plan), ofSegments(project, rule));
        return Ground.asksForGroups(rule)
                ? both(inputs, id(project.meaning(plan).clustering()))
                : inputs;
    }

    /** What a segment rests on but for other segments and groups. */
    static List<Long> dataOfSegment(Project project, SegmentPlan plan) {
        var rule = plan.rule();
        var inputs = id(project.features());
        if (EventAnswers.asksForItems(rule)) {
            inputs = both(inputs, ids(project.sources(Role.ITEMS)));
        }
        return rule.asksForEvents() ? both(inputs, ids(project.sources(Role.EVENTS))) : inputs;
    }

    private static List<Long> ofSegments(Project project, Rule rule) {
        return rule.segments().stream()
                .flatMap(name -> id(project.segment(name)).stream())
                .toList();
    }

    /** The names of the segments whose members were found before something that they rest on changed. */
    public static List<String> staleSegments(Project project) {
        var stale = stale(project);
        return project.segments().stream()
                .filter(made -> stale.contains(made.id()))
                .map(made -> made.value().name())
                .toList();
    }

    /** The ids of what recommendations would be made of now. */
    public static List<Long> ofRecommendations(Project project) {
        return both(id(project.customers()), both(ids(project.sources(Role.EVENTS)), ids(project.sources(Role.ITEMS))));
    }

    static List<Long> ofStudy(Project project, Study study) {
        return switch (study) {
            case Study.PlannedTest _ -> List.of();
            case Study.SimulatedTest simulated ->
                both(
                        id(project.features()),
                        id(project.segment(simulated.simulation().plan().segment())));
            case Study.AnalysedTest _ -> ids(project.sources(Role.EXPOSURES));
        };
    }

    private void judge(Made<?> made, List<Long> current) {
        if (!new HashSet<>(made.inputs()).equals(new HashSet<>(current))
                || current.stream().anyMatch(stale::contains)) {
            stale.add(made.id());
        }
    }

    private static List<Long> ids(Collection<? extends Made<?>> results) {
        return results.stream().map(Made::id).toList();
    }

    private static List<Long> id(Optional<? extends Made<?>> result) {
        return result.stream().<Long>map(Made::id).toList();
    }

    private static List<Long> both(List<Long> some, List<Long> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
