package corymb.ui.segments;

import corymb.importing.Role;
import corymb.project.Project;
import corymb.rule.Figure;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;

/** What a condition can be about. */
sealed interface Topic permits FieldChoice, Topic.Deeds, Topic.Membership {
    /**
     * What customers did.
     *
     * @param types the types of events, the commonest first; none where nobody counted them
     */
    record Deeds(List<String> types) implements Topic {
        public Deeds {
            types = List.copyOf(types);
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
        public String toString() {
            return Texts.of("segments.topic.segments");
        }
    }

    /** All there are. */
    static List<Topic> of(Project project) {
        var topics = new ArrayList<Topic>();
        if (!project.sources(Role.EVENTS).isEmpty()) {
            topics.add(new Deeds(FieldChoice.eventValues(project).getOrDefault(Figure.TYPE, List.of())));
        }
        var segments =
                project.segments().stream().map(made -> made.value().name()).toList();
        if (!segments.isEmpty()) {
            topics.add(new Membership(segments));
        }
        topics.addAll(FieldChoice.of(project));
        return topics;
    }
}
