package corymb.ui.sources;

import corymb.importing.ColumnPlan;
import corymb.importing.Target;
import corymb.ui.kit.Choices;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Where each column of a file goes; lines are made as they come into view, so that hundreds of columns are no burden. */
public final class ColumnMapping extends VBox {
    private static final double LINE_HEIGHT = 56;
    private static final double LIST_HEIGHT = 228;
    private static final double SHORT_LIST_HEIGHT = 172;

    /** In a window lower than this the list is shorter, so that what is said below it is in view. */
    private static final double LOW = 800;

    /** From that many columns on there is a box to find one. */
    private static final int MANY = 12;

    private final TextField find = new TextField();
    private final Label counted = new Label();
    private final ListView<Integer> list = new ListView<>();
    private final ColumnReading reading = new ColumnReading();
    private List<ColumnPlan> plans = List.of();

    public ColumnMapping() {
        getStyleClass().add("near");
        find.setPromptText(Texts.of("import.find"));
        find.setAccessibleText(Texts.of("import.find"));
        counted.getStyleClass().add("muted");
        var bar = new HBox(find, counted);
        bar.getStyleClass().add("near");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.visibleProperty().bind(bar.managedProperty());
        bar.setManaged(false);
        list.setFixedCellSize(LINE_HEIGHT);
        list.prefHeightProperty()
                .bind(list.sceneProperty()
                        .flatMap(Scene::heightProperty)
                        .map(height -> height.doubleValue() < LOW ? SHORT_LIST_HEIGHT : LIST_HEIGHT)
                        .orElse(LIST_HEIGHT));
        list.getStyleClass().add("edge-to-edge");
        list.setAccessibleText(Texts.of("import.columnsStep"));
        getChildren().addAll(bar, head(), list, reading);
    }

    private static HBox head() {
        var said = new HBox(title("import.column", "mapping-name"), title("import.example", "mapping-example"));
        var head = new HBox(said, title("import.goesTo", "mapping-target"));
        head.getStyleClass().addAll("near", "mapping-head");
        return head;
    }

    private static Label title(String key, String width) {
        var label = fixed(new Label(Texts.of(key)), width);
        label.getStyleClass().addAll("muted", "strong");
        return label;
    }

    private static Label fixed(Label label, String width) {
        label.getStyleClass().add(width);
        return label;
    }

    /** Shows the columns of a file on its way in and sends them where they are chosen to go. */
    void follow(ColumnsModel model) {
        list.setCellFactory(_ -> new Line(model));
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, column) -> reading.show(model, Optional.ofNullable(column)));
        find.textProperty().addListener((_, _, _) -> offer());
        model.firstRowsProperty().subscribe(_ -> reading.refresh(model));
        model.plansProperty().subscribe(shown -> {
            boolean isSameFile = names(shown).equals(names(plans));
            plans = shown;
            if (isSameFile) {
                list.refresh();
                reading.refresh(model);
            } else {
                find.clear();
                find.getParent().setManaged(shown.size() >= MANY);
                offer();
                choose(firstDoubtful(model));
            }
        });
    }

    /** The column that a person had better look at first. */
    private int firstDoubtful(ColumnsModel model) {
        return IntStream.range(0, plans.size())
                .filter(column -> ColumnWords.isDoubtful(model, column))
                .findFirst()
                .orElse(0);
    }

    private void choose(int column) {
        list.getSelectionModel().select(Integer.valueOf(column));
        list.scrollTo(Math.max(0, column - 1));
    }

    private static List<String> names(List<ColumnPlan> plans) {
        return plans.stream().map(ColumnPlan::column).toList();
    }

    private void offer() {
        var wanted = find.getText().strip().toLowerCase(Locale.ROOT);
        list.getItems()
                .setAll(IntStream.range(0, plans.size())
                        .filter(column -> plans.get(column)
                                .column()
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                        .boxed()
                        .toList());
        counted.setText(Texts.of("import.foundColumns", list.getItems().size(), plans.size()));
    }

    private static String words(Target target) {
        return switch (target) {
            case Target.ToField(var field) -> field.replace('_', ' ');
            case Target.Attribute(var attribute) -> Texts.of("import.attribute", attribute);
            case Target.Ignored() -> Texts.of("import.leaveOut");
        };
    }

    /** One column: its name, some of its values, where it goes. */
    private final class Line extends ListCell<Integer> {
        private final ColumnsModel model;

        Line(ColumnsModel model) {
            this.model = model;
        }

        @Override
        protected void updateItem(Integer column, boolean isEmpty) {
            super.updateItem(column, isEmpty);
            setText(null);
            setGraphic(isEmpty || column == null || column >= plans.size() ? null : line(column));
        }

        private Node line(int column) {
            var name = fixed(new Label(plans.get(column).column()), "mapping-name");
            name.setTooltip(new Tooltip(plans.get(column).column()));
            var said = new VBox(new HBox(name, example(column)), guess(column));
            said.setAlignment(Pos.CENTER_LEFT);
            var line = new HBox(said, target(column));
            line.getStyleClass().add("near");
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }

        private Label example(int column) {
            var label = fixed(new Label(String.join(", ", model.found(column).examples())), "mapping-example");
            label.getStyleClass().add("muted");
            return label;
        }

        private Label guess(int column) {
            var label = fixed(new Label(ColumnWords.guess(model, column)), "mapping-guess");
            label.getStyleClass().add(ColumnWords.isDoubtful(model, column) ? "state-stale" : "muted");
            return label;
        }

        private ComboBox<Target> target(int column) {
            var plan = plans.get(column);
            var choices = new ArrayList<Target>();
            model.role().fields().forEach(field -> choices.add(new Target.ToField(field.name())));
            choices.add(
                    plan.target() instanceof Target.Attribute ? plan.target() : new Target.Attribute(plan.column()));
            choices.add(new Target.Ignored());
            var box = new FindBox<Target>();
            box.setConverter(Choices.inWords(ColumnMapping::words));
            box.getItems().setAll(choices);
            box.setValue(plan.target());
            box.setAccessibleText(plan.column());
            box.getStyleClass().add("mapping-target");
            box.setOnAction(_ -> model.map(column, box.getValue()));
            return box;
        }
    }
}
