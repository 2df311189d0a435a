package corymb.ui.clusters;

import corymb.chart.Vocabulary;
import corymb.clustering.Assignments;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.project.GroupRules;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.ui.kit.Texts;
import corymb.ui.session.People;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The customers of a group with their features: those that made the group first, then all others. */
record GroupMembers(Clustering clustering, ClusterProfile group, Vocabulary words) {
    /** @param brief the feature to look at first, as {@link Vocabulary#brief} says it; empty for none */
    People of(Relation features, String brief) {
        var first = clustering.plan().features().stream()
                .filter(name -> words.brief(name).equals(brief))
                .findFirst();
        var title = first.isPresent()
                ? Texts.of("clusters.membersBy", group.name(), words.inSentence(first.get()))
                : Texts.of("clusters.members", group.name());
        return new People(
                title,
                rows(clustering, features, first, group.cluster()),
                Optional.of(GroupRules.members(clustering, group)),
                group.name(),
                clustering.members().name());
    }

    /** The customers that are in no group. */
    static People lone(Clustering clustering, Relation features) {
        var title = Texts.of("clusters.lone");
        return new People(
                title,
                rows(clustering, features, Optional.empty(), Assignments.NOISE),
                Optional.of(GroupRules.lone(clustering)),
                title,
                clustering.members().name());
    }

    private static Sql rows(Clustering clustering, Relation features, Optional<String> first, int cluster) {
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
                cluster);
    }
}
