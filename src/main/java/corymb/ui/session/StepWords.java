package corymb.ui.session;

import corymb.chart.Numbers;
import corymb.clustering.ClusterMethod;
import corymb.clustering.Clustering;
import corymb.experiment.Study;
import corymb.identity.Customers;
import corymb.importing.Source;
import corymb.project.Change;
import corymb.project.GroupChange;
import corymb.project.Made;
import corymb.project.SegmentChange;
import corymb.project.SourceChange;
import corymb.recommend.Method;
import corymb.recommend.Recommendations;
import corymb.repair.RepairOutcome;
import corymb.segment.Segment;
import corymb.ui.kit.Texts;
import java.time.ZoneId;
import java.util.List;

/** What a step did, in a sentence or two. */
final class StepWords {
    private StepWords() {}

    static String of(Change change) {
        return switch (change) {
            case SourceChange.SourceImported imported ->
                source(imported.source().value());
            case SourceChange.BatchRemoved removed -> Texts.of("step.words.batchRemoved", removed.file());
            case SourceChange.RowsResubmitted resubmitted ->
                Texts.of("step.words.resubmitted", count(resubmitted.rows()), count(resubmitted.taken()));
            case SourceChange.SourceRepaired repaired ->
                repaired(repaired.source().value());
            case Change.SourceRemoved _ -> Texts.of("step.words.sourceRemoved");
            case Change.ChecksStated _ -> Texts.of("step.words.checks");
            case Change.PreparationsSaved _ -> Texts.of("step.words.preparations");
            case Change.PathsSaved _ -> Texts.of("step.words.paths");
            case Change.Judged judged -> of(judged.step());
            case Change.QualityAssessed _ -> Texts.of("step.words.quality");
            case Change.CustomersResolved resolved ->
                customers(resolved.customers().value());
            case Change.FeaturesComputed computed -> {
                var features = computed.features().value();
                yield Texts.of(
                        "step.words.features",
                        count(features.table().rows()),
                        features.plan().definitions().size(),
                        Numbers.local().time(features.plan().asOf(), ZoneId.systemDefault()));
            }
            case GroupChange.Clustered clustered ->
                clustering(clustered.clustering().value());
            case GroupChange.Mapped mapped -> MapWords.sentence(mapped.map().value());
            case SegmentChange.SegmentDefined defined -> {
                var segment = defined.segment().value();
                yield Texts.of("step.words.segment", count(segment.count()), count(segment.population()));
            }
            case SegmentChange.SegmentsDefined defined ->
                Texts.of("step.words.segments", defined.segments().size());
            case SegmentChange.SegmentsImported(var segments) ->
                Texts.of("step.words.segmentsImported", segments.size());
            case SegmentChange.SegmentsRefreshed(var segments) -> refreshed(segments);
            case GroupChange.GroupsKept kept ->
                Texts.of(
                        "step.words.groupsKept",
                        count(kept.clustering().value().members().rows()),
                        count(kept.clustering().value().since().arrived()));
            case GroupChange.GroupRenamed _ -> Texts.of("step.words.groupRenamed");
            case SegmentChange.SegmentRemoved _ -> Texts.of("step.words.segmentRemoved");
            case Change.ZoneChosen _ -> Texts.of("step.meaning.zone");
            case SegmentChange.PolicyTaken(var policy) -> PolicyWords.meaning(policy);
            case Change.Recommended recommended ->
                recommendations(recommended.recommendations().value());
            case Change.ExperimentStudied studied -> study(studied.study().value());
        };
    }

    private static String refreshed(List<Made<Segment>> segments) {
        return Texts.of(
                "step.words.segmentsRefreshed",
                segments.size(),
                count(segments.stream()
                        .mapToLong(made -> made.value().moves().entered())
                        .sum()),
                count(segments.stream()
                        .mapToLong(made -> made.value().moves().left())
                        .sum()));
    }

    private static String source(Source source) {
        return Texts.of(
                "step.words.source",
                source.plan().role().label(),
                count(source.accepted()),
                count(source.rows()),
                count(source.rejected()),
                count(source.duplicates()));
    }

    private static String repaired(Source source) {
        var outcomes = source.repaired().outcomes();
        return Texts.of(
                "step.words.repaired",
                outcomes.stream().filter(outcome -> outcome.step().isOn()).count(),
                count(outcomes.stream().mapToLong(RepairOutcome::rows).sum()));
    }

    private static String customers(Customers customers) {
        return Texts.of("step.words.customers", count(customers.records()), count(customers.customers()));
    }

    private static String clustering(Clustering clustering) {
        var plan = clustering.plan();
        return Texts.of(
                "step.words.clusters",
                ClusterWords.name(plan.method()),
                plan.features().size(),
                tried(plan.method()),
                clustering.chosen().clusters(),
                clustering.chosen().reason());
    }

    private static String tried(ClusterMethod method) {
        return method.counts()
                .map(counts -> counts.isOne()
                        ? Texts.of("step.words.oneNumber", counts.fewest())
                        : Texts.of("step.words.numbers", counts.fewest(), counts.most()))
                .orElseGet(() -> Texts.of("step.words.ownNumber"));
    }

    private static String recommendations(Recommendations made) {
        return Texts.of(
                made.plan().method() == Method.POPULAR ? "step.words.popular" : "step.words.recommendations",
                made.plan().top(),
                count(made.items()));
    }

    private static String study(Study study) {
        return switch (study) {
            case Study.PlannedTest planned ->
                Texts.of("step.words.planned", count(planned.size().perVariant()));
            case Study.SimulatedTest simulated -> {
                var plan = simulated.simulation().plan();
                yield Texts.of(
                        "step.words.simulated",
                        plan.design().days(),
                        count(plan.design().runs()),
                        plan.segment());
            }
            case Study.AnalysedTest analysed ->
                Texts.of("step.words.analysed", analysed.analysis().control());
        };
    }

    private static String count(long value) {
        return Numbers.local().count(value);
    }
}
