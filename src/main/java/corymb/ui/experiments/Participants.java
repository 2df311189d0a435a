package corymb.ui.experiments;

import corymb.experiment.SimulatedMetric;
import corymb.experiment.SimulationPlan;
import corymb.project.Made;
import corymb.project.PeopleTables;
import corymb.project.Project;
import corymb.rule.Rule;
import corymb.segment.Segment;
import corymb.sql.Sql;
import corymb.ui.kit.Texts;
import corymb.ui.session.People;
import java.util.List;
import java.util.Optional;

/** The customers whom a simulated test draws from: the members of its segment for whom its metric is known. */
record Participants(Project project) {
    /** Those of a simulation's plan; empty when its segment is gone. */
    Optional<People> of(SimulationPlan plan) {
        return project.segment(plan.segment()).map(Made::value).map(segment -> of(plan, segment));
    }

    private People of(SimulationPlan plan, Segment segment) {
        var members = Sql.of("select customer_id from " + segment.members().quoted());
        var title = Texts.of("experiments.taking", segment.name());
        return switch (plan.metric()) {
            case SimulatedMetric.GivenConversion _ ->
                people(
                        title,
                        new PeopleTables(project).introduced(members),
                        segment,
                        segment.plan().rule());
            case SimulatedMetric.Conversion(var feature) -> knowing(feature, title, members, segment);
            case SimulatedMetric.Value(var feature) -> knowing(feature, title, members, segment);
        };
    }

    private People knowing(String feature, String title, Sql members, Segment segment) {
        var features = project.features().orElseThrow().value().table();
        var name = Sql.name(feature);
        var rows = Sql.of("select customer_id, " + name + " from " + features.quoted() + " where " + name
                        + " is not null and customer_id in (")
                .then(members)
                .then(")");
        var rule = new Rule.All(List.of(segment.plan().rule(), new Rule.Not(new Rule.IsMissing(feature))));
        return people(title, new PeopleTables(project).introduced(rows), segment, rule);
    }

    private static People people(String title, Sql rows, Segment segment, Rule rule) {
        return new People(title, rows, Optional.of(rule), title, segment.plan().clustering());
    }
}
