package corymb.rule;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.sql.DuckDbEngine;
import corymb.sql.Expression.Match;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Schema;
import corymb.work.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegularExpressionTest {
    private static final Schema SCHEMA =
            new Schema(List.of(new Field("email", ColumnType.TEXT), new Field("spent", ColumnType.DECIMAL)));

    @Test
    void saysOfAnExpressionThatRepeatsNothingThatItIsTooLong() {
        assertThat(RegularExpression.fault("a".repeat(250_000))).isEmpty();
        assertThat(RegularExpression.fault("a".repeat(250_001)).orElseThrow()).contains("too long");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "email matches \"[a-\" | At character 15: This is no regular expression: missing closing ] in “[a-”.",
                "email matches \"(?=a)b\" | At character 15: This is no regular expression: invalid or unsupported perl syntax in “(?=”.",
                "email matches \"(a)\\1\" | At character 15: This is no regular expression: invalid escape sequence in “\\1”.",
                "email matches \"((a{1000}){1000}){1000}\" | At character 15: The regular expression repeats too much: ask for fewer or shorter repetitions.",
                "email matches \"((a{100}){100})\" | At character 15: The regular expression repeats too much: ask for fewer or shorter repetitions.",
                "email matches \"\\p{L}{900}\" | At character 15: The regular expression repeats too much: ask for fewer or shorter repetitions.",
                "email matches 3 | At character 15: Expected a regular expression in quotes, but there is “3”."
            })
    void saysWhereAnExpressionStopsMakingSense(String rule, String message) {
        assertThat(RuleParser.parse(rule))
                .isInstanceOfSatisfying(
                        ParsedRule.Malformed.class,
                        malformed -> assertThat(malformed.message()).isEqualTo(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
                "^[A-Z]{2}\\d{2}[A-Z0-9]{4}\\d{7}([A-Z0-9]?){0,16}$",
                "\\p{Lu}\\p{L}{1,30}",
                "(a{10}){100}",
                "\\p{L}{240}",
                "[^a]{1000}",
                "(a+)+b"
            })
    void leavesTheEngineNothingToRefuse(String expression) {
        assertThat(RegularExpression.fault(expression)).isEmpty();
        try (var engine = DuckDbEngine.open()) {
            assertThat(engine.number(Sql.of("select regexp_matches('x', ?)::int", expression), Progress.NONE))
                    .isZero();
        }
    }

    @Test
    void refusesGroupsInGroupsThatNobodyReads() {
        assertThat(RegularExpression.fault("(".repeat(1_000) + "a" + ")".repeat(1_000)))
                .isEmpty();
        assertThat(RegularExpression.fault("(".repeat(200_000) + ")".repeat(200_000)))
                .isPresent();
        assertThat(RegularExpression.fault("(".repeat(50_000) + ")".repeat(50_000)))
                .contains("A regular expression has at most 1,000 groups");
    }

    @Test
    void tellsOfAnExpressionThatCameWithoutBeingRead() {
        var rule = new Rule.TextMatch("email", Match.MATCHES, "*", false);
        assertThat(rule.check(SCHEMA))
                .extracting("what")
                .containsExactly("This is no regular expression: missing argument to repetition operator in “*”.");
    }
}
