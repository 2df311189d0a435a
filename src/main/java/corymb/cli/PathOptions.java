package corymb.cli;

import corymb.project.Change;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.rule.Link;
import corymb.rule.ParsedRule;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import corymb.rule.Window;
import corymb.segment.CustomerList;
import corymb.segment.SegmentPlan;
import corymb.sql.Sql;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Of whom and of when funnels and cohorts are, and who of them is kept as a segment. */
final class PathOptions {
    @Option(names = "--segment", paramLabel = "NAME", description = "Look at the customers of this segment alone.")
    private Optional<String> segment = Optional.empty();

    @Option(names = "--from", paramLabel = "DATE", description = "The first day they begin on, such as 2026-01-01.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "The last day they begin on.")
    private Optional<LocalDate> to = Optional.empty();

    @Option(names = "--define", paramLabel = "NAME", description = "Keep customers as a segment of this name.")
    private Optional<String> define = Optional.empty();

    /**
     * Customers to keep.
     *
     * @param name what the segment is to be called
     * @param ids a query for their ids
     * @param rule the rule that tells them; empty where none does
     */
    record Kept(String name, Sql ids, Optional<Rule> rule) {}

    Optional<String> segment() {
        return segment;
    }

    Optional<String> define() {
        return define;
    }

    Optional<Window.Between> days(BaseCommand command) {
        if (from.isPresent() != to.isPresent()) {
            throw command.wrongUsage("--from DATE and --to DATE go together.");
        }
        try {
            return from.map(first -> new Window.Between(first, to.orElseThrow()));
        } catch (IllegalArgumentException e) {
            throw command.wrongUsage(e.getMessage() + ".");
        }
    }

    Link link(BaseCommand command, String within) {
        return within.strip().equals("session")
                ? new Link.SameSession()
                : RuleParser.parseLink("within " + within)
                        .orElseThrow(() -> command.wrongUsage("“" + within
                                + "” is no time. Say session, or how many minutes, hours, days or weeks."));
    }

    /**
     * Which events are meant, in the words of rules.
     *
     * @throws corymb.work.Failure when the words say nothing of the kind; it names them
     */
    static Rule events(String words) {
        return switch (RuleParser.parseEvents(words)) {
            case ParsedRule.Parsed(var rule) -> rule;
            case ParsedRule.Malformed malformed ->
                throw new Problem(
                                malformed.message(),
                                words,
                                "Example: \"view\" where (item_category = \"Tents\"), or event for all of them.")
                        .asFailure();
        };
    }

    /** Keeps customers as a segment, by their rule or as a list, and tells of it. */
    void keep(Kept kept, ProjectFile file, Journey journey, Reply reply, Progress progress) {
        var rule = kept.rule().orElseGet(() -> CustomerList.of(file.engine(), kept.ids(), progress.between(0, 0.2)));
        var change = (Change.SegmentDefined)
                journey.segments().define(new SegmentPlan(kept.name(), rule), progress.between(0.2, 0.8));
        file.commit(change, progress.between(0.8, 1));
        var made = change.segment().value();
        reply.key(
                        "defined",
                        JsonValues.object(
                                "name",
                                made.name(),
                                "members",
                                made.count(),
                                "rule",
                                kept.rule().map(RuleText::of)))
                .line(
                        "Kept %,d customers as %s, %s.",
                        made.count(),
                        made.name(),
                        kept.rule().isPresent() ? "by the rule " + made.plan().ruleText() : "as a list");
    }
}
