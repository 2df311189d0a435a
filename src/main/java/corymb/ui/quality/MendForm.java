package corymb.ui.quality;

import corymb.ui.kit.Choices;
import corymb.ui.kit.FindBox;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** What a kind of repair asks, each with the box that its answer goes into. */
final class MendForm extends VBox {
    private final MendModel model;
    private List<Ask> shown = List.of();
    private Optional<MendKind> kind = Optional.empty();
    private String other = "";

    MendForm(MendModel model) {
        this.model = model;
        getStyleClass().add("group");
        model.draftProperty().subscribe(this::show);
    }

    /** Boxes stay while the same is asked, so that the person can go on typing. */
    private void show(MendDraft draft) {
        var asks = draft.kind().asks(draft);
        boolean isOtherSource = !draft.text(Ask.OTHER).equals(other);
        if (!asks.equals(shown)
                || kind.filter(draft.kind()::equals).isEmpty()
                || isOtherSource
                || isOtherChoice(draft)) {
            shown = asks;
            other = draft.text(Ask.OTHER);
            kind = Optional.of(draft.kind());
            getChildren()
                    .setAll(asks.stream()
                            .map(ask -> named(ask, box(draft, ask)))
                            .toList());
        }
    }

    /** Whether a choice shown has other cases now, or another answer than its box. */
    private boolean isOtherChoice(MendDraft draft) {
        return shown.stream()
                .filter(ask -> ask.answer() == Ask.Answer.CHOICE)
                .anyMatch(ask -> getChildren().stream()
                        .map(part -> ((VBox) part).getChildren().getLast())
                        .filter(node -> node instanceof ComboBox<?> && ask.equals(node.getUserData()))
                        .map(node -> (ComboBox<?>) node)
                        .anyMatch(box -> !box.getItems().equals(model.defaults().choices(draft, ask))));
    }

    private static VBox named(Ask ask, Node field) {
        var label = new Label(ask.words());
        label.getStyleClass().add("muted");
        label.setLabelFor(field);
        var named = new VBox(label, field);
        named.getStyleClass().add("near");
        return named;
    }

    private Node box(MendDraft draft, Ask ask) {
        return switch (ask.answer()) {
            case COLUMN -> chosen(ask, columns(draft, ask), draft.text(ask));
            case PERHAPS_COLUMN -> perhaps(draft, ask);
            case COLUMNS ->
                new ColumnsChoice(
                        ask.words(), columns(draft, ask), draft.all(ask), answer -> model.answer(ask, answer));
            case CHOICE -> choice(draft, ask);
            case TYPED -> typed(draft, ask);
            case SUGGESTED -> suggested(draft, ask);
        };
    }

    private List<String> columns(MendDraft draft, Ask ask) {
        return model.defaults().columns(draft, ask);
    }

    private ComboBox<String> chosen(Ask ask, List<String> offered, String answer) {
        var box = new FindBox<String>();
        box.getItems().setAll(offered);
        box.setValue(answer);
        box.setUserData(ask);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(ask.words());
        box.valueProperty().addListener((_, _, value) -> model.answer(ask, value == null ? List.of() : List.of(value)));
        return box;
    }

    /** A column, or none in words. */
    private Node perhaps(MendDraft draft, Ask ask) {
        var offered = new java.util.ArrayList<>(List.of(""));
        offered.addAll(columns(draft, ask));
        var box = chosen(ask, offered, draft.text(ask));
        box.setConverter(Choices.inWords(name -> name.isEmpty() ? corymb.ui.kit.Texts.of("mend.noColumn") : name));
        return box;
    }

    private Node choice(MendDraft draft, Ask ask) {
        var box = chosen(ask, model.defaults().choices(draft, ask), draft.text(ask));
        box.setConverter(Choices.inWords(ask::words));
        return box;
    }

    private Node typed(MendDraft draft, Ask ask) {
        var field = new TextField(draft.text(ask));
        field.setPromptText(ask.prompt());
        field.setAccessibleText(ask.words());
        field.textProperty().addListener((_, _, text) -> model.answer(ask, List.of(text)));
        return field;
    }

    private Node suggested(MendDraft draft, Ask ask) {
        var box = new FindBox<String>();
        box.getItems().setAll(model.defaults().choices(draft, ask));
        box.setEditable(true);
        box.getEditor().setText(draft.text(ask));
        box.setPromptText(ask.prompt());
        box.setAccessibleText(ask.words());
        box.setMaxWidth(Double.MAX_VALUE);
        box.getEditor().textProperty().addListener((_, _, text) -> model.answer(ask, List.of(text)));
        return box;
    }
}
