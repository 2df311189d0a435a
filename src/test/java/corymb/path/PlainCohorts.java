package corymb.path;

import corymb.path.CohortPlan.Start;
import corymb.rule.RandomEvents;
import corymb.rule.RandomEvents.Event;
import corymb.table.ColumnType;
import corymb.table.Table;
import corymb.table.TimeColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cohorts told by looking at every event of every customer; knows nothing of SQL.
 *
 * @param plan what is asked
 * @param begun when each of them began
 * @param back the events they came back by
 * @param zone whose days are meant
 */
record PlainCohorts(CohortPlan plan, Map<String, Instant> begun, List<Event> back, ZoneId zone) {
    static PlainCohorts of(RandomEvents events, Table people, CohortPlan plan) {
        var begun = new TreeMap<String, Instant>();
        IntStream.range(0, people.rowCount()).forEach(row -> {
            var id = people.text(row, "customer_id");
            begins(events, people, row, plan)
                    .filter(time -> plan.calendar()
                            .starts()
                            .filter(days -> day(time, events.zone()).isBefore(days.from())
                                    || day(time, events.zone()).isAfter(days.to()))
                            .isEmpty())
                    .ifPresent(time -> begun.put(id, time));
        });
        return new PlainCohorts(plan, begun, events.taken(plan.back().events()).toList(), events.zone());
    }

    private static Optional<Instant> begins(RandomEvents events, Table people, int row, CohortPlan plan) {
        return switch (plan.start()) {
            case Start.FirstEvent(var rule) ->
                events.taken(rule)
                        .filter(event -> event.customer().equals(people.text(row, "customer_id")))
                        .map(Event::time)
                        .min(Instant::compareTo);
            case Start.OnDate(var field) -> {
                var column = (TimeColumn) people.column(field);
                yield column.isMissing(row)
                        ? Optional.empty()
                        : Optional.of(
                                        column.type() == ColumnType.DATE
                                                ? column.date(row)
                                                        .atStartOfDay(events.zone())
                                                        .toInstant()
                                                : column.instant(row))
                                .filter(time -> time.isBefore(events.asOf()));
            }
        };
    }

    private static LocalDate day(Instant time, ZoneId zone) {
        return LocalDate.ofInstant(time, zone);
    }

    private LocalDate period(Instant time) {
        return plan.calendar().period().of(day(time, zone));
    }

    List<LocalDate> cohorts() {
        return begun.values().stream().map(this::period).distinct().sorted().toList();
    }

    List<String> members(LocalDate cohort) {
        return begun.entrySet().stream()
                .filter(each -> period(each.getValue()).equals(cohort))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Stream<Event> events(LocalDate cohort, int after) {
        var members = members(cohort);
        var wanted = plan.calendar().period().later(cohort, after);
        return back.stream()
                .filter(event -> members.contains(event.customer())
                        && period(event.time()).equals(wanted)
                        && !event.time().isBefore(begun.get(event.customer())));
    }

    List<String> back(LocalDate cohort, int after) {
        return events(cohort, after).map(Event::customer).distinct().sorted().toList();
    }

    double total(LocalDate cohort, int after) {
        return events(cohort, after)
                .map(Event::value)
                .filter(value -> value != null)
                .collect(Collectors.summingDouble(Double::doubleValue));
    }
}
