package corymb.segment;

import corymb.rule.Rule;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Progress;

/**
 * The events of somebody that a condition looks at: those that count, or of an order of events both kinds.
 *
 * @param count how many there are
 * @param rows the newest of them, with when, which type and what the condition asks of them
 */
public record Evidence(long count, Table rows) {
    private static final int SHOWN = 5;

    static Evidence of(Engine engine, Population population, Rule.EventTest test, String person, Progress progress) {
        var events = population.done().events(test, person);
        long count = (long)
                engine.number(Sql.of("select count(*) from (").then(events).then(")"), progress);
        var rows = engine.table(events.then(" order by all desc limit " + SHOWN), progress);
        return new Evidence(count, rows);
    }
}
