package corymb.feature;

import corymb.feature.EventFeature.Aggregated;
import corymb.table.Schema;
import corymb.work.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which columns of events features look at, and whether they are there and fit. */
public final class EventColumns {
    private EventColumns() {}

    static Set<String> of(FeaturePlan plan) {
        return plan.aggregates().flatMap(EventColumns::of).collect(Collectors.toSet());
    }

    /** The columns an aggregate looks at, by name. */
    static Stream<String> of(Aggregated aggregate) {
        return Stream.concat(
                Stream.of(aggregate.column()).filter(column -> !column.isEmpty()),
                aggregate.filter().fields().stream());
    }

    /** What keeps an aggregate from being computed of events with such columns; empty when nothing does. */
    public static List<Problem> check(Aggregated aggregate, Schema events) {
        return aggregate.figure().check(events, "feature “" + aggregate.name() + "”");
    }
}
