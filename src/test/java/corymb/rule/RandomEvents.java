package corymb.rule;

import corymb.rule.Rule.EventTest;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.TextConstant;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Random events of the people {@link RandomRules} makes, random rules about them, and a plain evaluator that knows nothing of SQL.
 *
 * @param events the events, in no order
 * @param asOf the moment looked back from; some events are later
 */
public record RandomEvents(List<Event> events, Instant asOf) {
    private static final List<String> TYPES = List.of("view", "cart", "purchase", "Purchase");
    private static final List<String> ITEMS = List.of("tent", "rope", "", "and \"x\"");
    private static final List<Measurement> FIGURES = List.of(
            Measurement.COUNT,
            Measurement.SUM,
            Measurement.MINIMUM,
            Measurement.MAXIMUM,
            Measurement.DISTINCT,
            Measurement.ACTIVE_DAYS);

    /** An event; what is missing is null. */
    public record Event(
            String customer,
            Instant time,
            @Nullable String type,
            @Nullable String item,
            @Nullable Double value,
            @Nullable String session) {}

    /** Events within some days around midnights, many of them at the same moment. */
    public static RandomEvents of(RandomGenerator random, int people, int events) {
        var start = Instant.parse("2026-03-25T00:00:00Z");
        var all = Stream.generate(() -> new Event(
                        "c" + random.nextInt(people),
                        start.plus(Duration.ofHours(random.nextInt(240))),
                        gap(random, pick(random, TYPES)),
                        gap(random, pick(random, ITEMS)),
                        gap(random, random.nextInt(-4, 9) / 4.0),
                        gap(random, "s" + random.nextInt(3))))
                .limit(events)
                .toList();
        return new RandomEvents(all, start.plus(Duration.ofHours(200)));
    }

    private static <T> @Nullable T gap(RandomGenerator random, T value) {
        return random.nextInt(6) == 0 ? null : value;
    }

    private static <T> T pick(RandomGenerator random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    public Table table() {
        return new Table(List.of(
                new TextColumn(
                        "customer_id", events.stream().map(Event::customer).toList()),
                new TimeColumn(
                        "timestamp",
                        ColumnType.TIMESTAMP,
                        events.stream()
                                .mapToLong(event -> event.time().toEpochMilli() * 1000)
                                .toArray()),
                new TextColumn("type", texts(events, Event::type)),
                new TextColumn("item_id", texts(events, Event::item)),
                new NumberColumn(
                        "value",
                        ColumnType.DECIMAL,
                        events.stream()
                                .mapToDouble(event -> event.value() == null ? Double.NaN : event.value())
                                .toArray()),
                new TextColumn("session_id", texts(events, Event::session))));
    }

    private static List<@Nullable String> texts(List<Event> events, Function<Event, @Nullable String> text) {
        var texts = new ArrayList<@Nullable String>();
        events.forEach(event -> texts.add(text.apply(event)));
        return texts;
    }

    /** A rule that asks about events and fields. */
    public static Rule rule(RandomGenerator random, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(7)) {
            case 0, 1 -> test(random);
            case 2 -> new Rule.All(rules(random, depth));
            case 3 -> new Rule.Any(rules(random, depth));
            case 4 -> new Rule.Not(rule(random, depth - 1));
            case 5 -> {
                var rules = rules(random, depth);
                yield new Rule.AtLeast(random.nextInt(1, rules.size() + 1), rules);
            }
            default -> RandomRules.rule(random, 1);
        };
    }

    private static List<Rule> rules(RandomGenerator random, int depth) {
        return Stream.generate(() -> rule(random, depth - 1))
                .limit(random.nextInt(2, 4))
                .toList();
    }

