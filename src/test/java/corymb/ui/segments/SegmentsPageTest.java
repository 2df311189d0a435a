package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.feature.FeaturePlan;
import corymb.feature.Histogram;
import corymb.project.FilledProject;
import corymb.rule.ParsedRule;
import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import corymb.segment.SegmentPlan;
import corymb.settings.Settings;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.GivenDialogs;
import corymb.ui.kit.Inspector;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.StatTile;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import corymb.ui.session.SelfRefresh;
import corymb.ui.session.Session;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

@FxTest
class SegmentsPageTest {
    private final Session session = new Session(new DirectJobRunner(), FilledProject.CLOCK);
    private final InspectorSide side = new InspectorSide();
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    private Parent open() {
        return Fx.show(this::page, 980, 980);
    }

    private Parent page() {
        session.show(FilledProject.create(folder));
        return SegmentsPage.load(
                session,
                new SelfRefresh(session, new SimpleObjectProperty<>(Settings.DEFAULT)),
                new GivenDialogs(),
                _ -> {},
                side);
    }

    @Test
    void aRuleThatIsToBeChangedComesIntoSight() {
        var pane = Fx.<ScrollPane>show(() -> new ScrollPane(page()), 980, 400);
        var page = (Parent) pane.getContent();
        Fx.run(() -> {
            ((TextArea) page.lookup("#text")).setText("frequency >= 5");
            ((TextField) page.lookup("#name")).setText("Regulars");
        });
        Fx.waitUntil(() -> !page.lookup("#save").isDisabled());
        Fx.run(() -> ((Button) page.lookup("#save")).fire());
        Fx.run(() -> pane.setVvalue(0));
        var editor = page.lookup("#clicks");
        assertThat(Fx.get(() -> editor.localToScene(0, 0).getY())).isGreaterThan(400);
        var editing = Fx.get(() -> page.lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> Texts.of("segments.edit").equals(button.getText()))
                .findFirst()
                .orElseThrow());
        Fx.run(editing::fire);
        assertThat(Fx.get(() -> editor.localToScene(0, 0).getY())).isBetween(0.0, 200.0);
        Fx.run(session::close);
    }

    @Test
    void aTypedRuleBecomesASegmentOfAsManyAsWereCounted() {
        var page = open();
        var text = (TextArea) page.lookup("#text");
        Fx.run(() -> text.setText("frequency >= 5"));
        Fx.waitUntil(() -> ((Label) page.lookup("#count")).getText().startsWith("85 of 300"));
        Fx.run(() -> {
            ((TextField) page.lookup("#name")).setText("Regulars");
            ((Button) page.lookup("#save")).fire();
        });
        assertThat(session.project().segment("Regulars").orElseThrow().value().count())
                .isEqualTo(85);
        var sizes = (ChartPane) page.lookup("#sizes");
        assertThat(Fx.get(() -> sizes.getSpec().caption().finding())).contains("Regulars");
        Fx.run(session::close);
    }

    @Test
    void tellsWhatEachConditionDoesAndWhyACustomerIsOut() {
        var page = open();
        Fx.run(() -> ((TextArea) page.lookup("#text")).setText("frequency >= 5 and not country = \"CH\""));
        Fx.waitUntil(() -> links(page).size() == 4);
        assertThat(Fx.get(() -> links(page).getFirst().getText())).isEqualTo("85 left");
        Fx.run(() -> links(page).getFirst().fire());
        Fx.waitUntil(() -> page.lookup("#people").isVisible());
        Fx.run(() -> ((TextField) page.lookup("#customer")).setText("nobody"));
        Fx.run(() -> ((Button) page.lookup("#askWhy")).fire());
        Fx.waitUntil(() -> ((Label) page.lookup("#problem")).getText().contains("no customer “nobody”"));
        Fx.run(() -> ((TextField) page.lookup("#customer")).setText(anyCustomer()));
        Fx.run(() -> ((Button) page.lookup("#askWhy")).fire());
        Fx.waitUntil(() -> page.lookup("#answer").lookup(".verdict-words") != null);
        Fx.run(session::close);
    }

    private String anyCustomer() {
        var table = session.project().features().orElseThrow().value().table().quoted();
        return session.file()
                .engine()
                .table(Sql.of("select min(customer_id) as id from " + table), Progress.NONE)
                .text(0, "id");
    }

    @Test
    void theNumberOfAGroupHasItsNameBeside() {
        var group = new FieldChoice(
                new Field("cluster", ColumnType.INTEGER),
                "Natural group",
                new Histogram(List.of(new Histogram.Bin("2", Double.NaN, Double.NaN, 7))),
                Map.of("2", "Lapsed big spenders"));
        var asked = Fx.get(() -> new FieldAsked(group, () -> {}));
        for (var typed : List.of("2", "2, 9", " 2")) {
            Fx.run(() -> asked.fill(new FieldCondition(group.field(), Ask.ONE_OF, typed, "")));
            assertThat(Fx.get(() -> ((Label) asked.below().getFirst()).getText()))
                    .isEqualTo("2: Lapsed big spenders");
        }
        Fx.run(() -> asked.fill(new FieldCondition(group.field(), Ask.IS, "9", "")));
        assertThat(Fx.get(() -> asked.below().getFirst().isVisible())).isFalse();
    }

    @Test
    void whichEventsAreMeantIsAskedOfAsManyColumnsAsAPersonLikes() {
        var columns = Stream.of(new Field("item_id", ColumnType.TEXT), new Field("value", ColumnType.DECIMAL))
                .map(field -> new FieldChoice(field, field.name(), new Histogram(List.of())))
                .toList();
        var rule = RuleParser.parseEvents("\"view\" where (item_id = \"tent\" and value > 50 and value < 90)");
        var events = ((ParsedRule.Parsed) rule).rule();
        var page = Fx.show(() -> new WhichEvents(new Topic.Deeds(List.of("view"), columns), ""), 900, 300);
        Fx.run(() -> page.fill(events));
        assertThat(Fx.get(() -> page.rule())).contains(events);
        // The type, a column and what is asked of it three times, and one more column to choose.
        assertThat(Fx.get(() -> within(page).size())).isEqualTo(1 + 3 * 3 + 1);
        Fx.run(() -> within(page).get(4).getSelectionModel().selectFirst());
        assertThat(Fx.get(() -> page.rule().map(RuleText::ofEvents)))
                .contains("\"view\" where (item_id = \"tent\" and value < 90)");
        Fx.run(() -> within(page).get(1).getSelectionModel().selectFirst());
        Fx.run(() -> within(page).get(1).getSelectionModel().selectFirst());
        assertThat(Fx.get(() -> page.rule().map(RuleText::ofEvents))).contains("\"view\"");
        assertThat(Fx.get(() -> within(page).size())).isEqualTo(2);
    }

    @Test
    void aRuleOfVeryManyConditionsIsChangedAsText() {
        var page = Fx.show(() -> new RuleBuilder(() -> Topics.NONE, _ -> {}), 600, 300);
        Fx.run(() -> page.show(RuleParser.require("a = 1" + " or a = 2".repeat(100))));
        assertThat(Fx.get(() -> page.getChildrenUnmodifiable().getFirst().isVisible()))
                .isFalse();
        Fx.run(page::clear);
        assertThat(Fx.get(() -> page.getChildrenUnmodifiable().getFirst().isVisible()))
                .isTrue();
    }

    private static List<ComboBox<?>> within(Parent parent) {
        return parent.lookupAll(".combo-box").stream()
                .<ComboBox<?>>map(ComboBox.class::cast)
                .toList();
    }

    private static List<Button> links(Parent page) {
        return page.lookup("#steps").lookupAll(".words-link").stream()
                .map(Button.class::cast)
                .toList();
    }

    @Test
    void anAlarmLeadsToWhoMovedAndTheSideShowsThatSegment() {
        var page = open();
        Fx.run(() -> {
            define("Swiss", "country = \"CH\"");
            define("Regulars", "frequency >= 5");
            ((StatTile) page.lookup("#largestTile")).fire();
        });
        assertThat(title(side)).isEqualTo("Swiss");
        Fx.run(() -> define("Regulars", "frequency >= 6"));
        Fx.waitUntil(() -> page.lookup("#alarmNote").isVisible());
        Fx.run(() -> ((Button) page.lookup("#alarmNote").lookup(".button")).fire());
        assertThat(title(side)).isEqualTo("Regulars");
        Fx.waitUntil(() -> page.lookup("#moves").isVisible());
        Fx.run(session::close);
    }

    private void define(String name, String rule) {
        session.take(
                name,
                (journey, progress) ->
                        journey.segments().define(new SegmentPlan(name, RuleParser.require(rule)), progress),
                _ -> {});
    }

    private static String title(InspectorSide side) {
        return side.shownProperty().get().map(Inspector::getTitle).orElse("");
    }

    @Test
    void theWizardLeadsToASegment() {
        var page = open();
        Fx.run(() -> ((Button) page.lookup("#primaryAction")).fire());
        Fx.waitUntil(() -> sheet(page).lookup(".text-field") != null);
        Fx.run(() -> ((TextField) sheet(page).lookup(".text-field")).setText("Swiss"));
        next(page);
        Fx.waitUntil(() -> sheet(page).lookup(".combo-box") != null);
        Fx.run(() -> {
            choose(boxes(page).get(1), "country");
            boxes(page).getLast().getEditor().setText("CH");
        });
        next(page);
        next(page);
        assertThat(session.project().segment("Swiss").orElseThrow().value().count())
                .isEqualTo(100);
        assertThat(robot.lookup(".veil > .sheet").tryQuery()).isEmpty();
        Fx.run(session::close);
    }

    @Test
    void theWizardIsGoneThroughByKeysAlone() {
        var page = open();
        Fx.run(() -> page.lookup("#primaryAction").requestFocus());
        robot.push(KeyCode.SPACE);
        Fx.waitUntil(() -> page.getScene().getFocusOwner() instanceof TextField);
        robot.write("Swiss").push(KeyCode.ENTER);
        Fx.waitUntil(() -> sheet(page).lookup(".combo-box") != null);
        toBox(page, 1);
        var fields = (ComboBox<?>) focused(page);
        robot.write("country").push(KeyCode.ENTER);
        assertThat(isAt(fields, "country")).isTrue();
        toBox(page, 3);
        robot.write("CH").push(KeyCode.ENTER);
        Fx.waitUntil(() -> sheet(page).lookup(".combo-box") == null);
        robot.push(KeyCode.ENTER);
        Fx.waitUntil(() -> session.project().segment("Swiss").isPresent());
        assertThat(session.project().segment("Swiss").orElseThrow().value().count())
                .isEqualTo(100);
        assertThat(((Card) page.lookup("#membersCard")).getTitle()).contains("Swiss");
        Fx.run(session::close);
    }

    @Test
    void clicksAndTextSayTheSameRule() {
        var page = open();
        Fx.run(() -> ((TextArea) page.lookup("#text"))
                .setText("frequency >= 5 and (country = \"CH\" or did \"purchase\" at least 3 times) and everyone"));
        Fx.waitUntil(() -> page.lookup("#clicks").lookupAll(".condition").size() == 4);
        assertThat(page.lookup("#clicks").lookupAll(".rule-group")).hasSize(2);
        Fx.run(() -> removers(page).getLast().fire());
        Fx.waitUntil(() -> ((TextArea) page.lookup("#text"))
                .getText()
                .equals("frequency >= 5 and (country = \"CH\" or did \"purchase\" at least 3 times)"));
        Fx.run(() -> removers(page).get(1).fire());
        Fx.waitUntil(() -> ((TextArea) page.lookup("#text")).getText().equals("frequency >= 5"));
        Fx.run(session::close);
    }

    @Test
    void aRuleOverAFeatureThatIsGoneIsShownWholeAndSaysSo() {
        var page = open();
        Fx.run(() -> {
            FilledProject.define(session.file(), "Valued", "monetary > 200 and country = \"CH\" and frequency >= 3");
            session.take(
                    "features",
                    (journey, progress) -> {
                        var plan = session.project()
                                .features()
                                .orElseThrow()
                                .value()
                                .plan();
                        var fewer = plan.definitions().stream()
                                .filter(definition -> !definition.name().equals("monetary"))
                                .toList();
                        return journey.computeFeatures(
                                new FeaturePlan(plan.asOf(), plan.purchaseType(), fewer), progress);
                    },
                    _ -> {});
        });
        Fx.waitUntil(() -> ((Label) page.lookup("#misfit")).getText().startsWith("There is no field “monetary”."));
        Fx.run(() -> ((Button) page.lookup("#membersCard").lookup(".button.small")).fire());
        Fx.waitUntil(() -> page.lookup("#clicks").lookupAll(".condition").size() == 3);
        Fx.waitUntil(() -> page.lookup("#clicks").lookupAll(".rule-fault").stream()
                .anyMatch(told -> ((Label) told).getText().startsWith("There is no field “monetary”.")));
        assertThat(((Label) page.lookup("#fault")).getText()).isEmpty();
        Fx.run(() -> ((ToggleButton) page.lookup("#asText")).setSelected(true));
        assertThat(((Label) page.lookup("#fault")).getText()).startsWith("There is no field “monetary”.");
        Fx.run(() -> ((ToggleButton) page.lookup("#byClicks")).setSelected(true));
        Fx.run(() -> removers(page).getLast().fire());
        Fx.waitUntil(() -> ((TextArea) page.lookup("#text")).getText().equals("monetary > 200 and country = \"CH\""));
        assertThat(page.lookup("#save").isDisabled()).isTrue();
        Fx.run(() -> removers(page).getFirst().fire());
        Fx.waitUntil(() -> !page.lookup("#save").isDisabled());
        assertThat(((TextArea) page.lookup("#text")).getText()).isEqualTo("country = \"CH\"");
        assertThatThrownBy(() -> session.journey().segments().refreshAll(Progress.NONE))
                .hasMessageContaining("The segment Valued could not be refreshed. There is no field “monetary”.");
        Fx.run(session::close);
    }

    @Test
    void enterEndsWhatIsTypedAndKeepsTheSegmentOnceItHasAName() {
        var page = open();
        Fx.run(() -> ((TextArea) page.lookup("#text")).setText("frequency >= 4"));
        Fx.waitUntil(() -> typed(page).isPresent());
        Fx.run(() -> {
            var value = typed(page).orElseThrow().getEditor();
            value.requestFocus();
            value.selectAll();
        });
        robot.write("5", 0).push(KeyCode.ENTER);
        Fx.waitUntil(() -> ((Label) page.lookup("#count")).getText().startsWith("85 of 300"));
        assertThat(robot.lookup(".veil > .sheet").tryQuery()).isEmpty();
        assertThat(Fx.get(() -> sliders(page).stream().filter(Node::isVisible).count()))
                .isEqualTo(1);
        Fx.run(() -> page.lookup("#name").requestFocus());
        robot.write("Regulars", 0).push(KeyCode.ENTER);
        Fx.waitUntil(() -> session.project().segment("Regulars").isPresent());
        assertThat(robot.lookup(".veil > .sheet").tryQuery()).isEmpty();
        Fx.run(session::close);
    }

    @Test
    void aSliderMovesTheBoundAndTheLineSaysFromWhenUntilWhen() {
        var page = open();
        var text = (TextArea) page.lookup("#text");
        Fx.run(() -> text.setText("frequency between 2 and 4 and did \"purchase\" in the last 30 days"));
        Fx.waitUntil(() -> sliders(page).size() == 2);
        double low = Fx.get(() -> sliders(page).getFirst().getValue());
        double high = Fx.get(() -> sliders(page).getLast().getValue());
        assertThat(low).isStrictlyBetween(0.0, high);
        Fx.run(() -> sliders(page).getLast().increment());
        Fx.waitUntil(() -> text.getText().startsWith("frequency between 2 and 5 and "));
        var lines = page.lookup("#clicks").lookupAll(".small-muted").stream()
                .map(label -> ((Label) label).getText())
                .filter(words -> words.contains("UTC"))
                .toList();
        assertThat(lines).hasSize(1).first().asString().contains("whole days");
        Fx.run(session::close);
    }

    @Test
    void anEditTellsWhoWouldComeInAndDropOutAndShowsSome() {
        var page = open();
        Fx.run(() -> {
            ((TextArea) page.lookup("#text")).setText("frequency >= 5");
            ((TextField) page.lookup("#name")).setText("Regulars");
        });
        Fx.waitUntil(() -> ((Label) page.lookup("#count")).getText().startsWith("85 of 300"));
        assertThat(page.lookup("#edit").isVisible()).isFalse();
        Fx.run(() -> ((Button) page.lookup("#save")).fire());
        Fx.run(() -> ((TextArea) page.lookup("#text")).setText("frequency >= 5 and country = \"CH\""));
        Fx.waitUntil(() -> edits(page).size() == 2
                && edits(page).getFirst().getText().equals("0 come in")
                && !edits(page).getLast().getText().equals("0 drop out"));
        Fx.run(() -> edits(page).getLast().fire());
        Fx.waitUntil(() -> page.lookup("#people").isVisible());
        var sample = (TableGrid) page.lookup("#sample");
        assertThat(Fx.get(() -> sample.isVisible() && sample.getParent().isVisible()))
                .isTrue();
        Fx.run(session::close);
    }

    /** The box that the value of a condition is typed into. */
    private static Optional<ComboBox<?>> typed(Node page) {
        return page.lookup("#clicks").lookupAll(".combo-box").stream()
                .<ComboBox<?>>map(ComboBox.class::cast)
                .filter(ComboBox::isEditable)
                .findFirst();
    }

    private static List<Button> edits(Node page) {
        return page.lookup("#edit").lookupAll(".words-link").stream()
                .map(Button.class::cast)
                .toList();
    }

    private static List<Slider> sliders(Node page) {
        return page.lookup("#clicks").lookupAll(".slider").stream()
                .map(Slider.class::cast)
                .toList();
    }

    /** The buttons that take a condition or a group out, from top to bottom. */
    private static List<Button> removers(Node page) {
        return page.lookup("#clicks").lookupAll(".button-icon").stream()
                .map(Button.class::cast)
                .filter(button -> button.getAccessibleText().startsWith("Remove"))
                .toList();
    }

    private static List<ComboBox<?>> boxes(Node page) {
        return sheet(page).lookupAll(".combo-box").stream()
                .<ComboBox<?>>map(ComboBox.class::cast)
                .toList();
    }

    /** Goes on with the tab key until the box of that place has the keys. */
    private void toBox(Node page, int place) {
        var box = Fx.get(
                () -> sheet(page).lookupAll(".combo-box").stream().toList().get(place));
        for (int tried = 0; tried < 12 && !Fx.get(() -> isIn(box, focused(page))); tried++) {
            robot.push(KeyCode.TAB);
        }
        assertThat(Fx.get(() -> isIn(box, focused(page)))).isTrue();
    }

    private static boolean isIn(Node box, Node focused) {
        return box.equals(focused) || (focused != null && box.equals(focused.getParent()));
    }

    private static Node focused(Node page) {
        return page.getScene().getFocusOwner();
    }

    private static boolean isAt(ComboBox<?> box, String field) {
        return Fx.get(() -> box.getValue() instanceof FieldChoice choice
                && choice.field().name().equals(field));
    }

    private static void choose(ComboBox<?> box, String field) {
        @SuppressWarnings("unchecked")
        var topics = (ComboBox<Topic>) box;
        topics.setValue(topics.getItems().stream()
                .filter(topic -> topic instanceof FieldChoice choice
                        && choice.field().name().equals(field))
                .findFirst()
                .orElseThrow());
    }

    private static Node sheet(Node page) {
        return page.getScene().getRoot().lookup(".veil > .sheet");
    }

    private static void next(Node page) {
        Fx.run(() -> ((Button) sheet(page).lookup(".sheet-foot .accent")).fire());
    }
}
