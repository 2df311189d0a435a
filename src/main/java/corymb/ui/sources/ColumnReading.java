package corymb.ui.sources;

import corymb.importing.ReadValue;
import corymb.importing.Target;
import corymb.importing.WrittenAs;
import corymb.reading.DayOrder;
import corymb.reading.DecimalMark;
import corymb.table.ColumnType;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How the values of one column are read: what they are, which number of a date is the day, and what comes of the first ones. */
final class ColumnReading extends VBox {
    private static final int SHOWN = 6;
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z");

    private Optional<Integer> shown = Optional.empty();

    ColumnReading() {
        getStyleClass().addAll("near", "mapping-reading");
        setId("reading");
    }

    /** Shows another column. */
    void show(ColumnsModel model, Optional<Integer> column) {
        shown = column;
        refresh(model);
    }

    /** Shows what has become of the column. */
    void refresh(ColumnsModel model) {
        var held = heldId();
        getChildren().clear();
        shown.filter(column -> column < model.plansProperty().get().size()).ifPresent(column -> fill(model, column));
        Choices.show(this, !getChildren().isEmpty());
        held.map(id -> lookup("#" + id)).ifPresent(Node::requestFocus);
    }

    /** The choice that the keys go to, so that they stay there when it has been made. */
    private Optional<String> heldId() {
        return Optional.ofNullable(getScene())
                .map(Scene::getFocusOwner)
                .filter(owner -> lookupAll("#" + owner.getId()).contains(owner))
                .map(Node::getId);
    }

    private void fill(ColumnsModel model, int column) {
        var title = new Label(Texts.of("import.howRead", model.plan(column).column()));
        title.getStyleClass().add("strong");
        getChildren().add(title);
        add(ColumnWords.meaning(model, column));
        if (model.plan(column).target() instanceof Target.Ignored) {
            return;
        }
        getChildren().add(types(model, column));
        if (model.plan(column).type().isTemporal() && !isKnown(model, column)) {
            getChildren().add(orders(model, column));
            add(ColumnWords.sure(model.found(column).guesses().dayOrder()));
        }
        if (model.plan(column).type().isNumeric() && !model.found(column).isTyped()) {
            getChildren().add(marks(model, column));
            add(ColumnWords.sure(model.found(column).guesses().decimalMark()));
        }
        values(model, column);
    }

    /** Whether the file itself says that the values are times. */
    private static boolean isKnown(ColumnsModel model, int column) {
        var found = model.found(column);
        return found.type().isTemporal()
                && found.guesses().type().runnerUp().isEmpty()
                && found.guesses().dayOrder().value().isEmpty();
    }

    private void add(String words) {
        if (!words.isEmpty()) {
            getChildren().add(muted(words));
        }
    }

    private static Label muted(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Node types(ColumnsModel model, int column) {
        var box = new ComboBox<ColumnType>();
        box.setConverter(Choices.inWords(ColumnWords::type));
        box.getItems().setAll(ColumnType.values());
        box.setValue(model.plan(column).type());
        box.setAccessibleText(Texts.of("import.readAs"));
        box.setId("readAs");
        box.setDisable(model.plan(column).target() instanceof Target.ToField);
        box.setOnAction(_ -> model.readAs(column, box.getValue()));
        var title = new Label(Texts.of("import.readAs"));
        title.setMinWidth(USE_PREF_SIZE);
        box.setMinWidth(USE_PREF_SIZE);
        return line(title, box, muted(ColumnWords.why(model, column)));
    }

    private static Node orders(ColumnsModel model, int column) {
        var example = model.ambiguousDay(column);
        var question = new Label(example.map(ColumnWords::question).orElseGet(() -> Texts.of("import.dayOrder")));
        mark(question, ColumnWords.isDayDoubtful(model, column));
        var chosen = written(model, column).dayOrder();
        var offered = List.of(DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST);
        return line(
                question,
                choices(
                        offered,
                        chosen,
                        order -> ColumnWords.order(order, example),
                        order -> model.readAs(column, order)));
    }

    private static Node marks(ColumnsModel model, int column) {
        var example = model.ambiguousNumber(column);
        var question = new Label(example.map(ColumnWords::question).orElseGet(() -> Texts.of("import.decimals")));
        mark(question, ColumnWords.isMarkDoubtful(model, column));
        var chosen = written(model, column).decimalMark();
        var offered = List.of(DecimalMark.POINT, DecimalMark.COMMA);
        return line(
                question,
                choices(offered, chosen, mark -> ColumnWords.mark(mark, example), mark -> model.readAs(column, mark)));
    }

    private static WrittenAs written(ColumnsModel model, int column) {
        return model.plan(column).writtenAs().orAs(model.found(column).guesses());
    }

    private static void mark(Label question, boolean isDoubtful) {
        if (isDoubtful) {
            question.getStyleClass().add("state-stale");
        }
    }

    private static <T> Node choices(List<T> offered, T chosen, Function<T, String> words, Consumer<T> choose) {
        var group = new ToggleGroup();
        var row = line();
        for (var choice : offered) {
            var button = new RadioButton(words.apply(choice));
            button.setMnemonicParsing(false);
            button.setId(String.valueOf(choice));
            button.setToggleGroup(group);
            button.setSelected(choice.equals(chosen));
            button.selectedProperty().addListener((_, _, isChosen) -> {
                if (isChosen) {
                    choose.accept(choice);
                }
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private void values(ColumnsModel model, int column) {
        model.firstRowsProperty()
                .get()
                .filter(rows ->
                        rows.plan().columns().equals(model.plansProperty().get()))
                .ifPresent(rows -> {
                    var flow = new FlowPane();
                    flow.getStyleClass().add("mapping-values");
                    rows.of(column, SHOWN).forEach(value -> flow.getChildren().add(value(value)));
                    getChildren().add(flow);
                    long unreadable = rows.unreadable(column);
                    if (unreadable > 0) {
                        var label = new Label(Texts.of(
                                "import.unreadableFirst",
                                unreadable,
                                rows.read().rowCount()));
                        label.getStyleClass().add("state-stale");
                        getChildren().add(label);
                    }
                });
    }

    private static Label value(ReadValue value) {
        var read = plainly(value.read());
        var words = value.isUnreadable()
                ? Texts.of("import.becomesNothing", value.written())
                : value.written().equals(read) ? read : Texts.of("import.becomes", value.written(), read);
        var label = new Label(words);
        label.getStyleClass().add(value.isUnreadable() ? "state-stale" : "muted");
        return label;
    }

    /** A moment without what it has in common with all others: what is a day stays one. */
    private static String plainly(String value) {
        return MOMENT.matcher(value).matches()
                ? value.replace("T00:00:00Z", "").replace('T', ' ').replace("Z", "")
                : value;
    }

    private static HBox line(Node... parts) {
        var line = new HBox();
        line.getStyleClass().add("near");
        line.setAlignment(Pos.CENTER_LEFT);
        Arrays.stream(parts).forEach(line.getChildren()::add);
        return line;
    }
}
