package corymb.ui.clusters;

import corymb.chart.Trait;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.rule.Rule;
import corymb.sql.Expression;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.ui.kit.Texts;
import corymb.ui.session.People;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The customers of a group with their features: those that made the group first, then all others. */
final class GroupMembers {
    private GroupMembers() {}

    /**
     * The customers of a group.
     *
     * @param brief the feature to look at first, as {@link Trait#brief} says it; empty for none
     */
    static People of(Clustering clustering, ClusterProfile group, Relation features, String brief) {
        var first = clustering.plan().features().stream()
                .filter(name -> Trait.brief(name).equals(brief))
                .findFirst();
        var rule = new Rule.Compare(
                "cluster", Expression.Comparison.EQUAL, new Expression.NumberConstant(group.cluster()));
        var title = first.isPresent()
                ? Texts.of("clusters.membersBy", group.name(), Trait.inWords(first.get()))
                : Texts.of("clusters.members", group.name());
        return new People(
                title,
                rows(clustering, group, features, first),
                Optional.of(rule),
                group.name(),
                clustering.members().name());
    }

    private static Sql rows(Clustering clustering, ClusterProfile group, Relation features, Optional<String> first) {
        var names = new LinkedHashSet<>(List.of("customer_id"));
        first.ifPresent(names::add);
        clustering.plan().features().stream()
                .filter(name -> features.schema().has(name))
                .forEach(names::add);
        names.addAll(features.schema().names());
        var order = first.map(name -> Sql.name(name) + " desc nulls last, ").orElse("");
        return Sql.of(
                "select " + Sql.names(names) + " from " + features.quoted()
                        + " where customer_id in (select customer_id from "
                        + clustering.members().quoted() + " where cluster = ?) order by " + order + "customer_id",
                group.cluster());
    }
}
