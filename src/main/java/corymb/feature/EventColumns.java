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

    static List<Problem> check(FeaturePlan plan, Schema events) {
        return plan.aggregates().flatMap(each -> check(each, events).stream()).toList();
    }

    /** What keeps an aggregate from being computed of events with such columns; empty when nothing does. */
    public static List<Problem> check(Aggregated aggregate, Schema events) {
        var column = aggregate.column();
        var place = "feature “" + aggregate.name() + "”";
        if (!column.isEmpty() && !events.has(column)) {
            return List.of(new Problem(
                    "Events have no column “" + column + "”.",
                    place,
                    "Choose one of " + String.join(", ", events.names()) + "."));
        }
        boolean isNumber =
                column.isEmpty() || events.find(column).orElseThrow().type().isNumeric();
        if (aggregate.measurement().takesNumbers() && !isNumber) {
            return List.of(
                    new Problem("The column “" + column + "” holds no numbers.", place, "Choose a column of numbers."));
        }
        return aggregate.filter().check(events);
    }
}
