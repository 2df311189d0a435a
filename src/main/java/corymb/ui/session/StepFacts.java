package corymb.ui.session;

import corymb.chart.Numbers;
import corymb.chart.PathWords;
import corymb.chart.Vocabulary;
import corymb.clustering.Clustering;
import corymb.experiment.MetricPowerPlan;
import corymb.experiment.PowerPlan;
import corymb.experiment.SampleSize;
import corymb.experiment.Simulation;
import corymb.experiment.Study;
import corymb.feature.FeatureDefinition;
import corymb.feature.Features;
import corymb.identity.Customers;
import corymb.importing.Source;
import corymb.project.Change;
import corymb.project.GroupChange;
import corymb.project.Made;
import corymb.project.SegmentChange;
import corymb.project.SourceChange;
import corymb.quality.DimensionScore;
import corymb.quality.QualityReport;
import corymb.quality.SourceQuality;
import corymb.quality.StatedChecks;
import corymb.recommend.Evaluation;
import corymb.recommend.Recommendations;
import corymb.segment.Segment;
import corymb.ui.kit.Explanation.Fact;
import corymb.ui.kit.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What decided a step and what came of it, in words. */
final class StepFacts {
    private StepFacts() {}

    static List<Fact> of(Change change, Vocabulary words) {
        return switch (change) {
            case SourceChange.SourceImported imported ->
                source(imported.source().value());
            case SourceChange.BatchRemoved removed -> source(removed.source().value());
            case SourceChange.RowsResubmitted resubmitted ->
                source(resubmitted.source().value());
            case SourceChange.SourceRepaired repaired ->
                source(repaired.source().value());
            case Change.SourceRemoved removed -> List.of(Fact.of("step.source", removed.name()));
            case Change.ChecksStated stated -> checks(stated.checks().value());
            case Change.ZoneChosen(var zone) -> List.of(Fact.of("step.zone", zone.id()));
            case Change.PreparationsSaved saved ->
                saved.preparations().plans().stream()
                        .map(each -> Fact.of(
                                "step.preparation", each.name() + ": " + PreparationWords.of(each.plan(), words)))
                        .toList();
            case Change.PathsSaved saved ->
                saved.paths().plans().stream()
                        .map(each -> Fact.of("step.path", each.name() + ": " + PathWords.plan(each.plan())))
                        .toList();
            case Change.Judged judged -> of(judged.step(), words);
            case Change.QualityAssessed assessed -> quality(assessed.report().value());
            case Change.CustomersResolved resolved ->
                customers(resolved.customers().value());
            case Change.FeaturesComputed computed ->
                features(computed.features().value(), words);
            case GroupChange.Clustered clustered ->
                clustering(clustered.clustering().value(), words);
            case GroupChange.Mapped mapped -> MapWords.facts(mapped.map().value(), words);
            case SegmentChange.SegmentDefined defined ->
                segment(defined.segment().value());
            case SegmentChange.SegmentsDefined(var segments) -> sizes(segments);
            case SegmentChange.SegmentsImported(var segments) -> sizes(segments);
            case SegmentChange.SegmentsRefreshed(var segments) -> sizes(segments);
            case GroupChange.GroupsKept kept -> clustering(kept.clustering().value(), words);
            case GroupChange.GroupRenamed renamed ->
                List.of(Fact.of("step.group", renamed.cluster()), Fact.of("step.groupName", renamed.name()));
            case SegmentChange.SegmentRemoved removed -> List.of(Fact.of("step.segment", removed.name()));
            case SegmentChange.PolicyTaken(var policy) -> List.of(Fact.of("step.policy", PolicyWords.of(policy)));
            case Change.Recommended recommended ->
                recommendations(recommended.recommendations().value());
            case Change.ExperimentStudied studied -> study(studied.study().value());
        };
    }

    private static List<Fact> sizes(List<Made<Segment>> segments) {
        return segments.stream()
                .map(made -> new Fact(made.value().name(), count(made.value().count())))
                .toList();
    }

    private static List<Fact> source(Source source) {
        var plan = source.plan();
        var inside = plan.inside().words();
        return List.of(
                Fact.of("step.source", plan.source()),
                Fact.of("step.role", plan.role().label()),
                Fact.of("step.file", plan.place() + (inside.isEmpty() ? "" : " (" + inside + ")")),
                Fact.of("step.format", plan.format()),
                Fact.of(
                        "step.encoding",
                        plan.dialect().encoding().isEmpty()
                                ? Texts.of("step.encodingSaid")
                                : plan.dialect().encoding()),
                Fact.of("step.rows", count(source.rows())),
                Fact.of("step.accepted", count(source.accepted())),
                Fact.of("step.rejected", count(source.rejected())),
                Fact.of("step.duplicates", count(source.duplicates())),
                Fact.of("step.checksum", source.stamp().sha256()));
    }

    private static List<Fact> checks(StatedChecks checks) {
        return checks.all().stream()
                .map(check -> new Fact(check.source(), check.sentence()))
                .toList();
    }

    private static List<Fact> quality(QualityReport report) {
        var whole = Stream.of(
                Fact.of("step.sources", count(report.sources().size())),
                Fact.of("step.score", count(DimensionScore.points(report.score()))),
                Fact.of("step.asOf", time(report.asOf())));
        return Stream.concat(whole, report.sources().stream().map(StepFacts::weakestSide))
                .toList();
    }

