package corymb.project;

import corymb.clustering.Clustering;
import corymb.embedding.CustomerMap;
import corymb.embedding.MapWatch;
import corymb.experiment.Study;
import corymb.feature.Features;
import corymb.identity.Customers;
import corymb.importing.Source;
import corymb.quality.QualityReport;
import corymb.recommend.Recommendations;
import corymb.segment.Segment;
import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps that bring up to date what is out of date. */
final class RefreshSteps {
    private final Journey journey;
    private final ProjectFile file;

    RefreshSteps(Journey journey, ProjectFile file) {
        this.journey = journey;
        this.file = file;
    }

    private Project project() {
        return file.history().present();
    }

    /** Runs every stale plan again, inputs first, but for those that no longer fit what they rest on, and what rests on these. */
    Refresh all(Progress progress) {
        var taken = new ArrayList<StepTaken>();
        var left = new LinkedHashMap<Long, Refresh.Left>();
        int most = project().results().size();
        for (var next = Lineage.firstStale(project(), left.keySet());
                next.isPresent() && taken.size() + left.size() < most;
                next = Lineage.firstStale(project(), left.keySet())) {
            double from = (double) (taken.size() + left.size()) / most;
            try {
                var change = again(next.get(), left.keySet(), progress.between(from, from + 1.0 / most));
                file.commit(change, Progress.NONE);
                taken.add(new StepTaken(change.label(), seconds(change)));
            } catch (Failure failure) {
                left.put(next.get().id(), Refresh.Left.of(next.get(), problem(next.get(), failure)));
                leaveWhatRestsOn(left);
            }
        }
        return new Refresh(taken, List.copyOf(left.values()));
    }

    /** A result computed again by its plan, once everything stale that it rests on is. */
    Change anew(Made<?> made, Progress progress) {
        int most = project().results().size();
        var next = Lineage.firstStaleUnder(project(), made);
        for (int taken = 0; next.isPresent() && taken < most; taken++) {
            var ground = next.get();
            journey.take(
                    (_, part) -> again(ground, List.of(), part),
                    progress.between((double) taken / (most + 1), (taken + 1.0) / (most + 1)));
            next = Lineage.firstStaleUnder(project(), made);
        }
        return again(made, List.of(), progress.between((double) most / (most + 1), 1));
    }

    /** Of segments, which are found together, the own one. */
    private Problem problem(Made<?> made, Failure failure) {
        return made.value() instanceof Segment segment
                ? segment.plan().rule().check(journey.population().terms()).stream()
                        .findFirst()
                        .orElse(failure.problem())
                : failure.problem();
    }

    /** Adds what rests on one that is left, by way of others as well. */
    private void leaveWhatRestsOn(Map<Long, Refresh.Left> left) {
        var project = project();
        for (int before = -1; before < left.size(); ) {
            before = left.size();
            Lineage.refreshable(project, Lineage.stale(project))
                    .filter(made -> !left.containsKey(made.id()))
                    .forEach(made -> project.results().stream()
                            .filter(other -> left.containsKey(other.id())
                                    && Lineage.inputs(project, made.value()).contains(other.id()))
                            .findFirst()
                            .ifPresent(ground -> left.put(made.id(), Refresh.Left.of(made, ground))));
        }
    }

    private static double seconds(Change change) {
        return change.parts()
                .flatMap(part -> part.made().stream())
                .mapToDouble(Made::seconds)
                .sum();
    }

    /** The step that made a result, computed again by the same plan; of segments, all that are stale. */
    private Change again(Made<?> made, Collection<Long> left, Progress progress) {
        return switch (made.value()) {
            case Source source -> journey.repairs().again(source.name(), progress);
            case QualityReport _ -> journey.assessQuality(progress);
            case Customers _ -> journey.resolveCustomers(progress);
            case Features features -> journey.computeFeatures(journey.following(features.plan(), progress), progress);
            case Clustering clustering -> journey.cluster(clustering.plan(), progress);
            case CustomerMap map -> journey.maps().draw(map.plan(), MapWatch.of(progress));
            case Segment _ -> journey.segments().refresh(left, progress);
            case Recommendations recommendations -> journey.recommend(recommendations.plan(), progress);
            case Study study -> journey.experiments().again(study, progress);
            default ->
                throw new IllegalArgumentException(
                        "Nothing to compute again: " + made.value().getClass());
        };
    }
}
