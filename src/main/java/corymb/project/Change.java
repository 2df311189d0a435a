package corymb.project;

import corymb.experiment.Study;
import corymb.feature.Features;
import corymb.identity.Customers;
import corymb.path.PathPlan;
import corymb.preparation.PreparationPlan;
import corymb.quality.QualityReport;
import corymb.quality.StatedChecks;
import corymb.recommend.Recommendations;
import corymb.sql.Relation;
import corymb.sql.Stored;
import corymb.sql.View;
import corymb.table.Zone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A step a person took, with its result already computed: applying one is only a swap of values. */
public sealed interface Change
        permits SourceChange,
                GroupChange,
                SegmentChange,
                Change.SourceRemoved,
                Change.ChecksStated,
                Change.QualityAssessed,
                Change.Judged,
                Change.CustomersResolved,
                Change.ZoneChosen,
                Change.FeaturesComputed,
                Change.PreparationsSaved,
                Change.PathsSaved,
                Change.Recommended,
                Change.ExperimentStudied {
    /** What the step did, in words, for the history and the undo menu. */
    String label();

    Project applyTo(Project project);

    /** The result the step brought; none where it took one away, or only settled something. */
    default Optional<Made<?>> made() {
        return Optional.empty();
    }

    /** The changes it is made of, itself where it is only one. */
    default Stream<Change> parts() {
        return Stream.of(this);
    }

    /** The rows that came with the step, to be stored with it. */
    default List<Relation> relations() {
        return made().map(Made::value)
                .map(value -> value instanceof Stored stored ? stored.relations() : List.<Relation>of())
                .orElse(List.of());
    }

    /** What the step gives of stored rows without keeping them again. */
    default List<View> views() {
        return made().map(Made::value)
                .map(value -> value instanceof Stored stored ? stored.views() : List.<View>of())
                .orElse(List.of());
    }

    /** A source was taken out. */
    record SourceRemoved(String name) implements Change {
        @Override
        public String label() {
            return "Removed source " + name;
        }

        @Override
        public Project applyTo(Project project) {
            return project.withSources(
                    Placing.without(project.sources(), source -> source.name().equals(name)));
        }
    }

    /**
     * Checks were stated, changed or taken out.
     *
     * @param checks all that hold now
     * @param label what was done to them
     */
    record ChecksStated(Made<StatedChecks> checks, String label) implements Change {
        @Override
        public Project applyTo(Project project) {
            return project.withChecks(checks);
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(checks);
        }
    }

    /** The sources were judged. */
    record QualityAssessed(Made<QualityReport> report) implements Change {
        @Override
        public String label() {
            return "Assessed quality";
        }

        @Override
        public Project applyTo(Project project) {
            return project.withQuality(report);
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(report);
        }
    }

    /** A step with the judgement of the sources as they are after it, so that both are undone as one. */
    record Judged(Change step, Made<QualityReport> report) implements Change {
        @Override
        public String label() {
            return step.label();
        }

        @Override
        public Project applyTo(Project project) {
            return step.applyTo(project).withQuality(report);
        }

        @Override
        public Optional<Made<?>> made() {
            return step.made();
        }

        @Override
        public Stream<Change> parts() {
            return Stream.of(step, new QualityAssessed(report));
        }
    }

    /** Records became customers. */
    record CustomersResolved(Made<Customers> customers) implements Change {
        @Override
        public String label() {
            return "Built customer profiles";
        }

        @Override
        public Project applyTo(Project project) {
            return project.withCustomers(customers);
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(customers);
        }
    }

    /** It was chosen whose days, weeks, months and hours are meant. */
    record ZoneChosen(Zone zone) implements Change {
        @Override
        public String label() {
            return "Chose the time zone " + zone;
        }

        @Override
        public Project applyTo(Project project) {
            return project.withZone(zone);
        }
    }

    /** Each customer got a row of features. */
    record FeaturesComputed(Made<Features> features) implements Change {
        @Override
        public String label() {
            return "Computed features";
        }

        @Override
        public Project applyTo(Project project) {
            return project.withFeatures(features);
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(features);
        }
    }

    /**
     * Plans of preparation were kept under names, or forgotten.
     *
     * @param preparations all there are now
     * @param label what was done to them
     */
    record PreparationsSaved(SavedPlans<PreparationPlan> preparations, String label) implements Change {
        @Override
        public Project applyTo(Project project) {
            return project.withPreparations(preparations);
        }
    }

    /**
     * Funnels and cohorts were kept under names, given others, or forgotten.
     *
     * @param paths all there are now
     * @param label what was done to them
     */
    record PathsSaved(SavedPlans<PathPlan> paths, String label) implements Change {
        @Override
        public Project applyTo(Project project) {
            return project.withPaths(paths);
        }
    }

    /** Customers got recommendations; they take the place of earlier ones by the same plan, and are the newest. */
    record Recommended(Made<Recommendations> recommendations) implements Change {
        @Override
        public String label() {
            return "Computed recommendations";
        }

        @Override
        public Project applyTo(Project project) {
            return project.withRecommendations(
                    Placing.asNewest(project.recommendations(), recommendations, Recommendations::plan));
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(recommendations);
        }
    }

    /** A test was planned, simulated or analysed; it takes the place of an earlier study of the same kind and name. */
    record ExperimentStudied(Made<Study> study) implements Change {
        @Override
        public String label() {
            return switch (study.value()) {
                case Study.PlannedTest planned -> "Planned test " + planned.name();
                case Study.SimulatedTest simulated -> "Simulated test " + simulated.name();
                case Study.AnalysedTest analysed -> "Analysed test " + analysed.name();
            };
        }

        @Override
        public Project applyTo(Project project) {
            var value = study.value();
            return project.withStudies(Placing.inPlace(
                    project.studies(),
                    study,
                    other ->
                            other.getClass() == value.getClass() && other.name().equals(value.name())));
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(study);
        }
    }
}
