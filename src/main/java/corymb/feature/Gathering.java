package corymb.feature;

import corymb.sql.Expression.Aggregate;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.RowCount;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What is gathered of each customer's events at one grain, each thing once. */
final class Gathering {
    private final AtomicInteger number;
    private final Map<RowCount, Column> counts = new LinkedHashMap<>();
    private final Map<Aggregate, Column> gathered = new LinkedHashMap<>();

    /** @param number gives every column of all gatherings a name of its own */
    Gathering(AtomicInteger number) {
        this.number = number;
    }

    /** Where to find how many events of a level there are. */
    Column count(RowCount count) {
        return counts.computeIfAbsent(count, _ -> next());
    }

    /** Where to find it. */
    Column of(Aggregate aggregate) {
        return gathered.computeIfAbsent(aggregate, _ -> next());
    }

    private Column next() {
        return new Column(" gathered " + number.getAndIncrement());
    }

    Map<RowCount, Column> counts() {
        return counts;
    }

    Map<Aggregate, Column> gathered() {
        return gathered;
    }
}
