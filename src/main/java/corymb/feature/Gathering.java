package corymb.feature;

import corymb.sql.Expression.Aggregate;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.RowCount;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** What is gathered of each customer's events at one grain, each thing once. */
final class Gathering {
    private final AtomicInteger number;
    private final Map<RowCount, Column> counts = new LinkedHashMap<>();
    private final Map<Aggregate, Column> gathered;
    private final Map<LevelFigure, Column> figures = new LinkedHashMap<>();

    /** @param number gives every column of all gatherings a name of its own */
    Gathering(AtomicInteger number) {
        this(number, new LinkedHashMap<>());
    }

    private Gathering(AtomicInteger number, Map<Aggregate, Column> gathered) {
        this.number = number;
        this.gathered = gathered;
    }

    /** Just these aggregates, which are looked at later; nothing more is to be asked for. */
    Gathering with(Map<Aggregate, Column> aggregates) {
        return new Gathering(number, aggregates);
    }

    /** The same but for some. */
    Gathering without(Set<? extends Aggregate> known) {
        var left = new LinkedHashMap<>(gathered);
        left.keySet().removeAll(known);
        return with(left);
    }

    /** Where to find a figure of levels. */
    Column of(LevelFigure figure) {
        var counted = counts.computeIfAbsent(figure.count(), _ -> next());
        return figures.computeIfAbsent(figure, _ -> of(figure.over(counted)));
    }

    /** Where to find it. */
    Column of(Aggregate aggregate) {
        return gathered.computeIfAbsent(aggregate, _ -> next());
    }

    private Column next() {
        return new Column(" gathered " + number.getAndIncrement());
    }

    /** How many events of each level there are, by which the figures of levels are made. */
    Map<RowCount, Column> counts() {
        return counts;
    }

    Map<Aggregate, Column> gathered() {
        return gathered;
    }

    /** Which of {@link #gathered} are figures of levels. */
    Map<LevelFigure, Column> figures() {
        return figures;
    }
}
