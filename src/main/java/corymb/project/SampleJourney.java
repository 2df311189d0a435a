package corymb.project;

import corymb.clustering.ClusterPlan;
import corymb.experiment.AnalysisPlan;
import corymb.experiment.Effect;
import corymb.experiment.ErrorRates;
import corymb.experiment.Peek;
import corymb.experiment.PowerPlan;
import corymb.experiment.SampleSizeFormula;
import corymb.experiment.SimulatedMetric;
import corymb.experiment.SimulationPlan;
import corymb.experiment.Traffic;
import corymb.importing.FileDetection;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.recommend.Method;
import corymb.recommend.RecommendationPlan;
import corymb.rule.RuleParser;
import corymb.segment.SegmentPlan;
import corymb.stats.Seed;
import corymb.stats.Share;
import corymb.work.Progress;
import corymb.world.SampleFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole journey through the sample: from its eight files to segments, recommendations and tests. */
public final class SampleJourney {
    private static final Map<String, Role> ROLES = new LinkedHashMap<>();
    private static final Map<String, String> SEGMENTS = new LinkedHashMap<>();

    static {
        ROLES.put("crm_customers.csv", Role.CUSTOMERS);
        ROLES.put("loyalty_members.csv", Role.CUSTOMERS);
        ROLES.put("newsletter.json", Role.CUSTOMERS);
        ROLES.put("products.csv", Role.ITEMS);
        ROLES.put("web_events.csv", Role.EVENTS);
        ROLES.put("orders.csv", Role.EVENTS);
        ROLES.put("consents.csv", Role.CONSENTS);
        ROLES.put("homepage_test.csv", Role.EXPOSURES);
        SEGMENTS.put("Champions", "r_score >= 4 and f_score >= 4 and m_score >= 4");
        SEGMENTS.put("Slipping away", "recency_days between 120 and 365 and frequency >= 3");
        SEGMENTS.put("New this quarter", "tenure_days <= 90");
        SEGMENTS.put("Big spenders in the Alps", "monetary > 500 and country in (\"AT\", \"CH\")");
    }

    private final Journey journey;
    private final List<StepTaken> taken = new ArrayList<>();

    private SampleJourney(ProjectFile file, Clock clock) {
        this.journey = new Journey(file, clock);
    }

    /** Takes the journey in an empty project; each step is stored as it is made. */
    public static List<StepTaken> run(ProjectFile file, Clock clock, Progress progress) {
        try {
            var folder = Files.createTempDirectory(file.engine().scratch(), "sample-");
            SampleFiles.copyTo(folder);
            var sample = new SampleJourney(file, clock);
            sample.importFiles(folder, progress.between(0, 0.5));
            sample.analyse(progress.between(0.5, 1));
            return List.copyOf(sample.taken);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lay out the sample", e);
        }
    }

    private void importFiles(Path folder, Progress progress) {
        int done = 0;
        for (var entry : ROLES.entrySet()) {
            progress.report((double) done++ / ROLES.size(), "Importing " + entry.getKey());
            var detected = FileDetection.detect(folder.resolve(entry.getKey()), progress);
            var name = entry.getKey().replaceFirst("\\..*", "");
            var columns = MappingProposal.propose(detected, entry.getValue());
            var plan = ImportPlan.of(name, entry.getValue(), detected, columns);
            take((steps, part) -> steps.importFile(plan, part), Progress.NONE);
        }
    }

    private void analyse(Progress progress) {
        take(Journey::assessQuality, progress.between(0, 0.15));
        take(Journey::resolveCustomers, progress.between(0.15, 0.2));
        take((steps, part) -> steps.computeFeatures(steps.standardFeatures(part), part), progress.between(0.2, 0.3));
        take((steps, part) -> steps.cluster(clusterPlan(steps), part), progress.between(0.3, 0.6));
        SEGMENTS.forEach((name, rule) -> take(
                (steps, part) -> steps.segments().define(new SegmentPlan(name, RuleParser.require(rule)), part),
                progress));
        take(
                (steps, part) -> steps.recommend(RecommendationPlan.standard(Method.ITEM_KNN, 10), part),
                progress.between(0.6, 0.8));
        take((steps, _) -> steps.experiments().plan("Free delivery", sizePlan()), progress);
        take(
                (steps, part) -> steps.experiments().simulate("Voucher for champions", simulationPlan(), part),
                progress.between(0.8, 0.9));
        take(
                (steps, part) -> steps.experiments().analyse(AnalysisPlan.of("homepage_hero"), part),
                progress.between(0.9, 1));
    }

    private static ClusterPlan clusterPlan(Journey steps) {
        return ClusterPlan.of(steps.suitableFeatures());
    }

    private static PowerPlan sizePlan() {
        return new PowerPlan(
                0.10, Effect.absolute(0.02), ErrorRates.USUAL, new Traffic(2, 400), SampleSizeFormula.UNPOOLED);
    }

    private static SimulationPlan simulationPlan() {
        var design = new SimulationPlan.Design(14, 2_000, Peek.DAILY, 0.05, new Share(1));
        return new SimulationPlan(
                "Champions", new SimulatedMetric.GivenConversion(0.12), Effect.absolute(0.06), design, new Seed(1));
    }

    private void take(Journey.Step step, Progress progress) {
        var history = journey.take(step, progress);
        var change = history.past().getLast().change();
        taken.add(new StepTaken(change.label(), change.made().map(Made::seconds).orElse(0.0)));
    }
}
