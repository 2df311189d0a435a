package corymb.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.segment.RuleFunnel.Step;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RuleFunnelTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Engine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    /** Ten people with x from 1 to 10; y is missing for one in five. */
    private Population people() {
        return Population.of(
                engine.create(
                        "people",
                        Sql.of(
                                "select 'c' || x as customer_id, x, case when x % 5 <> 0 then x % 3 end as y from range(1, 11) t(x)"),
                        Progress.NONE),
                NOW);
    }

    private RuleFunnel funnel(String rule) {
        return RuleFunnel.of(engine, people(), RuleParser.require(rule), Progress.NONE);
    }

    @Test
    void eachConditionTakesPeopleAway() {
        var funnel = funnel("x > 2 and y > 0 and x < 9");
        assertThat(funnel.narrows()).isTrue();
        assertThat(funnel.population()).isEqualTo(10);
        // y > 0 for 1, 2, 4, 7, 8; with x > 2 that leaves 4, 7, 8
        assertThat(funnel.steps())
                .extracting(Step::alone, Step::together, Step::onlyThis)
                .containsExactly(tuple(8L, 8L, 2L), tuple(5L, 3L, 3L), tuple(8L, 3L, 0L));
    }

    @Test
    void eachConditionBringsPeopleInWhereOneIsEnough() {
        var funnel = funnel("x > 8 or y = 0 or x >= 6 and x <= 9");
        assertThat(funnel.narrows()).isFalse();
        // y = 0 for 3, 6, 9
        assertThat(funnel.steps())
                .extracting(Step::alone, Step::together, Step::onlyThis)
                .containsExactly(tuple(2L, 2L, 1L), tuple(3L, 4L, 1L), tuple(4L, 6L, 2L));
    }

    @Test
    void aRuleOfOneConditionHasOneStep() {
        assertThat(funnel("not x > 2").steps()).containsExactly(new Step(RuleParser.require("not x > 2"), 2, 2, 8));
        assertThat(funnel("everyone").steps()).extracting(Step::together).containsExactly(10L);
    }

    @Test
    void aListOfVeryManyConditionsHasNoSteps() {
        var conditions = IntStream.range(0, 41).mapToObj(i -> "x = " + i).toList();
        assertThat(funnel(String.join(" or ", conditions)).steps()).isEmpty();
    }

    /** Each figure is the count of a rule of its own. */
    @Test
    void agreesWithCountingEveryCombination() {
        var population = people();
        var rules = List.of("x > 3", "y = 1", "x < 9", "not y = 2", "x != 5").stream()
                .map(RuleParser::require)
                .toList();
        for (boolean narrows : new boolean[] {true, false}) {
            Rule rule = narrows ? new Rule.All(rules) : new Rule.Any(rules);
            var steps = RuleFunnel.of(engine, population, rule, Progress.NONE).steps();
            long all = count(population, rules, narrows);
            for (int i = 0; i < rules.size(); i++) {
                var others = new ArrayList<>(rules);
                others.remove(i);
                assertThat(steps.get(i))
                        .isEqualTo(new Step(
                                rules.get(i),
                                count(population, List.of(rules.get(i)), narrows),
                                count(population, rules.subList(0, i + 1), narrows),
                                Math.abs(all - count(population, others, narrows))));
            }
        }
    }

    private long count(Population population, List<Rule> rules, boolean narrows) {
        var rule = rules.size() == 1 ? rules.getFirst() : narrows ? new Rule.All(rules) : new Rule.Any(rules);
        return Segmentation.count(engine, population, rule, Progress.NONE);
    }
}
