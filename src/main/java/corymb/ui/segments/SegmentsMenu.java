package corymb.ui.segments;

import corymb.settings.Refreshing;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import corymb.ui.session.SelfRefresh;
import corymb.work.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** What the page of segments offers beside its one action. */
final class SegmentsMenu {
    private static final List<Integer> MINUTES = List.of(0, 15, 60, 240);

    private final SegmentsModel model;
    private final SelfRefresh refresh;
    private final RulesMenu rules;

    SegmentsMenu(SegmentsModel model, SelfRefresh refresh, RulesMenu rules) {
        this.model = model;
        this.refresh = refresh;
        this.rules = rules;
    }

    /**
     * As the project is now.
     *
     * @param over what sheets and notes are shown over
     * @param told how what went wrong is told
     */
    List<MenuItem> items(Node over, Consumer<Outcome<?>> told) {
        var items = new ArrayList<MenuItem>();
        if (!model.segmentsProperty().get().isEmpty()) {
            items.add(Choices.item(Texts.of("segments.remove"), model::remove));
            items.addAll(List.of(afterSteps(), every()));
        }
        if (model.hasFeatures()) {
            items.addAll(rules.items(over, told));
        }
        return items;
    }

    /** Tells what kept a refresh by itself from its end. */
    void whenRefreshed(Consumer<Outcome<?>> told) {
        refresh.endedProperty().addListener((_, _, outcome) -> told.accept(outcome));
    }

    private ObjectProperty<Refreshing> chosen() {
        return refresh.chosenProperty();
    }

    private MenuItem afterSteps() {
        var item = new CheckMenuItem(Texts.of("segments.refreshItself"));
        item.setSelected(chosen().get().isAfterSteps());
        item.setOnAction(_ -> chosen().set(chosen().get().afterSteps(item.isSelected())));
        return item;
    }

    private Menu every() {
        var menu = new Menu(Texts.of("segments.refreshEvery"));
        var group = new ToggleGroup();
        for (int minutes : MINUTES) {
            var item = new RadioMenuItem(
                    switch (minutes) {
                        case 0 -> Texts.of("segments.refreshNotByClock");
                        case 60 -> Texts.of("segments.refreshHourly");
                        default ->
                            minutes < 60
                                    ? Texts.of("segments.refreshMinutes", minutes)
                                    : Texts.of("segments.refreshHours", minutes / 60);
                    });
            item.setToggleGroup(group);
            item.setSelected(chosen().get().minutes() == minutes);
            item.setOnAction(_ -> chosen().set(chosen().get().every(minutes)));
            menu.getItems().add(item);
        }
        return menu;
    }
}
