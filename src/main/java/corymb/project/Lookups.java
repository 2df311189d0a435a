package corymb.project;

import corymb.importing.Source;
import corymb.repair.Lookup;
import corymb.repair.RepairStep;
import corymb.sql.Relation;
import corymb.work.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which sources look up in which. */
final class Lookups {
    private Lookups() {}

    /** The rows of all sources but one, by name. */
    static Map<String, Relation> others(Project project, String name) {
        return project.sources().stream()
                .map(Made::value)
                .filter(source -> !source.name().equals(name))
                .collect(Collectors.toMap(Source::name, Source::data));
    }

    /** The results that the rows of a source rest on beside its files. */
    static List<Long> inputs(Project project, Source source) {
        var asked = asked(source.repaired().steps());
        return project.sources().stream()
                .filter(made -> asked.contains(made.value().name()))
                .map(Made::id)
                .toList();
    }

    /** The names of the sources that a list of repairs looks up in. */
    private static Set<String> asked(List<RepairStep> steps) {
        return steps.stream()
                .filter(RepairStep::isOn)
                .filter(step -> step.repair() instanceof Lookup)
                .map(step -> ((Lookup) step.repair()).source())
                .collect(Collectors.toSet());
    }

    /**
     * Refuses repairs of a source that look up in one whose own rows rest on it.
     *
     * @throws corymb.work.Failure when they do
     */
    static void requireNoCircle(Project project, String name, List<RepairStep> steps) {
        for (var other : asked(steps)) {
            if (reached(project, other).contains(name)) {
                throw new Problem(
                                other.equals(name)
                                        ? "A source cannot look up in itself."
                                        : other + " looks up in " + name + " already, so " + name
                                                + " cannot look up in " + other + ".",
                                name,
                                other.equals(name)
                                        ? "Choose another source."
                                        : "Remove the lookup there, or choose another source.")
                        .asFailure();
            }
        }
    }

    /** The source and all whose rows it rests on, directly or through others. */
    private static Set<String> reached(Project project, String name) {
        var reached = new HashSet<String>();
        var next = Set.of(name);
        while (!next.isEmpty()) {
            reached.addAll(next);
            next = next.stream()
                    .flatMap(each -> project.source(each).stream())
                    .flatMap(made -> asked(made.value().repaired().steps()).stream())
                    .filter(each -> !reached.contains(each))
                    .collect(Collectors.toSet());
        }
        return reached;
    }
}