    /** What a source's score was made of. */
    private static Fact weakestSide(SourceQuality quality) {
        var made = quality.dimensions().stream()
                .min(Comparator.comparingDouble(DimensionScore::score))
                .filter(side -> side.score() < 100)
                .map(DimensionScore::explanation)
                .orElse(Texts.of("step.nothingWrong"));
        return new Fact(quality.source(), count(DimensionScore.points(quality.score())) + " · " + made);
    }

    private static List<Fact> customers(Customers customers) {
        return List.of(
                Fact.of("step.method", Texts.of("step.exactKey")),
                Fact.of("step.records", count(customers.records())),
                Fact.of("step.customers", count(customers.customers())),
                Fact.of("step.joinedByEmail", count(customers.joinedByEmail())),
                Fact.of("step.withoutProfile", count(customers.withoutProfile())));
    }

    private static List<Fact> features(Features features, Vocabulary words) {
        var names = features.plan().definitions().stream()
                .map(FeatureDefinition::name)
                .toList();
        return List.of(
                Fact.of("step.asOf", time(features.plan().asOf())),
                Fact.of("step.zone", features.plan().zone().id()),
                Fact.of("step.purchaseType", features.plan().purchaseType()),
                Fact.of("step.customers", count(features.table().rows())),
                Fact.of("step.features", words.titles(names)));
    }

    private static List<Fact> clustering(Clustering clustering, Vocabulary words) {
        var plan = clustering.plan();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("step.method", ClusterWords.name(plan.method())));
        facts.add(Fact.of("step.features", words.titles(plan.features())));
        facts.add(Fact.of("step.preparation", PreparationWords.of(plan.preparation(), words)));
        facts.add(Fact.of("step.scaling", PreparationWords.name(plan.scaling())));
        facts.addAll(ClusterWords.facts(plan.method()));
        facts.addAll(ClusterWords.facts(plan.beginning(), plan.weight()));
        plan.within().ifPresent(segment -> facts.add(Fact.of("step.within", segment)));
        facts.add(Fact.of("step.seed", plan.seed().value()));
        facts.add(Fact.of("step.chosen", clustering.chosen().clusters()));
        return List.copyOf(facts);
    }

    private static List<Fact> segment(Segment segment) {
        return List.of(
                Fact.of("step.segment", segment.name()),
                Fact.of("step.rule", segment.plan().ruleBrief()),
                Fact.of("step.members", count(segment.count())),
                Fact.of("step.customers", count(segment.population())),
                Fact.of("step.asOf", time(segment.asOf())),
                Fact.of("step.zone", segment.zone().id()));
    }

    private static List<Fact> recommendations(Recommendations made) {
        var plan = made.plan();
        return List.of(
                Fact.of("step.method", lower(plan.method())),
                Fact.of("step.top", plan.top()),
                Fact.of("step.neighbours", plan.neighbours()),
                Fact.of("step.shrinkage", Numbers.local().exact(plan.shrinkage())),
                Fact.of("step.weighting", lower(plan.weighting())),
                Fact.of("step.customers", count(made.customers())),
                Fact.of("step.items", count(made.items())));
    }

    /** What a way to recommend was measured with, and how it came out. */
    static Stream<Fact> evaluation(Evaluation made) {
        var numbers = Numbers.local();
        return Stream.of(
                Fact.of("step.method", lower(made.plan().method())),
                Fact.of("step.precision", numbers.prose(made.precision())),
                Fact.of("step.recall", numbers.prose(made.recall())),
                Fact.of("step.map", numbers.prose(made.map())),
                Fact.of("step.ndcg", numbers.prose(made.ndcg())));
    }

    private static List<Fact> study(Study study) {
        return switch (study) {
            case Study.PlannedTest planned -> planned(planned.size());
            case Study.SimulatedTest simulated -> simulated(simulated.simulation());
            case Study.AnalysedTest analysed ->
                List.of(
                        Fact.of("step.test", analysed.name()),
                        Fact.of("step.control", analysed.analysis().control()),
                        Fact.of("step.alpha", analysed.analysis().plan().alpha()),
                        Fact.of(
                                "step.customers",
                                count(analysed.analysis().people().total())),
                        Fact.of("step.verdict", analysed.analysis().verdict()));
        };
    }

    private static List<Fact> planned(SampleSize size) {
        var numbers = Numbers.local();
        var baseline = switch (size.plan()) {
            case PowerPlan rate -> Stream.of(Fact.of("step.baseline", numbers.percent(rate.baseline())));
            case MetricPowerPlan mean ->
                Stream.of(
                        Fact.of("step.baseline", numbers.exact(mean.mean())),
                        Fact.of("step.deviation", numbers.exact(mean.standardDeviation())));
        };
        var rest = Stream.of(
                Fact.of("step.effect", numbers.exact(size.plan().effect().size())),
                Fact.of("step.variants", size.plan().traffic().variants()),
                Fact.of("step.perVariant", count(size.perVariant())),
                Fact.of("step.method", size.formula()));
        return Stream.concat(baseline, rest).toList();
    }

    private static List<Fact> simulated(Simulation simulation) {
        var plan = simulation.plan();
        return List.of(
                Fact.of("step.segment", plan.segment()),
                Fact.of("step.metric", plan.metric().label()),
                Fact.of("step.effect", Numbers.local().exact(plan.effect().size())),
                Fact.of("step.days", plan.design().days()),
                Fact.of("step.runs", count(plan.design().runs())),
                Fact.of("step.seed", plan.seed().value()),
                Fact.of(
                        "step.power",
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
