package corymb.segment;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnknownIdsTest {
    private final Engine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private Population people() {
        var people = engine.create(
                "people", Sql.of("select 'c' || i as customer_id, i as age from range(1, 10) t(i)"), Progress.NONE);
        return Population.of(people, Instant.parse("2026-01-01T00:00:00Z"));
    }

    private Optional<UnknownIds> of(Rule rule) {
        return UnknownIds.of(engine, people(), rule, Progress.NONE);
    }

    @Test
    void readsWhatPeoplePaste() {
        assertThat(UnknownIds.read("\uFEFFc1, c2;c3\r\n\n\"c4\"\tc1")).containsExactly("c1", "c2", "c3", "c4");
        assertThat(UnknownIds.rule(UnknownIds.read(" \n "))).isEmpty();
    }

    @Test
    void tellsTheIdsThatAreNobodys() {
        var list = UnknownIds.rule(List.of("c9", "x1", "c2", "'; drop")).orElseThrow();
        assertThat(of(new Rule.All(List.of(RuleParser.require("age < 5"), new Rule.Not(list)))))
                .contains(new UnknownIds(4, List.of("x1", "'; drop")));
        assertThat(of(RuleParser.require("age < 5"))).isEmpty();
    }
}
