package corymb.ui.segments;

import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The part of a condition's line that depends on what it is about. */
abstract sealed class Asked
        permits FieldAsked, DeedAsked, OrderAsked, MembershipAsked, AlikeAsked, WorthAsked, ListedAsked, TextAsked {
    private final ObservableList<Node> nodes = FXCollections.observableArrayList();
    private final ObservableList<Node> below = FXCollections.observableArrayList();
    private final ObservableList<Scope> scopes = FXCollections.observableArrayList(Scope.CUSTOMER);
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.CUSTOMER);

    /** What stands in the line, from left to right. */
    ObservableList<Node> nodes() {
        return nodes;
    }

    /** What helps to answer, below the line. */
    ObservableList<Node> below() {
        return below;
    }

    /** What it can look at as a whole, at least one. */
    ObservableList<Scope> scopes() {
        return scopes;
    }

    /** What it looks at as a whole. */
    ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    static Asked of(Topic topic, Runnable whenChanged) {
        return switch (topic) {
            case FieldChoice field -> new FieldAsked(field, whenChanged);
            case Topic.Deeds deeds -> new DeedAsked(deeds, whenChanged);
            case Topic.Order order -> new OrderAsked(order, whenChanged);
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
            case Topic.Order order -> {
                var asked = new OrderAsked(order, whenChanged);
                asked.fill((OrderCondition) condition);
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

    /** A type of event to choose or to type. */
    static ComboBox<String> eventType(List<String> types, Runnable whenChanged) {
        var type = new FindBox<String>();
        type.getItems().setAll(types);
        type.setEditable(true);
        type.setPrefWidth(130);
        type.setPromptText(Texts.of("segments.deed.type"));
        type.setAccessibleText(Texts.of("segments.deed.type"));
        type.getEditor().textProperty().addListener((_, _, _) -> whenChanged.run());
        return type;
    }

    /** A few characters to type. */
    static TextField typed(String prompt, String accessible, int columns, Runnable whenChanged) {
        var field = new TextField();
        field.setPromptText(prompt);
        field.setPrefColumnCount(columns);
        field.setAccessibleText(accessible);
        field.textProperty().addListener((_, _, _) -> whenChanged.run());
        return field;
    }

    /** In how many days up to now. */
    static TextField days(Runnable whenChanged) {
        return typed(Texts.of("segments.deed.ever"), Texts.of("segments.deed.howLong"), 4, whenChanged);
    }

    /** Words and boxes that stay in one line. */
    static HBox together(Node... nodes) {
        var line = new HBox(nodes);
        line.getStyleClass().add("near");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** In the last so many days. */
    static HBox inTheLast(TextField days) {
        return together(word(Texts.of("segments.deed.last")), days, word(Texts.of("segments.deed.days")));
    }

    /** The condition as it stands. */
    abstract Optional<Condition> condition();
}
