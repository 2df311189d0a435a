package corymb.ui.segments;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The part of a condition's line that depends on what it is about. */
abstract sealed class Asked
        permits FieldAsked, DeedAsked, MembershipAsked, AlikeAsked, WorthAsked, ListedAsked, TextAsked {
    private final ObservableList<Node> nodes = FXCollections.observableArrayList();

    /** What stands in the line, from left to right. */
    ObservableList<Node> nodes() {
        return nodes;
    }

    static Asked of(Topic topic, Runnable whenChanged) {
        return switch (topic) {
            case FieldChoice field -> new FieldAsked(field, whenChanged);
            case Topic.Deeds deeds -> new DeedAsked(deeds, whenChanged);
            case Topic.Membership membership -> new MembershipAsked(membership, whenChanged);
            case Topic.Likeness likeness -> new AlikeAsked(likeness, whenChanged);
            case Topic.Worth worth -> new WorthAsked(worth, whenChanged);
            case Topic.Listed _ -> new ListedAsked(whenChanged);
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
            case Topic.Likeness likeness -> {
                var asked = new AlikeAsked(likeness, whenChanged);
                asked.fill((AlikeCondition) condition);
                yield asked;
            }
            case Topic.Worth worth -> {
                var asked = new WorthAsked(worth, whenChanged);
                asked.fill((WorthCondition) condition);
                yield asked;
            }
            case Topic.Listed _ -> {
                var asked = new ListedAsked(whenChanged);
                asked.fill((ListedCondition) condition);
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
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** The condition as it stands. */
    abstract Optional<Condition> condition();
}
