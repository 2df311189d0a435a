package corymb.cli;

import picocli.CommandLine.Command;

@Command(
        name = "experiment",
        description = "Plans, simulates and analyses A/B tests.",
        mixinStandardHelpOptions = true,
        subcommands = {ExperimentPlanCommand.class, ExperimentSimulateCommand.class, ExperimentAnalyseCommand.class},
        synopsisSubcommandLabel = "plan|simulate|analyse")
final class ExperimentCommand {}
