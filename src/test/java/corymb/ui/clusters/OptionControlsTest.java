package corymb.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.chart.Numbers;
import corymb.ui.kit.Fx;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.Spinner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Fx.class)
class OptionControlsTest {
    @Test
    void largeNumbersAreWrittenAndReadInGroups() {
        var most = new SimpleIntegerProperty(100_000);
        var spinner = Fx.get(() -> {
            var made = new Spinner<Integer>();
            made.setEditable(true);
            OptionControls.number(made, 1, 200_000, most);
            return made;
        });
        assertThat(spinner.getEditor().getText()).isEqualTo(Numbers.local().count(100_000));
        type(spinner, Numbers.local().count(25_000));
        assertThat(most.get()).isEqualTo(25_000);
        type(spinner, "12000");
        assertThat(most.get()).isEqualTo(12_000);
        type(spinner, "many");
        assertThat(most.get()).isEqualTo(12_000);
        type(spinner, "9000000");
        assertThat(most.get()).isEqualTo(200_000);
    }

    private static void type(Spinner<Integer> spinner, String text) {
        Fx.run(() -> {
            spinner.getEditor().setText(text);
            spinner.commitValue();
        });
    }
}
