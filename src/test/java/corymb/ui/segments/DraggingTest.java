package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.FilledProject;
import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import corymb.segment.SegmentAlgebra.Joining;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.GivenDialogs;
import corymb.ui.kit.Screen;
import corymb.ui.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pressed, moved and released as a hand does it; {@code Unseen} tells how that is a drag without a display. */
@FxTest
class DraggingTest {
    private static final String RULE =
            "frequency >= 5 and (country = \"CH\" or monetary > 200) and did \"purchase\" at least 3 times";

    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private final Session session = new Session(new DirectJobRunner(), FilledProject.CLOCK);
    private final Robot hand = Fx.get(Robot::new);

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        var file = FilledProject.create(folder);
        FilledProject.define(file, "Regulars", "frequency >= 5");
        FilledProject.define(file, "Swiss", "country = \"CH\"");
        FilledProject.define(file, "Spenders", "monetary > 200");
        Fx.run(() -> session.show(file));
    }

    @AfterEach
    void close() {
        Fx.run(session::close);
    }

    @Test
    void aConditionIsDraggedIntoAGroupToWhereItIsDropped() {
        var builder = builder(RULE);
        drag(grip(builder, 0), upper(row(builder, 2)));
        assertThat(text(builder))
                .contains(
                        "(country = \"CH\" or frequency >= 5 or monetary > 200) and did \"purchase\" at least 3 times");
    }

    @Test
    void aConditionIsDraggedAfterTheLastAndOutOfItsGroup() {
        var builder = builder(RULE);
        drag(grip(builder, 1), lower(row(builder, 3)));
        assertThat(text(builder))
                .contains(
                        "frequency >= 5 and monetary > 200 and did \"purchase\" at least 3 times and country = \"CH\"");
    }

    @Test
    void whatIsDroppedOnTheHeadOrTheFootOfAllComesFirstOrLast() {
        var builder = builder("country = \"CH\" or monetary > 200 or frequency >= 5");
        drag(grip(builder, 2), middle(builder.lookup(".combo-box")));
        assertThat(text(builder)).contains("frequency >= 5 or country = \"CH\" or monetary > 200");
        drag(grip(builder, 0), middle(builder.lookup(".button.small")));
        assertThat(text(builder)).contains("country = \"CH\" or monetary > 200 or frequency >= 5");
    }

    @Test
    void aGroupIsDraggedWholeAndNotIntoItself() {
        var builder = builder(RULE);
        var grip = row(builder, 1).getParent().getParent().lookup(".button-icon");
        drag(grip, upper(row(builder, 1)));
        assertThat(text(builder)).contains(RULE);
        drag(grip, lower(row(builder, 3)));
        assertThat(text(builder))
                .contains(
                        "frequency >= 5 and did \"purchase\" at least 3 times and (country = \"CH\" or monetary > 200)");
    }

    @Test
    void onlyWhatTakesWhatIsDraggedIsMarkedMeanwhile() {
        var builder = builder(RULE);
        var group = row(builder, 1).getParent().getParent();
        press(grip(builder, 0));
        move(middle(group.lookup(".combo-box")));
        assertThat(marked(builder)).containsExactly(group);
        move(lower(row(builder, 2)));
        assertThat(marked(builder)).containsExactly(row(builder, 2));
        release();
        assertThat(marked(builder)).isEmpty();
    }

    @Test
    void aSegmentDraggedOntoAnotherIsJoinedToIt() {
        var model = Fx.get(() -> new CombineModel(session));
        var page = Fx.<Parent>show(
                () -> Screen.SEGMENTS_COMBINE.loadWith(new CombineController(model, _ -> {}, new GivenDialogs())),
                980,
                700);
        // i mod 7 in {5, 6}: 85 of 300; i mod 3 = 2: 100; both: 29.
        for (var joining : Joining.values()) {
            Fx.run(() -> model.joiningProperty().set(joining));
            drag(named(page, "Swiss"), middle(named(page, "Regulars")));
            assertThat(Fx.get(() -> ((Label) page.lookup("#joinedCount")).getText()))
                    .startsWith(
                            switch (joining) {
                                case AND -> "29 of 300";
                                case OR -> "156 of 300";
                                case MINUS -> "56 of 300";
                            });
        }
        drag(named(page, "Spenders"), middle(page.lookup("#words")));
        assertThat(model.words()).isEqualTo("“Regulars” minus “Swiss” minus “Spenders”");
    }

    @Test
    void aSegmentDraggedInTheOrderOfAPolicyTakesThatPlace() {
        var model = Fx.get(() -> new PolicyModel(session));
        var page = Fx.<Parent>show(
                () -> Screen.SEGMENTS_POLICY.loadWith(new PolicyController(model, _ -> {}, new GivenDialogs())),
                980,
                700);
        drag(policyRow(page, "Spenders"), upper(policyRow(page, "Regulars")));
        assertThat(model.orderProperty().get()).containsExactly("Spenders", "Regulars", "Swiss");
        drag(policyRow(page, "Spenders"), lower(policyRow(page, "Swiss")));
        assertThat(model.orderProperty().get()).containsExactly("Regulars", "Swiss", "Spenders");
    }

    private RuleBuilder builder(String text) {
        return Fx.show(
                () -> {
                    var builder = new RuleBuilder(() -> Topics.of(session.project()), _ -> {});
                    builder.show(RuleParser.require(text));
                    return builder;
                },
                980,
                980);
    }

    private static Optional<String> text(RuleBuilder builder) {
        return Fx.get(builder::rule).map(RuleText::of);
    }

    private void drag(Node from, Point2D to) {
        press(from);
        move(to);
        release();
    }

    private void press(Node node) {
        move(middle(node));
        Fx.run(() -> hand.mousePress(MouseButton.PRIMARY));
    }

    /** In two steps: the first of them begins a drag. */
    private void move(Point2D to) {
        Fx.run(() -> hand.mouseMove(to.midpoint(hand.getMousePosition())));
        Fx.run(() -> hand.mouseMove(to));
    }

    private void release() {
        Fx.run(() -> hand.mouseRelease(MouseButton.PRIMARY));
    }

    private static Node row(Node builder, int place) {
        return builder.lookupAll(".condition").stream().toList().get(place);
    }

    private static Node grip(Node builder, int place) {
        return row(builder, place).lookup(".button-icon");
    }

    private static List<Node> marked(Node builder) {
        var all = new ArrayList<>(builder.lookupAll(".rule-group"));
        all.addAll(builder.lookupAll(".condition"));
        return all.stream()
                .filter(box -> box.getPseudoClassStates().contains(DROPPING))
                .toList();
    }

    private static Node named(Node page, String name) {
        return page.lookupAll(".button").stream()
                .filter(button -> ((Button) button).getText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Node policyRow(Node page, String name) {
        return page.lookupAll(".policy-row").stream()
                .filter(row -> ((PolicyRow) row).segment().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Point2D upper(Node node) {
        return at(node, 0.25);
    }

    private static Point2D middle(Node node) {
        return at(node, 0.5);
    }

    private static Point2D lower(Node node) {
        return at(node, 0.75);
    }

    /** On the screen, at a share of the height of a node. */
    private static Point2D at(Node node, double share) {
        Bounds place = Fx.get(() -> {
            node.getScene().getRoot().layout();
            return node.localToScreen(node.getLayoutBounds());
        });
        return new Point2D(place.getCenterX(), place.getMinY() + share * place.getHeight());
    }
}
