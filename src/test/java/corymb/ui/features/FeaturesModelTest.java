package corymb.ui.features;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.chart.ChartSpec;
import corymb.feature.Cuts;
import corymb.feature.EventFeature;
import corymb.feature.FeatureCorrelations;
import corymb.feature.FeatureDefinition;
import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.feature.FeaturePlan;
import corymb.feature.FeatureSummary;
import corymb.feature.Foretold;
import corymb.feature.Gallery;
import corymb.feature.Histogram;
import corymb.feature.RfmFeature;
import corymb.feature.ScoreTrial;
import corymb.importing.Role;
import corymb.lifetime.HoldOut;
import corymb.project.FilledProject;
import corymb.project.Journey;
import corymb.repair.RepairList;
import corymb.repair.RepairStep;
import corymb.repair.TextRepair;
import corymb.rule.Measurement;
import corymb.rule.Window;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.store.SqliteProjectFiles;
import corymb.table.ColumnType;
import corymb.table.Matrix;
import corymb.ui.features.FeaturesModel.Stage;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import corymb.work.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesModelTest {
    @TempDir
    private Path folder;

    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);
    private final List<String> visited = new ArrayList<>();

    @AfterEach
    void close() {
        session.close();
    }

    private FeaturesModel ready() {
        session.show(SampleProject.create(folder, 200));
        session.take("", Journey::resolveCustomers, _ -> {});
        return new FeaturesModel(session, visited::add);
    }

    @Test
    void withoutFilesTheStepBeforeIsOneClickAway() {
        session.show(SampleProject.empty(folder));
        var model = new FeaturesModel(session, visited::add);
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NO_DATA);
        model.provideMissing();
        assertThat(visited).containsExactly("sources");
    }

    @Test
    void whereThereAreFilesProfilesAndFeaturesAreOneClickAway() {
        session.show(SampleProject.create(folder, 200));
        var model = new FeaturesModel(session, visited::add);
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NO_CUSTOMERS);
        model.provideMissing();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.COMPUTED);
        assertThat(visited).isEmpty();
    }

    /** There are no events to make it of. */
    @Test
    void withoutEventsNoFeatureOfOnesOwnIsOfferedAndTheGalleryOpensOnTheProfile() {
        var file = SampleProject.empty(folder);
        FilledProject.source(
                file, "crm", Role.CUSTOMERS, Sql.of("select 'C' || i as id, i % 7 as visits from range(60) t(i)"));
        session.show(file);
        session.take("", Journey::resolveCustomers, _ -> {});
        var model = new FeaturesModel(session, visited::add);
        assertThat(model.options().hasEventsProperty().get()).isFalse();
        assertThat(model.options().usable(Shelf.VALUE)).isEqualTo(Shelf.PROFILE);
    }

    @Test
    void withEventsTheGalleryStaysWhereItIs() {
        var model = ready();
        assertThat(model.options().hasEventsProperty().get()).isTrue();
        assertThat(model.options().usable(Shelf.ACTIVITY)).isEqualTo(Shelf.ACTIVITY);
    }

    @Test
    void anotherZoneIsOneStepThatUndoTakesBack() {
        session.show(SampleProject.empty(folder));
        var model = new FeaturesModel(session, visited::add);
        int before = session.historyProperty().get().past().size();
        model.zoneProperty().set("Asia/Kolkata");
        assertThat(session.project().zone().id()).isEqualTo("Asia/Kolkata");
        assertThat(session.historyProperty().get().past()).hasSize(before + 1);
        session.undo(_ -> {});
        assertThat(model.zoneProperty().get()).isEqualTo("UTC");
    }

    @Test
    void whatTheDataAllowsIsOfferedAndComputed() {
        var model = ready();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.READY);
        assertThat(model.options().types()).contains("purchase", "view");
        assertThat(model.options().purchaseProperty().get()).isEqualTo("purchase");
        model.computeOrStop();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.COMPUTED);
        var features = model.newest().value().orElseThrow();
        assertThat(features.plan().definitions())
                .containsExactlyInAnyOrderElementsOf(model.options().chosen());
        assertThat(FeatureCharts.table(
                                features,
                                model.naming(),
                                model.insightsProperty().get())
                        .rowCount())
                .isEqualTo(features.summaries().size());
    }

    @Test
    void aPersonChoosesDayPurchaseAndFeatures() {
        var model = ready();
        model.options()
                .definitions()
                .forEach(choice ->
                        choice.chosenProperty().set(choice.definition().name().equals("frequency")));
        model.options().lastDayProperty().set(Optional.of(LocalDate.of(2026, 1, 31)));
        model.options().purchaseProperty().set("view");
        model.computeOrStop();
        var plan = model.newest().value().orElseThrow().plan();
        assertThat(plan.asOf()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(plan.purchaseType()).isEqualTo("view");
        assertThat(plan.definitions())
                .singleElement()
                .matches(feature -> feature.name().equals("frequency"));
        assertThat(model.scoresProperty().get()).isEmpty();
    }

    @Test
    void featuresThatPeopleDefinedThemselvesAreKeptWhenAllAreComputedAnew() {
        session.show(SampleProject.create(folder, 200));
        session.take("", Journey::resolveCustomers, _ -> {});
        session.take(
                "",
                (journey, progress) -> {
                    var standard = journey.standardFeatures(progress);
                    return journey.computeFeatures(
                            new FeaturePlan(
                                    standard.asOf(),
                                    standard.purchaseType(),
                                    List.of(new Foretold.ProbabilityActive())),
                            progress);
                },
                _ -> {});
        var model = new FeaturesModel(session, visited::add);
        model.options().definitions().forEach(choice -> choice.chosenProperty().set(true));
        model.computeOrStop();
        assertThat(model.newest().value().orElseThrow().plan().definitions())
                .hasSizeGreaterThan(40)
                .contains(new Foretold.ProbabilityActive());
    }

    @Test
    void whatIsForetoldIsHeldAgainstWhatCameOnlyWhereSomethingIsForetold() {
        var model = ready();
        model.computeOrStop();
        assertThat(model.heldOutProperty().get()).isEmpty();
        choose(model, "probability_active");
        model.computeOrStop();
        assertThat(model.heldOutProperty().get())
                .hasValueSatisfying(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Outcome.Done.class,
                                done -> assertThat(((HoldOut) done.value()).customers())
                                        .isPositive()));
    }

    private static DefinitionChoice offered(FeaturesModel model, String name) {
        return model.options().definitions().stream()
                .filter(choice -> choice.definition().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theGalleryOffersWhatTheEventsCanFeedAndSaysWhatTheOthersLack() {
        var model = ready();
        assertThat(model.options().definitions())
                .extracting(choice -> choice.definition().name())
                .contains(Gallery.of("purchase").stream()
                        .map(each -> each.definition().name())
                        .toArray(String[]::new));
        assertThat(offered(model, "favourite_device").lacking()).isEmpty();
        var region = offered(model, "favourite_region");
        assertThat(region.lacking()).containsExactly("region");
        region.chosenProperty().set(true);
        assertThat(model.options().chosen()).doesNotContain(region.definition());
        assertThat(model.options().shown(Shelf.VALUE, "device"))
                .extracting(choice -> choice.definition().name())
                .contains("favourite_device", "device_variety");
    }

    @Test
    void featuresOfAnotherKindOfPurchaseAreMadeOfThatKind() {
        var model = ready();
        choose(model, "purchase_gap_mean");
        model.options().purchaseProperty().set("view");
        assertThat(model.options().chosen())
                .singleElement()
                .matches(feature -> feature.description().contains("view"));
    }

    private static void choose(FeaturesModel model, String... names) {
        model.options()
                .definitions()
                .forEach(choice -> choice.chosenProperty()
                        .set(List.of(names).contains(choice.definition().name())));
    }

    /** A repair makes customers and, with them, features stale. */
    private void mend() {
        var upper = new TextRepair.Casing(List.of("city"), TextRepair.Letters.UPPER);
        var list = new RepairList(List.of(new RepairStep(upper, true)));
        session.take("", (journey, part) -> journey.repairs().mend("crm_customers", list, "a repair", part), _ -> {});
    }

    @Test
    void aRefreshBringsUpToDateWhatFeaturesRestOnToo() {
        var model = ready();
        choose(model, "monetary", "rfm_group");
        model.computeOrStop();
        var plan = model.newest().value().orElseThrow().plan();
        mend();
        assertThat(model.newest().staleProperty().get()).isTrue();
        model.refresh();
        assertThat(model.newest().staleProperty().get()).isFalse();
        assertThat(model.newest().value().orElseThrow().plan()).isEqualTo(plan);
        assertThat(session.project().customers().orElseThrow().inputs())
                .contains(
                        session.project().source("crm_customers").orElseThrow().id());
    }

    @Test
    void whatAPersonChoseStaysWhenTheDataChange() {
        var model = ready();
        session.take(
                "",
                (journey, part) -> {
                    var standard = journey.standardFeatures(part);
                    var town = new FeatureDefinition.AttributeOf("city", "town");
                    return journey.computeFeatures(standard.of(List.of(town)), part);
                },
                _ -> {});
        choose(model, "monetary", "rfm_group", "order_value_mean", "town");
        model.options().purchaseProperty().set("view");
        model.computeOrStop();
        mend();
        session.ensureFeatures(_ -> {});
        var plan = model.newest().value().orElseThrow().plan();
        assertThat(plan.definitions())
                .extracting(FeatureDefinition::name)
                .containsExactlyInAnyOrder("monetary", "rfm_group", "order_value_mean", "town");
        assertThat(plan.purchaseType()).isEqualTo("view");
    }

    @Test
    void aFeatureOfOnesOwnIsTriedThenComputedAndUndone() {
        var model = ready();
        choose(model, "frequency");
        model.computeOrStop();
        var draft = new DefinitionModel(model);
        assertThat(draft.columns(true)).contains("value", "hour").doesNotContain("device", "customer_id");
        draft.draft(own("", Measurement.SUM, ""));
        assertThat(draft.missingProperty().get()).isNotEmpty();
        assertThat(draft.previewProperty().get()).isEmpty();
        draft.draft(own("", Measurement.SUM, "value"));
        assertThat(draft.previewProperty().get()).isPresent();
        assertThat(draft.isCompleteProperty().get()).isFalse();
        draft.draft(own("Spent after work", Measurement.SUM, "value"));
        draft.save(_ -> {});
        assertThat(model.newest().value().orElseThrow().summaries())
                .extracting(FeatureSummary::name)
                .containsExactly("frequency", "spent_after_work");
        assertThat(model.featureProperty().get().orElseThrow().name()).isEqualTo("spent_after_work");
        assertThat(model.naming().title("spent_after_work")).isEqualTo("Spent after work");
        assertThat(session.project().relations().map(Relation::name)).noneMatch(name -> name.contains("preview"));
        session.undo(_ -> {});
        assertThat(model.newest().value().orElseThrow().summaries())
                .extracting(FeatureSummary::name)
                .containsExactly("frequency");
    }

    @Test
    void aRatioIsDefinedThenChangedByTheSameWords() {
        var model = ready();
        choose(model, "frequency");
        var part = new FigureDraft(Measurement.SUM, "value", FigureDraft.Time.EVER, "hour >= 17");
        var draft = new DefinitionModel(model);
        draft.draft(said("Evening money", part, new FigureDraft(Measurement.SUM, "", FigureDraft.Time.EVER, "")));
        assertThat(draft.missingProperty().get())
                .as("the divisor lacks a column")
                .isNotEmpty();
        var whole = new FigureDraft(
                Measurement.SUM, "value", FigureDraft.Time.of(new Window.Last(12, Window.Unit.MONTHS, 1)), "");
        var said = said("Evening money", part, whole);
        draft.draft(said);
        draft.save(_ -> {});
        var made = model.newest().value().orElseThrow().plan().definitions().getLast();
        assertThat(made).isInstanceOf(EventFeature.Ratio.class);
        assertThat(DefinitionDraft.like(made, "Evening money")).contains(said);
        assertThat(offered(model, "evening_money").shelf()).isEqualTo(Shelf.OWN);
    }

    private static void define(FeaturesModel model, String title, DefinitionDraft.Said said) {
        var draft = new DefinitionModel(model);
        draft.draft(new DefinitionDraft(title, said));
        assertThat(draft.isCompleteProperty().get())
                .as(draft.missingProperty().get())
                .isTrue();
        draft.save(outcome -> assertThat(outcome).isInstanceOf(Outcome.Done.class));
    }

    @Test
    void scoresTypesOfBuyersEngagementAndStagesAreDefinedAndChangedByTheSameWords() {
        var model = ready();
        choose(model, "frequency");
        var cuts = new CutsDraft(CutsDraft.By.VALUES, "2, 4.5", Cuts.Ties.LOWEST);
        var halves = new CutsDraft(CutsDraft.By.SHARES, "7, 50, 60, 80", Cuts.Ties.PARTED);
        var figure = new FigureDraft(Measurement.SUM, "value", FigureDraft.Time.EVER, "");
        var weights = new DefinitionDraft.OfWeights(List.of(
                new DefinitionDraft.WeightDraft(FigureDraft.EVENTS, 3), new DefinitionDraft.WeightDraft(figure, 1)));
        var all = Map.of(
                "Often", new DefinitionDraft.OfCuts(Part.FREQUENCY, cuts),
                "Buyers", new DefinitionDraft.OfScores(CutsDraft.FIFTHS, halves, CutsDraft.FIFTHS),
                "Engaged", weights,
                "Lifecycle stage", new DefinitionDraft.OfDays(10, 20, 40));
        all.forEach((title, said) -> define(model, title, said));
        var plan = model.newest().value().orElseThrow().plan();
        assertThat(plan.definitions()).hasSize(5);
        for (var definition : plan.definitions().subList(1, 5)) {
            var choice = offered(model, definition.name());
            assertThat(choice.shelf()).isEqualTo(Shelf.OWN);
            assertThat(DefinitionDraft.like(definition, "").orElseThrow().said())
                    .isIn(all.values());
        }
        define(model, "", DefinitionDraft.OfDays.USUAL);
        assertThat(offered(model, "lifecycle_stage").definition())
                .as("the ready-made one takes its place again")
                .isEqualTo(new RfmFeature.LifecycleStage(30, 90, 365));
        assertThat(offered(model, "lifecycle_stage").shelf()).isEqualTo(Shelf.LIFECYCLE);
    }

    @Test
    void aScoreIsTriedOnAllBuyersUnderEachPolicyForEqualValues() {
        var model = ready();
        var draft = new DefinitionModel(model);
        draft.draft(new DefinitionDraft("", DefinitionDraft.OfCuts.FIFTHS));
        var trial = draft.trialProperty().get().orElseThrow();
        assertThat(trial.ways())
                .hasSize(3)
                .allSatisfy(way -> assertThat(way.scores().stream()
                                .mapToLong(ScoreTrial.Held::customers)
                                .sum())
                        .isEqualTo(trial.buyers()));
        choose(model, "f_score");
        model.computeOrStop();
        var scores = model.newest().value().orElseThrow().summaries().getFirst();
        assertThat(model.session()
                                .project()
                                .customers()
                                .orElseThrow()
                                .value()
                                .profiles()
                                .rows()
                        - scores.missing())
                .isEqualTo(trial.buyers());
        draft.draft(new DefinitionDraft("", FigureDraft.EVENTS));
        assertThat(draft.trialProperty().get()).isEmpty();
    }

    @Test
    void cutsThatCannotBeReadOrDoNotFitAreSaid() {
        var draft = new DefinitionModel(ready());
        for (var values : List.of("20, x", "40, 20", "", "120")) {
            var cuts = new CutsDraft(CutsDraft.By.SHARES, values, Cuts.Ties.LOWEST);
            draft.draft(new DefinitionDraft("X", new DefinitionDraft.OfCuts(Part.RECENCY, cuts)));
            assertThat(draft.missingProperty().get()).isNotEmpty();
            assertThat(draft.isCompleteProperty().get()).isFalse();
        }
        assertThat(draft.missingProperty().get()).isEqualTo("Percentages lie between 0 and 100, not 120.");
        var percent = new CutsDraft(CutsDraft.By.SHARES, "50 %, 90%", Cuts.Ties.LOWEST);
        assertThat(percent.cuts()).isEqualTo(new Cuts.Quantiles(List.of(0.5, 0.9), Cuts.Ties.LOWEST));
        var three = new CutsDraft(CutsDraft.By.SHARES, "25, 50, 75", Cuts.Ties.LOWEST);
        draft.draft(new DefinitionDraft("X", new DefinitionDraft.OfScores(three, three, three)));
        assertThat(draft.missingProperty().get()).contains("four cuts");
    }

    @Test
    void theMapOfBuyersFollowsScoresOfOnesOwn() {
        var model = ready();
        choose(model, "r_score", "f_score");
        var cuts = new CutsDraft(CutsDraft.By.VALUES, "2, 4", Cuts.Ties.LOWEST);
        define(model, "Often", new DefinitionDraft.OfCuts(Part.FREQUENCY, cuts));
        var counted = model.scoresProperty().get().orElseThrow();
        assertThat(counted.map().frequency().column()).isEqualTo("often");
        assertThat(counted.map().words()).contains("2, 4");
        var chart = (ChartSpec.HeatMap) ScoreCharts.map(counted, OptionalInt.empty());
        assertThat(chart.values().columnNames()).containsExactly("Frequency 1", "Frequency 2", "Frequency 3");
        assertThat(chart.rows()).hasSize(5);
        model.openScores(new ScoreMap.Scores(5, 3, OptionalInt.empty()));
        assertThat(model.people().rowsProperty().get().orElseThrow().rows())
                .isEqualTo((long) chart.values().get(0, 2));
    }

    private static DefinitionDraft said(String title, FigureDraft part, FigureDraft whole) {
        return new DefinitionDraft(title, new DefinitionDraft.OfFigures(part, Optional.of(whole)));
    }

    private static DefinitionDraft own(String title, Measurement measurement, String column) {
        return new DefinitionDraft(title, new FigureDraft(measurement, column, FigureDraft.Time.EVER, "hour >= 17"));
    }

    @Test
    void whatCannotBeReadOrHasATakenNameIsSaid() {
        var model = ready();
        var draft = new DefinitionModel(model);
        draft.draft(new DefinitionDraft("X", new FigureDraft(Measurement.COUNT, "", FigureDraft.Time.EVER, "hour >=")));
        assertThat(draft.missingProperty().get()).contains("filter");
        var reversed = new FigureDraft.Time(
                WindowKind.BETWEEN,
                1,
                Window.Unit.DAYS,
                0,
                Optional.of(LocalDate.of(2026, 3, 29)),
                Optional.of(LocalDate.of(2025, 10, 26)));
        draft.draft(new DefinitionDraft("X", new FigureDraft(Measurement.COUNT, "", reversed, "")));
        assertThat(draft.missingProperty().get()).contains("is before the first");
        draft.draft(new DefinitionDraft("X", new FigureDraft(Measurement.TREND, "", FigureDraft.Time.EVER, "")));
        assertThat(draft.missingProperty().get()).contains("trend");
        draft.draft(own("Frequency", Measurement.COUNT, ""));
        var outcomes = new ArrayList<Outcome<?>>();
        draft.save(outcomes::add);
        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Failed.class);
        assertThat(session.project().features()).isEmpty();
    }

    @Test
    void featuresAreComparedWithEachOtherAndWithTheRunBefore() {
        var model = ready();
        model.computeOrStop();
        assertThat(model.insightsProperty().get().drift()).isEmpty();
        var spent = model.newest().value().orElseThrow().summaries().stream()
                .filter(summary -> summary.name().equals("monetary"))
                .findFirst()
                .orElseThrow();
        assertThat(model.insightsProperty().get().company(spent, model.naming()))
                .startsWith("Goes up with")
                .contains("“Spent in 365 days”");
        model.computeOrStop();
        var insights = model.insightsProperty().get();
        assertThat(insights.shift("frequency")).hasValue(0);
        assertThat(model.sinceLast(insights.change("frequency"))).endsWith("as before");
        model.options().lastDayProperty().set(Optional.of(LocalDate.of(2025, 9, 30)));
        model.computeOrStop();
        assertThat(model.insightsProperty().get().shift("monetary").orElseThrow())
                .isPositive();
        var chart = (ChartSpec.HeatMap) FeatureCharts.together(
                model.insightsProperty().get().correlations().orElseThrow(), model.naming());
        assertThat(chart.rows()).hasSizeBetween(2, 12);
    }

    @Test
    void aProjectThatIsOpenedAgainStillTellsHowFeaturesMoved() {
        var first = ready();
        first.computeOrStop();
        first.computeOrStop();
        var path = session.file().path();
        session.close();
        session.show(new SqliteProjectFiles(SampleProject.CLOCK).open(path, Progress.NONE));
        var model = new FeaturesModel(session, visited::add);
        assertThat(model.newest().value()).isPresent();
        assertThat(model.insightsProperty().get().correlations()).isPresent();
        assertThat(model.insightsProperty().get().drift()).isPresent();
        var name = model.newest().value().orElseThrow().summaries().getFirst().name();
        assertThat(model.insightsProperty().get().shift(name)).hasValue(0);
    }

    @Test
    void everyOfferedFeatureHasWordsOfItsOwn() {
        var choices = ready().options().definitions();
        assertThat(choices).extracting(DefinitionChoice::title).doesNotHaveDuplicates();
        assertThat(choices).allMatch(choice -> !choice.sentence().isBlank());
    }

    @Test
    void withoutADayOrAFeatureNothingIsComputed() {
        var model = ready();
        model.options().lastDayProperty().set(Optional.empty());
        model.computeOrStop();
        assertThat(model.newest().endedProperty().get()).isInstanceOf(Outcome.Failed.class);
        model.options().definitions().forEach(choice -> choice.chosenProperty().set(false));
        model.computeOrStop();
        assertThat(model.newest().endedProperty().get()).isInstanceOf(Outcome.Failed.class);
        assertThat(session.project().features()).isEmpty();
    }

    @Test
    void everyFeatureHasAChart() {
        var model = ready();
        model.computeOrStop();
        for (var summary : model.newest().value().orElseThrow().summaries()) {
            model.open(summary.name());
            var chart = FeatureCharts.values(
                    model.featureProperty().get().orElseThrow(),
                    model.naming(),
                    model.newest().value().orElseThrow().table().rows());
            assertThat(chart.caption().finding()).isNotBlank().doesNotContain("NaN");
        }
    }

    private FeatureSummary summary(ColumnType type, long missing, double value, Histogram.Bin... bins) {
        return new FeatureSummary("x", "", "", type, missing, value, value, value, value, new Histogram(List.of(bins)));
    }

    private static Histogram.Bin of(String text, long customers) {
        return new Histogram.Bin(text, Double.NaN, Double.NaN, customers);
    }

    /** Twenty bars of one customer each looked as if those were all, and the first of them as if it were common. */
    @Test
    void ofTextsThatAllDifferIsSaidThatTheyDoAndHowManyHaveNoBar() {
        var bins = IntStream.range(0, 20).mapToObj(i -> of("level " + i, 1)).toArray(Histogram.Bin[]::new);
        var all = summary(ColumnType.TEXT, 7, Double.NaN, bins);
        var caption = FeatureCharts.values(all, ready().naming(), 1_007).caption();
        assertThat(caption.finding()).isEqualTo("No two of the 1,000 customers with a value have the same");
        assertThat(caption.drawn()).contains("7 have none", "980 have others");
        assertThat(FeatureCharts.preview(all, "X", 1_007).caption().drawn()).contains("Over 1,007 ");
        var few = summary(ColumnType.TEXT, 0, Double.NaN, of("Rome", 3), of("Oslo", 1));
        assertThat(FeatureCharts.preview(few, "X", 4).caption().finding())
                .isEqualTo("“Rome” is the commonest, with 3 of the 4 customers with a value");
    }

    /** That it goes with no other would be said of what was never compared. */
    @Test
    void aFeatureBeyondThoseThatAreComparedIsNotSaidToGoWithNone() {
        int most = FeatureCorrelations.MOST_FEATURES;
        var names = IntStream.range(0, most).mapToObj(i -> "f" + i).toList();
        var together = new FeatureCorrelations(new Matrix(names, new double[most * most]), 300);
        var insights = new FeatureInsights(Optional.of(together), Optional.empty(), Map.of());
        var naming = ready().naming();
        assertThat(insights.company(summary(ColumnType.DECIMAL, 0, 1), naming)).contains("Only the first 80 features");
        assertThat(FeatureCharts.together(together, naming).caption().drawn()).contains("of the first 80");
        var few = new FeatureCorrelations(new Matrix(List.of("x", "y"), new double[] {1, 0, 0, 1}), 300);
        var others = new FeatureInsights(Optional.of(few), Optional.empty(), Map.of());
        assertThat(others.company(summary(ColumnType.DECIMAL, 0, 1), naming)).contains("no other feature");
    }

    /** A bar from 1 to 2 would say that some have 1.5. */
    @Test
    void oneValueThatAllHaveIsOneBarByItsName() {
        var same = summary(ColumnType.DECIMAL, 0, 43.39, new Histogram.Bin("43.39", 43.39, 43.39, 1));
        var chart = (ChartSpec.Bars) FeatureCharts.preview(same, "X", 1);
        assertThat(chart.marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.label()).isEqualTo("43.39"));
        assertThat(chart.caption().finding()).isEqualTo("The only customer with a value has 43.39");
    }

    @Test
    void theScoresOfAllBuyersAreCounted() {
        var model = ready();
        model.computeOrStop();
        var chart =
                (ChartSpec.HeatMap) ScoreCharts.map(model.scoresProperty().get().orElseThrow(), OptionalInt.empty());
        var scores = model.newest().value().orElseThrow().summaries().stream()
                .filter(summary -> summary.name().equals("r_score"))
                .findFirst()
                .orElseThrow();
        long buyers = session.project().features().orElseThrow().value().table().rows() - scores.missing();
        assertThat(Arrays.stream(chart.values().toArray()).sum()).isEqualTo((double) buyers);
        assertThat(model.people().rowsProperty().get().orElseThrow().rows())
                .isEqualTo((long) chart.values().get(0, 4));
        model.openScores(new ScoreMap.Scores(1, 1, OptionalInt.empty()));
        assertThat(model.people().rowsProperty().get().orElseThrow().rows())
                .isEqualTo((long) chart.values().get(4, 0));
    }

    @Test
    void everyBarOpensAsManyCustomersAsItSaysAndTheyCanBeASegment() {
        var model = ready();
        model.computeOrStop();
        openEveryBar(model);
        model.open("frequency");
        model.openMark("0");
        long rows = model.people().rowsProperty().get().orElseThrow().rows();
        model.people().makeSegment("Few purchases", _ -> {});
        assertThat(session.project()
                        .segment("Few purchases")
                        .orElseThrow()
                        .value()
                        .count())
                .isEqualTo(rows);
    }

    @Test
    void barsOfDaysTimesAndTruthsOpenTheirCustomersToo() {
        var file = SampleProject.empty(folder);
        FilledProject.source(
                file,
                "crm",
                Role.CUSTOMERS,
                Sql.of("select 'C' || i as id, date '2026-01-01' + cast(i % 50 as integer) as joined,"
                        + " date '2026-02-01' + cast(i % 3 as integer) as invited, date '2026-03-01' as greeted,"
                        + " timestamp '2026-01-01 08:00:00.123456' + to_minutes(i * i * 7) as seen, i % 3 = 0 as member"
                        + " from range(60) t(i)"));
        session.show(file);
        session.take("", Journey::resolveCustomers, _ -> {});
        var model = new FeaturesModel(session, visited::add);
        model.computeOrStop();
        var types = model.newest().value().orElseThrow().summaries().stream().map(FeatureSummary::type);
        assertThat(types).contains(ColumnType.DATE, ColumnType.TIMESTAMP, ColumnType.BOOLEAN);
        openEveryBar(model);
        model.open("joined");
        model.openMark("0");
        model.people().makeSegment("First to join", _ -> {});
        assertThat(session.project()
                        .segment("First to join")
                        .orElseThrow()
                        .value()
                        .plan()
                        .ruleText())
                .contains("joined");
    }

    private static void openEveryBar(FeaturesModel model) {
        for (var summary : model.newest().value().orElseThrow().summaries()) {
            model.open(summary.name());
            var bins = model.insightsProperty().get().drawn(summary).histogram().bins();
            for (int bin = 0; bin < bins.size(); bin++) {
                var key = summary.type().isNumeric() || summary.type().isTemporal()
                        ? Integer.toString(bin)
                        : bins.get(bin).label();
                model.openMark(key);
                assertThat(model.people().rowsProperty().get().orElseThrow().rows())
                        .as(summary.name() + " " + key)
                        .isEqualTo(bins.get(bin).count());
            }
            model.openMissing();
            assertThat(model.people().rowsProperty().get().orElseThrow().rows()).isEqualTo(summary.missing());
        }
    }
}
