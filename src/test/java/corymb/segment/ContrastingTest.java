package corymb.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import corymb.rule.Rule;
import corymb.segment.Contrast.Difference;
import corymb.segment.Contrast.Levels;
import corymb.segment.Contrast.Means;
import corymb.segment.Contrast.Shared;
import corymb.segment.Contrast.Shares;
import corymb.segment.ContrastPlan.Correction;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.stats.HedgesG;
import corymb.stats.Moments;
import corymb.stats.MultipleTesting;
import corymb.stats.Proportion;
import corymb.stats.WelchTest;
import corymb.table.Zone;
import corymb.work.Failure;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Customer i of 600: {@code spent} is i mod 37 (missing where i mod 10 = 9), {@code letters} whether i mod 4 = 0, {@code country} by i mod
 * 3, {@code alike} is 1 for all. A has the first 300, B those from 200 to 449, Inside those up to 99, Empty nobody.
 */
class ContrastingTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int PEOPLE = 600;

    private final Engine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private Population population() {
        return Population.of(
                engine.create(
                        "features",
                        Sql.of(
                                "select 'c' || i as customer_id, case when i % 10 <> 9 then i % 37 end as spent, i % 4 = 0 as letters,"
                                        + " ['DE', 'AT', 'CH'][i % 3 + 1] as country, 1 as alike, date '2026-01-01' as since"
                                        + " from range(600) t(i)"),
                        Progress.NONE),
                NOW);
    }

    private Segment segment(String name, int from, int to) {
        var members = engine.create(
                "segment_" + name,
                Sql.of("select 'c' || i as customer_id from range(?, ?) t(i)", from, to),
                Progress.NONE);
        return new Segment(
                new SegmentPlan(name, new Rule.Everyone()),
                members,
                PEOPLE,
                NOW,
                Zone.UTC,
                Optional.empty(),
                Moves.NONE);
    }

    private Contrast contrast(ContrastPlan plan) {
        var segments = List.of(
                segment("A", 0, 300), segment("B", 200, 450), segment("Inside", 0, 100), segment("Empty", 0, 0));
        return Contrasting.run(engine, population(), segments, plan, Progress.NONE);
    }

    private static ContrastPlan plan(boolean rest, String... segments) {
        return new ContrastPlan(List.of(segments), List.of(), rest, Correction.HOLM, 0.95);
    }

    private static Difference difference(Contrast contrast, String feature) {
        return contrast.differences().stream()
                .filter(each -> each.feature().equals(feature))
                .findFirst()
                .orElseThrow();
    }

    private static Moments spent(IntPredicate side) {
        return Moments.of(IntStream.range(0, PEOPLE)
                .filter(side)
                .filter(i -> i % 10 != 9)
                .mapToDouble(i -> i % 37)
                .toArray());
    }

    @Test
    void customersOfBothAreOnNeitherSide() {
        var contrast = contrast(plan(false, "A", "B"));
        var pair = contrast.pairs().getFirst();
        assertThat(List.of(pair.ones(), pair.others(), pair.both())).containsExactly(200L, 150L, 100L);
        assertThat(pair.shared()).isEqualTo(Shared.LEFT_OUT);
        var means = (Means) difference(contrast, "spent").effect();
        var one = spent(i -> i < 200);
        var other = spent(i -> i >= 300 && i < 450);
        assertThat(means.one().count()).isEqualTo(one.count());
        assertThat(means.value()).isCloseTo(new HedgesG(one, other).value(), within(1e-9));
        assertThat(means.interval().low())
                .isCloseTo(new HedgesG(one, other).interval(0.05).low(), within(1e-9));
        assertThat(difference(contrast, "spent").pValue())
                .isCloseTo(new WelchTest(other, one).test().pValue(), within(1e-9));
        var shares = (Shares) difference(contrast, "letters").effect();
        assertThat(shares.one()).isEqualTo(new Proportion(50, 200));
        assertThat(shares.other()).isEqualTo(new Proportion(38, 150));
        var levels = (Levels) difference(contrast, "country").effect();
        // 0 to 199 have 67, 67, 66 of each, 300 to 449 have 50 of each.
        assertThat(levels.most().one().total()).isEqualTo(200);
        assertThat(levels.value()).isBetween(0.0, 0.01);
    }

    @Test
    void aSegmentWithinAnotherIsComparedWithTheRestOfIt() {
        var contrast = contrast(plan(false, "Inside", "A"));
        var pair = contrast.pairs().getFirst();
        assertThat(pair.shared()).isEqualTo(Shared.WITH_ONE);
        assertThat(List.of(pair.ones(), pair.others(), pair.both())).containsExactly(100L, 200L, 100L);
        assertThat(contrast(plan(false, "A", "Inside")).pairs().getFirst().shared())
                .isEqualTo(Shared.WITH_OTHER);
    }

    @Test
    void oneAloneIsComparedWithEverybodyElse() {
        var contrast = contrast(ContrastPlan.ofOne("A"));
        assertThat(contrast.pairs()).hasSize(1).allMatch(Contrast.Pair::isWithRest);
        var means = (Means) difference(contrast, "spent").effect();
        assertThat(means.value())
                .isCloseTo(new HedgesG(spent(i -> i < 300), spent(i -> i >= 300)).value(), within(1e-9));
        assertThat(contrast.leftOut()).containsExactly("alike", "since");
    }

    @Test
    void pValuesAreAdjustedForAllComparisonsTogether() {
        for (var correction : Correction.values()) {
            var plan = new ContrastPlan(List.of("A", "B", "Inside"), List.of(), true, correction, 0.95);
            var contrast = contrast(plan);
            assertThat(contrast.pairs()).hasSize(6);
            assertThat(contrast.differences()).hasSize(18);
            var raw = contrast.differences().stream().map(Difference::pValue).toList();
            var adjusted =
                    contrast.differences().stream().map(Difference::adjusted).toList();
            assertThat(adjusted)
                    .isEqualTo(
                            correction == Correction.HOLM
                                    ? MultipleTesting.holm(raw)
                                    : MultipleTesting.benjaminiHochberg(raw));
            assertThat(contrast.differences()).allMatch(each -> each.adjusted() >= each.pValue());
        }
    }

    @Test
    void theSameAgainIsTheSameToTheLastDigit() {
        assertThat(contrast(plan(true, "A", "B"))).isEqualTo(contrast(plan(true, "A", "B")));
    }

    @Test
    void whatCannotBeComparedIsSaid() {
        assertThatThrownBy(() -> contrast(plan(false, "A", "Empty")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("nobody to compare");
        assertThatThrownBy(() -> contrast(plan(false, "A", "Nobody")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no segment of that name");
        var unknown = new ContrastPlan(List.of("A"), List.of("shoe_size"), true, Correction.HOLM, 0.95);
        assertThatThrownBy(() -> contrast(unknown))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no feature of that name");
    }
}
