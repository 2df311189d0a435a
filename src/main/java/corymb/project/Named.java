package corymb.project;

import corymb.importing.Source;
import corymb.segment.Segment;
import corymb.work.Failure;
import corymb.work.NearName;
import corymb.work.Problem;
import java.util.List;

/** What a project holds under names; asked for a name that there is not, it says which may have been meant. */
public record Named(Project project) {
    /**
     * The source of that name.
     *
     * @throws Failure when there is none
     */
    public Source source(String name) {
        return project.source(name)
                .orElseThrow(() -> missing(
                        "source",
                        name,
                        project.sources().stream()
                                .map(made -> made.value().name())
                                .toList()))
                .value();
    }

    /**
     * The segment of that name.
     *
     * @throws Failure when there is none
     */
    public Made<Segment> segment(String name) {
        return project.segment(name)
                .orElseThrow(() -> missing(
                        "segment",
                        name,
                        project.segments().stream()
                                .map(made -> made.value().name())
                                .toList()));
    }

    private static Failure missing(String kind, String name, List<String> names) {
        return new Problem("There is no " + kind + " of that name.", name, NearName.remedy(name, names)).asFailure();
    }
}