    private static Rule test(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Rule.Dated(pick(random, List.of("born", "seen")), last(random));
            case 1 ->
                new Rule.Older(
                        pick(random, List.of("born", "seen")),
                        random.nextInt(1, 4),
                        pick(random, List.of(Window.Unit.values())));
            case 2, 3, 4 -> measured(random);
            default ->
                new Rule.Sequence(filter(random), random.nextBoolean(), filter(random), link(random), window(random));
        };
    }

    private static Rule measured(RandomGenerator random) {
        var measurement = pick(random, FIGURES);
        var column = measurement.needsColumn() ? "value" : "";
        var figure = new Figure(measurement, column, filter(random), window(random));
        return new Rule.Measured(
                figure, pick(random, List.of(Comparison.values())), new NumberConstant(random.nextInt(-2, 12) / 2.0));
    }

    private static Link link(RandomGenerator random) {
        return random.nextInt(3) == 0
                ? new Link.SameSession()
                : new Link.Within(random.nextInt(1, 30), pick(random, List.of(Link.Unit.HOURS, Link.Unit.DAYS)));
    }

    private static Window window(RandomGenerator random) {
        var day = LocalDate.of(2026, 3, 24).plusDays(random.nextInt(10));
        return switch (random.nextInt(5)) {
            case 0 -> new Window.Between(day, day.plusDays(random.nextInt(4)));
            case 1 -> new Window.SinceFirst(random.nextInt(1, 5));
            case 2 -> last(random);
            default -> new Window.All();
        };
    }

    private static Window.Last last(RandomGenerator random) {
        return new Window.Last(
                random.nextInt(1, 5), pick(random, List.of(Window.Unit.values())), random.nextInt(3) == 0 ? 1 : 0);
    }

    private static Rule filter(RandomGenerator random) {
        var type = new Rule.Compare("type", Comparison.EQUAL, new TextConstant(pick(random, TYPES)));
        return switch (random.nextInt(5)) {
            case 0 -> new Rule.Everyone();
            case 1 -> new Rule.All(List.of(type, part(random)));
            case 2 -> random.nextBoolean() ? part(random) : new Rule.Any(List.of(part(random), part(random)));
            default -> type;
        };
    }

    private static Rule part(RandomGenerator random) {
        Constant item = new TextConstant(pick(random, ITEMS));
        return switch (random.nextInt(4)) {
            case 0 -> new Rule.IsMissing("item_id");
            case 1 ->
                new Rule.Compare(
                        "value",
                        pick(random, List.of(Comparison.values())),
                        new NumberConstant(random.nextInt(-4, 9) / 4.0));
            case 2 -> new Rule.All(List.of(new Rule.IsMissing("value"), new Rule.OneOf("item_id", List.of(item))));
            default -> new Rule.Not(new Rule.OneOf("item_id", List.of(item)));
        };
    }

    /** Whether a rule holds of a person, told without any SQL. */
    public boolean holds(Rule rule, Table people, int row) {
        return switch (rule) {
            case Rule.All(var rules) -> rules.stream().allMatch(one -> holds(one, people, row));
            case Rule.Any(var rules) -> rules.stream().anyMatch(one -> holds(one, people, row));
            case Rule.AtLeast(int count, var rules) ->
                rules.stream().filter(one -> holds(one, people, row)).count() >= count;
            case Rule.Not(var negated) -> !holds(negated, people, row);
            case Rule.Dated(var field, var window) ->
                time(people, row, field)
                        .filter(time -> !time.isBefore(back(window.count() + window.ago(), window.unit()))
                                && time.isBefore(back(window.ago(), window.unit())))
                        .isPresent();
            case Rule.Older(var field, int count, var unit) ->
                time(people, row, field)
                        .filter(time -> time.isBefore(back(count, unit)))
                        .isPresent();
            case EventTest test -> holds(test, people.text(row, "customer_id"));
            case Rule.Test _, Rule.Everyone _, Rule.OfSegment _ -> RandomRules.holds(rule, people, row);
        };
    }

    private static Optional<Instant> time(Table people, int row, String field) {
        var column = (TimeColumn) people.column(field);
        return column.isMissing(row) ? Optional.empty() : Optional.of(Instant.ofEpochMilli(column.micros(row) / 1000));
    }

    private Instant back(int count, Window.Unit unit) {
        var at = asOf.atOffset(ZoneOffset.UTC);
        return switch (unit) {
            case DAYS -> at.minusDays(count).toInstant();
            case WEEKS -> at.minusWeeks(count).toInstant();
            case MONTHS -> at.minusMonths(count).toInstant();
        };
    }

    private boolean holds(EventTest test, String customer) {
        var own = events.stream()
                .filter(event -> event.customer().equals(customer))
                .toList();
        return switch (test) {
            case Rule.Measured(var figure, var comparison, NumberConstant(double number)) -> {
                var counted = counted(own, figure.filter(), figure.window()).toList();
                var value = value(figure.measurement(), counted);
                yield value.isPresent() && RandomRules.holds(comparison, Double.compare(value.getAsDouble(), number));
            }
            case Rule.Measured _ -> throw new IllegalArgumentException("Only numbers are asked for here");
            case Rule.Sequence sequence -> {
                var second = counted(own, sequence.second(), new Window.All()).toList();
                yield counted(own, sequence.first(), sequence.window())
                        .anyMatch(first -> ends(sequence, first, second));
            }
        };
    }

    private boolean ends(Rule.Sequence sequence, Event first, List<Event> second) {
        var later = second.stream().filter(event -> event.time().isAfter(first.time()));
        return switch (sequence.link()) {
            case Link.SameSession _ ->
                first.session() != null
                        && later.anyMatch(event -> first.session().equals(event.session())) == sequence.isFollowed();
            case Link.Within within -> {
                var end = first.time().plus(within.duration());
                boolean came = later.anyMatch(event -> !event.time().isAfter(end));
                yield sequence.isFollowed() ? came : !came && !end.isAfter(asOf);
            }
        };
    }

    private Stream<Event> counted(List<Event> own, Rule filter, Window window) {
        var inWindow = inWindow(own, window);
        return own.stream()
                .filter(event -> event.time().isBefore(asOf))
                .filter(inWindow)
                .filter(event -> {
                    var row = new RandomEvents(List.of(event), asOf).table();
                    return RandomRules.holds(filter, row, 0);
                });
    }

    private Predicate<Event> inWindow(List<Event> own, Window window) {
        return switch (window) {
            case Window.All _ -> _ -> true;
            case Window.Last last ->
                event -> !event.time().isBefore(back(last.count() + last.ago(), last.unit()))
                        && event.time().isBefore(back(last.ago(), last.unit()));
            case Window.Between between ->
                event -> {
                    var day = LocalDate.ofInstant(event.time(), ZoneOffset.UTC);
                    return !day.isBefore(between.from()) && !day.isAfter(between.to());
                };
            case Window.SinceFirst(int days) -> {
                var first = own.stream().map(Event::time).min(Instant::compareTo);
                yield event -> first.filter(start -> event.time().isBefore(start.plus(Duration.ofDays(days))))
                        .isPresent();
            }
        };
    }

    private static OptionalDouble value(Measurement measurement, List<Event> counted) {
        var values = counted.stream().map(Event::value).filter(value -> value != null);
        return switch (measurement) {
            case COUNT -> OptionalDouble.of(counted.size());
            case SUM ->
                OptionalDouble.of(values.mapToDouble(Double::doubleValue).sum());
            case MINIMUM -> values.mapToDouble(Double::doubleValue).min();
            case MAXIMUM -> values.mapToDouble(Double::doubleValue).max();
            case DISTINCT -> OptionalDouble.of((double) values.distinct().count());
            case ACTIVE_DAYS ->
                OptionalDouble.of((double) counted.stream()
                        .map(event -> LocalDate.ofInstant(event.time(), ZoneOffset.UTC))
                        .distinct()
                        .count());
            default -> throw new IllegalArgumentException(measurement + " is not asked for here");
        };
    }
}
