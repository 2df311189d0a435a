package corymb.cli;

import corymb.path.Breakdown;
import corymb.path.FunnelPeople;
import corymb.path.FunnelPlan;
import corymb.path.Steps;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "funnel",
        description = "Counts how far customers come through steps, how long that takes, and where they go instead.",
        mixinStandardHelpOptions = true)
final class FunnelCommand extends ProjectCommand {
    @Option(
            names = "--step",
            required = true,
            paramLabel = "EVENTS",
            description =
                    "A step, in the words of rules; once for each, in their order: --step '\"view\" where (category = \"Tents\")' --step '\"purchase\"'.")
    private List<String> steps = new ArrayList<>();

    @Option(names = "--any-order", description = "Count how many of the steps were taken, in whatever order.")
    private boolean anyOrder;

    @Option(
            names = "--within",
            defaultValue = "7 days",
            paramLabel = "TIME",
            description =
                    "How long the first and the last step may lie apart: minutes, hours, days or weeks, or session for the same session (default: ${DEFAULT-VALUE}).")
    private String within = "7 days";

    @Option(names = "--by", paramLabel = "FIELD", description = "Tell apart by what this field says of the customer.")
    private Optional<String> field = Optional.empty();

    @Option(
            names = "--by-segment",
            paramLabel = "NAME",
            description = "Tell apart who is in this segment and who is not.")
    private Optional<String> segment = Optional.empty();

    @Option(
            names = "--by-event",
            paramLabel = "COLUMN",
            description = "Tell apart by what this column says of the event they began with.")
    private Optional<String> column = Optional.empty();

    @Option(
            names = "--reached",
            paramLabel = "N",
            description = "With --define: keep those who took step N, counted from 1.")
    private Optional<Integer> reached = Optional.empty();

    @Option(
            names = "--left-after",
            paramLabel = "N",
            description = "With --define: keep those who took step N and not the next.")
    private Optional<Integer> left = Optional.empty();

    @Mixin
    private PathOptions options = new PathOptions();

    /** What is wrong with the call is said before the project is opened. */
    @Override
    Reply run(Progress progress) throws Exception {
        plan();
        if (options.define().isPresent() != (reached.isPresent() ^ left.isPresent())) {
            throw wrongUsage("Keep whom? --define NAME goes with one of --reached N and --left-after N.");
        }
        if (kept() < 1 || kept() > steps.size() || (left.isPresent() && kept() == steps.size())) {
            throw wrongUsage("There is no step " + kept() + " to keep customers of.");
        }
        return super.run(progress);
    }

    private int kept() {
        return reached.or(() -> left).orElse(1);
    }

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        journey.ensureFeatures(progress.between(0, 0.3));
        var funnel = journey.paths().funnel(plan(), progress.between(0.3, 0.7));
        var leaving = journey.paths().leaving(funnel, progress.between(0.7, 0.8));
        var reply = FunnelValues.of(funnel, leaving);
        options.define().ifPresent(name -> {
            var people = new FunnelPeople(funnel, kept(), left.isPresent(), Optional.empty());
            var rule = people.rule(journey.population().schema());
            options.keep(
                    new PathOptions.Kept(name, people.ids(), rule), file, journey, reply, progress.between(0.8, 1));
        });
        return reply;
    }

    private FunnelPlan plan() {
        var rules = steps.stream().map(PathOptions::events).toList();
        try {
            var order = anyOrder ? Steps.Order.ANY : Steps.Order.ONE_BY_ONE;
            return new FunnelPlan(
                    new Steps(rules, order, options.link(this, within)),
                    options.days(this),
                    options.segment(),
                    breakdown());
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage() + ".");
        }
    }

    private Breakdown breakdown() {
        var asked = Stream.of(
                        field.<Breakdown>map(Breakdown.ByField::new),
                        segment.<Breakdown>map(Breakdown.BySegment::new),
                        column.<Breakdown>map(Breakdown.ByFirstEvent::new))
                .flatMap(Optional::stream)
                .toList();
        if (asked.size() > 1) {
            throw wrongUsage("Tell apart by what? Give one of --by, --by-segment and --by-event.");
        }
        return asked.isEmpty() ? new Breakdown.None() : asked.getFirst();
    }
}
