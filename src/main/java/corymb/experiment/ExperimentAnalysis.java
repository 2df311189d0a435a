package corymb.experiment;

import corymb.experiment.Analysis.Comparison;
import corymb.experiment.Analysis.People;
import corymb.experiment.Analysis.SampleRatio;
import corymb.experiment.Analysis.Untested;
import corymb.experiment.Analysis.Variant;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.stats.ChiSquareTest;
import corymb.stats.MultipleTesting;
import corymb.stats.TestResult;
import corymb.work.Failure;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads a test that ran from its exposures: who saw which variant when, with what came of it.
 *
 * <p>Each customer counts once. A yes or no is a yes when any of the customer's rows says so; of a number the earliest row that
 * has one counts. Customers who saw several variants are left out, since nobody can tell what moved them.
 *
 * <p>Reference: R. Kohavi, D. Tang, Y. Xu, Trustworthy Online Controlled Experiments, 2020, doi:10.1017/9781108653985.
 *
 * <p>Cost: three scans of the exposures.
 */
public final class ExperimentAnalysis {
    private ExperimentAnalysis() {}

    /** The names of the experiments that the exposures hold, in order. */
    public static List<String> names(Engine engine, Relation exposures, Progress progress) {
        return new Exposures(engine, exposures, "", progress).experiments();
    }

    /** A query for the customers of a variant: {@code customer_id}, {@code exposures} and, where known, {@code first_seen}. */
    public static Sql people(Engine engine, Relation exposures, String experiment, String variant) {
        return new Exposures(engine, exposures, experiment, Progress.NONE).people(variant);
    }

    /**
     * Compares every variant with control.
     *
     * @param exposures one row an exposure, with the columns customer_id and variant, if there are such also experiment and
     *     timestamp, and a column for each metric
     * @throws Failure when the experiment, a metric or the control variant is not there, or there is nothing to compare
     */
    public static Analysis run(Engine engine, Relation exposures, AnalysisPlan plan, Progress progress) {
        SizeChecks.checkLevel(plan.alpha());
        SizeChecks.checkLevel(plan.ratio().alpha());
        var source = new Exposures(engine, exposures, plan.experiment(), progress);
        progress.report(0, "Counting who saw what");
        var counts = source.counts();
        var control = control(plan, counts.variants());
        var people = people(plan, control, counts);
        progress.report(0.3, "Comparing the variants");
        var metrics = source.summaries(metrics(source, plan));
        progress.report(0.9, "Comparing the variants");
        var analysis = analysis(plan, people, metrics);
        progress.report(1, "Comparing the variants");
        return analysis;
    }

    private static String control(AnalysisPlan plan, List<Exposures.Group> groups) {
        if (groups.size() < 2) {
            throw SizeChecks.failure(
                    groups.isEmpty() ? "Nobody took part in this experiment." : "There is only one variant.",
                    plan.experiment(),
                    "Check the name of the experiment and its exposures.");
        }
        var names = groups.stream().map(Exposures.Group::variant).toList();
        if (plan.control().isEmpty()) {
            return names.stream()
                    .filter(name -> name.equalsIgnoreCase("control"))
                    .findFirst()
                    .orElse(names.getFirst());
        }
        if (!names.contains(plan.control())) {
            throw SizeChecks.failure(
                    "There is no variant called " + plan.control() + ".",
                    plan.experiment(),
                    "The variants are " + String.join(", ", names) + ".");
        }
        return plan.control();
    }

    /** Control first, the others by name. */
    private static People people(AnalysisPlan plan, String control, Exposures.Counts counts) {
        double all =
                counts.variants().stream().mapToLong(Exposures.Group::customers).sum();
        double weights = counts.variants().stream()
                .mapToDouble(group -> plan.ratio().weight(group.variant()))
                .sum();
        var variants = new ArrayList<Variant>();
        for (var group : counts.variants()) {
            double expected = all * plan.ratio().weight(group.variant()) / weights;
            var variant = new Variant(group.variant(), group.customers(), expected);
            variants.add(group.variant().equals(control) ? 0 : variants.size(), variant);
        }
        return new People(variants, counts.inSeveralVariants(), counts.unusableRows());
    }

    private static List<String> metrics(Exposures source, AnalysisPlan plan) {
        if (plan.metrics().isEmpty()) {
            return source.possibleMetrics();
        }
        var unknown = plan.metrics().stream()
                .filter(metric -> !source.possibleMetrics().contains(metric))
                .findFirst();
        if (unknown.isPresent()) {
            throw SizeChecks.failure(
                    "There is no metric called " + unknown.get() + ".",
                    plan.experiment(),
                    "The metrics are " + String.join(", ", source.possibleMetrics()) + ".");
        }
        return plan.metrics();
    }

    private static Analysis analysis(AnalysisPlan plan, People people, List<MetricSummary> metrics) {
        var control = people.variants().getFirst().name();
        var comparisons = new ArrayList<Comparison>();
        var untested = new ArrayList<Untested>();
        for (var metric : metrics) {
            for (var variant : people.variants().subList(1, people.variants().size())) {
                Optional<Comparison> comparison = VariantComparison.of(metric, control, variant.name(), plan.alpha());
                comparison.ifPresentOrElse(
                        comparisons::add,
                        () -> untested.add(new Untested(
                                metric.name(),
                                variant.name(),
                                VariantComparison.whyNot(metric, control, variant.name()))));
            }
        }
        return new Analysis(plan, people, adjusted(comparisons), untested, sampleRatio(plan, people));
    }

    private static List<Comparison> adjusted(List<Comparison> comparisons) {
        var pValues = MultipleTesting.holm(
                comparisons.stream().map(each -> each.test().pValue()).toList());
        return IntStream.range(0, comparisons.size())
                .mapToObj(i -> comparisons.get(i).withAdjustedPValue(pValues.get(i)))
                .toList();
    }

    private static SampleRatio sampleRatio(AnalysisPlan plan, People people) {
        TestResult test = ChiSquareTest.goodnessOfFit(
                people.variants().stream().map(Variant::customers).toList(),
                people.variants().stream().map(Variant::expected).toList());
        return new SampleRatio(test, plan.ratio().alpha());
    }
}
