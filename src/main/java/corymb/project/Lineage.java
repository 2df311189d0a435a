package corymb.project;

import corymb.experiment.Study;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.segment.SegmentPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What each result rests on, and which results no longer rest on what is there now.
 *
 * <p>Cost: linear in the number of results and their inputs.
 */
public final class Lineage {
    /** The field that a rule asks for a customer's cluster by. */
    private static final String CLUSTER = "cluster";

    private final Set<Long> stale = new TreeSet<>();

    private Lineage() {}

    /** The ids of the results whose inputs were replaced, removed or joined by others since, inputs first. */
    public static Set<Long> stale(Project project) {
        var lineage = new Lineage();
        lineage.judgeSources(project);
        project.quality().ifPresent(made -> lineage.judge(made, ofQuality(project)));
        project.customers().ifPresent(made -> lineage.judge(made, ofCustomers(project)));
        project.features().ifPresent(made -> lineage.judge(made, ofFeatures(project)));
        project.clusterings().forEach(made -> lineage.judge(made, ofClustering(project)));
        project.maps().forEach(made -> lineage.judge(made, ofMap(project)));
        project.segments()
                .forEach(made ->
                        lineage.judge(made, ofSegment(project, made.value().plan())));
        project.recommendations().forEach(made -> lineage.judge(made, ofRecommendations(project)));
        project.studies().forEach(made -> lineage.judge(made, ofStudy(project, made.value())));
        return Set.copyOf(lineage.stale);
    }

    /** Those that others look up in come first; no circle is ever made. */
    private void judgeSources(Project project) {
        var left = new ArrayList<>(project.sources());
        while (!left.isEmpty()) {
            var next = left.stream()
                    .filter(made -> Lookups.inputs(project, made.value()).stream()
                            .noneMatch(id -> left.stream().anyMatch(other -> other.id() == id)))
                    .findFirst()
                    .orElse(left.getFirst());
            judge(next, Lookups.inputs(project, next.value()));
            left.remove(next);
        }
    }

    /** The stale result that no other stale one comes before; nothing where all are fresh. */
    static Optional<Made<?>> firstStale(Project project) {
        var stale = stale(project);
        return project.results().stream()
                .filter(made -> stale.contains(made.id()))
                .filter(made -> !(made.value() instanceof Source source)
                        || Lookups.inputs(project, source).stream().noneMatch(stale::contains))
                .findFirst();
    }

    static List<Long> ofQuality(Project project) {
        return both(ids(project.sources()), id(project.checks()));
    }

    static List<Long> ofCustomers(Project project) {
        return both(ids(project.sources(Role.CUSTOMERS)), ids(project.sources(Role.EVENTS)));
    }

    static List<Long> ofFeatures(Project project) {
        return both(id(project.customers()), ids(project.sources(Role.EVENTS)));
    }

    static List<Long> ofClustering(Project project) {
        return id(project.features());
    }

    static List<Long> ofMap(Project project) {
        return id(project.features());
    }

    static List<Long> ofSegment(Project project, SegmentPlan plan) {
        return plan.rule().fields().contains(CLUSTER)
                ? both(id(project.features()), id(project.clustering()))
                : id(project.features());
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
