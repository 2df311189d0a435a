package corymb.path;

import corymb.rule.Link;
import corymb.rule.RandomEvents;
import corymb.rule.RandomEvents.Event;
import corymb.rule.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways of customers through a funnel, told by trying every chain of events; knows nothing of SQL.
 *
 * @param events what happened
 * @param taken which of it each step takes
 * @param plan what is asked
 */
record PlainWays(RandomEvents events, List<Set<Event>> taken, FunnelPlan plan) {
    /** Furthest, then there first, then by the latest steps. */
    private static final Comparator<List<Instant>> BEST = Comparator.<List<Instant>>comparingInt(List::size)
            .reversed()
            .thenComparing(List::getLast)
            .thenComparing((one, other) -> {
                for (int i = 0; i < one.size(); i++) {
                    int order = other.get(i).compareTo(one.get(i));
                    if (order != 0) {
                        return order;
                    }
                }
                return 0;
            });

    static PlainWays of(RandomEvents events, FunnelPlan plan) {
        var taken = plan.steps().rules().stream()
                .map(step -> events.taken(step).collect(Collectors.toSet()))
                .toList();
        return new PlainWays(events, taken, plan);
    }

    /** When a customer took each of the steps they took; empty where they took none. */
    Optional<List<Instant>> of(String customer) {
        var own = events.events().stream()
                .filter(event ->
                        event.customer().equals(customer) && event.time().isBefore(events.asOf()))
                .filter(event -> !plan.steps().isOfSession() || event.session() != null)
                .toList();
        var chains = plan.steps().isOrdered() ? ordered(own) : spans(own);
        return chains.min(BEST);
    }

    private Stream<List<Instant>> ordered(List<Event> own) {
        return own.stream()
                .filter(first -> meets(first, 0) && starts(first))
                .flatMap(first -> longer(own, List.of(first)))
                .map(chain -> chain.stream().map(Event::time).toList());
    }

    private Stream<List<Event>> longer(List<Event> own, List<Event> chain) {
        var all = new ArrayList<>(List.of(chain));
        if (chain.size() < plan.steps().count()) {
            own.stream()
                    .filter(next -> meets(next, chain.size())
                            && next.time().isAfter(chain.getLast().time())
                            && isNear(chain.getFirst(), next))
                    .forEach(next -> longer(
                                    own,
                                    Stream.concat(chain.stream(), Stream.of(next))
                                            .toList())
                            .forEach(all::add));
        }
        return all.stream();
    }

    private Stream<List<Instant>> spans(List<Event> own) {
        return own.stream()
                .filter(first -> starts(first)
                        && Stream.iterate(0, i -> i + 1)
                                .limit(plan.steps().count())
                                .anyMatch(i -> meets(first, i)))
                .map(first -> Stream.iterate(0, i -> i + 1)
                        .limit(plan.steps().count())
                        .flatMap(i -> own.stream()
                                .filter(event ->
                                        meets(event, i) && !event.time().isBefore(first.time()) && isNear(first, event))
                                .map(Event::time)
                                .min(Comparator.naturalOrder())
                                .stream())
                        .sorted()
                        .toList());
    }

    private boolean meets(Event event, int step) {
        return taken.get(step).contains(event);
    }

    private boolean starts(Event event) {
        return switch (plan.starting()) {
            case Window.Between days -> {
                var day = LocalDate.ofInstant(event.time(), ZoneOffset.UTC);
                yield !day.isBefore(days.from()) && !day.isAfter(days.to());
            }
            default -> true;
        };
    }

    private boolean isNear(Event first, Event other) {
        return switch (plan.steps().link()) {
            case Link.SameSession _ ->
                first.session() != null && first.session().equals(other.session());
            case Link.Within within -> !other.time().isAfter(first.time().plus(within.duration()));
        };
    }
}
