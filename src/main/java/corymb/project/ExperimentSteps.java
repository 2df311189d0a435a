package corymb.project;

import corymb.experiment.AnalysisPlan;
import corymb.experiment.ExperimentAnalysis;
import corymb.experiment.PowerAnalysis;
import corymb.experiment.SimulatedMetric;
import corymb.experiment.SimulationPlan;
import corymb.experiment.SizePlan;
import corymb.experiment.Study;
import corymb.experiment.TestSimulation;
import corymb.importing.Role;
import corymb.project.Change.ExperimentStudied;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.NumberColumn;
import corymb.work.NearName;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The steps of the journey about experiments. */
public final class ExperimentSteps {
    private final Journey journey;
    private final ProjectFile file;

    ExperimentSteps(Journey journey, ProjectFile file) {
        this.journey = journey;
        this.file = file;
    }

    public Change plan(String name, SizePlan plan) {
        return study(() -> new Study.PlannedTest(name, PowerAnalysis.sampleSize(plan)));
    }

    public Change simulate(String name, SimulationPlan plan, Progress progress) {
        return study(() -> new Study.SimulatedTest(
                name, TestSimulation.run(plan, values(plan, progress.between(0, 0.1)), progress.between(0.1, 1))));
    }

    public Change analyse(AnalysisPlan plan, Progress progress) {
        var exposures = exposures(plan.experiment(), progress.between(0, 0.2));
        return study(() -> new Study.AnalysedTest(
                ExperimentAnalysis.run(file.engine(), exposures, plan, progress.between(0.2, 1))));
    }

    /** A query for the customers who saw a variant of an imported test and no other. */
    public Sql exposed(String experiment, String variant, Progress progress) {
        return ExperimentAnalysis.people(file.engine(), exposures(experiment, progress), experiment, variant);
    }

    /** What the plan's metric is for each member of its segment; ones where the plan gives the rate itself. */
    private NumberColumn values(SimulationPlan plan, Progress progress) {
        var members = segmentMembers(plan.segment());
        var value = switch (plan.metric()) {
            case SimulatedMetric.Conversion(var feature) -> numeric(feature);
            case SimulatedMetric.Value(var feature) -> numeric(feature);
            case SimulatedMetric.GivenConversion _ -> "1";
        };
        var query = Sql.of("select cast(" + value + " as double) as metric from "
                + journey.features().table().quoted() + " join " + members.quoted()
                + " using (customer_id) order by customer_id");
        return file.engine().table(query, progress).numbers("metric");
    }

    private String numeric(String feature) {
        var numbers = journey.features().table().schema().fields().stream()
                .filter(field -> field.type().isNumeric() || field.type() == ColumnType.BOOLEAN)
                .map(Field::name)
                .toList();
        return numbers.stream()
                .filter(feature::equals)
                .findFirst()
                .map(Sql::name)
                .orElseThrow(() -> new Problem(
                                "There is no feature of that name that is a number.",
                                feature,
                                NearName.remedy(feature, numbers))
                        .asFailure());
    }

    private Relation segmentMembers(String name) {
        return new Named(file.history().present()).segment(name).value().members();
    }

    /** The exposures of the source that knows the experiment. */
    private Relation exposures(String experiment, Progress progress) {
        var known = new ArrayList<String>();
        for (var exposures : file.history().present().data(Role.EXPOSURES)) {
            var names = ExperimentAnalysis.names(file.engine(), exposures, progress);
            if (names.contains(experiment)) {
                return exposures;
            }
            known.addAll(names);
        }
        var remedy = known.isEmpty()
                ? "Import the file with the customers who took part, as exposures."
                : NearName.remedy(experiment, known);
        throw new Problem("No imported test has that name.", experiment, remedy).asFailure();
    }

    /** The step that made a study, taken again by the same plan. */
    Change again(Study study, Progress progress) {
        return switch (study) {
            case Study.PlannedTest planned ->
                plan(planned.name(), planned.size().plan());
            case Study.SimulatedTest simulated ->
                simulate(simulated.name(), simulated.simulation().plan(), progress);
            case Study.AnalysedTest analysed -> analyse(analysed.analysis().plan(), progress);
        };
    }

    private Change study(Supplier<Study> work) {
        return new ExperimentStudied(Journey.placed(
                journey.<Study>made(List.of(), _ -> work.get()),
                value -> Lineage.ofStudy(file.history().present(), value)));
    }
}
