package corymb.ui.history;

import corymb.chart.Numbers;
import corymb.clustering.Clustering;
import corymb.experiment.MetricPowerPlan;
import corymb.experiment.PowerPlan;
import corymb.experiment.SampleSize;
import corymb.experiment.Simulation;
import corymb.experiment.Study;
import corymb.feature.Features;
import corymb.identity.Customers;
import corymb.importing.Source;
import corymb.project.Change;
import corymb.quality.QualityReport;
import corymb.recommend.Recommendations;
import corymb.segment.Segment;
import corymb.ui.kit.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What decided a step and what came of it, in words. */
final class StepFacts {
    private StepFacts() {}

    static List<Fact> of(Change change) {
        return switch (change) {
            case Change.SourceImported imported -> source(imported.source().value());
            case Change.SourceRemoved removed -> List.of(Fact.of("history.source", removed.name()));
            case Change.QualityAssessed assessed -> quality(assessed.report().value());
            case Change.CustomersResolved resolved ->
                customers(resolved.customers().value());
            case Change.FeaturesComputed computed ->
                features(computed.features().value());
            case Change.Clustered clustered -> clustering(clustered.clustering().value());
            case Change.SegmentDefined defined -> segment(defined.segment().value());
            case Change.SegmentRemoved removed -> List.of(Fact.of("history.segment", removed.name()));
            case Change.Recommended recommended ->
                recommendations(recommended.recommendations().value());
            case Change.ExperimentStudied studied -> study(studied.study().value());
        };
    }

    private static List<Fact> source(Source source) {
        var plan = source.plan();
        return List.of(
                Fact.of("history.source", plan.source()),
                Fact.of("history.role", plan.role().label()),
                Fact.of("history.file", plan.file().getFileName()),
                Fact.of("history.format", plan.format()),
                Fact.of("history.encoding", plan.dialect().encoding()),
                Fact.of("history.rows", count(source.rows())),
                Fact.of("history.accepted", count(source.accepted())),
                Fact.of("history.rejected", count(source.rejected())),
                Fact.of("history.duplicates", count(source.duplicates())),
                Fact.of("history.checksum", source.stamp().sha256()));
    }

    private static List<Fact> quality(QualityReport report) {
        return List.of(
                Fact.of("history.sources", count(report.sources().size())),
                Fact.of("history.score", Numbers.local().prose(report.score())),
                Fact.of("history.asOf", time(report.asOf())));
    }

    private static List<Fact> customers(Customers customers) {
        return List.of(
                Fact.of("history.method", Texts.of("history.exactKey")),
                Fact.of("history.records", count(customers.records())),
                Fact.of("history.customers", count(customers.customers())),
                Fact.of("history.joinedByEmail", count(customers.joinedByEmail())),
                Fact.of("history.withoutProfile", count(customers.withoutProfile())));
    }

    private static List<Fact> features(Features features) {
        var names = features.plan().definitions().stream()
                .map(definition -> definition.name())
                .toList();
        return List.of(
                Fact.of("history.asOf", time(features.plan().asOf())),
                Fact.of("history.purchaseType", features.plan().purchaseType()),
                Fact.of("history.customers", count(features.table().rows())),
                Fact.of("history.features", String.join(", ", names)));
    }

    private static List<Fact> clustering(Clustering clustering) {
        var plan = clustering.plan();
        return List.of(
                Fact.of("history.method", "k-means"),
                Fact.of("history.features", String.join(", ", plan.features())),
                Fact.of("history.scaling", lower(plan.scaling())),
                Fact.of("history.tried", plan.minClusters() + "–" + plan.maxClusters()),
                Fact.of("history.starts", plan.starts()),
                Fact.of("history.rounds", plan.maxRounds()),
                Fact.of("history.seed", plan.seed().value()),
                Fact.of("history.chosen", clustering.chosen().clusters()));
    }

    private static List<Fact> segment(Segment segment) {
        return List.of(
                Fact.of("history.segment", segment.name()),
                Fact.of("history.rule", segment.plan().ruleText()),
                Fact.of("history.members", count(segment.count())),
                Fact.of("history.customers", count(segment.population())),
                Fact.of("history.asOf", time(segment.asOf())));
    }

    private static List<Fact> recommendations(Recommendations made) {
        var plan = made.plan();
        return List.of(
                Fact.of("history.method", lower(plan.method())),
                Fact.of("history.top", plan.top()),
                Fact.of("history.neighbours", plan.neighbours()),
                Fact.of("history.shrinkage", Numbers.local().exact(plan.shrinkage())),
                Fact.of("history.weighting", lower(plan.weighting())),
                Fact.of("history.customers", count(made.customers())),
                Fact.of("history.items", count(made.items())));
    }

    private static List<Fact> study(Study study) {
        return switch (study) {
            case Study.PlannedTest planned -> planned(planned.size());
            case Study.SimulatedTest simulated -> simulated(simulated.simulation());
            case Study.AnalysedTest analysed ->
                List.of(
                        Fact.of("history.test", analysed.name()),
                        Fact.of("history.control", analysed.analysis().control()),
                        Fact.of("history.alpha", analysed.analysis().plan().alpha()),
                        Fact.of(
                                "history.customers",
                                count(analysed.analysis().people().total())),
                        Fact.of("history.verdict", analysed.analysis().verdict()));
        };
    }

    private static List<Fact> planned(SampleSize size) {
        var numbers = Numbers.local();
        var baseline = switch (size.plan()) {
            case PowerPlan rate -> Stream.of(Fact.of("history.baseline", numbers.percent(rate.baseline())));
            case MetricPowerPlan mean ->
                Stream.of(
                        Fact.of("history.baseline", numbers.exact(mean.mean())),
                        Fact.of("history.deviation", numbers.exact(mean.standardDeviation())));
        };
        var rest = Stream.of(
                Fact.of("history.effect", numbers.exact(size.plan().effect().size())),
                Fact.of("history.variants", size.plan().traffic().variants()),
                Fact.of("history.perVariant", count(size.perVariant())),
                Fact.of("history.method", size.formula()));
        return Stream.concat(baseline, rest).toList();
    }

    private static List<Fact> simulated(Simulation simulation) {
        var plan = simulation.plan();
        return List.of(
                Fact.of("history.segment", plan.segment()),
                Fact.of("history.metric", plan.metric().label()),
                Fact.of("history.effect", Numbers.local().exact(plan.effect().size())),
                Fact.of("history.days", plan.design().days()),
                Fact.of("history.runs", count(plan.design().runs())),
                Fact.of("history.seed", plan.seed().value()),
                Fact.of(
                        "history.power",
                        Numbers.local().percent(simulation.rates().power().value())));
    }

    private static String count(long value) {
        return Numbers.local().count(value);
    }

    private static String time(Instant at) {
        return Numbers.local().time(at, ZoneId.systemDefault());
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
