package corymb.project;

import corymb.clustering.Clustering;
import corymb.embedding.CustomerMap;
import corymb.experiment.Study;
import corymb.feature.Features;
import corymb.identity.Customers;
import corymb.importing.Source;
import corymb.path.PathPlan;
import corymb.preparation.PreparationPlan;
import corymb.quality.QualityReport;
import corymb.quality.StatedChecks;
import corymb.recommend.Recommendations;
import corymb.segment.Policy;
import corymb.segment.Segment;
import corymb.sql.Relation;
import corymb.sql.Stored;
import corymb.sql.View;
import corymb.table.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A step a person took, with its result already computed: applying one is only a swap of values. */
public sealed interface Change {
    /** What the step did, in words, for the history and the undo menu. */
    String label();

    Project applyTo(Project project);

    /** The result the step brought; none where it took one away. */
    Optional<Made<?>> made();

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

    /** A file came in; its source takes the place of an earlier one of the same name, of which it may hold the rows too. */
    record SourceImported(Made<Source> source) implements Change {
        @Override
        public String label() {
            return "Imported " + source.value().name();
        }

        @Override
        public Project applyTo(Project project) {
            var name = source.value().name();
            return project.withSources(
                    with(project.sources(), source, other -> other.name().equals(name)));
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(source);
        }
    }

    /**
     * A file was taken out of a source that holds others.
     *
     * @param source the source without it
     * @param file the name of the file
     */
    record BatchRemoved(Made<Source> source, String file) implements Change {
        @Override
        public String label() {
            return "Removed " + file + " from " + source.value().name();
        }

        @Override
        public Project applyTo(Project project) {
            return new SourceImported(source).applyTo(project);
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(source);
        }
    }

    /**
     * Rows that were not taken were repaired and went in once more.
     *
     * @param source the source with those that could be taken
     * @param rows how many were repaired
     * @param taken how many of them are no longer among those that were not taken
     */
    record RowsResubmitted(Made<Source> source, long rows, long taken) implements Change {
        @Override
        public String label() {
            return "Took " + taken + " of " + rows + " repaired rows into "
                    + source.value().name();
        }

        @Override
        public Project applyTo(Project project) {
            return new SourceImported(source).applyTo(project);
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(source);
        }
    }

    /**
     * The repairs of a source were changed.
     *
     * @param source the source with those of now
     * @param what what was changed, such as "added trim blanks in city"
     */
    record SourceRepaired(Made<Source> source, String what) implements Change {
        @Override
        public String label() {
            return "Repairs of " + source.value().name() + ": " + what;
        }

        @Override
        public Project applyTo(Project project) {
            return new SourceImported(source).applyTo(project);
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(source);
        }
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
                    without(project.sources(), source -> source.name().equals(name)));
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.empty();
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

