package corymb.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.rule.Rule;
import corymb.segment.Policy.ByScore;
import corymb.segment.Policy.Score;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.stats.Seed;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.Zone;
import corymb.work.Failure;
import corymb.work.Progress;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AllotmentTest {
    private static final int PEOPLE = 300;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> NAMES = List.of("A", "B", "C", "D");

    private final Engine engine = DuckDbEngine.open();
    private final boolean[][] isIn = new boolean[NAMES.size()][PEOPLE];
    private final double[] tents = new double[PEOPLE];
    private final double[] boots = new double[PEOPLE];

    @AfterEach
    void close() {
        engine.close();
    }

    private static String id(int person) {
        return "c%03d".formatted(person);
    }

    private Allotment allotment(Policy policy, long seed) {
        var random = new Seed(seed).generator();
        for (int person = 0; person < PEOPLE; person++) {
            tents[person] = random.nextInt(10) == 0 ? Double.NaN : random.nextInt(40);
            boots[person] = random.nextDouble() * 1000;
            for (var members : isIn) {
                members[person] = random.nextInt(3) == 0;
            }
        }
        var everyone = engine.fill(
                "features",
                new Table(List.of(
                        new TextColumn(
                                "customer_id",
                                IntStream.range(0, PEOPLE)
                                        .mapToObj(AllotmentTest::id)
                                        .toList()),
                        new NumberColumn("tents", ColumnType.DECIMAL, tents),
                        new NumberColumn("boots", ColumnType.DECIMAL, boots))),
                Progress.NONE);
        var segments = IntStream.range(0, NAMES.size()).mapToObj(this::segment).toList();
        return new Allotment(Population.of(everyone, NOW), segments, policy);
    }

    private Segment segment(int place) {
        var ids = IntStream.range(0, PEOPLE)
                .filter(person -> isIn[place][person])
                .mapToObj(AllotmentTest::id)
                .toList();
        Relation members =
                engine.fill("segment_" + place, new Table(List.of(new TextColumn("customer_id", ids))), Progress.NONE);
        return new Segment(
                new SegmentPlan(NAMES.get(place), new Rule.Everyone()),
                members,
                PEOPLE,
                NOW,
                Zone.UTC,
                Optional.empty(),
                Moves.NONE);
    }

    private Map<String, String> assigned(Allotment allotment) {
        var table = engine.table(allotment.assigned(), Progress.NONE);
        var found = new TreeMap<String, String>();
        IntStream.range(0, table.rowCount())
                .forEach(row -> found.put(table.text(row, "customer_id"), table.text(row, "assigned")));
        assertThat(found).hasSize(table.rowCount());
        return found;
    }

    private Map<String, String> expected(List<Integer> places, Comparator<int[]> first) {
        var found = new TreeMap<String, String>();
        for (int person = 0; person < PEOPLE; person++) {
            int who = person;
            places.stream()
                    .filter(place -> isIn[place][who])
                    .map(place -> new int[] {who, place})
                    .min(first)
                    .ifPresent(best -> found.put(id(who), NAMES.get(best[1])));
        }
        return found;
    }

    @Test
    void byPriorityTheFirstInOrderTakes() {
        var allotment = allotment(new Policy.Priority(List.of("C", "A")), 1);
        // Those the order does not name come after, as they stand in the project: C, A, B, D.
        assertThat(assigned(allotment)).isEqualTo(expected(List.of(2, 0, 1, 3), (_, _) -> 0));
    }

    /** The share of the customers with a value who have less: percent_rank of SQL, counted one by one. */
    private static double score(double[] values, int person) {
        double own = values[person];
        long known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
        long less = Arrays.stream(values).filter(value -> value < own).count();
        return Double.isNaN(own) ? -1 : (double) less / (known - 1);
    }

    private double score(int[] personAndPlace) {
        return switch (personAndPlace[1]) {
            case 1 -> score(tents, personAndPlace[0]);
            case 3 -> score(boots, personAndPlace[0]);
            default -> -1;
        };
    }

    @Test
    void byScoreTheHighestOfAllCustomersTakes() {
        var policy = new ByScore(List.of(new Score("D", "boots"), new Score("B", "tents")), 0.1);
        var allotment = allotment(policy, 2);
        Comparator<int[]> highest = Comparator.comparingDouble(each -> -score(each));
        assertThat(assigned(allotment)).isEqualTo(expected(List.of(3, 1, 0, 2), highest));
        var review = engine.table(allotment.review(), Progress.NONE);
        long near = IntStream.range(0, PEOPLE)
                .filter(person -> {
                    var scores = IntStream.range(0, NAMES.size())
                            .filter(place -> isIn[place][person])
                            .mapToDouble(place -> score(new int[] {person, place}))
                            .sorted()
                            .toArray();
                    return scores.length > 1 && scores[scores.length - 1] - scores[scores.length - 2] <= 0.1;
                })
                .count();
        assertThat((long) review.rowCount()).isEqualTo(near).isPositive();
    }

    @Test
    void whatBecomesOfTheSegmentsAddsUp() {
        for (var policy : List.of(
                new Policy.Priority(List.of("D", "B", "A", "C")),
                new ByScore(List.of(new Score("A", "boots"), new Score("C", "tents")), 0.05))) {
            var allotment = allotment(policy, 3);
            var effect = allotment.effect(engine, Progress.NONE);
            var assigned = assigned(allotment);
            assertThat(effect.lines())
                    .allSatisfy(line -> assertThat(line.after())
                            .isEqualTo(assigned.values().stream()
                                    .filter(line.segment()::equals)
                                    .count()));
            assertThat(effect.lines().stream()
                            .mapToLong(PolicyEffect.Line::after)
                            .sum())
                    .isEqualTo(assigned.size());
            assertThat(effect.lines())
                    .allSatisfy(line -> assertThat(line.before() - line.after())
                            .isEqualTo(effect.from(line.segment()).stream()
                                    .mapToLong(PolicyEffect.Move::customers)
                                    .sum()));
            assertThat(effect.several())
                    .isEqualTo(IntStream.range(0, PEOPLE)
                            .filter(person -> IntStream.range(0, NAMES.size())
                                            .filter(place -> isIn[place][person])
                                            .count()
                                    > 1)
                            .count());
            assertThat(effect.conflicts()).hasSize(6);
        }
    }

    @Test
    void nobodyMovesWhereTheyBelongToMany() {
        var effect = allotment(new Policy.Many(), 4).effect(engine, Progress.NONE);
        assertThat(effect.lines()).allMatch(line -> line.before() == line.after());
        assertThat(effect.moves()).isEmpty();
        assertThat(effect.unclear()).isEqualTo(effect.several()).isPositive();
    }

    @Test
    void aFieldThatIsNoNumberIsSaid() {
        var policy = new ByScore(List.of(new Score("A", "customer_id")), 0.05);
        var allotment = allotment(policy, 5);
        assertThatThrownBy(allotment::assigned).isInstanceOf(Failure.class).hasMessageContaining("is a number");
        // A segment that is gone decides nothing, and neither does what it was scored by.
        var gone = new ByScore(List.of(new Score("Gone", "gone"), new Score("A", "boots")), 0.05);
        assertThat(assigned(allotment(gone, 5))).isNotEmpty();
    }
}
