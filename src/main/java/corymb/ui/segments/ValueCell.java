package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.feature.Histogram;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A value to choose, with how many customers, or events, have it. */
final class ValueCell extends ListCell<String> {
    private final FieldChoice field;

    ValueCell(FieldChoice field) {
        this.field = field;
    }

    @Override
    protected void updateItem(@Nullable String value, boolean isEmpty) {
        super.updateItem(value, isEmpty);
        if (isEmpty || value == null) {
            setGraphic(null);
            return;
        }
        var called = field.named(value);
        var name = new Label(called.isEmpty() ? value : called);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var line = new HBox(name);
        line.getStyleClass().add("near");
        field.histogram().bins().stream()
                .filter(bin -> bin.label().equals(value) && bin.count() > 0)
                .mapToLong(Histogram.Bin::count)
                .findFirst()
                .ifPresent(count -> line.getChildren().add(muted(Numbers.local().count(count))));
        setGraphic(line);
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("small-muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
