package corymb.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.withinPercentage;

import corymb.chart.ChartFiles;
import corymb.chart.ChartSpec;
import corymb.chart.ChartTheme;
import corymb.chart.Charts;
import corymb.chart.ClusterCharts;
import corymb.chart.Trait;
import corymb.clustering.Beginning;
import corymb.clustering.Candidate;
import corymb.clustering.ClusterMethod;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Counts;
import corymb.feature.FeatureSummary;
import corymb.preparation.PreparationPlan;
import corymb.preparation.Step;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.rule.RuleParser;
import corymb.segment.SegmentPlan;
import corymb.table.ColumnType;
import corymb.ui.clusters.ClustersModel.Stage;
import corymb.ui.clusters.MethodOptions.Kind;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jfree.chart.ChartRenderingInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClustersModelTest {
    @TempDir
    private Path folder;

    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);
    private final List<String> visited = new ArrayList<>();
    private ClustersModel model = new ClustersModel(session, visited::add);

    @BeforeEach
    void open() {
        session.show(SampleProject.create(folder, 300));
        model = new ClustersModel(session, visited::add);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static void done(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    private void prepare() {
        session.take("", (journey, progress) -> journey.resolveCustomers(progress), ClustersModelTest::done);
        session.take(
                "",
                (journey, progress) -> journey.computeFeatures(journey.standardFeatures(progress), progress),
                ClustersModelTest::done);
    }

    private void findFewGroups() {
        prepare();
        model.options().method().mostProperty().set(5);
        model.findOrStop();
    }

    @Test
    void whatIsMissingIsOneClickAway() {
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NO_FEATURES);
        model.provideMissing();
        done(model.newest().endedProperty().get());
        assertThat(model.stageProperty().get()).isEqualTo(Stage.READY);
        assertThat(visited).isEmpty();
        model.options().method().mostProperty().set(3);
        model.findOrStop();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.FOUND);
    }

    @Test
    void withoutFilesThePageOfSourcesIsOneClickAway() throws IOException {
        session.show(SampleProject.empty(Files.createDirectory(folder.resolve("empty"))));
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NO_DATA);
        model.provideMissing();
        assertThat(visited).containsExactly("sources");
    }

    @Test
    void customersOfWhomOnlyNamesAreKnownNeedNumbersFirst() throws IOException {
        session.show(SampleProject.named(Files.createDirectory(folder.resolve("named")), 3));
        prepare();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NO_NUMBERS);
        assertThat(model.options().chosen()).isEmpty();
        model.provideMissing();
        assertThat(visited).containsExactly("sources");
    }

    @Test
    void suitableFeaturesAreChosenAndComeFirst() {
        prepare();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.READY);
        assertThat(model.options().chosen()).contains("frequency", "monetary").doesNotContain("f_score");
        assertThat(model.options().features().getFirst().chosenProperty().get()).isTrue();
        assertThat(model.options().features().getLast().chosenProperty().get()).isFalse();
    }

    private FeatureChoice category() {
        return model.options().features().stream()
                .filter(choice -> choice.feature().type() == ColumnType.TEXT)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whereCategoriesMatterTheyAreComparedAsTheyAreUnlessAPersonSaysOtherwise() {
        prepare();
        var options = model.options();
        assertThat(options.method().kindProperty().get()).isEqualTo(Kind.KMEANS);
        assertThat(options.way()).contains("k-means");
        category().chosenProperty().set(true);
        assertThat(options.method().kindProperty().get()).isEqualTo(Kind.KPROTOTYPES);
        assertThat(options.way()).contains(category().word().title()).contains("k-prototypes");
        options.method().mostProperty().set(4);
        model.findOrStop();
        var plan = model.newest().value().orElseThrow().plan();
        assertThat(plan.method()).isInstanceOf(ClusterMethod.KPrototypes.class);
        var measures = MeasuresTable.table(model.tried(), model.gap());
        assertThat(measures.rowCount()).isEqualTo(3);
        assertThat(measures.columns())
                .allSatisfy(column -> assertThat(column.isMissing(0)).isFalse())
                .hasSize(7);
        category().chosenProperty().set(false);
        assertThat(options.method().kindProperty().get()).isEqualTo(Kind.KMEANS);
        options.method().kindProperty().set(Kind.WARD);
        category().chosenProperty().set(true);
        assertThat(options.method().kindProperty().get()).isEqualTo(Kind.WARD);
        assertThat(options.way()).isEmpty();
    }

    @Test
    void whatIsToBeMadeOfCategoriesIsMadeOfThem() {
        prepare();
        category().chosenProperty().set(true);
        model.options().preparationProperty().set(UsualPreparation.plans().get(1));
        assertThat(model.options().method().kindProperty().get()).isEqualTo(Kind.KMEANS);
        assertThat(model.options().way()).isEmpty();
    }

    @Test
    void findingGroupsOpensTheLargestOne() {
        findFewGroups();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.FOUND);
        assertThat(model.newest().endedProperty().get()).isInstanceOf(Outcome.Done.class);
        assertThat(model.newest().runningProperty().get()).isFalse();
        var group = model.groupProperty().get().orElseThrow();
        assertThat(group.cluster()).isZero();
        assertThat(model.people().rowsProperty().get().orElseThrow().rows()).isEqualTo(group.size());
        assertThat(model.stateProperty().get()).contains("groups of ").contains("silhouette");
    }

    @Test
    void groupsAreLookedForWithinASegmentThatIsChosen() {
        prepare();
        var buyers = new SegmentPlan("Buyers", RuleParser.require("frequency > 0"));
        session.take("", (journey, progress) -> journey.segments().define(buyers, progress), ClustersModelTest::done);
        assertThat(model.options().segments()).containsExactly("Buyers");
        model.options().withinProperty().set(Optional.of("Buyers"));
        model.options().method().mostProperty().set(3);
        model.findOrStop();
        long members = session.project().segment("Buyers").orElseThrow().value().count();
        assertThat(model.newest().value().orElseThrow().members().rows()).isEqualTo(members);
        assertThat(model.stateProperty().get()).contains("members of “Buyers”");
        assertThat(model.people()
                        .shownProperty()
                        .get()
                        .orElseThrow()
                        .rule()
                        .orElseThrow()
                        .segments())
                .containsExactly("Buyers");
        session.undo(ClustersModelTest::done);
        session.undo(ClustersModelTest::done);
        assertThat(model.options().withinProperty().get()).isEmpty();
    }

    @Test
    void allGroupsAreSavedAsSegmentsInOneStep() {
        findFewGroups();
        var groups = model.newest().value().orElseThrow().clusters();
        var told = new ArrayList<Integer>();
        model.saveSegments(told::add);
        assertThat(told).containsExactly(groups.size());
        assertThat(session.project().segments())
                .extracting(made -> made.value().name(), made -> made.value().count())
                .containsExactlyElementsOf(groups.stream()
                        .map(group -> tuple(group.name(), group.size()))
                        .toList());
        model.saveSegments(told::add);
        assertThat(model.newest().endedProperty().get()).isInstanceOf(Outcome.Failed.class);
        session.undo(ClustersModelTest::done);
        assertThat(session.project().segments()).isEmpty();
        session.redo(ClustersModelTest::done);
        assertThat(session.project().segments()).hasSameSizeAs(groups);
        assertThat(told).hasSize(1);
    }

    @Test
    void anotherNumberKeepsTheCurveOfAllThatWereTried() {
        findFewGroups();
        var first = model.newest().value().orElseThrow();
        int other = first.chosen().clusters() == 3 ? 4 : 3;
        model.choose(other);
        var found = model.newest().value().orElseThrow();
        assertThat(found.clusters()).hasSize(other);
        assertThat(found.candidates()).hasSize(1);
        assertThat(model.tried()).extracting(Candidate::clusters).containsExactly(2, 3, 4, 5);
        // The same seed gives the same groups in the sweep and alone.
        assertThat(found.candidates().getFirst().inertia())
                .isEqualTo(first.candidates().get(other - 2).inertia());
        assertThat(model.tried()).contains(found.candidates().getFirst());
    }

    @Test
    void aGroupBecomesASegmentOfItsCustomers() {
        findFewGroups();
        model.open(1);
        var group = model.groupProperty().get().orElseThrow();
        var told = new ArrayList<Long>();
        model.people().makeSegment(" Loyal ", segment -> told.add(segment.count()));
        assertThat(told).containsExactly(group.size());
        assertThat(session.project()
                        .segment("Loyal")
                        .orElseThrow()
                        .value()
                        .plan()
                        .ruleText())
                .isEqualTo("cluster = 1");
    }

    @Test
    void aSegmentNeedsAFreshName() {
        findFewGroups();
        model.people().makeSegment("Loyal", _ -> {});
        for (var name : List.of("Loyal", "  ")) {
            model.people().makeSegment(name, _ -> {});
            assertThat(model.people().endedProperty().get()).isInstanceOf(Outcome.Failed.class);
        }
        assertThat(session.project().segments()).hasSize(1);
    }

    @Test
    void withoutAFeatureAProblemIsShownAndNothingRuns() {
        prepare();
        model.options().features().forEach(choice -> choice.chosenProperty().set(false));
        model.findOrStop();
        assertThat(model.newest().endedProperty().get()).isInstanceOf(Outcome.Failed.class);
        assertThat(session.project().clusterings()).isEmpty();
    }

    @Test
    void aSingleCustomerIsAProblem() {
        session.show(projectOf(1));
        prepare();
        model.findOrStop();
        assertThat(model.newest().endedProperty().get()).isInstanceOf(Outcome.Failed.class);
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NO_NUMBERS);
    }

    @Test
    void ofFewCustomersAsManyGroupsAreTriedAsThereCanBe() {
        session.show(projectOf(6));
        prepare();
        model.findOrStop();
        assertThat(model.newest().value().orElseThrow().clusters()).hasSizeBetween(2, 6);
    }

    private ProjectFile projectOf(int customers) {
        try {
            return SampleProject.create(Files.createDirectory(folder.resolve("small")), customers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void groupsOfOlderFeaturesAreStaleUntilFoundAgain() {
        findFewGroups();
        var groups = model.newest().value().orElseThrow().clusters();
        session.take(
                "",
                (journey, progress) -> journey.computeFeatures(journey.standardFeatures(progress), progress),
                ClustersModelTest::done);
        assertThat(model.newest().staleProperty().get()).isTrue();
        model.refresh();
        assertThat(model.newest().staleProperty().get()).isFalse();
        session.take("", Journey::resolveCustomers, ClustersModelTest::done);
        assertThat(model.newest().staleProperty().get()).isTrue();
        model.refresh();
        assertThat(model.newest().staleProperty().get()).isFalse();
        assertThat(model.newest().value().orElseThrow().clusters()).isEqualTo(groups);
    }

    @Test
    void membersShowTheFeaturesOfTheGroupsFirst() {
        findFewGroups();
        var names = model.people().rowsProperty().get().orElseThrow().schema().names();
        var features = model.newest().value().orElseThrow().plan().features();
        assertThat(names.getFirst()).isEqualTo("customer_id");
        assertThat(names.subList(1, features.size() + 1)).isEqualTo(features);
    }

    @Test
    void aGroupIsPutIntoARuleThatBecomesASegmentOfWhoeverMeetsIt() {
        findFewGroups();
        var group = model.groupProperty().get().orElseThrow();
        model.rule().make(group);
        var told = model.rule().toldProperty().get().orElseThrow();
        long met = told.fit().caught() + told.fit().strangers();
        assertThat(model.people().rowsProperty().get().orElseThrow().rows()).isEqualTo(met);

        model.people().makeSegment("By rule", _ -> {});
        var segment = session.project().segment("By rule").orElseThrow().value();
        assertThat(segment.count()).isEqualTo(met);
        assertThat(segment.plan().rule()).isEqualTo(told.rule().orElseThrow());
    }

    @Test
    void theRuleShowsWhomItMissesAndFollowsItsLength() {
        findFewGroups();
        model.rule().make(model.groupProperty().get().orElseThrow());
        for (int depth : new int[] {1, 2}) {
            model.rule().depthProperty().set(depth);
            var told = model.rule().toldProperty().get().orElseThrow();
            assertThat(told.rules().distillation().plan().depth()).isEqualTo(depth);
            model.rule().open(GroupRuleModel.Part.MISSED);
            assertThat(model.people().rowsProperty().get().orElseThrow().rows())
                    .isEqualTo(told.fit().missed());
        }
        model.open(1);
        assertThat(model.rule().toldProperty().get()).isEmpty();
    }

    @Test
    void aGroupKeepsTheNameAPersonGaveItUntilThatIsUndone() {
        findFewGroups();
        var group = model.groupProperty().get().orElseThrow();
        model.rename(group, " My people ", () -> {});
        assertThat(model.newest().value().orElseThrow().clusters().getFirst().name())
                .isEqualTo("My people");
        assertThat(model.newest().staleProperty().get()).isFalse();

        var other = model.newest().value().orElseThrow().clusters().get(1);
        model.rename(other, "My people", () -> {});
        assertThat(model.newest().endedProperty().get()).isInstanceOf(Outcome.Failed.class);

        session.undo(ClustersModelTest::done);
        assertThat(model.newest().value().orElseThrow().clusters().getFirst().name())
                .isEqualTo(group.name());
    }

    /** A plan of one's own has no name at first; saved, it is offered by its name until that is undone. */
    @Test
    void aPreparationIsKeptUnderANameAndOffered() {
        prepare();
        var own = PreparationPlan.around(new Step.Winsorise(List.of(), 0.1, 0.9));
        var options = model.options();
        options.preparationProperty().set(own);
        var before = UsualPreparation.words(own, options.savedProperty().get());

        model.savePreparation(" Calm ");

        var saved = options.savedProperty().get();
        assertThat(UsualPreparation.words(own, saved)).isEqualTo("Calm").isNotEqualTo(before);
        assertThat(session.project().preparations()).isEqualTo(saved);
        model.savePreparation("");
        assertThat(model.newest().endedProperty().get()).isInstanceOf(Outcome.Failed.class);
        session.undo(ClustersModelTest::done);
        assertThat(options.savedProperty().get().plans()).isEmpty();
    }

    @Test
    void groupsGoOnFromThoseThereAreAndCustomersCountByAFeature() {
        findFewGroups();
        var found = model.newest().value().orElseThrow();
        var options = model.options();
        options.beginningProperty().set(options.groupsProperty().get().orElseThrow());
        options.weightProperty().set(Optional.of("frequency"));
        model.findOrStop();
        var again = model.newest().value().orElseThrow().plan();
        assertThat(model.newest().endedProperty().get()).isInstanceOf(Outcome.Done.class);
        assertThat(again.beginning()).isEqualTo(Beginning.Groups.of(found));
        assertThat(again.weight()).contains("frequency");
        assertThat(again.method().counts().orElseThrow())
                .isEqualTo(new Counts(found.clusters().size(), found.clusters().size()));
        options.method().kindProperty().set(MethodOptions.Kind.WARD);
        assertThat(options.plan().beginning()).isEqualTo(Beginning.NONE);
        assertThat(options.plan().weight()).isEmpty();
        assertThat(options.plan().method().counts().orElseThrow())
                .as("as many as before are looked for again")
                .isEqualTo(found.plan().method().counts().orElseThrow());
    }

    @Test
    void groupsOfTextsCanBeLookedInto() {
        prepare();
        model.options()
                .features()
                .forEach(choice -> choice.chosenProperty()
                        .set(List.of("frequency", "country")
                                .contains(choice.feature().name())));
        model.findOrStop();
        var found = model.newest().value().orElseThrow();
        assertThat(found.plan().features()).contains("country");
        assertThat(ClusterCharts.centres(found, model.words()).table().rowCount())
                .isEqualTo(found.clusters().size());
    }

    @Test
    void everyPictureOfTheGroupsCanBeLookedAtInEveryTheme() {
        findFewGroups();
        var closer = model.closer();
        closer.look();
        assertThat(closer.views())
                .contains(CloserLookModel.View.GAP, CloserLookModel.View.TOGETHER)
                .doesNotContain(CloserLookModel.View.TREE, CloserLookModel.View.NEIGHBOURS);
        for (var view : closer.views()) {
            closer.viewProperty().set(view);
            isDrawn(closer.specProperty().get().orElseThrow());
        }
        closer.viewProperty().set(CloserLookModel.View.BOXES);
        closer.columnProperty().set(1);
        var second = model.newest().value().orElseThrow().columns().get(1);
        assertThat(closer.specProperty().get().orElseThrow().caption().drawn())
                .startsWith(model.words().title(second));
    }

    private static void isDrawn(ChartSpec spec) {
        assertThat(spec.table().rowCount()).isPositive();
        assertThat(spec.caption().finding()).isNotBlank().doesNotContain("NaN", "null");
        for (var theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
            var drawn = ChartFiles.draw(Charts.picture(spec, theme), 600, 400, 1, new ChartRenderingInfo());
            assertThat(drawn.getWidth()).isEqualTo(600);
        }
    }

    @Test
    void treesAndDistancesOfNeighboursBelongToTheirMethods() {
        prepare();
        model.options().method().mostProperty().set(4);
        model.options().method().kindProperty().set(MethodOptions.Kind.WARD);
        model.findOrStop();
        model.closer().viewProperty().set(CloserLookModel.View.TREE);
        model.closer().look();
        isDrawn(model.closer().specProperty().get().orElseThrow());

        model.options().method().kindProperty().set(MethodOptions.Kind.DBSCAN);
        model.findOrStop();
        assertThat(model.closer().viewProperty().get()).isEqualTo(CloserLookModel.View.SNAKE);
        model.closer().viewProperty().set(CloserLookModel.View.NEIGHBOURS);
        model.closer().look();
        isDrawn(model.closer().specProperty().get().orElseThrow());
    }

    @Test
    void thoseInNoGroupAreLookedAtAndBecomeASegmentByTheirRule() {
        prepare();
        model.options().method().kindProperty().set(MethodOptions.Kind.HDBSCAN);
        model.findOrStop();
        long lone = ClustersModel.lone(model.newest().value().orElseThrow());
        assertThat(lone).isPositive();
        model.openLone();
        assertThat(model.people().rowsProperty().get().orElseThrow().rows()).isEqualTo(lone);
        model.people()
                .makeSegment("Loners", segment -> assertThat(segment.count()).isEqualTo(lone));
        var rule =
                session.project().segment("Loners").orElseThrow().value().plan().ruleText();
        assertThat(rule).isEqualTo("cluster = -1");
        assertThat(RuleParser.require(rule).fields()).containsExactly("cluster");
    }

    @Test
    void whatIsUsualCountsThoseInNoGroupToo() {
        prepare();
        model.options().method().kindProperty().set(MethodOptions.Kind.HDBSCAN);
        model.findOrStop();
        var found = model.newest().value().orElseThrow();
        long grouped = found.clusters().stream().mapToLong(ClusterProfile::size).sum();
        assertThat(grouped).isLessThan(found.members().rows());
        assertThat(model.stateProperty().get())
                .contains(", %d in none".formatted(found.members().rows() - grouped));

        var known = session.project().features().orElseThrow().value().summaries().stream()
                .filter(summary -> summary.missing() == 0)
                .collect(Collectors.toMap(FeatureSummary::name, FeatureSummary::mean));
        assertThat(found.columns()).anySatisfy(column -> assertThat(known).containsKey(column));
        assertThat(Trait.of(found, found.clusters().getFirst(), model.words()))
                .filteredOn(trait -> known.containsKey(trait.column()))
                .allSatisfy(trait ->
                        assertThat(trait.usual()).isCloseTo(known.get(trait.column()), withinPercentage(1e-6)));
    }

    @Test
    void whoStandsForAGroupAndWhoHardlyBelongsToItAreShown() {
        findFewGroups();
        var group = model.groupProperty().get().orElseThrow();
        model.closer().openTypical(group);
        assertThat(model.people().rowsProperty().get().orElseThrow().rows()).isEqualTo(20);
        model.closer().openBorderline(group);
        assertThat(model.people().shownProperty().get().orElseThrow().title()).contains("nearest to another");
    }

    @Test
    void groupsOfOlderFeaturesCanBeKeptForTheCustomersThereAreNow() {
        findFewGroups();
        model.rename(model.groupProperty().get().orElseThrow(), "My people", () -> {});
        session.take(
                "",
                (journey, progress) -> journey.computeFeatures(journey.standardFeatures(progress), progress),
                ClustersModelTest::done);
        model.keeping().look();
        assertThat(model.keeping().seenProperty().get().orElseThrow().movedShare())
                .isZero();

        model.keeping().keep();

        var kept = model.newest().value().orElseThrow();
        assertThat(model.newest().staleProperty().get()).isFalse();
        assertThat(kept.clusters().getFirst().name()).isEqualTo("My people");
        assertThat(kept.since().stayed()).isEqualTo(kept.members().rows());
        model.closer().look();
        for (var view : List.of(CloserLookModel.View.FLOWS, CloserLookModel.View.MOVES)) {
            model.closer().viewProperty().set(view);
            isDrawn(model.closer().specProperty().get().orElseThrow());
        }
    }

    @Test
    void theGroupsBeforeStandBesideThese() {
        findFewGroups();
        assertThat(model.closer().views()).doesNotContain(CloserLookModel.View.COMPARED);
        model.choose(model.newest().value().orElseThrow().chosen().clusters() == 3 ? 4 : 3);
        model.closer().viewProperty().set(CloserLookModel.View.COMPARED);
        model.closer().look();
        isDrawn(model.closer().specProperty().get().orElseThrow());
        var before = session.project().clusterings().getFirst().value();
        assertThat(model.closer().specProperty().get().orElseThrow().caption().drawn())
                .startsWith("Customers by the %d groups found on "
                        .formatted(before.clusters().size()))
                .doesNotContain("in other features", "by another method");
        model.options().method().kindProperty().set(Kind.WARD);
        model.options().features().getFirst().chosenProperty().set(false);
        model.findOrStop();
        model.closer().look();
        assertThat(model.closer().specProperty().get().orElseThrow().caption().drawn())
                .contains(" in other features, by another method (left)");
    }

    @Test
    void numbersCanBePreparedBeforeGroupsAreLookedFor() {
        prepare();
        model.options().method().mostProperty().set(3);
        for (var plan : UsualPreparation.plans()) {
            model.options().preparationProperty().set(plan);
            model.findOrStop();
            assertThat(session.project()
                            .clustering()
                            .orElseThrow()
                            .value()
                            .plan()
                            .preparation())
                    .isEqualTo(plan);
        }
    }

    /** Main components are what groups are found in, and nothing that a person knows customers by. */
    @Test
    void groupsFoundInMainComponentsAreToldByFeatures() {
        prepare();
        model.options().method().mostProperty().set(3);
        model.options().preparationProperty().set(PreparationPlan.around(new Step.Components(List.of(), 2)));
        model.findOrStop();
        var found = model.newest().value().orElseThrow();
        assertThat(found.columns()).hasSize(2);
        var features =
                found.plan().features().stream().map(model.words()::brief).toList();

        var centres = (ChartSpec.HeatMap) ClusterCharts.centres(found, model.words());
        assertThat(centres.values().columnNames()).isEqualTo(features);
        assertThat(found.plan().features())
                .anySatisfy(feature -> assertThat(centres.caption().finding())
                        .contains(model.words().inSentence(feature)));
        var first = Trait.of(found, found.clusters().getFirst(), model.words()).getFirst();
        assertThat(centres.notes()).anySatisfy(note -> assertThat(note).startsWith(first.text()));

        model.closer().look();
        for (var view : List.of(CloserLookModel.View.SNAKE, CloserLookModel.View.PARALLEL)) {
            model.closer().viewProperty().set(view);
            var paths = (ChartSpec.Paths) model.closer().specProperty().get().orElseThrow();
            assertThat(paths.stops()).isEqualTo(features);
            assertThat(paths.series().getFirst().points()).hasSameSizeAs(features);
            assertThat(paths.ground())
                    .allSatisfy(line -> assertThat(line.points()).hasSameSizeAs(features));
        }
        model.closer().viewProperty().set(CloserLookModel.View.BOXES);
        model.closer().columnProperty().set(features.size() - 1);
        assertThat(model.closer().specProperty().get().orElseThrow().caption().drawn())
                .startsWith(model.words().title(found.plan().features().getLast()) + ":");
    }
}
