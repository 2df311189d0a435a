package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.ui.kit.Choices;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.Icons;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Several columns out of many: those chosen, each to be taken away, and a box to add more. */
final class ColumnsChoice extends VBox {
    private static final int SHOWN = 12;

    private final List<String> offered;
    private final Consumer<List<String>> told;
    private final FlowPane chips = new FlowPane(8, 8);
    private final ComboBox<String> more = new FindBox<>();
    private final Button all = new Button();
    private final List<String> chosen = new ArrayList<>();

    ColumnsChoice(String name, List<String> offered, List<String> begun, Consumer<List<String>> told) {
        this.offered = offered;
        this.told = told;
        getStyleClass().add("near");
        chosen.addAll(begun);
        more.setPromptText(Texts.of("mend.addColumn"));
        more.setAccessibleText(name);
        more.setMaxWidth(Double.MAX_VALUE);
        more.setOnAction(_ -> add());
        all.getStyleClass().addAll("small", "flat");
        all.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(more, all);
        line.getStyleClass().add("near");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(chips, line);
        show();
    }

    private void add() {
        var name = more.getValue();
        if (name != null && !chosen.contains(name)) {
            var longer = new ArrayList<>(chosen);
            longer.add(name);
            change(longer);
        }
    }

    private void remove(String name) {
        var rest = new ArrayList<>(chosen);
        rest.remove(name);
        change(rest);
    }

    private void change(List<String> columns) {
        var now = List.copyOf(columns);
        chosen.clear();
        chosen.addAll(now);
        show();
        told.accept(now);
    }

    private void show() {
        var shown = new ArrayList<Node>();
        chosen.stream().limit(SHOWN).map(this::chip).forEach(shown::add);
        if (chosen.size() > SHOWN) {
            var others = new Label(Texts.of("mend.moreColumns", Numbers.local().count(chosen.size() - SHOWN)));
            others.getStyleClass().add("muted");
            shown.add(others);
        }
        chips.getChildren().setAll(shown);
        chips.setVisible(!shown.isEmpty());
        chips.setManaged(!shown.isEmpty());
        more.setValue(null);
        more.getItems()
                .setAll(offered.stream().filter(name -> !chosen.contains(name)).toList());
        offerAll(more.getItems().isEmpty());
    }

    private void offerAll(boolean isAll) {
        all.setText(Texts.of(isAll ? "mend.noColumns" : "mend.allColumns"));
        all.setOnAction(_ -> change(isAll ? List.of() : offered));
        Choices.show(all, offered.size() > 1);
        Choices.show(more, !isAll);
    }

    private Node chip(String name) {
        var label = new Label(name);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMaxWidth(280);
        var chip = new HBox(label, Icons.button("fth-x", Texts.of("mend.removeColumn", name), () -> remove(name)));
        chip.getStyleClass().add("column-chip");
        chip.setAlignment(Pos.CENTER_LEFT);
        return chip;
    }
}
