package corymb.ui.clusters;

import corymb.chart.RuleWords;
import corymb.clustering.ClusterProfile;
import corymb.clustering.DistillationPlan;
import corymb.clustering.Fit;
import corymb.project.GroupRules;
import corymb.rule.Rule;
import corymb.segment.GroupOrigin;
import corymb.segment.Segmentation;
import corymb.sql.Expression;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.ui.kit.Texts;
import corymb.ui.session.People;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.Session;
import corymb.work.JobRunner;
import corymb.work.Outcome;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/** A rule that says who belongs to the group that is looked into, without naming the group. */
public final class GroupRuleModel {
    private final Session session;
    private final PeopleModel people;
    private final IntegerProperty depth = new SimpleIntegerProperty(DistillationPlan.USUAL);
    private final ReadOnlyObjectWrapper<Optional<Told>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> ended = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());
    private Optional<ClusterProfile> asked = Optional.empty();
    private Optional<JobRunner.Running> job = Optional.empty();

    GroupRuleModel(Session session, PeopleModel people) {
        this.session = session;
        this.people = people;
        depth.addListener((_, _, _) -> asked.ifPresent(this::make));
    }

    /**
     * A group and its rule.
     *
     * @param rule empty where none of that depth tells the group
     */
    public record Told(ClusterProfile group, GroupRules rules, Optional<Rule> rule) {
        static Told of(ClusterProfile group, GroupRules rules) {
            return new Told(group, rules, rules.rule(group.cluster()));
        }

        Fit fit() {
            return rules.distillation().clusters().get(group.cluster()).fit();
        }

        Optional<GroupOrigin> origin() {
            return rules.segment(group.name(), group).origin();
        }

        Fit heldOut() {
            return rules.distillation().clusters().get(group.cluster()).heldOut();
        }
    }

    /** Some of the people between a group and its rule. */
    public enum Part {
        /** All whom the rule holds for. */
        MET,
        /** Those of them who are not in the group. */
        STRANGERS,
        /** Those of the group whom the rule does not hold for. */
        MISSED
    }

    /** How many questions in a row the rule may ask; another number makes the rule anew. */
    public IntegerProperty depthProperty() {
        return depth;
    }

    /** The rule that is shown; empty before one was asked for. */
    public ReadOnlyObjectProperty<Optional<Told>> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** How the last making of a rule ended. */
    public ReadOnlyObjectProperty<Outcome<?>> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** Forgets the rule, such as when another group is looked into. */
    void clear() {
        job.ifPresent(JobRunner.Running::cancel);
        asked = Optional.empty();
        told.set(Optional.empty());
    }

    /** Puts a group into a rule. */
    public void make(ClusterProfile group) {
        asked = Optional.of(group);
        job.ifPresent(JobRunner.Running::cancel);
        var plan = new DistillationPlan(depth.get(), new Seed(1));
        var journey = session.journey();
        job = Optional.of(session.<GroupRules>read(
                Texts.of("clusters.ruling"),
                (_, progress) -> journey.groups().rules(plan, progress),
                outcome -> show(group, plan, outcome)));
    }

    private void show(ClusterProfile group, DistillationPlan plan, Outcome<GroupRules> outcome) {
        if (!asked.equals(Optional.of(group)) || plan.depth() != depth.get()) {
            return;
        }
        ended.set(outcome);
        if (outcome instanceof Outcome.Done<GroupRules>(var rules)) {
            told.set(Optional.of(Told.of(group, rules)));
            open(Part.MET);
        }
    }

    /** The rule in words, one line a way to meet it. */
    List<String> inWords(Rule rule) {
        var words = RuleWords.of(session.project());
        return rule instanceof Rule.Any(var ways) ? ways.stream().map(words::of).toList() : List.of(words.of(rule));
    }

    /** Shows the people of a part. */
    public void open(Part part) {
        told.get()
                .ifPresent(shown -> shown.rule().ifPresent(rule -> {
                    var found = people(shown.group(), rule, part);
                    people.show(part == Part.MET ? shown.origin().map(found::of).orElse(found) : found);
                }));
    }

    private People people(ClusterProfile group, Rule rule, Part part) {
        var members = session.project().clustering().orElseThrow().value().members();
        var isOfGroup = new Rule.Compare(
                "cluster", Expression.Comparison.EQUAL, new Expression.NumberConstant(group.cluster()));
        var wanted = switch (part) {
            case MET -> rule;
            case STRANGERS -> new Rule.All(List.of(rule, new Rule.Not(isOfGroup)));
            case MISSED -> new Rule.All(List.of(isOfGroup, new Rule.Not(rule)));
        };
        return new People(
                title(group, part),
                rows(wanted),
                Optional.of(wanted),
                part == Part.MET ? group.name() : title(group, part),
                part == Part.MET ? "" : members.name());
    }

    private static String title(ClusterProfile group, Part part) {
        return Texts.of(
                switch (part) {
                    case MET -> "clusters.ruleMet";
                    case STRANGERS -> "clusters.ruleStrangers";
                    case MISSED -> "clusters.ruleMissed";
                },
                group.name());
    }

    private Sql rows(Rule wanted) {
        var table = session.project().features().orElseThrow().value().table();
        return Sql.of("select * from " + table.quoted() + " where customer_id in (")
                .then(Segmentation.members(session.journey().population(), wanted))
                .then(") order by customer_id");
    }
}
