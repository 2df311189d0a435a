package corymb.cli;

import corymb.project.Made;
import corymb.project.ProjectFile;
import corymb.rule.RuleText;
import corymb.segment.Intersections;
import corymb.segment.Intersections.Counting;
import corymb.segment.Intersections.Part;
import corymb.work.Progress;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How segments share their members, for people and for scripts. */
final class OverlapValues {
    private static final int MOST_LINES = 20;

    private OverlapValues() {}

    static Reply of(ProjectFile file, Progress progress) {
        var segments =
                file.history().present().segments().stream().map(Made::value).toList();
        var found = Intersections.of(file.engine(), segments, progress);
        var inclusive = found.parts(Counting.INCLUSIVE).stream().collect(Collectors.toMap(Part::mask, Part::count));
        var reply = new Reply()
                .key("segments", found.names())
                .key("members", found.counts())
                .key("outOf", found.outOf())
                .key("union", found.union())
                .key(
                        "combinations",
                        found.parts().stream()
                                .map(part -> values(found, part, mask -> inclusive.getOrDefault(mask, 0L)))
                                .toList());
        found.parts().stream()
                .limit(MOST_LINES)
                .forEach(part -> reply.line(
                        "%,8d in just %s (%,d in at least these)",
                        part.count(), quoted(found, part), inclusive.getOrDefault(part.mask(), 0L)));
        return reply.line(
                "%,d customers are in the %d%s segments.",
                found.union(), found.names().size(), found.names().size() < found.outOf() ? " largest" : "");
    }

    private static String quoted(Intersections found, Part part) {
        return found.names(part).stream().map(name -> "“" + name + "”").collect(Collectors.joining(" and "));
    }

    private static Map<String, Object> values(Intersections found, Part part, Function<Integer, Long> inclusive) {
        return JsonValues.object(
                "segments",
                found.names(part),
                "exclusive",
                part.count(),
                "inclusive",
                inclusive.apply(part.mask()),
                "rule",
                RuleText.of(found.rule(part, Counting.EXCLUSIVE)));
    }
}
