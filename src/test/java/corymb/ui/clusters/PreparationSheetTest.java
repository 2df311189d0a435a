package corymb.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.chart.Vocabulary.Word;
import corymb.feature.FeatureSummary;
import corymb.feature.Histogram;
import corymb.preparation.PreparationPlan;
import corymb.preparation.Step;
import corymb.table.ColumnType;
import corymb.ui.kit.Fx;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Fx.class)
class PreparationSheetTest {
    private final ClusterOptions options = new ClusterOptions();
    private Parent window = new StackPane();

    @BeforeEach
    void open() {
        options.features().setAll(choice("country", ColumnType.TEXT), choice("spend", ColumnType.DECIMAL));
        var page = Fx.show(() -> new StackPane(new Label("Page")), 1000, 900);
        Fx.run(() -> PreparationSheet.show(options, page));
        window = page.getScene().getRoot();
    }

    private static FeatureChoice choice(String name, ColumnType type) {
        var summary = new FeatureSummary(name, "", "", type, 0, 0, 1, 1, 2, new Histogram(List.of()));
        return new FeatureChoice(summary, new Word("Title of " + name, name, "", ""), true);
    }

    private void use() {
        Fx.run(() -> ((Button) window.lookup(".sheet-foot .accent")).fire());
    }

    private void add(StepKind kind) {
        var menu = (MenuButton) window.lookup("#addStep");
        Fx.run(() ->
                menu.getItems().get(List.of(StepKind.values()).indexOf(kind)).fire());
    }

    @Test
    void everyKindOfStepIsAddedWhereTheStepsEnd() {
        var kinds = Arrays.stream(StepKind.values());
        kinds.forEach(this::add);
        use();
        var added = Arrays.stream(StepKind.values()).map(kind -> kind.usual("spend"));
        assertThat(options.preparationProperty().get().steps())
                .isEqualTo(Stream.concat(PreparationPlan.USUAL.steps().stream(), added)
                        .toList());
        assertThat(window.lookup(".sheet")).isNull();
    }

    @Test
    void whatIsAddedLastIsInSight() {
        Arrays.stream(StepKind.values()).forEach(this::add);
        Fx.run(() -> {
            var seen = window.lookup(".sheet .scroll-pane > .viewport");
            var end = window.lookup("#addStep");
            assertThat(seen.localToScene(seen.getLayoutBounds()).contains(end.localToScene(end.getLayoutBounds())))
                    .isTrue();
        });
    }

    @Test
    void stepsOfOnesOwnAreSaidInTheBoxOfPreparations() {
        var box = new ComboBox<PreparationPlan>();
        Fx.show(
                () -> {
                    OptionControls.preparation(box, options);
                    return new StackPane(box);
                },
                400,
                200);
        Fx.run(() ->
                options.preparationProperty().set(PreparationPlan.around(new Step.Winsorise(List.of(), 0.02, 0.98))));
        assertThat(box.getSelectionModel().getSelectedIndex()).isNotNegative();
        assertThat(said(box)).contains("Steps of your own");
        keep("Outer 2 %");
        assertThat(said(box)).contains("Outer 2 %").doesNotContain("Steps of your own");
        // Its name comes first, so that the one chosen before takes its place.
        var wider = PreparationPlan.around(new Step.Winsorise(List.of(), 0.03, 0.97));
        Fx.run(() -> options.preparationProperty().set(wider));
        keep("A little more");
        assertThat(said(box)).contains("A little more").doesNotContain("Outer 2 %");
        assertThat(options.preparationProperty().get()).isEqualTo(wider);
    }

    private static List<String> said(ComboBox<?> box) {
        return box.lookupAll(".list-cell").stream()
                .map(cell -> String.valueOf(((ListCell<?>) cell).getText()))
                .toList();
    }

    private void keep(String name) {
        Fx.run(() -> options.savedProperty()
                .set(options.savedProperty()
                        .get()
                        .with(name, options.preparationProperty().get())));
    }

    @Test
    void whatIsTypedChosenMovedAndRemovedCounts() {
        add(StepKind.WINSORISE);
        var lowest = (TextField) window.lookup("#step-2 .text-field");
        var columns = (MenuButton) window.lookup("#step-2 .menu-button");
        Fx.run(() -> {
            lowest.setText("5");
            lowest.setText("no number");
            var spend = (CheckMenuItem) columns.getItems().getLast();
            spend.setSelected(true);
            spend.fire();
        });
        press("#step-2", 0);
        press("#step-0", 0);
        use();
        assertThat(options.preparationProperty().get())
                .isEqualTo(new PreparationPlan(
                        List.of(new Step.Winsorise(List.of("spend"), 0.05, 0.99), new Step.OneHot(List.of(), 12))));
    }

    /** A plan that quietly kept 1 % while 99 stood there would be used. */
    @Test
    void whatCannotBeTypedIsSaidAndTheStepsAreNotUsedUntilItIsMended() {
        add(StepKind.WINSORISE);
        add(StepKind.CORRELATED);
        var lowest = (TextField) window.lookup("#step-2 .text-field");
        var most = (TextField) window.lookup("#step-3 .text-field");
        var use = (Button) window.lookup(".sheet-foot .accent");
        Fx.run(() -> {
            lowest.setText("99");
            most.setText("0");
        });
        assertThat(faults()).containsExactly("Type a number from 0 to 49.", "Type a number above 0, at most 1.");
        assertThat(use.isDisabled()).isTrue();
        Fx.run(() -> {
            lowest.setText("5 %");
            most.setText("0,9");
        });
        assertThat(faults()).isEmpty();
        use();
        assertThat(options.preparationProperty().get().steps())
                .contains(new Step.Winsorise(List.of(), 0.05, 0.99), new Step.DropCorrelated(List.of(), 0.9));
    }

    private List<String> faults() {
        return window.lookupAll(".rule-fault").stream()
                .filter(javafx.scene.Node::isVisible)
                .map(fault -> ((Label) fault).getText())
                .toList();
    }

    /** The first is earlier, the last is away; the first step has no earlier. */
    private void press(String card, int button) {
        var buttons = window.lookup(card).lookupAll(".card-actions .button").stream()
                .map(Button.class::cast)
                .toList();
        Fx.run(() -> buttons.get(button).fire());
    }

    @Test
    void aStepOnOtherColumnsIsTheSameStep() {
        for (var kind : StepKind.values()) {
            var usual = kind.usual("spend");
            var other = usual.on(List.of("country"));
            assertThat(other.columns()).containsExactly("country");
            assertThat(other.on(List.of())).isEqualTo(usual);
            assertThat(StepKind.of(other)).isEqualTo(kind);
        }
    }
}
