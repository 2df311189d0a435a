package corymb.cli;

import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.Named;
import corymb.project.ProjectFile;
import corymb.project.SegmentChange;
import corymb.project.SegmentLedger;
import corymb.report.SegmentHtml;
import corymb.report.SegmentProfile;
import corymb.segment.RuleFunnel;
import corymb.segment.Segment;
import corymb.segment.Verdict;
import corymb.work.Progress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "segment", description = "Defines, lists, shows and removes segments.", mixinStandardHelpOptions = true)
final class SegmentCommand extends ProjectCommand {
    @Parameters(
            index = "1",
            paramLabel = "ACTION",
            description =
                    "define, list, show, remove, moves: who came in and who went out and why; versions: what each edit of its rule did; restore: take an earlier one back; groups: save every group of the newest clustering; templates: segments that many teams use, as this project can tell them; alike: how like its members others are; overlap: how many customers are in each combination of segments; policy many, priority, score or none: where customers of several belong; compare: in what segments differ; profile: one page about a segment; export-rules [NAME…]: write rules, of all segments or of these, as JSON; or import-rules FILE: take them from such a file.")
    private Action action = Action.LIST;

    @Parameters(index = "2", arity = "0..1", paramLabel = "NAME", description = "The segment's name.")
    private String name = "";

    @Parameters(index = "3..*", paramLabel = "NAME", description = "With compare and export-rules: the other segments.")
    private List<String> others = new ArrayList<>();

    @Mixin
    private DefineOptions definition = new DefineOptions();

    @Option(
            names = "--why",
            paramLabel = "CUSTOMER",
            description =
                    "With show: tell part by part why this customer is in it, or is not, and what would change that.")
    private Optional<String> why = Optional.empty();

    @Option(
            names = "--funnel",
            description = "With show: tell what each condition does to the number of customers now.")
    private boolean funnel;

    @Option(
            names = "--at",
            paramLabel = "DATE",
            description = "With show: who was in it at the end of that day, such as 2026-05-01.")
    private Optional<LocalDate> at = Optional.empty();

    @Option(
            names = "--known",
            defaultValue = "then",
            paramLabel = "then|now",
            description =
                    "With --at: on what was known then, or by the rule and the data of now (default: ${DEFAULT-VALUE}).")
    private SegmentMoves.Known known = SegmentMoves.Known.THEN;

    @Option(names = "--since", paramLabel = "DATE", description = "With moves: from that day on.")
    private Optional<LocalDate> since = Optional.empty();

    @Option(
            names = "--parts",
            description =
                    "With moves: also whom each condition of the rule brought in and took out since then, and which features of the members moved.")
    private boolean parts;

    @Option(
            names = "--number",
            paramLabel = "N",
            description = "With restore: which version of the rule, as versions counts them.")
    private Optional<Integer> version = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "With profile: the page to write, in HTML; with export-rules: the file to write, in JSON.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private ContrastOptions contrast = new ContrastOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    /** What can be done with segments. */
    enum Action {
        DEFINE,
        LIST,
        SHOW,
        REMOVE,
        MOVES,
        VERSIONS,
        RESTORE,
        GROUPS,
        TEMPLATES,
        ALIKE,
        OVERLAP,
        POLICY,
        COMPARE,
        PROFILE,
        EXPORT_RULES,
        IMPORT_RULES;

