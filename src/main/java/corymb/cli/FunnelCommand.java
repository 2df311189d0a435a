package corymb.cli;

import corymb.chart.PathWords;
import corymb.path.Breakdown;
import corymb.path.FunnelPeople;
import corymb.path.FunnelPlan;
import corymb.path.Steps;
import corymb.project.Journey;
import corymb.rule.Link;
import corymb.rule.RuleParser;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "funnel",
        description = "Counts how far customers come through steps, how long that takes, and where they go instead.",
        mixinStandardHelpOptions = true)
final class FunnelCommand extends PathCommand<FunnelPlan> {
    @Option(
            names = "--step",
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

    FunnelCommand() {
        super(FunnelPlan.class);
    }

    @Override
    void requireSound(FunnelPlan plan, boolean isKept) {
        if (isKept != (reached.isPresent() ^ left.isPresent())) {
            throw wrongUsage("Keep whom? --define NAME goes with one of --reached N and --left-after N.");
        }
        int count = plan.steps().count();
        if (kept() < 1 || kept() > count || (left.isPresent() && kept() == count)) {
            throw wrongUsage("There is no step " + kept() + " to keep customers of.");
        }
    }

    private int kept() {
        return reached.or(() -> left).orElse(1);
    }

    @Override
    Told count(FunnelPlan plan, Journey journey, Progress progress) {
        var counted = journey.paths().funnel(plan, progress);
        return new Told(FunnelValues.of(counted.funnel(), counted.leaving()), () -> {
            var people = new FunnelPeople(counted.funnel(), kept(), left.isPresent(), Optional.empty());
            return new Kept(
                    PathWords.people(people),
                    people.ids(),
                    people.rule(journey.population().schema()));
        });
    }

    @Override
    FunnelPlan plan() {
        var rules = steps.stream().map(PathCommand::events).toList();
        var order = anyOrder ? Steps.Order.ANY : Steps.Order.ONE_BY_ONE;
        return planned(() -> new FunnelPlan(new Steps(rules, order, link()), days(), segment(), breakdown()));
    }

    private Link link() {
        return within.strip().equals("session")
                ? new Link.SameSession()
                : RuleParser.parseLink("within " + within)
                        .orElseThrow(() -> wrongUsage("“" + within
                                + "” is no time. Say session, or how many minutes, hours, days or weeks."));
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
