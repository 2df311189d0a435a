package corymb.ui.clusters;

import corymb.chart.Numbers;
import corymb.ui.kit.Choices;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Typed;
import corymb.work.Failure;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;

/** Labelled controls of one value each; what is typed and is none of what may be chosen leaves the value as it was. */
final class StepControls {
    private static final double PERCENT = 100;

    private StepControls() {}

    /** A whole number, and from where to where it may be. */
    record Whole(int now, int least, int most) {}

    /** A number, and from where to where it may be. */
    record Bounded(double now, double least, double most) {}

    static <T> Node choice(String key, List<T> values, T now, Function<T, String> words, Consumer<T> chosen) {
        var box = new FindBox<T>();
        box.setConverter(Choices.inWords(words));
        box.getItems().setAll(values);
        box.setValue(now);
        box.valueProperty().addListener((_, _, value) -> chosen.accept(value));
        return OptionControls.field(key, box);
    }

    static Node whole(String key, Whole number, IntConsumer chosen) {
        var spinner = new Spinner<Integer>();
        spinner.setEditable(true);
        var value = new SimpleIntegerProperty(number.now());
        OptionControls.number(spinner, number.least(), number.most(), value);
        value.addListener((_, _, now) -> chosen.accept(now.intValue()));
        return OptionControls.field(key, spinner);
    }

    /** A share, from 0, typed in percent. */
    static Node percent(String key, double now, double most, DoubleConsumer chosen) {
        return number(key, new Bounded(now * PERCENT, 0, most * PERCENT), percent -> chosen.accept(percent / PERCENT));
    }

    static Node number(String key, Bounded number, DoubleConsumer chosen) {
        var field = new TextField(Numbers.local().exact(number.now()));
        field.textProperty().addListener((_, _, typed) -> {
            try {
                double value = Typed.number(typed, Texts.of(key));
                if (value >= number.least() && value <= number.most()) {
                    chosen.accept(value);
                }
            } catch (Failure _) {
                // What is typed is not a number yet.
            }
        });
        return OptionControls.field(key, field);
    }
}
