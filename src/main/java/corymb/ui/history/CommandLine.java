package corymb.ui.history;

import corymb.clustering.ClusterPlan;
import corymb.experiment.Effect;
import corymb.experiment.MetricPowerPlan;
import corymb.experiment.PowerPlan;
import corymb.experiment.SimulatedMetric;
import corymb.experiment.Simulation;
import corymb.experiment.SizePlan;
import corymb.experiment.Study;
import corymb.project.Change;
import corymb.segment.SegmentPlan;
import java.nio.file.Path;
import java.util.Optional;

/** The command that does what a step did. */
final class CommandLine {
    private final String project;

    CommandLine(Path project) {
        this.project = quoted(String.valueOf(project.getFileName()));
    }

    /** The command; empty where the command line has none. */
    Optional<String> of(Change change) {
        return switch (change) {
            case Change.SourceImported imported -> {
                var plan = imported.source().value().plan();
                yield on(
                        "import",
                        quoted(String.valueOf(plan.file().getFileName())) + " --as "
                                + plan.role().label() + " --source " + quoted(plan.source()));
            }
            case Change.QualityAssessed _ -> on("quality", "");
            case Change.CustomersResolved _ -> on("resolve", "");
            case Change.FeaturesComputed _ -> on("features", "");
            case Change.Clustered clustered ->
                on("cluster", cluster(clustered.clustering().value().plan()));
            case Change.SegmentDefined defined ->
                on("segment", define(defined.segment().value().plan()));
            case Change.SegmentRemoved removed -> on("segment", "remove " + quoted(removed.name()));
            case Change.Recommended recommended -> {
                var plan = recommended.recommendations().value().plan();
                yield on("recommend", "--method " + StepFacts.lower(plan.method()) + " --top " + plan.top());
            }
            case Change.ExperimentStudied studied -> study(studied.study().value());
            case Change.SourceRemoved _ -> Optional.empty();
        };
    }

    private Optional<String> on(String command, String options) {
        return Optional.of(("corymb " + command + " " + project + " " + options).strip());
    }

    private static String cluster(ClusterPlan plan) {
        return "--features " + quoted(String.join(",", plan.features())) + " --clusters " + plan.minClusters() + ".."
                + plan.maxClusters() + " --scale " + StepFacts.lower(plan.scaling()) + " --starts " + plan.starts()
                + " --seed "
                + plan.seed().value();
    }

    private static String define(SegmentPlan plan) {
        return "define " + quoted(plan.name()) + " --rule " + quoted(plan.ruleText());
    }

    private Optional<String> study(Study study) {
        return switch (study) {
            case Study.PlannedTest planned -> plan(planned.size().plan());
            case Study.SimulatedTest simulated -> Optional.of(simulate(simulated.simulation()));
            case Study.AnalysedTest analysed ->
                Optional.of("corymb experiment analyse " + project + " " + quoted(analysed.name()) + " --control "
                        + quoted(analysed.analysis().control()));
        };
    }

    private static Optional<String> plan(SizePlan plan) {
        return switch (plan) {
            case PowerPlan rate ->
                Optional.of("corymb experiment plan --baseline " + rate.baseline() + effect(rate.effect())
                        + " --variants " + rate.traffic().variants());
            case MetricPowerPlan _ -> Optional.empty();
        };
    }

    private String simulate(Simulation simulation) {
        var plan = simulation.plan();
        var metric = switch (plan.metric()) {
            case SimulatedMetric.Conversion(var feature) -> feature;
            case SimulatedMetric.Value(var feature) -> feature;
            case SimulatedMetric.GivenConversion(var rate) -> Double.toString(rate);
        };
        return "corymb experiment simulate " + project + " --segment " + quoted(plan.segment()) + " --metric "
                + quoted(metric) + effect(plan.effect()) + " --days "
                + plan.design().days() + " --runs "
                + plan.design().runs() + " --seed " + plan.seed().value();
    }

    private static String effect(Effect effect) {
        return " --effect " + effect.size() + (effect.isRelative() ? " --relative" : "");
    }

    /** As a shell takes it: between single quotes unless it is a plain word. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_.,/-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
