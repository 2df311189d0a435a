package corymb.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListValuesTest {
    @Test
    void listsStandAsPeopleWriteThemAndAllElseAsItIs() {
        Map.of(
                        "[\"gift\"]", "gift",
                        "[\"gift\", \"tent\",\"a, b\"]", "gift, tent, a, b",
                        "[]", "none of them",
                        "[gift]", "[gift]",
                        "\"gift\"", "\"gift\"",
                        "[\"a\" \"b\"]", "[\"a\" \"b\"]",
                        "[\"said \\\"so\\\"\"]", "[\"said \\\"so\\\"\"]",
                        "Gold", "Gold")
                .forEach((value, words) -> assertThat(ListValues.inWords(value)).isEqualTo(words));
        assertThat(Vocabulary.of(Optional.empty()).title("topics=[\"gift\"]")).isEqualTo("Topics: gift");
    }
}
