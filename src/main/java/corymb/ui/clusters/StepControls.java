package corymb.ui.clusters;

import corymb.chart.Numbers;
import corymb.ui.kit.Choices;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Typed;
import corymb.work.Failure;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** Labelled controls of one value each; what is typed and is none of what may be chosen leaves the value as it was, and says so. */
final class StepControls {
    static final double LARGEST = 1e9;

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

    /** A share, from 0, typed in percent; see {@link #number}. */
    static Node percent(String key, Bounded share, DoubleConsumer chosen, Consumer<Boolean> isWrong) {
        return number(
                key,
                new Bounded(share.now() * PERCENT, share.least() * PERCENT, share.most() * PERCENT),
                percent -> chosen.accept(percent / PERCENT),
                isWrong);
    }

    /** @param isWrong is told whether what is typed is no such number, which the field says below it */
    static Node number(String key, Bounded number, DoubleConsumer chosen, Consumer<Boolean> isWrong) {
        var field = new TextField(Numbers.local().exact(number.now()));
        var fault = new Label(fault(number));
        fault.getStyleClass().add("rule-fault");
        fault.setWrapText(true);
        fault.setMinHeight(Region.USE_PREF_SIZE);
        Choices.show(fault, false);
        field.textProperty().addListener((_, _, typed) -> {
            var value = value(typed, number);
            value.ifPresent(chosen);
            Choices.show(fault, value.isEmpty());
            isWrong.accept(value.isEmpty());
        });
        var named = OptionControls.field(key, field);
        named.getChildren().add(fault);
        return named;
    }

    private static OptionalDouble value(String typed, Bounded number) {
        try {
            double value = Typed.number(typed, "");
            return value >= number.least() && value <= number.most()
                    ? OptionalDouble.of(value)
                    : OptionalDouble.empty();
        } catch (Failure _) {
            return OptionalDouble.empty();
        }
    }

    private static String fault(Bounded number) {
        var most = Numbers.local().prose(number.most());
        if (number.least() > 0) {
            return Texts.of("prepare.above0To", most);
        }
        return number.most() < LARGEST ? Texts.of("prepare.from0To", most) : Texts.of("prepare.from0");
    }
}
