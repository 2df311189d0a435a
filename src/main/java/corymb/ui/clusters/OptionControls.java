package corymb.ui.clusters;

import corymb.chart.Numbers;
import corymb.preparation.PreparationPlan;
import corymb.project.SavedPlans;
import corymb.stats.Scaling;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import corymb.ui.session.PreparationWords;
import java.text.DecimalFormatSymbols;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Ties controls to what they choose. */
final class OptionControls {
    private OptionControls() {}

    static Node feature(FeatureChoice choice) {
        var box = new CheckBox(choice.word().title());
        box.setMnemonicParsing(false);
        box.setPrefWidth(225);
        box.setWrapText(true);
        box.setTooltip(new Tooltip(choice.word().sentence() + "\n"
                + Texts.of("features.nameInRules", choice.feature().name())));
        box.selectedProperty().bindBidirectional(choice.chosenProperty());
        return box;
    }

    /** A control under its name. */
    static VBox field(String key, Control control) {
        control.setMaxWidth(Double.MAX_VALUE);
        control.setAccessibleText(Texts.of(key));
        var label = new Label(Texts.of(key));
        label.setLabelFor(control);
        var field = new VBox(label, control);
        field.getStyleClass().add("tight");
        return field;
    }

    static void scaling(ComboBox<Scaling> box, ClusterOptions options) {
        box.getItems().setAll(Scaling.values());
        box.setConverter(Choices.inWords(PreparationWords::name));
        box.valueProperty().bindBidirectional(options.scalingProperty());
    }

    /** A plan that is none of the usual, and that the project does not keep, is offered as long as it is the chosen one. */
    static void preparation(ComboBox<PreparationPlan> box, ClusterOptions options) {
        box.setConverter(Choices.inWords(
                plan -> UsualPreparation.words(plan, options.savedProperty().get())));
        box.valueProperty()
                .addListener(
                        (_, _, chosen) -> Optional.ofNullable(chosen).ifPresent(options.preparationProperty()::set));
        options.savedProperty().subscribe(_ -> offer(box, options));
        options.preparationProperty().subscribe(_ -> offer(box, options));
    }

    private static void offer(ComboBox<PreparationPlan> box, ClusterOptions options) {
        var chosen = options.preparationProperty().get();
        var saved = options.savedProperty().get().plans().stream().map(SavedPlans.Saved::plan);
        var offered = Stream.of(UsualPreparation.plans().stream(), saved, Stream.of(chosen))
                .flatMap(plans -> plans)
                .distinct()
                .toList();
        // It says the same value anew only after none, be it in another place or called otherwise now.
        box.setValue(null);
        if (!box.getItems().equals(offered)) {
            box.getItems().setAll(offered);
        }
        // After its items, since a box shows nothing for a value that was not among them when it came.
        box.setValue(chosen);
    }

    /** Where the chosen preparation has no name yet, it can be kept under one. */
    static void naming(TextField field, Node around, ClusterOptions options, Consumer<String> save) {
        field.setPromptText(Texts.of("clusters.preparationName"));
        field.setOnAction(_ -> {
            save.accept(field.getText());
            field.clear();
        });
        Choices.shownWhile(
                around,
                Bindings.createBooleanBinding(
                        () -> isNameless(options),
                        options.preparationProperty(),
                        options.savedProperty(),
                        options.method().kindProperty()));
    }

    private static boolean isNameless(ClusterOptions options) {
        var chosen = options.preparationProperty().get();
        return !options.method().kindProperty().get().isMixed()
                && !UsualPreparation.plans().contains(chosen)
                && options.savedProperty().get().name(chosen).isEmpty();
    }

    /** A field for a number above 0, with point or comma; none, as is suggested, where that is not typed. */
    static TextField suggested(ObjectProperty<OptionalDouble> property) {
        var field = new TextField();
        field.setPromptText(Texts.of("clusters.radiusSuggested"));
        field.textProperty().addListener((_, _, typed) -> property.set(above0(typed)));
        property.subscribe(other -> other.ifPresent(value -> {
            if (!above0(field.getText()).equals(other)) {
                field.setText(Double.toString(value));
            }
        }));
        return field;
    }

    private static OptionalDouble above0(String typed) {
        try {
            double value = Double.parseDouble(typed.strip().replace(',', '.'));
            return value > 0 && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    /** A spinner for a whole number; what is typed and is none leaves the number as it was. */
    static void number(Spinner<Integer> spinner, int least, int most, IntegerProperty property) {
        var values = new IntegerSpinnerValueFactory(least, most, property.get());
        values.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer number) {
                return Numbers.local().count(number);
            }

            @Override
            public Integer fromString(String text) {
                try {
                    var grouping = DecimalFormatSymbols.getInstance().getGroupingSeparator();
                    return Math.clamp(Long.parseLong(text.strip().replace(String.valueOf(grouping), "")), least, most);
                } catch (NumberFormatException _) {
                    return property.get();
                }
            }
        });
        spinner.setValueFactory(values);
        values.valueProperty().addListener((_, _, chosen) -> property.set(chosen));
        property.addListener((_, _, chosen) -> values.setValue(chosen.intValue()));
        spinner.getEditor().focusedProperty().addListener((_, _, _) -> spinner.commitValue());
    }
}
