package corymb.cli;

import corymb.chart.PathWords;
import corymb.path.PathPlan;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.project.SegmentChange;
import corymb.rule.ParsedRule;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import corymb.rule.Window;
import corymb.segment.CustomerList;
import corymb.segment.ListOrigin;
import corymb.segment.Segment;
import corymb.segment.SegmentPlan;
import corymb.segment.UnknownValues;
import corymb.sql.Sql;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/**
 * A command about funnels or cohorts: of whom and of when they are, under which name they are kept, and who of them becomes a segment.
 *
 * @param <P> what is asked
 */
abstract class PathCommand<P extends PathPlan> extends ProjectCommand {
    /** What can be said beside the name of a saved plan; the rest would say again what it says. */
    private static final Set<String> BESIDE_NAME = Set.of(
            "--name", "--save", "--define", "--reached", "--left-after", "--cohort", "--after", "--json", "--seed");

    private final Class<P> kind;

    @Option(names = "--segment", paramLabel = "NAME", description = "Look at the customers of this segment alone.")
    private Optional<String> segment = Optional.empty();

    @Option(names = "--from", paramLabel = "DATE", description = "The first day they begin on, such as 2026-01-01.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "The last day they begin on.")
    private Optional<LocalDate> to = Optional.empty();

    @Option(names = "--define", paramLabel = "NAME", description = "Keep customers as a segment of this name.")
    private Optional<String> define = Optional.empty();

    @Option(
            names = "--save",
            paramLabel = "NAME",
            description = "Keep what is asked in the project under this name; see corymb paths.")
    private Optional<String> save = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "Ask what is saved under this name.")
    private Optional<String> name = Optional.empty();

    PathCommand(Class<P> kind) {
        this.kind = kind;
    }

    /**
     * Customers to keep as a segment.
     *
     * @param who who they are, in words
     * @param ids a query for their ids
     * @param rule the rule that tells them; empty where none does
     */
    record Kept(String who, Sql ids, Optional<Rule> rule) {}

    /** What came of it, and whom to keep of it. */
    record Told(Reply reply, Supplier<Kept> kept) {}

    /** What the call asks. */
    abstract P plan();

    /**
     * Says what is wrong with a call.
     *
     * @param isKept whether customers are to be kept, who the call then has to name
     */
    abstract void requireSound(P plan, boolean isKept);

    abstract Told count(P plan, Journey journey, Progress progress);

    /** What is wrong with the call is said before the project is opened. */
    @Override
    final Reply run(Progress progress) throws Exception {
        if (name.isEmpty()) {
            requireSound(plan(), define.isPresent());
        } else if (!onlyBesideName()) {
            throw wrongUsage(
                    "--name NAME says all that is asked; only --save, and what goes with --define, stand beside it.");
        }
        return super.run(progress);
    }

    private boolean onlyBesideName() {
        return spec().commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .allMatch(BESIDE_NAME::contains);
    }

    @Override
    final Reply run(ProjectFile file, Journey journey, Progress progress) {
        var plan = name.map(wanted -> journey.paths().saved(wanted, kind)).orElseGet(this::plan);
        requireSound(plan, define.isPresent());
        var saving = save.map(wanted -> journey.paths().save(wanted, plan));
        journey.ensureFeatures(progress.between(0, 0.3));
        var told = count(plan, journey, progress.between(0.3, 0.8));
        SegmentValues.tell(
                UnknownValues.ofEvents(file.engine(), journey.population(), plan.events(), progress.untold()),
                told.reply());
        define.ifPresent(wanted -> {
            var kept = told.kept().get();
            var segment = segment(wanted, kept, plan, file, progress.between(0.8, 0.85));
            tell(define(segment, file, journey, progress.between(0.85, 0.95)), kept, told.reply());
        });
        saving.ifPresent(change -> file.commit(change, progress.between(0.95, 1)));
        save.map(String::strip)
                .ifPresent(wanted -> told.reply().key("saved", wanted).line("Saved as %s.", wanted));
        return told.reply();
    }

    /** Customers by the rule that tells them, or as a list that keeps whom it was made of. */
    private SegmentPlan segment(String wanted, Kept kept, P plan, ProjectFile file, Progress progress) {
        return kept.rule().map(rule -> new SegmentPlan(wanted, rule)).orElseGet(() -> {
            var who = kept.who() + ", of " + PathWords.plan(plan);
            return new SegmentPlan(wanted, CustomerList.of(file.engine(), kept.ids(), progress))
                    .listing(new ListOrigin(
                            who, new Journey(file, clock()).population().asOf()));
        });
    }

    private static Segment define(SegmentPlan plan, ProjectFile file, Journey journey, Progress progress) {
        var change = (SegmentChange.SegmentDefined) journey.segments().define(plan, progress.between(0, 0.8));
        file.commit(change, progress.between(0.8, 1));
        return change.segment().value();
    }

    private static void tell(Segment made, Kept kept, Reply reply) {
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

    final Optional<String> segment() {
        return segment;
    }

    final Optional<Window.Between> days() {
        if (from.isPresent() != to.isPresent()) {
            throw wrongUsage("--from DATE and --to DATE go together.");
        }
        return from.map(first -> new Window.Between(first, to.orElseThrow()));
    }

    /** A plan of what the call says, which its types may refuse. */
    final P planned(Supplier<P> plan) {
        try {
            return plan.get();
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage() + ".");
        }
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
}
