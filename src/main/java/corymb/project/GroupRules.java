package corymb.project;

import corymb.clustering.Assignments;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.clustering.Distillation;
import corymb.rule.Rule;
import corymb.segment.GroupFit;
import corymb.segment.GroupOrigin;
import corymb.segment.SegmentPlan;
import corymb.sql.Expression;
import corymb.work.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Rules that say who belongs to each group without naming it.
 *
 * @param distillation how they came about and how well they tell the groups
 * @param rules one a group, in their order; empty where none of that depth tells the group
 */
public record GroupRules(Distillation distillation, List<Optional<Rule>> rules) {
    public GroupRules {
        rules = List.copyOf(rules);
    }

    /** The rule that takes the members of a group by its number. */
    public static Rule members(Clustering clustering, ClusterProfile group) {
        return members(clustering, group.cluster());
    }

    /** The rule that takes those in no group, such as a method by density leaves. */
    public static Rule lone(Clustering clustering) {
        return members(clustering, Assignments.NOISE);
    }

    private static Rule members(Clustering clustering, int cluster) {
        return Ground.within(
                clustering.plan().within(),
                new Rule.Compare(Lineage.CLUSTER, Expression.Comparison.EQUAL, new Expression.NumberConstant(cluster)));
    }

    /** The rule of a group; empty also where there is no such group. */
    public Optional<Rule> rule(int cluster) {
        return cluster >= 0 && cluster < rules.size() ? rules.get(cluster) : Optional.empty();
    }

    /** The rule of a group; a {@link corymb.work.Failure} where there is no such group or no such rule. */
    public Rule require(int cluster) {
        if (cluster < 0 || cluster >= rules.size()) {
            throw new Problem(
                            "There is no group " + cluster + ".", "", "The groups are 0 to " + (rules.size() - 1) + ".")
                    .asFailure();
        }
        return rules.get(cluster)
                .orElseThrow(() -> new Problem(
                                "No rule of so few questions tells group " + cluster + ".",
                                "",
                                "Let it ask more questions in a row.")
                        .asFailure());
    }

    /** A segment of whoever meets the rule of a group; a {@link corymb.work.Failure} where there is no such group or rule. */
    public SegmentPlan segment(String name, ClusterProfile group) {
        var fit = distillation.clusters().get(group.cluster()).fit();
        var then = new GroupFit(fit.precision(), fit.recall());
        return new SegmentPlan(
                name, require(group.cluster()), "", Optional.of(new GroupOrigin(group.cluster(), group.name(), then)));
    }
}
