package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.clustering.ClusterPlan;
import corymb.importing.Role;
import corymb.project.FilledProject;
import corymb.project.PeopleTables;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import corymb.settings.Refreshing;
import corymb.settings.Settings;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Texts;
import corymb.ui.session.SelfRefresh;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentsModelTest {
    private final Session session = new Session(new DirectJobRunner(), FilledProject.CLOCK);
    private final List<String> visited = new ArrayList<>();

    @TempDir
    private Path folder;

    private SegmentsModel model;
    private RuleEditorModel editor;

    @BeforeEach
    void open() {
        session.show(FilledProject.create(folder));
        editor = new RuleEditorModel(session);
        model = new SegmentsModel(session, visited::add, editor);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void type(String rule) {
        editor.textProperty().set(rule);
        editor.read();
    }

    private Outcome<?> save(String name) {
        var outcomes = new ArrayList<Outcome<?>>();
        editor.nameProperty().set(name);
        editor.save(outcomes::add);
        return outcomes.getFirst();
    }

    @Test
    void theCountWhileTypingIsTheCountOfTheSegmentItsTableAndItsExport() {
        // By construction customer i made i mod 7 purchases: 43 of 300 with 5, 42 with 6.
        type("frequency >= 5");
        long typed = editor.countedProperty().get().orElseThrow().members();
        assertThat(typed).isEqualTo(85);
        assertThat(save("Regulars")).isInstanceOf(Outcome.Done.class);
        assertThat(model.segmentsProperty().get().getFirst().value().count()).isEqualTo(typed);
        assertThat(model.membersProperty().get().orElseThrow().rows()).isEqualTo(typed);
        var rows = Sql.of("select count(*) from (")
                .then(new PeopleTables(session.project()).segmentMembers("Regulars"))
                .then(")");
        assertThat(session.file().engine().number(rows, Progress.NONE)).isEqualTo((double) typed);
    }

    @Test
    void aMistakeIsShownWhereItStands() {
        type("frequency >= 5 and contry");
        assertThat(editor.ruleProperty().get()).isEmpty();
        type("frequency >= and");
        var fault = editor.faultProperty().get().orElseThrow();
        assertThat(fault.picture()).isEqualTo("frequency >= and\n             ^");
        assertThat(fault.message()).contains("a value");
        assertThat(editor.countedProperty().get()).isEmpty();
        type("spending >= 5");
        assertThat(editor.faultProperty().get()).isEmpty();
        assertThat(editor.misfitProperty().get()).contains("spending");
    }

    @Test
    void aRuleOfMoreConditionsThanAnEngineTakesIsSaidToBeSo() {
        type("frequency >= 1" + " or frequency = 2".repeat(999));
        assertThat(editor.countedProperty().get()).isPresent();
        type("frequency >= 1" + " or frequency = 2".repeat(1_000));
        assertThat(editor.ruleProperty().get()).isEmpty();
        assertThat(editor.misfitProperty().get()).contains("at most 1,000 conditions");
    }

    @Test
    void whatNobodyCanMeetOrHasIsPointedOutBesideTheCount() {
        var draft = new NewSegmentModel(session);
        type("did \"purchse\" or (frequency > 5 and frequency < 2)");
        draft.rule(editor.ruleProperty().get());
        assertThat(editor.countedProperty().get()).contains(new Counted(0, 300));
        assertThat(editor.notes().textProperty().get())
                .isEqualTo(draft.notes().textProperty().get())
                .matches(
                        "Nobody can be in it: [^\n]*\nNo event is of the type “purchse”\\. Did you mean “purchase”\\?");
        type("did \"purchase\"");
        assertThat(editor.notes().textProperty().get()).isEmpty();
        type("did \"buy\"");
        type("");
        assertThat(editor.notes().textProperty().get()).isEmpty();
    }

    @Test
    void theWizardTellsWhichOfAListAreNoCustomers() {
        var draft = new NewSegmentModel(session);
        draft.rule(Optional.of(RuleParser.require("customer_id in (\"nobody\", \"noone\") or frequency >= 5")));
        assertThat(draft.listedProperty().get()).isEqualTo("2 of the 2 on the list are not customers: nobody, noone");
        draft.rule(Optional.of(RuleParser.require("frequency >= 5")));
        assertThat(draft.listedProperty().get()).isEmpty();
    }

    @Test
    void aLongRuleIsShownAroundItsMistake() {
        type("frequency >= 1 and ".repeat(10) + "frequency >= ) and " + "frequency >= 1 and ".repeat(10));
        var fault = editor.faultProperty().get().orElseThrow();
        assertThat(fault.excerpt()).startsWith("…").endsWith("…").hasSizeLessThan(80);
        assertThat(fault.excerpt().charAt(fault.caret())).isEqualTo(')');
    }

    @Test
    void completionsComeFromTheFieldsAndTheirCommonestValues() {
        editor.textProperty().set("cou");
        assertThat(editor.suggestions(3)).extracting("text").contains("country");
        editor.textProperty().set("country = ");
        assertThat(editor.suggestions(10)).extracting("text").contains("\"DE\"");
    }

    @Test
    void tellsHowManyAreInSeveral() {
        type("frequency >= 5");
        save("Regulars");
        type("country = \"CH\"");
        save("Swiss");
        var overlap = model.overlapProperty().get().orElseThrow();
        // i mod 7 in {5, 6} and i mod 3 = 2, counted over 0..299.
        assertThat(overlap.pairs().getFirst().both()).isEqualTo(29);
        assertThat(overlap.several()).isEqualTo(29);
        assertThat(overlap.union()).isEqualTo(overlap.sum() - 29);
        model.openShared(0, 1);
        assertThat(model.shared().rowsProperty().get().orElseThrow().rows()).isEqualTo(29);
        model.shared().makeSegment("Swiss regulars", _ -> {});
        assertThat(session.project()
                        .segment("Swiss regulars")
                        .orElseThrow()
                        .value()
                        .count())
                .isEqualTo(29);
        model.openInAtLeast(1);
        assertThat(model.shared().rowsProperty().get().orElseThrow().rows()).isEqualTo(overlap.union());
    }

    @Test
    void aRuleIsSaidInPlainWords() {
        type("frequency >= 5 and (country in (\"DE\", \"CH\") or country is missing)");
        save("Regulars");
        assertThat(model.inWords(model.chosenProperty().get().orElseThrow()))
                .matches("\\S.* is at least 5 and \\(country is one of DE, CH or country is not known\\)");
    }

    /** The groups of now are others, of the same numbers. */
    @Test
    void aSegmentOfGroupsIsSaidByTheNamesOfThoseItWasMadeOf() {
        cluster(ClusterPlan.of(List.of("frequency", "recency_days")).trying(3));
        session.take("Saving", (journey, progress) -> journey.groups().segments(progress), _ -> {});
        cluster(ClusterPlan.of(List.of("recency_days")).trying(2));
        assertThat(model.segmentsProperty().get())
                .hasSize(3)
                .allSatisfy(made -> assertThat(model.inWords(made))
                        .isEqualTo("group is “" + made.value().name() + "”"));
        assertThat(model.list().text(2, Texts.of("segments.who")))
                .isEqualTo(model.inWords(model.segmentsProperty().get().get(2)));
    }

    private void cluster(ClusterPlan plan) {
        session.take("Groups", (journey, progress) -> journey.cluster(plan, progress), _ -> {});
    }

    @Test
    void theRuleOfASegmentIsPutWhereItCanBeChanged() {
        type("frequency >= 5");
        save("Regulars");
        type("");
        model.edit();
        assertThat(editor.textProperty().get()).isEqualTo("frequency >= 5");
        assertThat(editor.editsProperty().get()).isOne();
    }

    @Test
    void removingIsTakenBackByUndo() {
        type("everyone");
        save("All");
        model.choose("All");
        model.remove();
        assertThat(model.segmentsProperty().get()).isEmpty();
        model.undo();
        assertThat(model.segmentsProperty().get()).hasSize(1);
    }

    @Test
    void segmentsOfOldFeaturesAreOutOfDateUntilRefreshed() {
        type("frequency >= 5");
        save("Regulars");
        session.take(
                "Features",
                (journey, progress) -> journey.computeFeatures(journey.standardFeatures(progress), progress),
                _ -> {});
        assertThat(model.stale()).hasSize(1);
        assertThat(model.areFeaturesStale()).isFalse();
        model.refresh();
        assertThat(model.stale()).isEmpty();
        assertThat(model.outcomeProperty().get()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void goingElsewhereTakesTheSegmentAlong() {
        type("everyone");
        save("All");
        model.goWith("exports");
        assertThat(visited).containsExactly("exports");
        assertThat(session.segmentProperty().get()).isEqualTo("All");
    }

    @Test
    void conditionsClickedTogetherAreTheSameRuleAsTyped() {
        var draft = new NewSegmentModel(session);
        var frequency = new Field("frequency", ColumnType.INTEGER);
        var country = new Field("country", ColumnType.TEXT);
        List<Part> conditions = List.of(
                new Part.One(new FieldCondition(frequency, Ask.AT_LEAST, "5", "")),
                new Part.One(new FieldCondition(country, Ask.ONE_OF, "DE, CH", "")),
                new Part.One(new FieldCondition(frequency, Ask.AT_MOST, "", "")));
        draft.rule(new Part.Group(Joined.ALL, 1, conditions).rule());
        assertThat(draft.ruleText()).isEqualTo("frequency >= 5 and country in (\"DE\", \"CH\")");
        type(draft.ruleText());
        assertThat(draft.countedProperty().get())
                .isEqualTo(editor.countedProperty().get());
        assertThat(draft.previewProperty().get().rowCount()).isEqualTo(10);
        assertThat(draft.previewProperty().get().schema().names())
                .containsExactly("customer_id", "email", "given_name", "country", "frequency");
        draft.rule(new Part.Group(Joined.ANY, 1, conditions).rule());
        assertThat(draft.ruleText()).isEqualTo("frequency >= 5 or country in (\"DE\", \"CH\")");
    }

    @Test
    void everyAskIsARuleOnceItsValuesCanBeRead() {
        var number = new Field("frequency", ColumnType.INTEGER);
        assertThat(new FieldCondition(number, Ask.IS, "three", "").rule()).isEmpty();
        assertThat(new FieldCondition(number, Ask.BETWEEN, "1", "").rule()).isEmpty();
        assertThat(new FieldCondition(number, Ask.IS, "3", "").rule())
                .contains(new Rule.Compare("frequency", Comparison.EQUAL, new NumberConstant(3)));
        for (var type : ColumnType.values()) {
            for (var ask : Ask.of(type)) {
                var example = type == ColumnType.TEXT
                        ? "x"
                        : type == ColumnType.BOOLEAN ? "yes" : FieldCondition.example(type, ask);
                var rule = new FieldCondition(new Field("f", type), ask, example, example).rule();
                assertThat(rule).as(type + " " + ask).isPresent();
                assertThat(RuleText.of(rule.orElseThrow())).startsWith("f ");
            }
        }
    }

    @Test
    void deedsAndSegmentsAreConditionsToo() {
        assertThat(text(new DeedCondition(true, "purchase", List.of(), "", When.EVER)))
                .isEqualTo("did \"purchase\"");
        assertThat(text(new DeedCondition(true, "purchase", List.of(), "3", new When(Scope.CUSTOMER, "30"))))
                .isEqualTo("did \"purchase\" at least 3 times in the last 30 days");
        assertThat(text(new DeedCondition(false, "purchase", List.of(), "3", new When(Scope.CUSTOMER, "90"))))
                .isEqualTo("did not \"purchase\" in the last 90 days");
        var tents = new FieldCondition(new Field("item_id", ColumnType.TEXT), Ask.IS, "tent", "");
        assertThat(text(new DeedCondition(true, "purchase", List.of(tents), "", When.EVER)))
                .isEqualTo("did \"purchase\" where (item_id = \"tent\")");
        var dear = new FieldCondition(new Field("value", ColumnType.DECIMAL), Ask.MORE_THAN, "50", "");
        assertThat(text(new DeedCondition(true, "purchase", List.of(tents, dear), "", When.EVER)))
                .isEqualTo("did \"purchase\" where (item_id = \"tent\" and value > 50)");
        var unread = new FieldCondition(new Field("value", ColumnType.DECIMAL), Ask.MORE_THAN, "much", "");
        assertThat(text(new DeedCondition(true, "purchase", List.of(tents, unread), "", When.EVER)))
                .isEmpty();
        assertThat(text(new MembershipCondition(false, "Champions"))).isEqualTo("not in segment \"Champions\"");
        assertThat(new DeedCondition(true, "", List.of(), "1", new When(Scope.CUSTOMER, "1")).rule())
                .isEmpty();
        assertThat(new DeedCondition(true, "purchase", List.of(), "0", When.EVER).rule())
                .isEmpty();
        assertThat(new DeedCondition(true, "purchase", List.of(), "1", new When(Scope.CUSTOMER, "many")).rule())
                .isEmpty();
        assertThat(new DeedCondition(true, "purchase", List.of(), "1", new When(Scope.CUSTOMER, "99999")).rule())
                .isEmpty();
        assertThat(new MembershipCondition(true, "").rule()).isEmpty();
    }

    private static String text(Condition condition) {
        return condition.rule().map(RuleText::of).orElse("");
    }

    @Test
    void whoCameFromASourceIsFoundByTheNameOfTheSource() {
        var source =
                session.project().sources(Role.CUSTOMERS).getFirst().value().name();
        var choice = new NewSegmentModel(session)
                .topics().all().stream()
                        .filter(topic -> topic.toString().contains(source))
                        .map(FieldChoice.class::cast)
                        .findFirst()
                        .orElseThrow();
        var from = new FieldCondition(choice.field(), choice.asks().getFirst(), source, "");
        type(RuleText.of(from.rule().orElseThrow()));
        long members = editor.countedProperty().get().orElseThrow().members();
        type("sources not includes \"" + source + "\"");
        assertThat(editor.countedProperty().get().orElseThrow().members() + members)
                .as("everybody comes from a source or not")
                .isEqualTo(300);
        assertThat(members).isPositive();
    }

    @Test
    void whatCustomersDidIsCountedAsItIsClickedTogether() {
        type("did \"purchase\" at least 2 times");
        var typed = editor.countedProperty().get();
        assertThat(typed).isPresent();
        assertThat(editor.inWords()).isEqualTo("did “purchase” at least 2 times");
        var draft = new NewSegmentModel(session);
        assertThat(draft.topics().all().getFirst()).isInstanceOf(Topic.Deeds.class);
        draft.rule(new DeedCondition(true, "purchase", List.of(), "2", When.EVER).rule());
        assertThat(draft.countedProperty().get()).isEqualTo(typed);
    }

    @Test
    void segmentsRefreshThemselvesAfterAStepWhenTheyAreToldToAndStayUndone() {
        type("frequency >= 5");
        save("Regulars");
        var id = session.project().segment("Regulars").orElseThrow().id();
        compute();
        assertThat(session.staleProperty().get()).containsExactly(id);
        var settings = new SimpleObjectProperty<>(Settings.DEFAULT);
        var refresh = new SelfRefresh(session, settings);
        refresh.chosenProperty().set(Refreshing.NEVER.afterSteps(true));
        assertThat(session.staleProperty().get()).isEmpty();
        compute();
        assertThat(session.staleProperty().get()).isEmpty();
        session.undo(_ -> {});
        assertThat(session.staleProperty().get()).hasSize(1);
        // The choice is kept for the project: a window that opens it again goes on by it.
        assertThat(settings.get().refreshing(session.file().path())).isEqualTo(Refreshing.NEVER.afterSteps(true));
        assertThat(new SelfRefresh(session, settings).chosenProperty().get().isAfterSteps())
                .isTrue();
        session.close();
        assertThat(refresh.chosenProperty().get()).isEqualTo(Refreshing.NEVER);
        assertThat(settings.get().refreshing()).hasSize(1);
    }

    /** Computes the same features once more, which leaves the segments behind. */
    private void compute() {
        session.take(
                "Computing",
                (journey, progress) -> journey.computeFeatures(journey.standardFeatures(progress), progress),
                _ -> {});
    }
}
