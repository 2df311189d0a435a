package corymb.rule;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmptyRangeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a > 5 and a < 2",
                "a > 5 and b = 1 and a < 5",
                "a >= 5 and a < 5",
                "a = 1 and a = 2",
                "a between 1 and 3 and a between 4 and 6",
                "b = 1 or (a > 5 and a < 2)",
                "born after 2026-01-01 and born before 2025-01-01",
                "did \"purchase\" at least 5 times and did \"purchase\" at most 2 times"
            })
    void pointsOutConditionsThatLeaveNothingToEachOther(String rule) {
        assertThat(EmptyRange.in(RuleParser.require(rule)))
                .hasValueSatisfying(problem -> assertThat(problem.what()).contains("nothing meets both"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a > 2 and a < 5",
                "a >= 5 and a <= 5",
                "a > 5 or a < 2",
                "a > 5 and b < 2",
                "a between 1 and 3 and a between 3 and 6",
                "a > 5 and not a > 2",
                "born after 2026-01-01 and born < \"x\"",
                "did \"purchase\" at least 5 times and did \"purchase\" at most 2 times in the last 30 days"
            })
    void saysNothingWhereSomethingIsLeft(String rule) {
        assertThat(EmptyRange.in(RuleParser.require(rule))).isEmpty();
    }

    /** Of every two comparisons with whole numbers: nothing is left where none of the halves from −4 to 4 meets both. */
    @Test
    void isThereWhereNoValueMeetsBothAndNowhereElse() {
        var halves = IntStream.rangeClosed(-8, 8).mapToDouble(i -> i / 2.0).toArray();
        var table = new Table(List.of(new NumberColumn("a", ColumnType.DECIMAL, halves)));
        var comparisons = Stream.of("=", "<", "<=", ">", ">=")
                .flatMap(symbol -> IntStream.rangeClosed(-3, 3).mapToObj(bound -> "a " + symbol + " " + bound))
                .toList();
        int empty = 0;
        for (var one : comparisons) {
            for (var other : comparisons) {
                var rule = RuleParser.require(one + " and " + other);
                boolean isMet = IntStream.range(0, halves.length).anyMatch(row -> RandomRules.holds(rule, table, row));
                assertThat(EmptyRange.in(rule).isEmpty()).as(RuleText.of(rule)).isEqualTo(isMet);
                empty += isMet ? 0 : 1;
            }
        }
        assertThat(empty).isGreaterThan(300);
    }
}
