package corymb.cli;

import corymb.project.ProjectFile;
import corymb.rule.Rule;
import corymb.rule.RuleText;
import corymb.segment.LookAlikes;
import corymb.segment.Population;
import corymb.work.Progress;
import java.util.List;

/** How like the members of a segment others are. */
final class LookAlikeValues {
    private LookAlikeValues() {}

    /** @param features the numbers that tell it; the usual ones where there are none */
    static Reply of(ProjectFile file, String segment, Population population, List<String> features, Progress progress) {
        var by = features.isEmpty() ? LookAlikes.usual(population) : features;
        var curve = LookAlikes.curve(file.engine(), population, segment, by, progress);
        var rule = new Rule.Alike((int) Math.max(1, curve.half()), segment, by);
        var reply = new Reply()
                .key("name", segment)
                .key("features", by)
                .key("others", curve.others())
                .key("typical", curve.typical())
                .key("half", curve.half())
                .key("rule", RuleText.of(rule))
                .key(
                        "curve",
                        curve.points().stream()
                                .map(point -> JsonValues.object(
                                        "count", point.count(), "alike", point.alike(), "nearness", point.nearness()))
                                .toList())
                .line(
                        "By %s: %,d customers are at least half as near to %s as its middle customer.",
                        String.join(", ", by), curve.half(), segment);
        curve.points().forEach(point -> reply.line("  %,10d  %3.0f %%", point.count(), 100 * point.nearness()));
        return reply.line("As a rule: %s", RuleText.of(rule));
    }
}