        @Override
        public Optional<Made<?>> made() {
            return Optional.empty();
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

        @Override
        public Optional<Made<?>> made() {
            return Optional.empty();
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

        @Override
        public Optional<Made<?>> made() {
            return Optional.empty();
        }
    }

    /** Customers were clustered; it takes the place of an earlier clustering by the same plan, and is the newest. */
    record Clustered(Made<Clustering> clustering) implements Change {
        @Override
        public String label() {
            return "Found " + clustering.value().clusters().size() + " clusters";
        }

        @Override
        public Project applyTo(Project project) {
            return project.withClusterings(withNewest(project.clusterings(), clustering, Clustering::plan));
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(clustering);
        }
    }

    /** Customers were laid out on a map; it takes the place of an earlier one by the same plan, and is the newest. */
    record Mapped(Made<CustomerMap> map) implements Change {
        @Override
        public String label() {
            return "Drew a map of customers";
        }

        @Override
        public Project applyTo(Project project) {
            return project.withMaps(withNewest(project.maps(), map, CustomerMap::plan));
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(map);
        }
    }

    /** A segment was defined, or defined anew under the same name. */
    record SegmentDefined(Made<Segment> segment) implements Change {
        @Override
        public String label() {
            return "Defined segment " + segment.value().name();
        }

        @Override
        public Project applyTo(Project project) {
            var name = segment.value().name();
            return project.withSegments(
                    with(project.segments(), segment, other -> other.name().equals(name)));
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(segment);
        }
    }

    /** Several segments, at least one, each as if defined alone, to be undone as one. */
    sealed interface OfSegments extends Change {
        List<Made<Segment>> segments();

        @Override
        default Project applyTo(Project project) {
            var after = project;
            for (var part : parts().toList()) {
                after = part.applyTo(after);
            }
            return after;
        }

        @Override
        default Optional<Made<?>> made() {
            return Optional.of(segments().getLast());
        }

        @Override
        default Stream<Change> parts() {
            return segments().stream().map(SegmentDefined::new);
        }

        @Override
        default List<Relation> relations() {
            return parts().flatMap(part -> part.relations().stream()).toList();
        }

        @Override
        default List<View> views() {
            return parts().flatMap(part -> part.views().stream()).toList();
        }
    }

    /**
     * Several segments were defined at once, to be undone as one.
     *
     * @param segments at least one
     */
    record SegmentsDefined(List<Made<Segment>> segments) implements OfSegments {
        public SegmentsDefined {
            segments = List.copyOf(segments);
        }

        @Override
        public String label() {
            return "Saved %d groups as segments".formatted(segments.size());
        }
    }

    /**
     * The members of segments that were out of date were found anew, to be undone as one.
     *
     * @param segments at least one
     */
    record SegmentsRefreshed(List<Made<Segment>> segments) implements OfSegments {
        public SegmentsRefreshed {
            segments = List.copyOf(segments);
        }

        @Override
        public String label() {
            return segments.size() == 1
                    ? "Refreshed segment " + segments.getFirst().value().name()
                    : "Refreshed %d segments".formatted(segments.size());
        }
    }

    /**
     * Rules of segments were taken from elsewhere, to be undone as one.
     *
     * @param segments at least one
     */
    record SegmentsImported(List<Made<Segment>> segments) implements OfSegments {
        public SegmentsImported {
            segments = List.copyOf(segments);
        }

        @Override
        public String label() {
            return segments.size() == 1
                    ? "Took segment " + segments.getFirst().value().name() + " from elsewhere"
                    : "Took %d segments from elsewhere".formatted(segments.size());
        }
    }

    /** The groups of the newest clustering were kept, and the customers there are now sorted into them. */
    record GroupsKept(Made<Clustering> clustering) implements Change {
        @Override
        public String label() {
            return "Sorted customers into the groups";
        }

        @Override
        public Project applyTo(Project project) {
            return project.withClusterings(withNewest(project.clusterings(), clustering, Clustering::plan));
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.of(clustering);
        }
    }

    /**
     * A person gave a group a name of their own.
     *
     * @param clustering the id of the clustering the group belongs to
     */
    record GroupRenamed(long clustering, int cluster, String name) implements Change {
        @Override
        public String label() {
            return "Named a group " + name;
        }

        @Override
        public Project applyTo(Project project) {
            return project.withClusterings(project.clusterings().stream()
                    .map(made -> made.id() == clustering
                            ? new Made<>(
                                    made.id(),
                                    made.inputs(),
                                    made.at(),
                                    made.seconds(),
                                    made.value().named(cluster, name))
                            : made)
                    .toList());
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.empty();
        }
    }

    /** A segment was taken out. */
    record SegmentRemoved(String name) implements Change {
        @Override
        public String label() {
            return "Removed segment " + name;
        }

        @Override
        public Project applyTo(Project project) {
            return project.withSegments(
                    without(project.segments(), segment -> segment.name().equals(name)));
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.empty();
        }
    }

    /**
     * It was decided to which segment customers belong whom several would take.
     *
     * @param policy the decision; empty where none is to hold any more
     */
    record PolicyTaken(Optional<Policy> policy) implements Change {
        @Override
        public String label() {
            return policy.map(taken -> switch (taken) {
                        case Policy.Many() -> "Customers belong to all their segments";
                        case Policy.Priority _ -> "Customers belong to the first of their segments";
                        case Policy.ByScore _ -> "Customers belong to the segment of their highest score";
                    })
                    .orElse("Nothing decides between segments");
        }

        @Override
        public Project applyTo(Project project) {
            return project.withPolicy(policy);
        }

        @Override
        public Optional<Made<?>> made() {
            return Optional.empty();
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
                    withNewest(project.recommendations(), recommendations, Recommendations::plan));
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
            return project.withStudies(with(
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

    /** The list with {@code item} in the place of the first one that it replaces, else at the end. */
    private static <T> List<Made<T>> with(List<Made<T>> list, Made<T> item, Predicate<T> isReplaced) {
        var longer = new ArrayList<Made<T>>();
        boolean isPlaced = false;
        for (var other : list) {
            if (!isReplaced.test(other.value())) {
                longer.add(other);
            } else if (!isPlaced) {
                longer.add(item);
                isPlaced = true;
            }
        }
        if (!isPlaced) {
            longer.add(item);
        }
        return longer;
    }

    /** The list with {@code item} at its end, and without those that were made by the same plan. */
    private static <T> List<Made<T>> withNewest(List<Made<T>> list, Made<T> item, Function<T, ?> plan) {
        var others = without(list, other -> plan.apply(other).equals(plan.apply(item.value())));
        return Stream.concat(others.stream(), Stream.of(item)).toList();
    }

    private static <T> List<Made<T>> without(List<Made<T>> list, Predicate<T> isRemoved) {
        return list.stream().filter(made -> !isRemoved.test(made.value())).toList();
    }
}
