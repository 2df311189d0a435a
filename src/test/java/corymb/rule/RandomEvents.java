package corymb.rule;

import corymb.rule.Rule.EventTest;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.DateConstant;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.TextConstant;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Random events of the people {@link RandomRules} makes, random rules about them, and a plain evaluator that knows nothing of SQL.
 *
 * @param events the events, in no order
 * @param asOf the moment looked back from; some events are later
 * @param zone whose days are meant
 */
public record RandomEvents(List<Event> events, Instant asOf, ZoneId zone) {
    private static final Instant START = Instant.parse("2026-03-25T00:00:00Z");
    private static final List<String> TYPES = List.of("view", "cart", "purchase", "Purchase");
    private static final List<String> ITEMS = List.of("tent", "rope", "", "and \"x\"");
    private static final List<Measurement> FIGURES = List.of(
            Measurement.COUNT,
            Measurement.SUM,
            Measurement.MEAN,
            Measurement.MINIMUM,
            Measurement.MAXIMUM,
            Measurement.DISTINCT,
            Measurement.FIRST,
            Measurement.LAST,
            Measurement.SHARE,
            Measurement.ACTIVE_DAYS,
            Measurement.STREAK_DAYS,
            Measurement.DAYS_SINCE_FIRST,
            Measurement.DAYS_SINCE_LAST);

    /** An event; what is missing is null. */
    public record Event(
            String customer,
            Instant time,
            @Nullable String type,
            @Nullable String item,
            @Nullable Double value,
            @Nullable String session) {}

    /**
     * Events within some days around midnights, many of them at the same moment, and some around the hours at which clocks are put
     * on or back: in Jerusalem on 27 March, in Berlin on the 29th, in Beirut and on the Azores at midnight before it, on the Chatham
     * Islands at 14:00 on 4 April, on Lord Howe Island at 15:00, in Sydney at 16:00.
     */
    public static RandomEvents of(RandomGenerator random, int people, int events) {
        var all = Stream.generate(() -> event(random, "c" + random.nextInt(people)))
                .limit(events)
                .toList();
        return new RandomEvents(all, START.plus(Duration.ofHours(random.nextInt(200, 260))), ZoneOffset.UTC);
    }

    /** The same by the days of another zone. */
    public RandomEvents in(ZoneId other) {
        return new RandomEvents(events, asOf, other);
    }

    private static Event event(RandomGenerator random, String customer) {
        int hour = random.nextInt(260);
        return new Event(
                customer,
                START.plus(Duration.ofHours(hour)).plusMillis(random.nextInt(5) == 0 ? -1 : 0),
                gap(random, pick(random, TYPES)),
                gap(random, pick(random, ITEMS)),
                gap(random, random.nextInt(-4, 9) / 4.0),
                gap(random, session(random, customer, hour)));
    }

    /** One that many have at all times, one of the customer's own, or one that many have within a few hours. */
    private static String session(RandomGenerator random, String customer, int hour) {
        return switch (random.nextInt(3)) {
            case 0 -> "s" + random.nextInt(3);
            case 1 -> customer + " " + random.nextInt(3);
            default -> "hours " + hour / 4;
        };
    }

    /** People with gaps, whose dates and times lie partly around those of the events. */
    public static Table people(RandomGenerator random, int people) {
        var table = RandomRules.table(random, people);
        var columns = table.columns().stream()
                .map(column -> column instanceof TimeColumn times ? nearer(times, random) : column)
                .toList();
        return new Table(columns);
    }

