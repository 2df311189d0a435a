package corymb.segment;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.rule.RuleText;
import corymb.segment.SegmentAlgebra.Joining;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.stats.Seed;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Progress;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SegmentAlgebraTest {
    private static final int PEOPLE = 60;

    private final Engine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private Relation people(String name, Set<Integer> ids) {
        var column =
                new TextColumn("customer_id", ids.stream().map(id -> "c" + id).toList());
        return engine.fill(name, new Table(List.of(column)), Progress.NONE);
    }

    @Test
    void isSaidAsARule() {
        var minus = SegmentAlgebra.of("A").with(Joining.MINUS, "B");
        assertThat(RuleText.of(minus.rule())).isEqualTo("in segment \"A\" and not in segment \"B\"");
        assertThat(RuleText.of(minus.with(Joining.MINUS, "C").rule()))
                .isEqualTo("in segment \"A\" and not in segment \"B\" and not in segment \"C\"");
        assertThat(RuleText.of(SegmentAlgebra.of("A")
                        .with(Joining.OR, "B")
                        .with(Joining.AND, "C")
                        .rule()))
                .isEqualTo("(in segment \"A\" or in segment \"B\") and in segment \"C\"");
        assertThat(minus.withoutLast().withoutLast()).isEqualTo(SegmentAlgebra.of("A"));
    }

    /** Against sets of Java, joined one after another. */
    @Test
    void findsWhomSetsFind() {
        var random = new Seed(3).generator();
        var members = new HashMap<String, Set<Integer>>();
        var relations = new HashMap<String, Relation>();
        for (var name : List.of("A", "B", "C", "D")) {
            var ids = IntStream.range(0, PEOPLE)
                    .filter(_ -> random.nextBoolean())
                    .boxed()
                    .collect(Collectors.toSet());
            members.put(name, ids);
            relations.put(name, people("segment_" + name, ids));
        }
        var everyone = people("features", IntStream.range(0, PEOPLE).boxed().collect(Collectors.toSet()));
        var population =
                Population.of(everyone, Instant.parse("2026-01-01T00:00:00Z")).in(relations);
        for (int round = 0; round < 60; round++) {
            var algebra = SegmentAlgebra.of("A");
            for (var name : List.of("B", "C", "D")) {
                algebra = algebra.with(List.of(Joining.values()).get(random.nextInt(3)), name);
            }
            assertThat(Segmentation.count(engine, population, algebra.rule(), Progress.NONE))
                    .as(algebra.toString())
                    .isEqualTo(counted(algebra, members));
        }
    }

    private static int counted(SegmentAlgebra algebra, Map<String, Set<Integer>> members) {
        var found = new HashSet<>(members.get(algebra.first()));
        for (var step : algebra.steps()) {
            var next = members.get(step.segment());
            switch (step.joining()) {
                case AND -> found.retainAll(next);
                case OR -> found.addAll(next);
                case MINUS -> found.removeAll(next);
            }
        }
        return found.size();
    }
}
