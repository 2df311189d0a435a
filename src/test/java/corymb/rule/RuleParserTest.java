package corymb.rule;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.DateConstant;
import corymb.sql.Expression.Match;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.TextConstant;
import corymb.sql.Expression.TruthConstant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleParserTest {
    @Test
    void readsEveryKindOfTest() {
        assertThat(RuleParser.require(
                        "monetary > 200 and recency_days <= 30 and (country = \"DE\" or country in (\"AT\", \"CH\"))"
                                + " and not cluster = 3 and city contains \"berg\" and birth_date is missing"
                                + " and spend_365d between 100 and 500 and birth_date before 1990-01-01"))
                .isEqualTo(new Rule.All(List.of(
                        new Rule.Compare("monetary", Comparison.GREATER, new NumberConstant(200)),
                        new Rule.Compare("recency_days", Comparison.AT_MOST, new NumberConstant(30)),
                        new Rule.Any(List.of(
                                new Rule.Compare("country", Comparison.EQUAL, new TextConstant("DE")),
                                new Rule.OneOf("country", List.of(new TextConstant("AT"), new TextConstant("CH"))))),
                        new Rule.Not(new Rule.Compare("cluster", Comparison.EQUAL, new NumberConstant(3))),
                        new Rule.TextMatch("city", Match.CONTAINS, "berg", false),
                        new Rule.IsMissing("birth_date"),
                        new Rule.Between("spend_365d", new NumberConstant(100), new NumberConstant(500)),
                        new Rule.Compare("birth_date", Comparison.LESS, new DateConstant(LocalDate.of(1990, 1, 1))))));
    }

    @Test
    void bindsNotTighterThanAndAndAndTighterThanOr() {
        var rule = RuleParser.require("not a = 1 and b = 2 or c = 3");
        assertThat(rule).isEqualTo(RuleParser.require("((not (a = 1)) and b = 2) or c = 3"));
    }

    @Test
    void readsFieldsOnTheRightAndNamesBetweenBackticks() {
        assertThat(RuleParser.require("`Total ``Spend``` >= spend_90d"))
                .isEqualTo(new Rule.CompareFields("Total `Spend`", Comparison.AT_LEAST, "spend_90d"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a == 1|a = 1",
                "a <> -1.50|a != -1.5",
                "a IS NOT missing|a is not missing",
                "a is \"x\"|a = \"x\"",
                "a is not \"x\"|not a = \"x\"",
                "a not in (1,2)|a not in (1, 2)",
                "a not between 1 and 2|a not between 1 and 2",
                "a starts with 'it''s'|a starts with \"it's\"",
                "a not ends with “x”|a not ends with \"x\"",
                "a contains exactly \"say \"\"hi\"\"\"|a contains exactly \"say \"\"hi\"\"\"",
                "a > 1990-01-31|a after 1990-01-31",
                "a < 2026-01-31T12:00:00Z|a < 2026-01-31T12:00:00Z",
                "a = TRUE|a = true",
                "Everyone|everyone",
                "a = 1e3|a = 1000",
                "not not a = 1|not not a = 1",
                "`and` = 1 or größe = 2|`and` = 1 or größe = 2"
            })
    void writesRulesInOneWay(String typed, String written) {
        assertThat(RuleText.of(RuleParser.require(typed))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "monetary >|10|a value",
                "monetary > 200 and|18|a field",
                "monetary 200|9|=",
                "(a = 1|6|)",
                "a = 1 b = 2|6|and",
                "a in (1 2)|8|,",
                "a between 1 or 2|12|and",
                "a contains 5|11|a text in quotes",
                "a starts \"x\"|9|with",
                "a = \"x|4|a value",
                "a = 1990-13-01|4|a value",
                "a = 30d|4|a value",
                "a = 1e999|4|a value",
                "a = 01.02.1990|4|a value",
                "a ; drop|2|=",
                "and|0|a field"
            })
    void tellsWhereItStoppedAndWhatItExpected(String typed, int position, String expected) {
        assertThat(RuleParser.parse(typed)).isInstanceOfSatisfying(ParsedRule.Malformed.class, malformed -> {
            assertThat(malformed.position()).isEqualTo(position);
            assertThat(malformed.expected()).contains(expected);
            assertThat(malformed.message()).startsWith("At character " + (position + 1) + ": Expected ");
        });
    }

    @Test
    void wordsTheMessageForPeople() {
        assertThat(RuleParser.parse("monetary > and"))
                .isEqualTo(new ParsedRule.Malformed(
                        11,
                        "and",
                        List.of("a value", "a field"),
                        "At character 12: Expected a value or a field, but there is “and”."));
        assertThat(RuleParser.parse(""))
                .isInstanceOfSatisfying(
                        ParsedRule.Malformed.class,
                        malformed -> assertThat(malformed.message())
                                .isEqualTo(
                                        "At character 1: Expected a field, “not”, “(” or “everyone”, but the rule ends."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "a = 1 and (", "not (not "})
    void refusesHostileNesting(String opening) {
        assertThat(RuleParser.parse(opening.repeat(9_000))).isInstanceOf(ParsedRule.Malformed.class);
        assertThat(RuleParser.parse(opening.repeat(100_000))).isInstanceOf(ParsedRule.Malformed.class);
    }

    @Test
    void takesNestingUpToItsLimit() {
        int deepest = RuleParser.MOST_NESTED - 1;
        assertThat(RuleParser.parse("(".repeat(deepest) + "a = true" + ")".repeat(deepest)))
                .isEqualTo(new ParsedRule.Parsed(new Rule.Compare("a", Comparison.EQUAL, new TruthConstant(true))));
        assertThat(RuleParser.parse("(".repeat(deepest + 1) + "a = true" + ")".repeat(deepest + 1)))
                .isInstanceOf(ParsedRule.Malformed.class);
    }

    @Test
    void readsLongRulesQuickly() {
        var text = "a = 1" + " or a = 1".repeat(11_000);
        assertThat(RuleParser.parse(text)).isInstanceOf(ParsedRule.Parsed.class);
        assertThat(RuleParser.parse("\"".repeat(99_999))).isInstanceOf(ParsedRule.Malformed.class);
        assertThat(RuleParser.parse("9".repeat(100_000))).isInstanceOf(ParsedRule.Malformed.class);
    }
}
