package corymb.path;

import corymb.feature.EventSources;
import corymb.rule.Moment;
import corymb.rule.RandomEvents;
import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.segment.Population;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.TextConstant;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.table.Zone;
import corymb.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/** What tests of funnels and of cohorts ask of: customers and what they did. */
abstract class PathsOfEvents {
    final Engine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    /** Customers who did what happened by chance. */
    final Population population(Table people, RandomEvents happened) {
        return population(
                engine.fill("people", people, Progress.NONE),
                engine.fill("events", happened.table(), Progress.NONE),
                new Moment(happened.asOf(), new Zone(happened.zone().getId())));
    }

    static Population population(Relation people, Relation events, Instant asOf) {
        return population(people, events, Moment.utc(asOf));
    }

    private static Population population(Relation people, Relation events, Moment asOf) {
        return Population.of(people, asOf).doing(new EventSources(List.of(events), List.of()));
    }

    /** The customers a query finds, in order. */
    final List<String> ids(Sql query) {
        var table = engine.table(query.then(" order by 1"), Progress.NONE);
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.text(row, "customer_id"))
                .toList();
    }

    static Rule type(String type) {
        return new Rule.Compare("type", Comparison.EQUAL, new TextConstant(type));
    }

    /** In a third of all cases some days around the beginning of daylight-saving time. */
    static Optional<Window.Between> starts(RandomGenerator random, int most) {
        var day = LocalDate.of(2026, 3, 24).plusDays(random.nextInt(8));
        return random.nextInt(3) == 0
                ? Optional.of(new Window.Between(day, day.plusDays(random.nextInt(most))))
                : Optional.empty();
    }
}
