package corymb.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.work.Failure;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TypedTest {
    private static final Locale BEFORE = Locale.getDefault(Locale.Category.FORMAT);

    @BeforeEach
    void asEnglishIsWritten() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.UK);
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(Locale.Category.FORMAT, BEFORE);
    }

    @Test
    void aNumberMayHaveThousandsDecimalsASignAndAPercentSign() {
        assertThat(Typed.number("1,500", "n")).isEqualTo(1_500);
        assertThat(Typed.number("1,234,567.5", "n")).isEqualTo(1_234_567.5);
        assertThat(Typed.number(" −2.5 % ", "n")).isEqualTo(-2.5);
        assertThat(Typed.number("0,5", "n")).isEqualTo(0.5);
    }

    @Test
    void theOwnersHabitDecidesWhatSeparatesThousands() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
        assertThat(Typed.number("1.500", "n")).isEqualTo(1_500);
        assertThat(Typed.number("1.234,5", "n")).isEqualTo(1_234.5);
        assertThat(Typed.number("0.5", "n")).isEqualTo(0.5);
    }

    @Test
    void whatIsNoNumberIsToldWithItsField() {
        for (var text : new String[] {"", "ten", "NaN", "0x1p3", "1e999", "1.2.3", "5d"}) {
            assertThatThrownBy(() -> Typed.number(text, "Baseline"))
                    .as(text)
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.problem().where()).isEqualTo("Baseline"));
        }
    }
}
