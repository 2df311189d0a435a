package corymb.project;

import corymb.feature.CustomerData;
import corymb.feature.FeatureComputation;
import corymb.feature.FeaturePlan;
import corymb.feature.Features;
import corymb.rule.Rule;
import corymb.segment.Population;
import corymb.segment.Segmentation;
import corymb.sql.Relation;
import corymb.work.Progress;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Who met a rule at a moment, on what is known now: the features are computed as of that moment, and the segments that the rule
 * asks for found by them. Attributes and groups are those of now.
 */
final class SegmentAsOf {
    private final ProjectFile file;
    private final Project project;
    private final String name;
    private final Map<String, Relation> found = new HashMap<>();

    /** Names all its tables by an id. */
    SegmentAsOf(ProjectFile file, long id) {
        this.file = file;
        this.project = file.history().present();
        this.name = "asof_" + id;
    }

    /**
     * Finds them.
     *
     * @return their ids, {@code customer_id}; the caller drops it, all else is dropped
     */
    Relation members(Rule rule, CustomerData data, Instant moment, Progress progress) {
        try {
            var plan = features().plan();
            var then = new FeaturePlan(moment, plan.purchaseType(), plan.definitions());
            var table = FeatureComputation.run(file.engine(), data, then, name + "_features", progress.between(0, 0.8))
                    .table();
            return members(rule, name, population(table, moment), progress.between(0.8, 1));
        } finally {
            file.engine().drop(name + "_features");
            found.values().forEach(members -> file.engine().drop(members.name()));
        }
    }

    private Features features() {
        return project.features().orElseThrow().value();
    }

    private Population population(Relation features, Instant moment) {
        var people = Population.of(features, moment).doing(project.eventSources());
        return project.clustering()
                .map(made -> people.with(made.value().members()))
                .orElse(people);
    }

    private Relation members(Rule rule, String called, Population population, Progress progress) {
        for (var segment : rule.segments()) {
            if (!found.containsKey(segment)) {
                var behind =
                        project.segment(segment).orElseThrow().value().plan().rule();
                found.put(segment, members(behind, name + "_in_" + found.size(), population, progress));
            }
        }
        return file.engine().create(called, Segmentation.members(population.in(found), rule), progress);
    }
}
