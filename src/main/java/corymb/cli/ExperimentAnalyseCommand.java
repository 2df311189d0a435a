package corymb.cli;

import corymb.experiment.Analysis;
import corymb.experiment.AnalysisPlan;
import corymb.experiment.Study;
import corymb.project.Change;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.stats.Interval;
import corymb.work.Progress;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "analyse", description = "What a test that ran has shown.", mixinStandardHelpOptions = true)
final class ExperimentAnalyseCommand extends ProjectCommand {
    @Parameters(index = "1", paramLabel = "EXPERIMENT", description = "Its name in the imported exposures.")
    private String experiment = "";

    @Option(names = "--control", paramLabel = "VARIANT", description = "The variant to compare with.")
    private String control = "";

    @Option(
            names = "--alpha",
            defaultValue = "0.05",
            description = "When a difference counts as shown (default: ${DEFAULT-VALUE}).")
    private double alpha;

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        var plan = new AnalysisPlan(experiment, control, List.of(), alpha, AnalysisPlan.RatioCheck.EQUAL);
        var change = (Change.ExperimentStudied) journey.experiments().analyse(plan, progress.between(0, 0.9));
        file.commit(change, progress.between(0.9, 1));
        var analysis = ((Study.AnalysedTest) change.study().value()).analysis();
        var reply = new Reply()
                .key("experiment", experiment)
                .key(
                        "variants",
                        analysis.variants().stream()
                                .map(variant -> JsonValues.object(
                                        "name",
                                        variant.name(),
                                        "customers",
                                        variant.customers(),
                                        "expected",
                                        variant.expected()))
                                .toList())
                .key(
                        "metrics",
                        analysis.metrics().stream()
                                .map(ExperimentAnalyseCommand::metric)
                                .toList())
                .key(
                        "sampleRatio",
                        JsonValues.object(
                                "pValue", analysis.sampleRatio().pValue(),
                                "threshold", analysis.sampleRatio().threshold(),
                                "mismatch", analysis.sampleRatio().isMismatch()))
                .key("inSeveralVariants", analysis.people().inSeveralVariants())
                .key("verdict", analysis.verdict());
        return reply.line("%s", analysis.verdict());
    }

    private static Map<String, Object> metric(Analysis.Comparison comparison) {
        return JsonValues.object(
                "name", comparison.name(),
                "variant", comparison.variant(),
                "test", comparison.test().test(),
                "statistic", comparison.test().statistic(),
                "pValue", comparison.test().pValue(),
                "adjustedPValue", comparison.adjustedPValue(),
                "interval", interval(comparison.lift().interval()),
                "lift",
                        JsonValues.object(
                                "absolute",
                                comparison.lift().absolute(),
                                "relative",
                                comparison.lift().relative()),
                "bayes",
                        JsonValues.object(
                                "probabilityBetter", comparison.bayes().probabilityBetter(),
                                "expectedLoss", comparison.bayes().expectedLoss()));
    }

    private static List<Double> interval(Interval interval) {
        return List.of(interval.low(), interval.high());
    }
}
