package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RuleExamplesTest {
    @ParameterizedTest
    @FieldSource("corymb.ui.segments.RuleExamples#RULES")
    void anExampleIsWrittenAsTheLanguageIsFormatted(String example) {
        assertThat(RuleText.of(RuleParser.parse(example).require())).isEqualTo(example);
    }
}
