package corymb.ui.segments;

import corymb.chart.RuleWords;
import corymb.importing.Role;
import corymb.project.EventValues;
import corymb.project.Project;
import corymb.rule.Rule;
import corymb.rule.Terms;
import corymb.segment.LookAlikes;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a condition can be about. */
sealed interface Topic
        permits FieldChoice,
                Topic.Deeds,
                Topic.Order,
                Topic.Membership,
                Topic.Likeness,
                Topic.Worth,
                Topic.Listed,
                Topic.Words {
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

        /** What a condition about them can look at as a whole. */
        List<Scope> scopes() {
            return FieldChoice.tellSessions(columns) ? List.of(Scope.CUSTOMER, Scope.SESSION) : List.of(Scope.CUSTOMER);
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

    /** What customers did one after another. */
    record Order(Deeds deeds) implements Topic {
        @Override
        public Optional<OrderCondition> condition(Rule rule) {
            return OrderCondition.of(rule);
        }

        @Override
        public String toString() {
            return Texts.of("segments.topic.order");
        }
    }

    /**
     * What events come to.
     *
     * @param numbers the numbers that each event has, at least one
     */
    record Worth(Deeds deeds, List<FieldChoice> numbers) implements Topic {
        public Worth {
            numbers = List.copyOf(numbers);
        }

        @Override
        public Optional<WorthCondition> condition(Rule rule) {
            return WorthCondition.of(rule);
        }

        @Override
        public String toString() {
            return Texts.of("segments.topic.worth");
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

    /**
     * Who is like whom.
     *
     * @param features the numbers that can tell it
     * @param usual the names of those that usually do
     */
    record Likeness(List<String> segments, List<FieldChoice> features, List<String> usual) implements Topic {
        public Likeness {
            segments = List.copyOf(segments);
            features = List.copyOf(features);
            usual = List.copyOf(usual);
        }

        @Override
        public Optional<AlikeCondition> condition(Rule rule) {
            return AlikeCondition.of(rule);
        }

        @Override
        public String toString() {
            return Texts.of("segments.topic.alike");
        }
    }

    /** Who is on a list. */
    record Listed() implements Topic {
        @Override
        public Optional<ListedCondition> condition(Rule rule) {
            return ListedCondition.of(rule);
        }

        @Override
        public String toString() {
            return Texts.of("segments.topic.listed");
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
            var types = EventValues.offered(project);
            var columns = FieldChoice.ofEvents(project);
            var deeds = new Deeds(types, columns);
            topics.add(deeds);
            topics.add(new Order(deeds));
            var numbers = columns.stream()
                    .filter(choice -> choice.field().type().isNumeric())
                    .toList();
            if (!numbers.isEmpty()) {
                topics.add(new Worth(deeds, numbers));
            }
        }
        var segments =
                project.segments().stream().map(made -> made.value().name()).toList();
        if (!segments.isEmpty()) {
            topics.add(new Membership(segments));
        }
        var fields = FieldChoice.of(project);
        var numbers = fields.stream()
                .filter(choice -> choice.field().type().isNumeric()
                        && !choice.field().name().equals(RuleWords.CLUSTER))
                .toList();
        if (!segments.isEmpty() && !numbers.isEmpty()) {
            project.population()
                    .map(LookAlikes::usual)
                    .ifPresent(usual -> topics.add(new Likeness(segments, numbers, usual)));
        }
        topics.add(new Listed());
        topics.addAll(fields);
        project.population().ifPresent(population -> topics.add(new Words(population.terms())));
        return topics;
    }
}
