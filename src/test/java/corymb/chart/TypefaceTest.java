package corymb.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.font.FontRenderContext;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypefaceTest {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    @ParameterizedTest
    @EnumSource(Typeface.class)
    void allFiguresAreOfEqualWidth(Typeface typeface) {
        var font = typeface.awt().deriveFont(100f);
        var widths = IntStream.rangeClosed('0', '9')
                .mapToObj(digit ->
                        font.getStringBounds(Character.toString(digit), EXACT).getWidth())
                .distinct();
        assertThat(widths).hasSize(1);
    }

    @Test
    void lettersKeepTheirOwnWidths() {
        var font = Typeface.REGULAR.awt().deriveFont(100f);
        double narrow = font.getStringBounds("i", EXACT).getWidth();
        assertThat(font.getStringBounds("W", EXACT).getWidth()).isGreaterThan(3 * narrow);
        assertThat(font.canDisplayUpTo("Käufergruppe Łódź – € 12")).isEqualTo(-1);
    }
}
