package corymb.ui.sources;

import corymb.importing.Origin;
import corymb.remote.Secret;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Typed;
import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;

/** The fields that tell the pages of a web service. */
final class ServiceForm extends PlaceForm {
    private static final String MOST_PAGES = "10000";

    private final TextField url = text("");
    private final PasswordField token = new PasswordField();
    private final ComboBox<Way> way = new ComboBox<>();
    private final TextField link = text("next");
    private final TextField parameter = text("page");
    private final TextField first = text("1");
    private final TextField step = text("1");
    private final TextField items = text("");
    private final TextField pages = text(MOST_PAGES);
    private final CheckBox plain = new CheckBox(Texts.of("place.plain"));

    /** How the next page is found. */
    private enum Way {
        SINGLE,
        LINK,
        HEADER,
        COUNTER;

        String words() {
            return Texts.of("place.way." + name().toLowerCase(Locale.ROOT));
        }
    }

    ServiceForm() {
        url.setPromptText("https://");
        way.getItems().setAll(Way.values());
        way.setConverter(Choices.inWords(Way::words));
        way.setValue(Way.SINGLE);
        plain.setId("plain");
        var promise = new Label(Texts.of("place.tokenMore"));
        promise.getStyleClass().add("muted");
        promise.setWrapText(true);
        getChildren()
                .addAll(
                        field("place.url", url),
                        field("place.token", token),
                        promise,
                        field("place.way", way),
                        shownFor(field("place.link", link), Way.LINK),
                        shownFor(field("place.parameter", parameter), Way.COUNTER),
                        shownFor(field("place.first", first), Way.COUNTER),
                        shownFor(field("place.stepMore", step), Way.COUNTER),
                        folded(field("place.items", items), field("place.pages", pages), plain));
    }

    private Node shownFor(Node field, Way chosen) {
        Choices.shownWhile(field, way.valueProperty().map(chosen::equals));
        return field;
    }

    @Override
    Origin place() {
        return new Origin.Service(
                url.getText().strip(),
                items.getText().strip(),
                paging(),
                Typed.whole(pages.getText(), Texts.of("place.pages")),
                plain.isSelected());
    }

    private Origin.Paging paging() {
        return switch (way.getValue()) {
            case SINGLE -> new Origin.Paging.Single();
            case LINK -> new Origin.Paging.Link(link.getText().strip());
            case HEADER -> new Origin.Paging.Link("");
            case COUNTER ->
                new Origin.Paging.Counter(
                        parameter.getText().strip(),
                        Typed.whole(first.getText(), Texts.of("place.first")),
                        Typed.whole(step.getText(), Texts.of("place.stepMore")));
        };
    }

    @Override
    Secret secret() {
        return new Secret(token.getText().strip());
    }

    @Override
    ObservableBooleanValue isFilled() {
        return url.textProperty().isNotEmpty();
    }
}
