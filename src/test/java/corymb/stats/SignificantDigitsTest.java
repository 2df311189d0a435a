package corymb.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignificantDigitsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0          | 0
                    723.84     | 723.8
                    -542.75    | -542.8
                    1234567    | 1,235,000
                    0.0567891  | 0.05679
                    1.0E-7     | 0.0000001
                    12         | 12
                    99999      | 100,000
                    """)
    void numbersAreWrittenWithFourDigitsAndNoExponent(double value, String text) {
        assertThat(SignificantDigits.of(value)).isEqualTo(text);
    }
}
