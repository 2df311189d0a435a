package corymb.segment;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.rule.Rule;
import corymb.rule.RuleText;
import corymb.segment.Intersections.Counting;
import corymb.segment.Intersections.Part;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.Zone;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntersectionsTest {
    private static final int PEOPLE = 400;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Engine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private Segment segment(int place, Set<Integer> members) {
        var ids = members.stream().map(member -> "c" + member).toList();
        var relation =
                engine.fill("segment_" + place, new Table(List.of(new TextColumn("customer_id", ids))), Progress.NONE);
        return new Segment(
                new SegmentPlan("S" + place, new Rule.Everyone()),
                relation,
                PEOPLE,
                NOW,
                Zone.UTC,
                Optional.empty(),
                Moves.NONE);
    }

    private static List<Set<Integer>> memberships(int segments, long seed) {
        var random = new Seed(seed).generator();
        return IntStream.range(0, segments)
                .<Set<Integer>>mapToObj(segment -> {
                    double share = random.nextDouble();
                    return IntStream.range(0, PEOPLE)
                            .filter(_ -> random.nextDouble() < share)
                            .boxed()
                            .collect(Collectors.toCollection(TreeSet::new));
                })
                .toList();
    }

    private Intersections found(List<Set<Integer>> memberships) {
        var segments = IntStream.range(0, memberships.size())
                .mapToObj(place -> segment(place, memberships.get(place)))
                .toList();
        return Intersections.of(engine, segments, Progress.NONE);
    }

    /** Who is in all segments of a combination, person by person; exclusively: and in no other. */
    private static long counted(List<Set<Integer>> memberships, int mask, Counting counting) {
        return IntStream.range(0, PEOPLE)
                .filter(person -> {
                    int own = 0;
                    for (int place = 0; place < memberships.size(); place++) {
                        own |= memberships.get(place).contains(person) ? 1 << place : 0;
                    }
                    return counting == Counting.EXCLUSIVE ? own == mask : (own & mask) == mask;
                })
                .count();
    }

    @Test
    void everyCombinationIsCountedAsByGoingThroughThePeopleOneByOne() {
        for (int round = 0; round < 20; round++) {
            var memberships = memberships(1 + round % 7, round);
            var found = found(memberships);
            for (var counting : Counting.values()) {
                var counts = found.parts(counting).stream().collect(Collectors.toMap(Part::mask, Part::count));
                var expected = IntStream.range(1, 1 << memberships.size())
                        .boxed()
                        .filter(mask -> counted(memberships, mask, counting) > 0)
                        .collect(Collectors.toMap(mask -> mask, mask -> counted(memberships, mask, counting)));
                assertThat(counts).as("round " + round + ", " + counting).isEqualTo(expected);
            }
            var union = memberships.stream().flatMap(Set::stream).distinct().count();
            assertThat(found.union()).isEqualTo(union);
        }
    }

    @Test
    void theRuleOfACombinationFindsThoseWhoAreCounted() {
        var memberships = memberships(4, 7);
        var found = found(memberships);
        var people = IntStream.range(0, PEOPLE).mapToObj(i -> "c" + i).toList();
        var features =
                engine.fill("features", new Table(List.of(new TextColumn("customer_id", people))), Progress.NONE);
        var population = Population.of(features, NOW)
                .in(Map.of(
                        "S0", engine.relation("segment_0"),
                        "S1", engine.relation("segment_1"),
                        "S2", engine.relation("segment_2"),
                        "S3", engine.relation("segment_3")));
        for (var counting : Counting.values()) {
            assertThat(found.parts(counting))
                    .isNotEmpty()
                    .allSatisfy(part -> assertThat(
                                    Segmentation.count(engine, population, found.rule(part, counting), Progress.NONE))
                            .isEqualTo(part.count()));
        }
    }

    @Test
    void aCombinationIsSaidAsARule() {
        var found = new Intersections(List.of("A", "B", "C"), List.of(2L, 2L, 1L), List.of(new Part(3, 1)), 3);
        var part = found.parts().getFirst();
        assertThat(RuleText.of(found.rule(part, Counting.EXCLUSIVE)))
                .isEqualTo("in segment \"A\" and in segment \"B\" and not in segment \"C\"");
        assertThat(RuleText.of(found.rule(part, Counting.INCLUSIVE)))
                .isEqualTo("in segment \"A\" and in segment \"B\"");
        assertThat(RuleText.of(found.rule(new Part(4, 1), Counting.INCLUSIVE))).isEqualTo("in segment \"C\"");
    }

    @Test
    void ofManySegmentsTheLargestAreCompared() {
        var memberships = IntStream.range(0, 30)
                .<Set<Integer>>mapToObj(
                        place -> IntStream.range(0, place).boxed().collect(Collectors.toSet()))
                .toList();
        var found = found(memberships);
        assertThat(found.outOf()).isEqualTo(30);
        assertThat(found.names())
                .containsExactlyElementsOf(
                        IntStream.range(18, 30).mapToObj(place -> "S" + place).toList());
        assertThat(found.union()).isEqualTo(29);
        // Each lies within the next: only the largest has members of its own, and the 18 of the smallest are in all.
        assertThat(found.parts().getFirst().places()).hasSize(12);
        assertThat(found.parts().getFirst().count()).isEqualTo(18);
    }

    @Test
    void nothingIsCountedOfNoSegmentsAndOfEmptyOnes() {
        assertThat(Intersections.of(engine, List.of(), Progress.NONE).parts()).isEmpty();
        var empty = found(List.of(Set.of(), Set.of()));
        assertThat(empty.parts()).isEmpty();
        assertThat(empty.parts(Counting.INCLUSIVE)).isEmpty();
        assertThat(empty.union()).isZero();
        assertThat(engine.number(Sql.of("select count(*) from segment_0"), Progress.NONE))
                .isZero();
    }
}
