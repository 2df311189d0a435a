package corymb.project;

import corymb.clustering.ClusterPlan;
import corymb.feature.CustomerData;
import corymb.feature.FeatureComputation;
import corymb.feature.FeatureDefinition;
import corymb.feature.FeatureMatrix;
import corymb.feature.FeaturePlan;
import corymb.feature.FeaturePreview;
import corymb.feature.FeatureSummary;
import corymb.feature.Features;
import corymb.feature.HeldOutPurchases;
import corymb.feature.ScoreTrial;
import corymb.identity.ExactKeyPlan;
import corymb.identity.ExactKeyResolution;
import corymb.identity.PersonSource;
import corymb.importing.ImportPlan;
import corymb.importing.Mode;
import corymb.importing.RejectedRow;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.lifetime.HoldOut;
import corymb.project.Change.CustomersResolved;
import corymb.project.Change.FeaturesComputed;
import corymb.project.Change.Judged;
import corymb.project.Change.QualityAssessed;
import corymb.project.Change.Recommended;
import corymb.project.Change.SourceRemoved;
import corymb.project.SourceChange.BatchRemoved;
import corymb.project.SourceChange.RowsResubmitted;
import corymb.project.SourceChange.SourceImported;
import corymb.recommend.Evaluation;
import corymb.recommend.RecommendationPlan;
import corymb.recommend.Recommending;
import corymb.recommend.Shop;
import corymb.rule.Moment;
import corymb.segment.Population;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.table.Zone;
import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * The steps of the journey over one open project: each computes its result from what is there now and gives it as a change.
 *
 * <p>The window and the command line take the same steps through here. Nothing is stored until {@link #take}.
 */
public final class Journey {
    private static final int HELD_OUT_ITEMS = 3;

    private final ProjectFile file;
    private final Clock clock;

    public Journey(ProjectFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** A step to be computed. */
    @FunctionalInterface
    public interface Step {
        Change compute(Journey journey, Progress progress);
    }

    /** Computes a step and stores it. */
    public History take(Step step, Progress progress) {
        var change = step.compute(this, progress.between(0, 0.8));
        return file.commit(change, progress.between(0.8, 1));
    }

    public Change importFile(ImportPlan plan, Progress progress) {
        return importFile(plan, Mode.REPLACE, progress);
    }

    /** Takes a file into the source its plan names, beside or in the place of what is there. */
    public Change importFile(ImportPlan plan, Mode mode, Progress progress) {
        return new SourceImported(source(name -> imports().with(plan, mode, name, progress)));
    }

    /** What an import would give; nothing is kept of it. */
    public Source tryImport(ImportPlan plan, Mode mode, Progress progress) {
        return imports().tried(plan, mode, "trial_" + file.claimId(), progress);
    }

    /**
     * Takes one import out of a source, or the source where it is the only one.
     *
     * @param number which one, counted from 1, the oldest first
     */
    public Change removeImport(String name, int number, Progress progress) {
        var source = imports().source(name);
        var removed = imports().batch(name, number);
        if (source.batches().size() == 1) {
            return new SourceRemoved(name);
        }
        return new BatchRemoved(
                source(relation -> imports().without(source, number, relation, progress)), removed.fileName());
    }

    /** Lets repaired rows of a source go in once more. */
    public Change resubmit(String name, List<RejectedRow> rows, Progress progress) {
        var source = imports().source(name);
        var made = source(relation -> imports().resubmitted(source, rows, relation, progress));
        return new RowsResubmitted(
                made, rows.size(), source.rejected() - made.value().rejected());
    }

    Imports imports() {
        return new Imports(engine(), project(), clock.instant());
    }

    /** A source with its place in the lineage; the work is given how the names of all new relations begin. */
    Made<Source> source(Function<String, Source> work) {
        return placed(made(List.of(), id -> work.apply("source_" + id)), value -> Lookups.inputs(project(), value));
    }

    /** The steps about repairs of the sources. */
    public RepairSteps repairs() {
        return new RepairSteps(this, file);
    }

    /** The steps about what people expect of the sources. */
    public CheckSteps checks() {
        return new CheckSteps(this, file, clock);
    }

    /** The steps about plans of preparation. */
    public PreparationSteps preparations() {
        return new PreparationSteps(file);
    }

    /** The steps about the groups that were found. */
    public GroupSteps groups() {
        return new GroupSteps(this, file);
    }

    /** The steps about maps of customers. */
    public MapSteps maps() {
        return new MapSteps(this, file);
    }

    /** What is asked of what customers did step by step. */
    public PathSteps paths() {
        return new PathSteps(this, file);
    }

    /** The steps about experiments. */
    public ExperimentSteps experiments() {
        return new ExperimentSteps(this, file);
    }

    /** Judges every source, beside the others. */
    public Change assessQuality(Progress progress) {
        ensureSources(progress.between(0, 0.1));
        if (project().sources().isEmpty()) {
            throw missing("There is nothing to judge in this project yet.", "Import a file first.");
        }
        return new QualityAssessed(made(
                Lineage.ofQuality(project()),
                _ -> new Judging(engine(), clock).whole(project(), progress.between(0.1, 1))));
    }

    /** A step together with a judgement of what it concerns, to be undone as one. */
    public Change judged(Step step, Progress progress) {
        var before = project();
        var change = step.compute(this, progress.between(0, 0.5));
        var after = change.applyTo(before);
        try {
            return new Judged(
                    change,
                    made(
                            Lineage.ofQuality(after),
                            _ -> new Judging(engine(), clock).after(before, after, progress.between(0.5, 1))));
        } catch (RuntimeException e) {
            file.discard(change);
            throw e;
        }
    }

    public Change resolveCustomers(Progress progress) {
        ensureSources(progress.between(0, 0.1));
        var people = project().sources(Role.CUSTOMERS).stream()
                .map(source ->
                        new PersonSource(source.value().name(), source.value().data()))
                .toList();
        var plan = new ExactKeyPlan(people, project().data(Role.EVENTS));
        if (plan.people().isEmpty() && plan.activity().isEmpty()) {
            throw missing("There are no people in this project yet.", "Import customers or events first.");
        }
        return new CustomersResolved(made(
                Lineage.ofCustomers(project()),
                id -> ExactKeyResolution.run(engine(), plan, "customers_" + id, progress.between(0.1, 1))));
    }

    /** The features that the project's data allows, as of its last event. */
    public FeaturePlan standardFeatures(Progress progress) {
        return FeaturePlan.standard(engine(), customerData(), now(), progress);
    }

    /** What is known of customers, as features. */
    public List<FeatureDefinition.AttributeOf> attributes() {
        return FeaturePlan.attributes(customerData());
    }

    /** Each customer's features, by the days of the project. */
    public Change computeFeatures(FeaturePlan plan, Progress progress) {
        var here = plan.in(project().zone());
        return new FeaturesComputed(made(
                Lineage.ofFeatures(project(), here),
                id -> FeatureComputation.run(engine(), customerData(), here, "features_" + id, progress)));
    }

    /** What the plan's features look like over some of the customers; nothing is kept. */
    public List<FeatureSummary> preview(FeaturePlan plan, Progress progress) {
        return FeaturePreview.run(
                engine(), customerData(), plan.in(project().zone()), "preview_" + file.claimId(), progress);
    }

    /** What a score makes of all customers; nothing is kept. */
    public ScoreTrial tryScore(ScoreTrial.Asked asked, Progress progress) {
        return ScoreTrial.run(engine(), customerData(), asked, "preview_" + file.claimId(), progress);
    }

    /** How well the models of lifetime would have foretold the second half of the purchases before the plan's moment. */
    public HoldOut holdOut(FeaturePlan plan, Progress progress) {
        return HeldOutPurchases.run(engine(), project().eventSources(), plan, progress);
    }

    /** Looks for groups among all customers, or among the members of a segment. */
    public Change cluster(ClusterPlan plan, Progress progress) {
        return groups().find(plan, progress);
    }

    /** The features to look for groups in when nobody says which. */
    public List<String> suitableFeatures() {
        return FeatureMatrix.suitable(features());
    }

    /** Makes the repairs of sources again that look up in others which have changed. */
    public History ensureSources(Progress progress) {
        for (var next = Lineage.firstStale(project(), List.of());
                next.isPresent() && next.get().value() instanceof Source source;
                next = Lineage.firstStale(project(), List.of())) {
            take((journey, part) -> journey.repairs().again(source.name(), part), progress);
        }
        return file.history();
    }

    /** Builds the profiles where there are none that still hold. */
    public void ensureCustomers(Progress progress) {
        ensureSources(progress.between(0, 0.1));
        if (isWanting(project().customers())) {
            take(Journey::resolveCustomers, progress);
        }
    }

    /** Computes the features, and the profiles before them, where there are none that still hold. */
    public void ensureFeatures(Progress progress) {
        ensureCustomers(progress.between(0, 0.4));
        if (isWanting(project().features())) {
            take(Journey::computeSuitableFeatures, progress.between(0.4, 1));
        }
    }

    /** Judges the sources where there is no judgement that still holds. */
    public void ensureQuality(Progress progress) {
        if (!project().sources().isEmpty() && isWanting(project().quality())) {
            take(Journey::assessQuality, progress);
        }
    }

    /** Brings quality, profiles and features up to date with the sources. */
    public History prepare(Progress progress) {
        ensureSources(progress.between(0, 0.1));
        ensureQuality(progress.between(0, 0.3));
        if (project().tellsOfCustomers()) {
            ensureFeatures(progress.between(0.3, 1));
        }
        return file.history();
    }

    /** Runs every stale plan again, inputs first, but for those that no longer fit what they rest on, and what rests on these. */
    public Refresh refresh(Progress progress) {
        return new RefreshSteps(this, file).all(progress);
    }

    /** A result computed again by its plan, once everything stale that it rests on is. */
    public Change anew(Made<?> made, Progress progress) {
        return new RefreshSteps(this, file).anew(made, progress);
    }

    /** The same plan of features by the project's days, as of the end of the events there are where its moment goes on with them. */
    public FeaturePlan following(FeaturePlan plan, Progress progress) {
        return plan.in(project().zone()).following(engine(), customerData(), clock.instant(), progress);
    }

    /** The features of a plan that the customers and events there are allow. */
    public FeaturePlan fitting(FeaturePlan plan, Progress progress) {
        return plan.fitting(engine(), customerData(), progress);
    }

    private Moment now() {
        return new Moment(clock.instant(), project().zone());
    }

    /** Chooses whose days, weeks, months and hours rules, features, funnels and cohorts mean. */
    public Change choose(Zone zone) {
        return new Change.ZoneChosen(zone);
    }

    boolean isWanting(Optional<? extends Made<?>> result) {
        return result.isEmpty()
                || Lineage.stale(project()).contains(result.get().id());
    }

    /** What suits the data, as a person changed it before. */
    private Change computeSuitableFeatures(Progress progress) {
        var part = progress.between(0, 0.2);
        var plan = project()
                .features()
                .map(made -> made.value().plan().renewed(engine(), customerData(), now(), part))
                .orElseGet(() -> standardFeatures(part));
        return computeFeatures(plan, progress.between(0.2, 1));
    }

    /** Everything a rule can ask about a customer: the features, and the newest clustering's cluster. */
    public Population population() {
        return population(project());
    }

    static Population population(Project project) {
        return project.population()
                .orElseThrow(() -> missing("There are no features yet.", "Compute the features first."));
    }

    /** What is done with segments. */
    public SegmentSteps segments() {
        return new SegmentSteps(this, file, clock);
    }

    public Change recommend(RecommendationPlan plan, Progress progress) {
        var shop = shop();
        return new Recommended(made(
                Lineage.ofRecommendations(project()),
                id -> Recommending.run(shop, plan, "recommendations_" + id, progress)));
    }

    /** How well a plan foretells each customer's last items; nothing is stored. */
    public Evaluation evaluate(RecommendationPlan plan, Progress progress) {
        return Recommending.evaluate(shop(), plan, HELD_OUT_ITEMS, progress);
    }

    private Shop shop() {
        return new Shop(
                engine(), profiles(), project().data(Role.EVENTS), project().data(Role.ITEMS));
    }

    CustomerData customerData() {
        return new CustomerData(profiles(), project().eventSources());
    }

    private Relation profiles() {
        return project()
                .customers()
                .orElseThrow(() -> missing("There are no customer profiles yet.", "Build the profiles first."))
                .value()
                .profiles();
    }

    Features features() {
        return project()
                .features()
                .orElseThrow(() -> missing("There are no features yet.", "Compute the features first."))
                .value();
    }

    private static Failure missing(String what, String remedy) {
        return new Problem(what, "", remedy).asFailure();
    }

    /** A result that itself says what it rests on. */
    static <T> Made<T> placed(Made<T> made, Function<T, List<Long>> inputs) {
        return new Made<>(made.id(), inputs.apply(made.value()), made.at(), made.seconds(), made.value());
    }

    <T> Made<T> made(List<Long> inputs, LongFunction<? extends T> work) {
        long id = file.claimId();
        var start = clock.instant();
        T value = worked(id, work);
        double seconds = Duration.between(start, clock.instant()).toNanos() / 1e9;
        return new Made<>(id, inputs, start, seconds, value);
    }

    /** A result, or nothing of it. */
    private <T> T worked(long id, LongFunction<? extends T> work) {
        try {
            return work.apply(id);
        } catch (RuntimeException e) {
            BegunTables.drop(engine(), id, e);
            throw e;
        }
    }

    private Project project() {
        return file.history().present();
    }

    private Engine engine() {
        return file.engine();
    }
}