        /** As it is typed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private boolean isOfOne() {
            return this == DEFINE
                    || this == SHOW
                    || this == REMOVE
                    || this == MOVES
                    || this == VERSIONS
                    || this == RESTORE
                    || this == ALIKE
                    || this == COMPARE
                    || this == PROFILE
                    || this == IMPORT_RULES;
        }
    }

    @Override
    Reply run(Progress progress) throws Exception {
        if (action.isOfOne() && name.isBlank()) {
            throw wrongUsage(
                    action == Action.IMPORT_RULES
                            ? "Which file? import-rules goes with the FILE of rules."
                            : "Which segment? Its name is missing.");
        }
        if (action == Action.DEFINE) {
            definition.require(this);
        }
        if (action == Action.RESTORE && version.isEmpty()) {
            throw wrongUsage("Which version? restore goes with --number N; segment PROJECT versions NAME lists them.");
        }
        if ((action == Action.PROFILE || action == Action.EXPORT_RULES) && out.isEmpty()) {
            throw wrongUsage("Where to? " + action + " goes with --out FILE.");
        }
        if (action != Action.COMPARE && action != Action.EXPORT_RULES && !others.isEmpty()) {
            throw wrongUsage("Only compare and export-rules go with several segments.");
        }
        return super.run(progress);
    }

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        return switch (action) {
            case DEFINE -> definition.define(this, name, file, journey, progress);
            case VERSIONS ->
                VersionValues.of(
                        SegmentLedger.of(file.history(), find(file).value().name()));
            case RESTORE -> restore(file, journey, progress);
            case LIST -> list(file);
            case SHOW -> show(file, journey, progress);
            case MOVES -> moves(file, progress);
            case REMOVE -> remove(file, journey, progress);
            case GROUPS -> saveGroups(file, journey, progress);
            case ALIKE ->
                LookAlikeValues.of(
                        file, find(file).value().name(), journey.population(), contrast.features(), progress);
            case TEMPLATES -> TemplateValues.of(file, journey, progress);
            case OVERLAP -> OverlapValues.of(file, progress);
            case POLICY -> policy.run(this, name, file, journey, progress);
            case COMPARE -> contrast.run(this, names(), file, journey, progress);
            case PROFILE -> profile(file, journey, progress);
            case EXPORT_RULES -> rules.write(file, names(), out.orElseThrow());
            case IMPORT_RULES -> rules.take(file, journey, Path.of(name), policy.isTrial(), progress);
        };
    }

    private List<String> names() {
        return Stream.concat(Stream.of(name), others.stream())
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private Reply moves(ProjectFile file, Progress progress) {
        var moves = new SegmentMoves(file, find(file).value().name());
        var reply = moves.since(since.orElse(LocalDate.EPOCH));
        return parts ? moves.parts(since.orElse(LocalDate.EPOCH), reply, progress) : reply;
    }

    private Reply profile(ProjectFile file, Journey journey, Progress progress) {
        var to = out.orElseThrow();
        var profile = SegmentProfile.of(file, journey, find(file), progress);
        var checksum = SegmentHtml.write(profile, file.history().present(), to);
        return new Reply()
                .key("name", name)
                .key("file", to)
                .key("sha256", checksum)
                .line("Wrote %s.", to);
    }

    private Reply show(ProjectFile file, Journey journey, Progress progress) {
        if (why.isPresent()) {
            return explain(file, journey, why.get(), progress);
        }
        var segment = find(file).value();
        if (at.isPresent()) {
            return new SegmentMoves(file, segment.name()).at(at.get(), known, journey, progress);
        }
        var reply = SegmentValues.describe(segment, file, progress);
        if (funnel) {
            var conditions = RuleFunnel.of(
                    file.engine(), journey.population(), segment.plan().rule(), progress);
            VerdictValues.describe(conditions, reply.key("funnel", VerdictValues.values(conditions)));
        }
        return reply;
    }

    private Reply explain(ProjectFile file, Journey journey, String customer, Progress progress) {
        var segment = find(file).value();
        var population = journey.population();
        var verdict = Verdict.of(file.engine(), population, segment.plan().rule(), customer, progress);
        var changes = verdict.changes(population);
        var reply = new Reply()
                .key("name", segment.name())
                .key("customer", customer)
                .key("member", verdict.holds())
                .key("why", VerdictValues.values(verdict))
                .key("changes", VerdictValues.values(changes))
                .line("%s %s %s.", customer, verdict.holds() ? "is in" : "is not in", segment.name());
        VerdictValues.describe(verdict, "  ", reply);
        VerdictValues.describe(changes, verdict.holds(), reply);
        return reply;
    }

    private static Reply list(ProjectFile file) {
        var segments = file.history().present().segments();
        var reply = new Reply()
                .key("segments", segments.stream().map(SegmentValues::row).toList());
        segments.forEach(made -> reply.line(
                "%s: %,d customers", made.value().name(), made.value().count()));
        return segments.isEmpty() ? reply.line("There are no segments yet.") : reply;
    }

    private static Reply saveGroups(ProjectFile file, Journey journey, Progress progress) {
        var change = (SegmentChange.SegmentsDefined) journey.groups().segments(progress.between(0, 0.8));
        file.commit(change, progress.between(0.8, 1));
        var reply = new Reply()
                .key(
                        "segments",
                        change.segments().stream().map(SegmentValues::row).toList());
        change.segments()
                .forEach(made -> reply.line(
                        "%s: %,d customers", made.value().name(), made.value().count()));
        return reply;
    }

    private Reply restore(ProjectFile file, Journey journey, Progress progress) {
        var change = (SegmentChange.SegmentDefined)
                journey.segments().restore(name, version.orElseThrow(), progress.between(0, 0.8));
        file.commit(change, progress.between(0.8, 0.95));
        return SegmentValues.describe(change.segment().value(), file, progress.between(0.95, 1));
    }

    private Reply remove(ProjectFile file, Journey journey, Progress progress) {
        find(file);
        file.commit(journey.segments().remove(name), progress);
        return new Reply().key("name", name).line("Removed %s.", name);
    }

    private Made<Segment> find(ProjectFile file) {
        return new Named(file.history().present()).segment(name);
    }
}
