package corymb.ui.segments;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/** The part of a condition's line that depends on what it is about. */
abstract sealed class Asked extends HBox permits FieldAsked, DeedAsked, MembershipAsked {
    Asked() {
        getStyleClass().add("near");
        setAlignment(Pos.CENTER_LEFT);
    }

    static Asked of(Topic topic, Runnable whenChanged) {
        return switch (topic) {
            case FieldChoice field -> new FieldAsked(field, whenChanged);
            case Topic.Deeds deeds -> new DeedAsked(deeds, whenChanged);
            case Topic.Membership membership -> new MembershipAsked(membership, whenChanged);
        };
    }

    /** The condition as it stands. */
    abstract Optional<Condition> condition();
}
