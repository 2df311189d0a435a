package corymb.cli;

import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.Named;
import corymb.project.ProjectFile;
import corymb.project.RuleTaking;
import corymb.project.RuleTaking.Clash;
import corymb.project.RuleTaking.Line;
import corymb.project.SegmentChange;
import corymb.report.RulesFile;
import corymb.segment.Segment;
import corymb.work.NearName;
import corymb.work.Problem;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** The rules of segments as a file, written and taken. */
final class RuleOptions {
    @Option(
            names = "--clash",
            defaultValue = "skip",
            paramLabel = "skip|rename|replace",
            description =
                    "With import-rules: what becomes of a rule whose name another segment has (default: ${DEFAULT-VALUE}).")
    private Clash clash = Clash.SKIP;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description =
                    "With import-rules: take this one of the file, and no others that are not named; once for each.")
    private List<String> only = List.of();

    /** Writes the rules of some segments, or of all. */
    Reply write(ProjectFile file, List<String> names, Path to) {
        var project = file.history().present();
        names.forEach(new Named(project)::segment);
        var segments = RulesFile.inOrder(project, new HashSet<>(names));
        if (segments.isEmpty()) {
            throw new Problem("There are no segments yet.", "", "Define one first.").asFailure();
        }
        var listing = RulesFile.listingCustomers(segments);
        var checksum = RulesFile.write(project, segments, to);
        var reply = new Reply()
                .key(
                        "segments",
                        segments.stream().map(Made::value).map(Segment::name).toList())
                .key("listsCustomers", listing)
                .key("file", to)
                .key("sha256", checksum)
                .line("Wrote the rules of %,d segments to %s.", segments.size(), to);
        listing.forEach(name -> reply.line("The rule of “%s” names customers by their ids.", name));
        return reply;
    }

    /** Takes the rules of a file, all that are wanted or none. */
    Reply take(ProjectFile file, Journey journey, Path from, boolean isTrial, Progress progress) {
        var rules = RulesFile.read(from);
        only.stream()
                .filter(name -> rules.stream().noneMatch(rule -> rule.name().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    var known = rules.stream().map(rule -> rule.name()).toList();
                    throw new Problem("The file has no segment of that name.", name, NearName.remedy(name, known))
                            .asFailure();
                });
        journey.ensureFeatures(progress.between(0, 0.4));
        var taking = RuleTaking.of(
                file.history().present(),
                rules.stream()
                        .filter(rule -> only.isEmpty() || only.contains(rule.name()))
                        .toList(),
                clash);
        var reply = new Reply()
                .key(
                        "segments",
                        taking.lines().stream().map(RuleOptions::values).toList());
        taking.lines().forEach(line -> describe(line, reply));
        if (taking.refusal().isPresent()) {
            return reply.failed(taking.refusal().get());
        }
        if (!isTrial && !taking.plans().isEmpty()) {
            var change = (SegmentChange.SegmentsImported) journey.segments().take(taking, progress.between(0.4, 0.8));
            file.commit(change, progress.between(0.8, 1));
            reply.key("members", members(change)).line("%s.", change.label());
        } else {
            reply.line("Nothing was changed.");
        }
        return reply;
    }

    private static Map<String, Object> members(SegmentChange.SegmentsImported change) {
        var members = JsonValues.object();
        change.segments()
                .forEach(made -> members.put(made.value().name(), made.value().count()));
        return members;
    }

    private static Map<String, Object> values(Line line) {
        return JsonValues.object(
                "segment", line.shared().name(),
                "name", line.name(),
                "doing", line.doing().name().toLowerCase(Locale.ROOT),
                "problems", line.problems().stream().map(Problem::line).toList());
    }

    private static void describe(Line line, Reply reply) {
        reply.line("%s: %s", line.shared().name(), words(line));
        line.problems().forEach(problem -> reply.line("    %s", problem.line()));
    }

    private static String words(Line line) {
        return switch (line.doing()) {
            case ADDED -> line.problems().isEmpty() ? "new" : "cannot be taken";
            case RENAMED -> "as “" + line.name() + "”, since there is another of that name";
            case REPLACING -> "in the place of the one of that name";
            case SKIPPED -> "left out, since there is another of that name";
            case SAME -> "there already";
        };
    }
}
