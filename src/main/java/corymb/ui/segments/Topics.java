package corymb.ui.segments;

import corymb.project.Project;
import corymb.rule.Moment;
import corymb.segment.Population;
import java.util.List;
import java.util.Optional;

/**
 * What conditions can be about.
 *
 * @param all the last can say anything
 * @param asOf the moment they look back from; empty where there is nothing to ask about yet
 */
record Topics(List<Topic> all, Optional<Moment> asOf) {
    /** Of nothing yet. */
    static final Topics NONE = new Topics(List.of(), Optional.empty());

    Topics {
        all = List.copyOf(all);
    }

    static Topics of(Project project) {
        return new Topics(Topic.of(project), project.population().map(Population::moment));
    }
}
