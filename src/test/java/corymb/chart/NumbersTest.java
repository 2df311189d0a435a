package corymb.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private final Numbers numbers = new Numbers(Locale.US);

    @Test
    void countsAreGroupedAsTheLocaleDoes() {
        assertThat(numbers.count(1234567)).isEqualTo("1,234,567");
        assertThat(new Numbers(Locale.GERMANY).count(1234567)).isEqualTo("1.234.567");
    }

    @Test
    void proseHasThreeFigures() {
        assertThat(numbers.prose(0.47349)).isEqualTo("0.473");
        assertThat(numbers.prose(12.345)).isEqualTo("12.3");
        assertThat(numbers.prose(5912)).isEqualTo("5,910");
        assertThat(numbers.prose(-3)).isEqualTo("−3");
    }

    @Test
    void whatHasHardlyAnyRoomIsToldInWholeThousandsOrMillions() {
        assertThat(Stream.of(858.0, 981.0, 8_492.0, -8_492.0, 67_120.0, 3_150_000.0)
                        .map(numbers::briefest))
                .containsExactly("858", "981", "8 k", "−8 k", "67 k", "3 M");
        assertThat(numbers.briefest(0.93)).isEqualTo("0.9");
        assertThat(numbers.brief(8_492)).isEqualTo("8.5 k");
    }

    @Test
    void percentHasOneDecimalUnderTen() {
        assertThat(numbers.percent(0.0473)).isEqualTo("4.7\u00A0%");
        assertThat(numbers.percent(0.473)).isEqualTo("47\u00A0%");
        assertThat(numbers.percent(0.0999)).isEqualTo("10\u00A0%");
    }

    @Test
    void whatIsLessThanAllIsNeverAHundredPercent() {
        assertThat(numbers.percent(0.995)).isEqualTo("99.5\u00A0%");
        assertThat(numbers.percent(0.99999)).isEqualTo("99.9\u00A0%");
        assertThat(numbers.percent(0.99)).isEqualTo("99\u00A0%");
        assertThat(numbers.percent(1)).isEqualTo("100\u00A0%");
    }

    @Test
    void whatIsMoreThanNoneIsNeverNoPercent() {
        assertThat(numbers.percent(0.0002)).isEqualTo("<\u00A00.1\u00A0%");
        assertThat(numbers.percent(0.0006)).isEqualTo("0.1\u00A0%");
        assertThat(numbers.percent(0)).isEqualTo("0\u00A0%");
    }

    @Test
    void noNumberIsEverWrittenAsAProgramWould() {
        assertThat(numbers.exact(Double.NaN)).isEqualTo("–");
        assertThat(numbers.percent(Double.POSITIVE_INFINITY)).isEqualTo("–");
        assertThat(numbers.exact(1.0e7)).isEqualTo("10,000,000");
    }

    @Test
    void theNumbersOfAnAxisAreAllWrittenAlike() {
        assertThat(ticks(8_000, 10_000, 2_000)).containsExactly("8 k", "10 k");
        assertThat(ticks(9_000, 9_500, 500)).containsExactly("9,000", "9,500");
        assertThat(ticks(2_000_000, 2_500_000, 500_000)).containsExactly("2.0 M", "2.5 M");
        assertThat(ticks(1, 1.5, 0.5)).containsExactly("1.0", "1.5");
        assertThat(ticks(-20_000, -5_000, 5_000)).containsExactly("−20 k", "−5 k");
        assertThat(numbers.tick(0, new Numbers.Ticks(1.5, 0.5))).isEqualTo("0");
        assertThat(numbers.percentTick(0.05, new Numbers.Ticks(0.1, 0.025))).isEqualTo("5.0\u00A0%");
        assertThat(numbers.percentTick(0.05, new Numbers.Ticks(0.1, 0.05))).isEqualTo("5\u00A0%");
    }

    private List<String> ticks(double first, double second, double step) {
        var ticks = new Numbers.Ticks(Math.max(Math.abs(first), Math.abs(second)), step);
        return List.of(numbers.tick(first, ticks), numbers.tick(second, ticks));
    }

    @Test
    void durationsAreAsLongAsTheyNeedToBe() {
        assertThat(numbers.duration(Duration.ofMillis(420))).isEqualTo("0.4 s");
        assertThat(numbers.duration(Duration.ofSeconds(42))).isEqualTo("42 s");
        assertThat(numbers.duration(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }

    @Test
    void whatIsLongAgoIsADay() {
        var now = Instant.parse("2026-11-20T12:00:00Z");
        assertThat(numbers.ago(now.minusSeconds(130), now, ZoneOffset.UTC)).isEqualTo("2 min ago");
        assertThat(numbers.ago(now.minus(Duration.ofDays(3)), now, ZoneOffset.UTC))
                .isEqualTo("Nov 17, 2026");
    }

    @Test
    void saysANumberInAFewLetters() {
        assertThat(Stream.of(586.0, 1_047.0, 9_960.0, 12_345.0, -1_500.0, 999_600.0, 3_200_000.0, 0.26, 0.0)
                        .map(numbers::brief))
                .containsExactly("586", "1.0 k", "10 k", "12 k", "−1.5 k", "1.0 M", "3.2 M", "0.3", "0");
    }
}
