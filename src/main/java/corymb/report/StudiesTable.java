package corymb.report;

import corymb.experiment.Analysis;
import corymb.experiment.SampleSize;
import corymb.experiment.Simulation;
import corymb.experiment.Study;
import corymb.project.Made;
import corymb.project.Project;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Problem;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The numbers of all tests, one a row: {@code experiment}, {@code kind}, {@code variant}, {@code metric}, {@code measure}, {@code value}. */
final class StudiesTable {
    private StudiesTable() {}

    static Table of(Project project) {
        if (project.studies().isEmpty()) {
            throw new Problem("There are no tests yet.", "", "Plan, simulate or analyse a test first.").asFailure();
        }
        var lines = project.studies().stream()
                .map(Made::value)
                .flatMap(StudiesTable::lines)
                .toList();
        return new Table(List.of(
                texts("experiment", lines, Line::experiment),
                texts("kind", lines, Line::kind),
                texts("variant", lines, line -> line.number().variant()),
                texts("metric", lines, line -> line.number().metric()),
                texts("measure", lines, line -> line.number().measure()),
                new NumberColumn(
                        "value",
                        ColumnType.DECIMAL,
                        lines.stream()
                                .mapToDouble(line -> line.number().value())
                                .toArray())));
    }

    private static Stream<Line> lines(Study study) {
        return switch (study) {
            case Study.PlannedTest planned ->
                planned(planned.size()).map(number -> new Line(study.name(), "planned", number));
            case Study.SimulatedTest simulated ->
                simulated(simulated.simulation()).map(number -> new Line(study.name(), "simulated", number));
            case Study.AnalysedTest analysed ->
                analysed(analysed.analysis()).map(number -> new Line(study.name(), "analysed", number));
        };
    }

    private static Stream<Numbered> planned(SampleSize size) {
        var people = Stream.of(
                Numbered.ofTest("customers a variant", (double) size.perVariant()),
                Numbered.ofTest("customers", (double) size.total()));
        return Stream.concat(people, size.days().stream().mapToObj(days -> Numbered.ofTest("days", (double) days)));
    }

    private static Stream<Numbered> simulated(Simulation simulation) {
        return Stream.of(
                Numbered.ofTest("customers", simulation.crowd().enrolled()),
                Numbered.ofTest("baseline", simulation.crowd().baseline()),
                Numbered.ofTest("power", simulation.rates().power().value()),
                Numbered.ofTest(
                        "false positive rate",
                        simulation.rates().falsePositive().value()));
    }

    private static Stream<Numbered> analysed(Analysis analysis) {
        var groups = analysis.variants().stream()
                .map(variant -> new Numbered(variant.name(), "", "customers", (double) variant.customers()));
        var compared = analysis.metrics().stream().flatMap(StudiesTable::compared);
        var ratio =
                Numbered.ofTest("sample ratio p value", analysis.sampleRatio().pValue());
        return Stream.of(groups, compared, Stream.of(ratio)).flatMap(Function.identity());
    }

    private static Stream<Numbered> compared(Analysis.Comparison comparison) {
        var lift = comparison.lift();
        return Stream.of(
                numbered(comparison, "difference", lift.absolute()),
                numbered(comparison, "difference, low", lift.interval().low()),
                numbered(comparison, "difference, high", lift.interval().high()),
                numbered(comparison, "relative difference", lift.relative()),
                numbered(comparison, "p value", comparison.evidence().test().pValue()),
                numbered(comparison, "adjusted p value", comparison.adjustedPValue()),
                numbered(
                        comparison,
                        "probability better",
                        comparison.basis().bayes().probabilityBetter()));
    }

    private static Numbered numbered(Analysis.Comparison comparison, String measure, double value) {
        return new Numbered(comparison.variant(), comparison.name(), measure, value);
    }

    private static TextColumn texts(String name, List<Line> lines, Function<Line, String> value) {
        return new TextColumn(name, lines.stream().map(value).toList());
    }

    private record Line(String experiment, String kind, Numbered number) {}

    /** A number of one variant and metric, or of the whole test where those are empty. */
    private record Numbered(String variant, String metric, String measure, double value) {
        static Numbered ofTest(String measure, double value) {
            return new Numbered("", "", measure, value);
        }
    }
}
