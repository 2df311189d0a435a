package corymb.ui.segments;

import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** Whom somebody is to be like, by which features, and how many of those who are. */
final class AlikeAsked extends Asked {
    private static final String USUAL = "500";
    private final TextField count = new TextField(USUAL);
    private final ComboBox<String> segment = new FindBox<>();
    private final MenuButton features = new MenuButton();
    private final List<FieldChoice> offered;

    AlikeAsked(Topic.Likeness likeness, Runnable whenChanged) {
        offered = likeness.features();
        count.setPrefColumnCount(5);
        count.setAccessibleText(Texts.of("segments.alike.count"));
        segment.getItems().setAll(likeness.segments());
        segment.setPromptText(Texts.of("segments.member.which"));
        segment.setAccessibleText(Texts.of("segments.member.which"));
        segment.setPrefWidth(220);
        features.setMinWidth(Region.USE_PREF_SIZE);
        features.setAccessibleText(Texts.of("segments.alike.features"));
        offered.forEach(choice -> {
            var item = new CheckMenuItem(choice.label());
            item.setMnemonicParsing(false);
            item.selectedProperty().addListener((_, _, _) -> {
                tell();
                whenChanged.run();
            });
            features.getItems().add(item);
        });
        nodes().addAll(
                        word(Texts.of("segments.alike.among")),
                        count,
                        word(Texts.of("segments.alike.most")),
                        segment,
                        features);
        choose(likeness.usual());
        count.textProperty().addListener((_, _, _) -> whenChanged.run());
        segment.valueProperty().addListener((_, _, _) -> whenChanged.run());
    }

    private void choose(Collection<String> names) {
        for (int i = 0; i < offered.size(); i++) {
            item(i).setSelected(names.contains(offered.get(i).field().name()));
        }
        tell();
    }

    private CheckMenuItem item(int place) {
        return (CheckMenuItem) features.getItems().get(place);
    }

    private List<String> chosen() {
        return IntStream.range(0, offered.size())
                .filter(i -> item(i).isSelected())
                .mapToObj(i -> offered.get(i).field().name())
                .toList();
    }

    private void tell() {
        features.setText(Texts.of("segments.alike.by", chosen().size()));
    }

    void fill(AlikeCondition condition) {
        count.setText(condition.count());
        segment.setValue(condition.segment());
        choose(condition.features());
    }

    @Override
    Optional<Condition> condition() {
        return Optional.ofNullable(segment.getValue()).map(name -> new AlikeCondition(name, count.getText(), chosen()));
    }
}
