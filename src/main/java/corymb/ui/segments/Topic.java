package corymb.ui.segments;

import corymb.importing.Role;
import corymb.project.EventValues;
import corymb.project.Project;
import corymb.rule.Rule;
import corymb.rule.Terms;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a condition can be about. */
sealed interface Topic permits FieldChoice, Topic.Deeds, Topic.Membership, Topic.Words {
    /** The condition about it that says a rule; empty where none does. */
    Optional<? extends Condition> condition(Rule rule);

    /**
     * What customers did.
     *
     * @param types the types of events, the commonest first; none where nobody counted them
     * @param columns what else is known of each event
     */
    record Deeds(List<String> types, List<FieldChoice> columns) implements Topic {
        public Deeds {
            types = List.copyOf(types);
            columns = List.copyOf(columns);
        }

        @Override
        public Optional<DeedCondition> condition(Rule rule) {
            return DeedCondition.of(rule, columns);
        }

        @Override
        public String toString() {
            return Texts.of("segments.topic.deeds");
        }
    }

    /** Who is in which segment. */
    record Membership(List<String> segments) implements Topic {
        public Membership {
            segments = List.copyOf(segments);
        }

        @Override
        public Optional<MembershipCondition> condition(Rule rule) {
            return MembershipCondition.of(rule);
        }

        @Override
        public String toString() {
            return Texts.of("segments.topic.segments");
        }
    }

    /** Anything else, in the words of the rule language. */
    record Words(Terms terms) implements Topic {
        @Override
        public Optional<TextCondition> condition(Rule rule) {
            return Optional.of(TextCondition.of(rule, terms));
        }

        @Override
        public String toString() {
            return Texts.of("segments.topic.words");
        }
    }

    /** All there are; the last can say anything. */
    static List<Topic> of(Project project) {
        var topics = new ArrayList<Topic>();
        if (!project.sources(Role.EVENTS).isEmpty()) {
            topics.add(new Deeds(EventValues.types(project), FieldChoice.ofEvents(project)));
        }
        var segments =
                project.segments().stream().map(made -> made.value().name()).toList();
        if (!segments.isEmpty()) {
            topics.add(new Membership(segments));
        }
        topics.addAll(FieldChoice.of(project));
        project.population().ifPresent(population -> topics.add(new Words(population.terms())));
        return topics;
    }
}
