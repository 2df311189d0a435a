package corymb.project;

import corymb.clustering.ClusterPlan;
import corymb.clustering.Clustering;
import corymb.rule.Rule;
import corymb.segment.Population;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The customers among whom groups are looked for: all there are, or the members of a segment as they are now.
 *
 * @param segment empty for all customers
 */
record Ground(ProjectFile file, Optional<String> segment) {
    static Ground of(ProjectFile file, ClusterPlan plan) {
        return new Ground(file, plan.within());
    }

    /**
     * Uses their features, which are away again afterwards where they are not those of all.
     *
     * @param features of all customers
     * @param name of a table that may be made
     * @throws corymb.work.Failure when there is no such segment, or it asks for groups itself
     */
    <T> T use(Relation features, String name, Progress progress, Function<Relation, T> work) {
        if (segment.isEmpty()) {
            return work.apply(features);
        }
        var members = members(segment.get()).value().members();
        var engine = file.engine();
        try {
            return work.apply(engine.create(
                    name,
                    Sql.of("select * from " + features.quoted() + " semi join " + members.quoted()
                            + " using (customer_id) order by customer_id"),
                    progress.untold()));
        } finally {
            engine.drop(name);
        }
    }

    private Made<corymb.segment.Segment> members(String name) {
        var project = file.history().present();
        var made = project.segment(name)
                .orElseThrow(() -> new Problem(
                                "There is no segment “" + name + "” to look for groups in.",
                                "",
                                "Choose another one, or all customers.")
                        .asFailure());
        var rule = made.value().plan().rule();
        var rules = new ArrayList<>(List.of(rule));
        project.segmentsBehind(rule).stream()
                .flatMap(behind -> project.segment(behind).stream())
                .forEach(behind -> rules.add(behind.value().plan().rule()));
        if (rules.stream().anyMatch(Ground::asksForGroups)) {
            throw new Problem(
                            "“" + name + "” asks for groups itself, so that groups within it would rest on themselves.",
                            "",
                            "Take a segment whose rule asks for no group.")
                    .asFailure();
        }
        return made;
    }

    static boolean asksForGroups(Rule rule) {
        return rule.fields().contains(Lineage.CLUSTER) || rule.fields().contains(Population.CONFIDENCE);
    }

    /** The same people with their groups, and how surely they are of them. */
    static Population grouped(Population people, Optional<Made<Clustering>> clustering) {
        return clustering
                .map(Made::value)
                .map(found -> found.confidence()
                        .map(people.with(found.members())::with)
                        .orElseGet(() -> people.with(found.members())))
                .orElse(people);
    }

    /** The same people with all that results of a project tell of them: their groups, and the sources that know them. */
    static Population known(Project project, Population people) {
        var grouped = grouped(people, project.clustering());
        return project.customers()
                .map(made -> grouped.from(made.value().profiles()))
                .orElse(grouped);
    }

    /** A rule that holds only for the members of the segment, where there is one. */
    static Rule within(Optional<String> segment, Rule rule) {
        if (segment.isEmpty()) {
            return rule;
        }
        var inside = new Rule.InSegment(segment.get());
        return switch (rule) {
            case Rule.Everyone _ -> inside;
            case Rule.All(var rules) ->
                new Rule.All(Stream.concat(Stream.of(inside), rules.stream()).toList());
            default -> new Rule.All(List.of(inside, rule));
        };
    }
}
