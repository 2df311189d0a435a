package corymb.cli;

import corymb.clustering.ClusterBoxes;
import corymb.clustering.Fit;
import corymb.project.GroupRules;
import corymb.rule.Rule;
import corymb.rule.RuleText;
import java.util.Map;
import java.util.Optional;

/** Groups as rules, for people and for scripts. */
final class GroupRuleValues {
    private GroupRuleValues() {}

    static void describe(GroupRules rules, Reply reply) {
        var made = rules.distillation();
        reply.key(
                "rules",
                JsonValues.object(
                        "depth", made.plan().depth(),
                        "fidelity", made.fidelity(),
                        "heldOutFidelity", made.heldOutFidelity(),
                        "heldOutRows", made.heldOutRows(),
                        "clusters",
                                made.clusters().stream()
                                        .map(cluster -> values(cluster, rules.rule(cluster.cluster())))
                                        .toList()));
        reply.line(
                "As rules, they put %.1f %% of the customers in their group (%.1f %% of those they were made without):",
                100 * made.fidelity(), 100 * made.heldOutFidelity());
        made.clusters()
                .forEach(cluster -> reply.line("  %d: %s", cluster.cluster(), words(rules.rule(cluster.cluster()))));
    }

    private static String words(Optional<Rule> rule) {
        return rule.map(RuleText::of).orElse("no rule so short tells this group");
    }

    /** One group as a rule. */
    static Map<String, Object> values(ClusterBoxes cluster, Optional<Rule> rule) {
        return JsonValues.object(
                "cluster", cluster.cluster(),
                "rule", rule.map(RuleText::of),
                "fit", values(cluster.fit()),
                "heldOut", values(cluster.heldOut()));
    }

    private static Map<String, Object> values(Fit fit) {
        return JsonValues.object(
                "accuracy", fit.accuracy(),
                "precision", fit.precision(),
                "recall", fit.recall(),
                "caught", fit.caught(),
                "strangers", fit.strangers(),
                "missed", fit.missed());
    }
}
