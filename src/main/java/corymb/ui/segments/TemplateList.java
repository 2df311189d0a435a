package corymb.ui.segments;

import corymb.segment.Template;
import corymb.ui.kit.Texts;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The segments that many teams want, to start from; those the project cannot tell say what it lacks. */
final class TemplateList extends ListView<Template.Offer> {
    private static final double HEIGHT = 250;

    TemplateList(NewSegmentModel model) {
        getStyleClass().add("template-list");
        setAccessibleText(Texts.of("segments.askTemplate"));
        setPrefHeight(HEIGHT);
        getItems().setAll(model.offers());
        setCellFactory(_ -> new OfferCell(model));
        getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> {
            if (chosen != null && chosen.rule().isPresent()) {
                model.start(chosen);
            }
        });
    }

    private static final class OfferCell extends ListCell<Template.Offer> {
        private final NewSegmentModel model;

        private OfferCell(NewSegmentModel model) {
            this.model = model;
            setPrefWidth(0); // as wide as the list, so that long words wrap
        }

        @Override
        protected void updateItem(Template.@Nullable Offer offer, boolean isEmpty) {
            super.updateItem(offer, isEmpty);
            setGraphic(isEmpty || offer == null ? null : words(offer));
            setDisable(!isEmpty && offer != null && offer.rule().isEmpty());
        }

        private VBox words(Template.Offer offer) {
            var template = offer.template();
            var name = wrapped(template.name(), "strong");
            var kind = Texts.of("segments.template." + template.kind().name().toLowerCase(Locale.ROOT));
            var box = new VBox(name, wrapped(kind + " · " + template.meaning(), "muted"));
            model.lack(offer).ifPresent(what -> box.getChildren().add(wrapped(what, "small-muted")));
            return box;
        }

        private static Label wrapped(String text, String style) {
            var label = new Label(text);
            label.getStyleClass().add(style);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            return label;
        }
    }
}
