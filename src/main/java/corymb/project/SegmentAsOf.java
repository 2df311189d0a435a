package corymb.project;

import corymb.feature.CustomerData;
import corymb.feature.FeatureComputation;
import corymb.feature.FeaturePlan;
import corymb.rule.Rule;
import corymb.segment.Population;
import corymb.segment.SegmentPlan;
import corymb.segment.Segmentation;
import corymb.sql.Relation;
import corymb.work.Progress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who met a rule at a moment, on what is known now: the features are computed as of that moment, and the segments that the rule
 * asks for found by them. Attributes and groups are those of now.
 */
final class SegmentAsOf implements AutoCloseable {
    private final ProjectFile file;
    private final Project project;
    private final String name;
    private final Map<String, Relation> found = new HashMap<>();

    /**
     * Of a project as it is or was.
     *
     * @param name how the names of all its tables begin
     */
    SegmentAsOf(ProjectFile file, Project project, String name) {
        this.file = file;
        this.project = project;
        this.name = name;
    }

    /**
     * Finds them.
     *
     * @return their ids, {@code customer_id}; the caller drops it, all else is dropped
     */
    static Relation members(
            ProjectFile file, SegmentPlan segment, CustomerData data, Instant moment, Progress progress) {
        var project = file.history().present().meaning(segment);
        var rule = segment.rule();
        var name = "asof_" + file.claimId();
        try (var asOf = new SegmentAsOf(file, project, name)) {
            var plan = project.features().orElseThrow().value().plan();
            var population = asOf.population(plan.asOf(moment), data, List.of(rule), progress.between(0, 0.9));
            return file.engine().create(name, Segmentation.members(population, rule), progress.between(0.9, 1));
        }
    }

    /** The customers by these features, and the segments that rules ask for by their rules; there until this is closed. */
    Population population(FeaturePlan plan, CustomerData data, List<Rule> rules, Progress progress) {
        var table = FeatureComputation.table(file.engine(), data, plan, name + "_features", progress.between(0, 0.8));
        var people = Population.of(table, plan.moment()).doing(data.events());
        rules.forEach(rule -> findAsked(rule, people, progress));
        return Ground.known(project, people).in(found);
    }

    private void findAsked(Rule rule, Population people, Progress progress) {
        for (var segment : rule.segments()) {
            if (!found.containsKey(segment)) {
                project.segment(segment)
                        .map(made -> made.value().plan())
                        .ifPresent(plan -> find(plan, people, progress));
            }
        }
    }

    private void find(SegmentPlan plan, Population people, Progress progress) {
        findAsked(plan.rule(), people, progress);
        var known = Ground.known(project.meaning(plan), people);
        found.put(
                plan.name(),
                file.engine()
                        .create(
                                name + "_in_" + found.size(),
                                Segmentation.members(known.in(found), plan.rule()),
                                progress));
    }

    @Override
    public void close() {
        file.engine().drop(name + "_features");
        found.values().forEach(members -> file.engine().drop(members.name()));
    }
}
