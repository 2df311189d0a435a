package corymb.cli;

import corymb.project.Made;
import corymb.project.ProjectFile;
import corymb.rule.EmptyRange;
import corymb.segment.GroupFit;
import corymb.segment.GroupOrigin;
import corymb.segment.Segment;
import corymb.segment.UnknownValues;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Segments, as lines and as JSON. */
final class SegmentValues {
    private SegmentValues() {}

    /** What is to be said of a segment by itself. */
    static Reply describe(Segment segment, ProjectFile file, Progress progress) {
        var reply = facts(segment);
        segment.plan().origin().ifPresent(origin -> describe(origin, segment.fit(), reply));
        segment.plan()
                .listed()
                .ifPresent(
                        listed -> reply.key("listOf", JsonValues.object("words", listed.words(), "asOf", listed.asOf()))
                                .line("A list of: %s, as of %s.", listed.words(), listed.asOf()));
        EmptyRange.in(segment.plan().rule())
                .ifPresent(problem -> reply.key("impossible", problem.line()).line("%s", problem.line()));
        file.history()
                .present()
                .population()
                .map(people ->
                        UnknownValues.of(file.engine(), people, segment.plan().rule(), progress))
                .ifPresent(unknown -> tell(unknown, reply));
        return reply;
    }

    /** Tells which texts are asked for in vain. */
    static void tell(List<Problem> unknownValues, Reply reply) {
        if (!unknownValues.isEmpty()) {
            reply.key("unknownValues", unknownValues.stream().map(Problem::line).toList());
            unknownValues.forEach(problem -> reply.line("%s", problem.line()));
        }
    }

    private static void describe(GroupOrigin origin, Optional<GroupFit> now, Reply reply) {
        reply.key(
                "origin",
                JsonValues.object(
                        "cluster", origin.cluster(),
                        "name", origin.name(),
                        "then", values(origin.then()),
                        "now", now.map(SegmentValues::values)));
        now.ifPresent(fit -> reply.line(
                "By the rule of group %d (%s): %.1f %% of those found are of it (%.1f %% when made), %.1f %% of it are found (%.1f %%).%s",
                origin.cluster(),
                origin.name(),
                100 * fit.precision(),
                100 * origin.then().precision(),
                100 * fit.recall(),
                100 * origin.then().recall(),
                fit.isWorseThan(origin.then()) ? " Make the rule anew." : ""));
    }

    private static Map<String, Object> values(GroupFit fit) {
        return JsonValues.object("precision", fit.precision(), "recall", fit.recall());
    }

    private static Reply facts(Segment segment) {
        return new Reply()
                .key("name", segment.name())
                .key("rule", segment.plan().ruleText())
                .key("members", segment.count())
                .key("population", segment.population())
                .line(
                        "%s: %,d of %,d customers (%s)",
                        segment.name(),
                        segment.count(),
                        segment.population(),
                        segment.plan().ruleText());
    }

    static Map<String, Object> row(Made<Segment> made) {
        var segment = made.value();
        return JsonValues.object("name", segment.name(), "rule", segment.plan().ruleText(), "members", segment.count());
    }
}
