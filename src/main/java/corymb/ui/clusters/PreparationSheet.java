package corymb.ui.clusters;

import corymb.ui.kit.Card;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Icons;
import corymb.ui.kit.Scrolling;
import corymb.ui.kit.Texts;
import corymb.ui.kit.WizardSheet;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A sheet that puts a preparation together, step by step. */
final class PreparationSheet {
    private final PreparationDraft draft;
    private final List<FeatureChoice> features;
    private final MenuButton add = new MenuButton(Texts.of("prepare.add"));
    private final VBox cards = new VBox();

    private PreparationSheet(PreparationDraft draft, List<FeatureChoice> features) {
        this.draft = draft;
        this.features = List.copyOf(features);
        cards.getStyleClass().add("group");
        show();
    }

    /** Begins with the chosen preparation; what comes of it is chosen in its place. */
    static void show(ClusterOptions options, Node over) {
        var draft = new PreparationDraft(options.preparationProperty().get());
        var sheet = new PreparationSheet(
                draft,
                options.features().stream()
                        .filter(choice -> choice.chosenProperty().get())
                        .toList());
        var step = new WizardSheet.Step(Texts.of("prepare.title"), sheet.content(), draft.isSoundProperty());
        var close = new AtomicReference<Runnable>(() -> {});
        var wizard = new WizardSheet(Texts.of("prepare.title"), List.of(step), Texts.of("prepare.use"), () -> {
            options.preparationProperty().set(draft.plan());
            close.get().run();
        });
        close.set(wizard::close);
        wizard.showOver(over);
    }

    private Node content() {
        add.setId("addStep");
        add.getItems()
                .setAll(Arrays.stream(StepKind.values())
                        .map(kind -> Choices.item(kind.words(), () -> add(kind)))
                        .toList());
        var order = new Label(Texts.of("prepare.order"));
        order.getStyleClass().add("muted");
        order.setWrapText(true);
        order.setMinHeight(Region.USE_PREF_SIZE);
        var content = new VBox(order, cards, add);
        content.getStyleClass().add("group");
        return content;
    }

    /** A number that a step can begin with; where none is chosen the step says so when it is done. */
    private void add(StepKind kind) {
        var number = features.stream()
                .filter(choice -> choice.feature().type().isNumeric())
                .map(choice -> choice.feature().name())
                .findFirst()
                .orElse("");
        draft.add(kind.usual(number));
        show();
        Scrolling.reveal(add);
    }

    private void show() {
        draft.unmark();
        cards.getChildren()
                .setAll(IntStream.range(0, draft.size()).mapToObj(this::card).toList());
    }

    private Card card(int place) {
        var card = new StepCard(draft, place, features).card();
        card.setId("step-" + place);
        if (place > 0) {
            card.getActions().add(Icons.button("fth-arrow-up", Texts.of("prepare.earlier"), () -> {
                draft.moveUp(place);
                show();
            }));
        }
        card.getActions().add(Icons.button("fth-x", Texts.of("prepare.remove"), () -> {
            draft.remove(place);
            show();
        }));
        return card;
    }
}
