package corymb.ui.segments;

import corymb.rule.Rule;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;

/** Which events are meant: their type, and what is asked of one of their columns. */
final class WhichEvents extends FlowPane {
    private static final double GAP = 8;
    private static final double WIDTH = 900;

    private final ComboBox<String> type;
    private final EventFilter filter;

    WhichEvents(Topic.Deeds deeds, String chosen) {
        type = Asked.eventType(deeds.types(), () -> {});
        type.getEditor().setText(chosen);
        setHgap(GAP);
        setVgap(GAP);
        setRowValignment(VPos.CENTER);
        setPrefWrapLength(WIDTH);
        setMinWidth(0);
        getChildren().add(type);
        filter = new EventFilter(deeds.columns(), getChildren(), () -> {});
        if (!deeds.columns().isEmpty()) {
            getChildren().addAll(Asked.word(Texts.of("segments.deed.where")), filter.column());
        }
    }

    /** The rule over the events' columns that says it; empty while it is not complete. */
    Optional<Rule> rule() {
        return DeedCondition.events(type.getEditor().getText(), filter.stated());
    }
}
