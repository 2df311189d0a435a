package corymb.ui.segments;

import corymb.rule.Link;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

/** What is asked of what customers did one after another. */
final class OrderAsked extends Asked {
    private final ComboBox<String> first;
    private final ComboBox<Follow> follow = new ComboBox<>();
    private final ComboBox<String> second;
    private final TextField count;
    private final ComboBox<Link.Unit> unit = new ComboBox<>();
    private final TextField days;

    OrderAsked(Topic.Order order, Runnable whenChanged) {
        var scopes = order.deeds().scopes();
        boolean hasSessions = scopes.contains(Scope.SESSION);
        first = eventType(order.deeds().types(), whenChanged);
        follow.getItems().setAll(hasSessions ? List.of(Follow.values()) : List.of(Follow.THEN, Follow.WITHOUT));
        follow.setValue(Follow.THEN);
        follow.setAccessibleText(Texts.of("segments.chooseAsk"));
        second = eventType(order.deeds().types(), whenChanged);
        count = typed("3", Texts.of("segments.follow.howNear"), 3, whenChanged);
        unit.getItems().setAll(Link.Unit.values());
        unit.setConverter(
                Choices.inWords(each -> Texts.of("segments.unit." + each.name().toLowerCase(Locale.ROOT))));
        unit.setValue(Link.Unit.DAYS);
        unit.setAccessibleText(Texts.of("segments.follow.unit"));
        days = days(whenChanged);
        var within = word(Texts.of("segments.follow.within"));
        nodes().addAll(word(Texts.of("segments.deed.did")), first, follow, second, within, count, unit);
        nodes().add(inTheLast(days));
        follow.valueProperty().subscribe(chosen -> {
            boolean hasLeft = chosen == Follow.LEAVING;
            scopes().setAll(hasLeft ? List.of(Scope.SESSION) : scopes);
            scopeProperty().set(hasLeft ? Scope.SESSION : Scope.CUSTOMER);
            Choices.show(second, !hasLeft);
            within.setText(Texts.of(hasLeft ? "segments.follow.atMost" : "segments.follow.within"));
        });
        var isNear = Bindings.createBooleanBinding(
                () -> follow.getValue() == Follow.LEAVING || scopeProperty().get() == Scope.CUSTOMER,
                follow.valueProperty(),
                scopeProperty());
        for (var node : List.of(within, count, unit)) {
            Choices.shownWhile(node, isNear);
        }
        for (var chosen : List.of(follow.valueProperty(), unit.valueProperty(), scopeProperty())) {
            chosen.addListener((_, _, _) -> whenChanged.run());
        }
    }

    void fill(OrderCondition condition) {
        first.getEditor().setText(condition.first());
        follow.setValue(condition.follow());
        second.getEditor().setText(condition.second());
        count.setText(condition.near().count());
        unit.setValue(condition.near().unit());
        days.setText(condition.when().days());
        scopeProperty().set(condition.when().scope());
    }

    @Override
    Optional<Condition> condition() {
        return Optional.of(new OrderCondition(
                first.getEditor().getText(),
                follow.getValue(),
                second.getEditor().getText(),
                new OrderCondition.Near(count.getText(), unit.getValue()),
                new When(scopeProperty().get(), days.getText())));
    }
}
