package corymb.ui.segments;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** The part of a condition's line that depends on what it is about. */
abstract sealed class Asked extends FlowPane permits FieldAsked, DeedAsked, MembershipAsked, TextAsked {
    private static final double GAP = 8;
    private static final double WIDTH = 640;

    Asked() {
        super(GAP, GAP);
        setPrefWrapLength(WIDTH);
        setAlignment(Pos.CENTER_LEFT);
        setRowValignment(VPos.CENTER);
    }

    static Asked of(Topic topic, Runnable whenChanged) {
        return switch (topic) {
            case FieldChoice field -> new FieldAsked(field, whenChanged);
            case Topic.Deeds deeds -> new DeedAsked(deeds, whenChanged);
            case Topic.Membership membership -> new MembershipAsked(membership, whenChanged);
            case Topic.Words words -> new TextAsked(words.terms(), whenChanged);
        };
    }

    /** The same with a condition filled in. */
    static Asked of(Topic topic, Condition condition, Runnable whenChanged) {
        return switch (topic) {
            case FieldChoice field -> {
                var asked = new FieldAsked(field, whenChanged);
                asked.fill((FieldCondition) condition);
                yield asked;
            }
            case Topic.Deeds deeds -> {
                var asked = new DeedAsked(deeds, whenChanged);
                asked.fill((DeedCondition) condition);
                yield asked;
            }
            case Topic.Membership membership -> {
                var asked = new MembershipAsked(membership, whenChanged);
                asked.fill((MembershipCondition) condition);
                yield asked;
            }
            case Topic.Words words -> {
                var asked = new TextAsked(words.terms(), whenChanged);
                asked.fill((TextCondition) condition);
                yield asked;
            }
        };
    }

    static Label word(String words) {
        var label = new Label(words);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** The condition as it stands. */
    abstract Optional<Condition> condition();
}
