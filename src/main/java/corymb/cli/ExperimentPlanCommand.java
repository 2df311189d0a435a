package corymb.cli;

import corymb.experiment.Effect;
import corymb.experiment.ErrorRates;
import corymb.experiment.PowerAnalysis;
import corymb.experiment.PowerPlan;
import corymb.experiment.SampleSizeFormula;
import corymb.experiment.Traffic;
import corymb.work.Progress;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = "How many people a test needs, and for how long.",
        mixinStandardHelpOptions = true)
final class ExperimentPlanCommand extends BaseCommand {
    @Option(
            names = "--baseline",
            required = true,
            paramLabel = "P",
            description = "The rate without the change, such as 0.1.")
    private double baseline;

    @Option(
            names = "--effect",
            required = true,
            paramLabel = "P",
            description = "The change to be found, such as 0.02.")
    private double effect;

    @Option(names = "--relative", description = "The effect is a part of the baseline.")
    private boolean isRelative;

    @Option(names = "--power", defaultValue = "0.8", description = "The chance to find it (default: ${DEFAULT-VALUE}).")
    private double power;

    @Option(
            names = "--alpha",
            defaultValue = "0.05",
            description = "The chance of a false alarm (default: ${DEFAULT-VALUE}).")
    private double alpha;

    @Option(names = "--variants", defaultValue = "2", description = "How many groups, control included.")
    private int variants;

    @Option(names = "--daily", defaultValue = "0", paramLabel = "N", description = "People who come in a day.")
    private long daily;

    @Option(names = "--formula", defaultValue = "unpooled", description = "unpooled, pooled, arcsine or evan_miller.")
    private SampleSizeFormula formula = SampleSizeFormula.UNPOOLED;

    @Override
    Reply run(Progress progress) {
        var plan = new PowerPlan(
                baseline,
                new Effect(effect, isRelative),
                new ErrorRates(alpha, power),
                new Traffic(variants, daily),
                formula);
        var size = PowerAnalysis.sampleSize(plan);
        var reply = new Reply()
                .key("perVariant", size.perVariant())
                .key("total", size.total())
                .key("days", size.days().isPresent() ? size.days().getAsLong() : Optional.empty())
                .key("exactPerVariant", size.exactPerVariant())
                .key("formula", size.formula())
                .line(
                        "%,d people in each of %d groups, %,d in all (%s)",
                        size.perVariant(), variants, size.total(), size.formula());
        size.days().ifPresent(days -> reply.line("%,d days at %,d people a day", days, daily));
        return size.note().isEmpty() ? reply : reply.line("%s", size.note());
    }
}
