package corymb.cli;

import corymb.experiment.Effect;
import corymb.experiment.Peek;
import corymb.experiment.SimulatedMetric;
import corymb.experiment.SimulationPlan;
import corymb.experiment.Study;
import corymb.project.Change;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.stats.Share;
import corymb.work.Progress;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        description = "Tries a test many times on the project's own customers.",
        mixinStandardHelpOptions = true)
final class ExperimentSimulateCommand extends ProjectCommand {
    @Option(names = "--segment", required = true, paramLabel = "NAME", description = "Who takes part.")
    private String segment = "";

    @Option(
            names = "--metric",
            required = true,
            paramLabel = "METRIC",
            description = "conversion:0.1 (a given rate), conversion:FEATURE (0 or more) or value:FEATURE.")
    private String metric = "";

    @Option(names = "--effect", required = true, paramLabel = "P", description = "What the change does.")
    private double effect;

    @Option(names = "--relative", description = "The effect is a part of the baseline.")
    private boolean isRelative;

    @Option(names = "--days", defaultValue = "14", description = "How long the test runs (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--runs", defaultValue = "2000", description = "How often it is tried (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(names = "--peek", defaultValue = "never", description = "daily or never.")
    private Peek peek = Peek.NEVER;

    @Option(
            names = "--alpha",
            defaultValue = "0.05",
            description = "The chance of a false alarm (default: ${DEFAULT-VALUE}).")
    private double alpha;

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        var design = new SimulationPlan.Design(days, runs, peek, alpha, new Share(1));
        var plan = new SimulationPlan(segment, metric(), new Effect(effect, isRelative), design, seed());
        var change = (Change.ExperimentStudied)
                journey.experiments().simulate(segment + ", " + metric, plan, progress.between(0, 0.9));
        file.commit(change, progress.between(0.9, 1));
        var simulation = ((Study.SimulatedTest) change.study().value()).simulation();
        return new Reply()
                .key("segment", segment)
                .key("members", simulation.crowd().members())
                .key("power", simulation.power().value())
                .key("powerError", simulation.power().standardError())
                .key("falsePositiveRate", simulation.falsePositiveRate().value())
                .key("falsePositiveRateError", simulation.falsePositiveRate().standardError())
                .key("baseline", simulation.crowd().baseline())
                .line("%s", simulation.statement());
    }

    private SimulatedMetric metric() {
        int colon = metric.indexOf(':');
        var kind = colon < 0 ? metric : metric.substring(0, colon);
        var what = colon < 0 ? "" : metric.substring(colon + 1);
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "conversion" ->
                what.matches("0?\\.\\d+")
                        ? new SimulatedMetric.GivenConversion(Double.parseDouble(what))
                        : new SimulatedMetric.Conversion(what);
            case "value" -> new SimulatedMetric.Value(what);
            default ->
                throw wrongUsage(
                        "--metric is conversion:0.1, conversion:FEATURE or value:FEATURE, not " + metric + ".");
        };
    }
}
