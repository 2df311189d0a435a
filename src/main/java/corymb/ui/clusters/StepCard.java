package corymb.ui.clusters;

import corymb.ui.kit.Card;
import corymb.ui.kit.Columns;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;

/** All that can be said of one step of a preparation. */
final class StepCard {
    private static final int FIELD = 190;

    private final PreparationDraft draft;
    private final int place;
    private final List<FeatureChoice> features;

    /** @param features those that the step can be done to */
    StepCard(PreparationDraft draft, int place, List<FeatureChoice> features) {
        this.draft = draft;
        this.place = place;
        this.features = List.copyOf(features);
    }

    Card card() {
        var kind = StepKind.of(draft.at(place));
        var numbers = features.stream()
                .filter(choice -> choice.feature().type().isNumeric())
                .toList();
        var fields = new Columns();
        fields.setColumnWidth(FIELD);
        fields.getChildren().setAll(new StepFields(draft, place).of(numbers));
        fields.getChildren().add(doneTo());
        return new Card(Texts.of("prepare.place", place + 1, kind.words()), kind.sentence(), fields);
    }

    private Node doneTo() {
        var menu = new MenuButton();
        menu.setMnemonicParsing(false);
        features.forEach(choice -> menu.getItems().add(item(choice, menu)));
        say(menu);
        return OptionControls.field("prepare.columns", menu);
    }

    private CheckMenuItem item(FeatureChoice choice, MenuButton menu) {
        var name = choice.feature().name();
        var item = new CheckMenuItem(choice.word().title());
        item.setMnemonicParsing(false);
        item.setSelected(draft.at(place).columns().contains(name));
        item.setOnAction(_ -> {
            var now = draft.at(place);
            var others = now.columns().stream().filter(column -> !column.equals(name));
            var chosen = item.isSelected() ? Stream.of(name) : Stream.<String>empty();
            draft.put(place, now.on(Stream.concat(others, chosen).toList()));
            say(menu);
        });
        return item;
    }

    private void say(MenuButton menu) {
        var columns = draft.at(place).columns();
        menu.setText(
                columns.isEmpty()
                        ? Texts.of("prepare.allThatFit")
                        : String.join(", ", columns.stream().map(this::title).toList()));
    }

    private String title(String column) {
        return features.stream()
                .filter(choice -> choice.feature().name().equals(column))
                .map(choice -> choice.word().title())
                .findFirst()
                .orElse(column);
    }
}
