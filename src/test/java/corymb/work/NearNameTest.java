package corymb.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearNameTest {
    private static final List<String> NAMES = List.of("monetary", "frequency", "recency_days", "big");

    @Test
    void aThirdOfTheLettersMayBeWrongWhateverTheirCase() {
        assertThat(NearName.of("monetry", NAMES)).contains("monetary");
        assertThat(NearName.of("FREQUENCY", NAMES)).contains("frequency");
        assertThat(NearName.of("Bgi", NAMES))
                .as("two letters in the wrong order are one mistake")
                .contains("big");
        assertThat(NearName.of("bxx", NAMES)).isEmpty();
        assertThat(NearName.of("recency", NAMES)).as("part of a name").contains("recency_days");
        assertThat(NearName.of("", NAMES)).isEmpty();
        assertThat(NearName.of("x".repeat(100_000), NAMES)).isEmpty();
    }

    @Test
    void whereNoNameIsNearTheRemedyTellsThoseThereAre() {
        assertThat(NearName.remedy("monetry", NAMES)).isEqualTo("Did you mean “monetary”?");
        assertThat(NearName.remedy("zzz", NAMES))
                .contains("monetary, frequency")
                .doesNotContain("more");
        assertThat(NearName.remedy("zzz", List.of())).isEqualTo("There are none yet.");
        var many = IntStream.range(0, 1_000).mapToObj(i -> "column " + i).toList();
        assertThat(NearName.remedy("zzz", many)).endsWith("and 980 more.");
    }
}