    /** Some of the times as long after the events' first day as they were after that of 1970. */
    private static Column nearer(TimeColumn times, RandomGenerator random) {
        long later = START.toEpochMilli() * 1000;
        return new TimeColumn(
                times.name(),
                times.type(),
                IntStream.range(0, times.size())
                        .mapToLong(row -> times.isMissing(row) || random.nextInt(3) == 0
                                ? times.micros(row)
                                : times.micros(row) + later)
                        .toArray());
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
        return switch (random.nextInt(9)) {
            case 0 -> new Rule.Dated(pick(random, List.of("born", "seen")), last(random));
            case 1 ->
                new Rule.Older(
                        pick(random, List.of("born", "seen")),
                        random.nextInt(1, 4),
                        pick(random, List.of(Window.Unit.values())));
            case 2, 3, 4 -> measured(random);
            case 5 -> new Rule.BeforeLeaving(filter(random), within(random), window(random));
            case 6 -> inOneSession(random);
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

    private static Rule inOneSession(RandomGenerator random) {
        var told = pick(random, FIGURES.subList(0, 5));
        var figure = new Figure(told, told.needsColumn() ? "value" : "", filter(random), window(random));
        return new Rule.InOneSession(
                figure, pick(random, List.of(Comparison.values())), new NumberConstant(random.nextInt(-2, 8) / 2.0));
    }

    /** How near one event is to be to another. */
    public static Link link(RandomGenerator random) {
        return random.nextInt(3) == 0 ? new Link.SameSession() : within(random);
    }

    private static Link.Within within(RandomGenerator random) {
        return new Link.Within(random.nextInt(1, 30), pick(random, List.of(Link.Unit.HOURS, Link.Unit.DAYS)));
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

    /** A rule over the events' columns. */
    public static Rule filter(RandomGenerator random) {
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
        return switch (random.nextInt(7)) {
            case 0 -> new Rule.IsMissing("item_id");
            case 4 -> new Rule.Compare("hour", Comparison.AT_LEAST, new NumberConstant(random.nextInt(24)));
            case 5 -> new Rule.OneOf("weekday", List.of(new NumberConstant(random.nextInt(1, 8))));
            case 6 ->
                new Rule.Compare(
                        "timestamp",
                        pick(random, List.of(Comparison.values())),
                        new DateConstant(LocalDate.of(2026, 3, 24).plusDays(random.nextInt(10))));
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
            case Rule.Test _, Rule.Everyone _, Rule.OfSegment _ -> RandomRules.holds(rule, people, row, zone);
        };
    }

    /** A date is when its day begins. */
    private Optional<Instant> time(Table people, int row, String field) {
        var column = (TimeColumn) people.column(field);
        if (column.isMissing(row)) {
            return Optional.empty();
        }
        return Optional.of(
                column.type() == ColumnType.DATE
                        ? column.date(row).atStartOfDay(zone).toInstant()
                        : column.instant(row));
    }

    private Instant back(int count, Window.Unit unit) {
        var at = asOf.atZone(zone);
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
                var value = value(figure, counted(own, figure.filter(), figure.window()), own);
                yield value.isPresent() && RandomRules.holds(comparison, Double.compare(value.getAsDouble(), number));
            }
            case Rule.InOneSession(var figure, var comparison, NumberConstant(double number)) -> {
                var counted = counted(own, figure.filter(), figure.window()).toList();
                yield own.stream()
                        .filter(event -> event.time().isBefore(asOf))
                        .flatMap(event -> Stream.ofNullable(event.session()))
                        .distinct()
                        .map(session ->
                                value(figure, counted.stream().filter(event -> session.equals(event.session())), own))
                        .anyMatch(value -> value.isPresent()
                                && RandomRules.holds(comparison, Double.compare(value.getAsDouble(), number)));
            }
            case Rule.OfFigure _ -> throw new IllegalArgumentException("Only numbers are asked for here");
            case Rule.Sequence sequence -> {
                var second = counted(own, sequence.second(), new Window.All()).toList();
                yield counted(own, sequence.first(), sequence.window())
                        .anyMatch(first -> ends(sequence, first, second));
            }
            case Rule.BeforeLeaving before ->
                counted(own, before.filter(), before.window())
                        .anyMatch(event -> Stream.ofNullable(event.session())
                                .anyMatch(session -> !left(own, session)
                                        .isAfter(event.time().plus(before.link().duration()))));
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

    private Instant left(List<Event> own, String session) {
        return own.stream()
                .filter(event -> session.equals(event.session()) && event.time().isBefore(asOf))
                .map(Event::time)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private Stream<Event> counted(List<Event> own, Rule filter, Window window) {
        var inWindow = inWindow(own, window);
        var rows = told(own);
        return IntStream.range(0, own.size())
                .filter(row -> RandomRules.holds(filter, rows, row, zone))
                .mapToObj(own::get)
                .filter(event -> event.time().isBefore(asOf))
                .filter(inWindow);
    }

    /** What their times tell beside them. */
    private Table told(List<Event> own) {
        var columns = new ArrayList<>(new RandomEvents(own, asOf, zone).table().columns());
        columns.add(new NumberColumn(
                "hour",
                ColumnType.INTEGER,
                own.stream()
                        .mapToDouble(event -> event.time().atZone(zone).getHour())
                        .toArray()));
        columns.add(new NumberColumn(
                "weekday",
                ColumnType.INTEGER,
                own.stream()
                        .mapToDouble(event ->
                                event.time().atZone(zone).getDayOfWeek().getValue())
                        .toArray()));
        return new Table(columns);
    }

    /** The events that a rule over their columns takes. */
    public Stream<Event> taken(Rule filter) {
        return counted(events, filter, new Window.All());
    }

    private Predicate<Event> inWindow(List<Event> own, Window window) {
        return switch (window) {
            case Window.All _ -> _ -> true;
            case Window.Last last ->
                event -> !event.time().isBefore(back(last.count() + last.ago(), last.unit()))
                        && event.time().isBefore(back(last.ago(), last.unit()));
            case Window.Between between ->
                event -> {
                    var day = day(event.time());
                    return !day.isBefore(between.from()) && !day.isAfter(between.to());
                };
            case Window.SinceFirst(int days) -> {
                var first = own.stream().map(Event::time).min(Instant::compareTo);
                yield event -> first.filter(start -> event.time().isBefore(start.plus(Duration.ofDays(days))))
                        .isPresent();
            }
        };
    }

    private OptionalDouble value(Figure figure, Stream<Event> events, List<Event> own) {
        var counted = events.toList();
        var values = counted.stream().flatMap(event -> Stream.ofNullable(event.value()));
        var numbers = values.mapToDouble(Double::doubleValue);
        var days = counted.stream().map(event -> day(event.time())).collect(Collectors.toCollection(TreeSet::new));
        return switch (figure.measurement()) {
            case COUNT -> OptionalDouble.of(counted.size());
            case SUM -> OptionalDouble.of(numbers.sum());
            case MEAN -> numbers.average();
            case MINIMUM -> numbers.min();
            case MAXIMUM -> numbers.max();
            case DISTINCT -> OptionalDouble.of((double) numbers.distinct().count());
            case FIRST -> ordered(counted).findFirst().map(RandomEvents::number).orElse(OptionalDouble.empty());
            case LAST ->
                ordered(counted)
                        .reduce((_, next) -> next)
                        .map(RandomEvents::number)
                        .orElse(OptionalDouble.empty());
            case SHARE -> {
                long all = counted(own, new Rule.Everyone(), figure.window()).count();
                yield all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) counted.size() / all);
            }
            case ACTIVE_DAYS -> OptionalDouble.of(days.size());
            case STREAK_DAYS ->
                OptionalDouble.of((double) days.stream()
                        .mapToLong(day -> Stream.iterate(day, next -> next.plusDays(1))
                                .takeWhile(days::contains)
                                .count())
                        .max()
                        .orElse(0));
            case DAYS_SINCE_FIRST -> days.isEmpty() ? OptionalDouble.empty() : since(days.getFirst());
            case DAYS_SINCE_LAST -> days.isEmpty() ? OptionalDouble.empty() : since(days.getLast());
            default -> throw new IllegalArgumentException(figure.measurement() + " is not asked for here");
        };
    }

    private OptionalDouble since(LocalDate day) {
        return OptionalDouble.of((double) ChronoUnit.DAYS.between(day, day(asOf)));
    }

    private LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }

    /** Those that have a value, from the earliest to the latest, and of those at once from the smallest to the largest. */
    private static Stream<Event> ordered(List<Event> events) {
        return events.stream()
                .filter(event -> event.value() != null)
                .sorted(Comparator.comparing(Event::time)
                        .thenComparingDouble(event -> number(event).orElseThrow()));
    }

    private static OptionalDouble number(Event event) {
        return event.value() == null ? OptionalDouble.empty() : OptionalDouble.of(event.value());
    }
}
