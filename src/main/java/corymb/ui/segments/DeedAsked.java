package corymb.ui.segments;

import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** What is asked of what customers did: which event, how often, and since when. */
final class DeedAsked extends Asked {
    private final ComboBox<String> done = new ComboBox<>();
    private final ComboBox<String> type;
    private final TextField times;
    private final TextField days;
    private final EventFilter filter;

    DeedAsked(Topic.Deeds deeds, Runnable whenChanged) {
        done.getItems().setAll(Texts.of("segments.deed.did"), Texts.of("segments.deed.didNot"));
        done.setAccessibleText(Texts.of("segments.chooseAsk"));
        done.setMinWidth(Region.USE_PREF_SIZE);
        done.getSelectionModel().selectFirst();
        type = eventType(deeds.types(), whenChanged);
        times = typed("1", Texts.of("segments.deed.howOften"), 3, whenChanged);
        days = days(whenChanged);
        scopes().setAll(deeds.scopes());
        scopeProperty().addListener((_, _, _) -> whenChanged.run());
        var often = word(Texts.of("segments.deed.times"));
        nodes().addAll(done, type, times, often, inTheLast(days));
        filter = new EventFilter(deeds.columns(), nodes(), true, whenChanged);
        done.getSelectionModel().selectedIndexProperty().subscribe(place -> {
            Choices.show(times, place.intValue() == 0);
            Choices.show(often, place.intValue() == 0);
        });
        done.valueProperty().addListener((_, _, _) -> whenChanged.run());
    }

    void fill(DeedCondition condition) {
        done.getSelectionModel().select(condition.isDone() ? 0 : 1);
        type.getEditor().setText(condition.type());
        times.setText(condition.times());
        days.setText(condition.when().days());
        scopeProperty().set(condition.when().scope());
        filter.fill(condition.where());
    }

    @Override
    Optional<Condition> condition() {
        boolean isDone = done.getSelectionModel().getSelectedIndex() == 0;
        return Optional.of(new DeedCondition(
                isDone,
                type.getEditor().getText(),
                filter.stated(),
                times.getText(),
                new When(scopeProperty().get(), days.getText())));
    }
}
