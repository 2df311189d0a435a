package corymb.ui.clusters;

import corymb.preparation.PreparationPlan;
import corymb.stats.Scaling;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

/** Ties controls to what they choose. */
final class OptionControls {
    private OptionControls() {}

    static Node feature(FeatureChoice choice) {
        var box = new CheckBox(choice.word().title());
        box.setMnemonicParsing(false);
        box.setPrefWidth(190);
        box.setTooltip(new Tooltip(choice.word().sentence() + "\n"
                + Texts.of("features.nameInRules", choice.feature().name())));
        box.selectedProperty().bindBidirectional(choice.chosenProperty());
        return box;
    }

    static void scaling(ComboBox<Scaling> box, ClusterOptions options) {
        box.getItems().setAll(Scaling.values());
        box.setConverter(Choices.inWords(OptionControls::name));
        box.valueProperty().bindBidirectional(options.scalingProperty());
    }

    /** A plan that is none of the usual is offered as long as it is the chosen one. */
    static void preparation(ComboBox<PreparationPlan> box, ClusterOptions options) {
        box.setConverter(Choices.inWords(UsualPreparation::words));
        box.getItems().setAll(UsualPreparation.plans());
        options.preparationProperty().subscribe(chosen -> {
            if (!box.getItems().contains(chosen)) {
                box.getItems().add(chosen);
            }
        });
        box.valueProperty().bindBidirectional(options.preparationProperty());
    }

    static String name(Scaling scaling) {
        return switch (scaling) {
            case STANDARD -> Texts.of("clusters.scalingStandard");
            case ROBUST -> Texts.of("clusters.scalingRobust");
            case MINMAX -> Texts.of("clusters.scalingMinmax");
            case NONE -> Texts.of("clusters.scalingNone");
        };
    }

    /** A spinner for a whole number; what is typed and is none leaves the number as it was. */
    static void number(Spinner<Integer> spinner, int least, int most, IntegerProperty property) {
        var values = new IntegerSpinnerValueFactory(least, most, property.get());
        values.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer number) {
                return number.toString();
            }

            @Override
            public Integer fromString(String text) {
                try {
                    return Math.clamp(Long.parseLong(text.strip()), least, most);
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
