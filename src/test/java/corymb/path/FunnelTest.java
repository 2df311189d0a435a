package corymb.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import corymb.path.Funnel.Of;
import corymb.path.Funnel.Part;
import corymb.path.Leaving.After;
import corymb.path.Steps.Order;
import corymb.rule.Link;
import corymb.rule.RandomEvents;
import corymb.rule.RandomRules;
import corymb.rule.RuleText;
import corymb.segment.Population;
import corymb.segment.Segmentation;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.table.TimeColumn;
import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FunnelTest extends PathsOfEvents {
    private Map<String, List<Instant>> ways(Relation ways, int steps) {
        var found = new TreeMap<String, List<Instant>>();
        var table = engine.table(Sql.of("select * from " + ways.quoted()), Progress.NONE);
        for (int row = 0; row < table.rowCount(); row++) {
            int at = row;
            var times = IntStream.rangeClosed(1, steps)
                    .mapToObj(step -> (TimeColumn) table.column("at_" + step))
                    .filter(column -> !column.isMissing(at))
                    .map(column -> Instant.EPOCH.plus(column.micros(at), ChronoUnit.MICROS))
                    .toList();
            assertThat(times).hasSize((int) table.numbers("reached").get(row));
            found.put(table.text(row, "customer_id"), times);
        }
        return found;
    }

    private static FunnelPlan plan(RandomGenerator random) {
        var steps = new Steps(
                Stream.generate(() -> RandomEvents.filter(random))
                        .limit(random.nextInt(2, 5))
                        .toList(),
                random.nextInt(3) == 0 ? Order.ANY : Order.ONE_BY_ONE,
                RandomEvents.link(random));
        var starts = starts(random, 4);
        return new FunnelPlan(steps, starts, Optional.empty(), new Breakdown.None());
    }

    /** 12,000 pairs of a customer and a plan, with ties, missing values and sessions, by the engine and by trying every chain. */
    @Test
    void agreesWithTryingEveryChain() {
        var random = new Seed(8).generator();
        var people = RandomRules.table(random, 60);
        var ids = IntStream.range(0, people.rowCount())
                .mapToObj(row -> people.text(row, "customer_id"))
                .toList();
        int longest = 0;
        for (int round = 0; round < 200; round++) {
            var happened = RandomEvents.of(random, 70, 500);
            var population = population(people, happened);
            var plan = plan(random);
            var funnel = Funnels.run(engine, population, plan, "ways", Progress.NONE);
            var plain = PlainWays.of(happened, plan);
            var expected = new TreeMap<String, List<Instant>>();
            ids.forEach(id -> plain.of(id).ifPresent(times -> expected.put(id, times)));
            int steps = plan.steps().count();
            assertThat(ways(funnel.ways(), steps)).as(plan.toString()).isEqualTo(expected);
            assertThat(funnel.reached())
                    .isEqualTo(IntStream.rangeClosed(1, steps)
                            .mapToObj(step -> expected.values().stream()
                                    .filter(times -> times.size() >= step)
                                    .count())
                            .toList());
            longest = Math.max(
                    longest,
                    expected.values().stream().mapToInt(List::size).max().orElse(0));
        }
        assertThat(longest).isEqualTo(4);
    }

    private Population shop() {
        var people = engine.create(
                "people",
                Sql.of("select * from (values ('ada', 'AT'), ('bob', 'DE'), ('cy', null), ('dee', 'AT'), ('eve', 'AT'))"
                        + " t(customer_id, country)"),
                Progress.NONE);
        var events = engine.create(
                "events",
                Sql.of("select * from (values"
                        + " ('ada', timestamp '2026-04-01 10:00:00', 'view', 'mobile'),"
                        + " ('ada', timestamp '2026-04-01 10:10:00', 'cart', 'mobile'),"
                        + " ('ada', timestamp '2026-04-01 10:40:00', 'purchase', 'mobile'),"
                        + " ('bob', timestamp '2026-04-02 09:00:00', 'view', 'desktop'),"
                        + " ('bob', timestamp '2026-04-02 09:30:00', 'cart', 'desktop'),"
                        + " ('bob', timestamp '2026-04-02 10:00:00', 'search', 'desktop'),"
                        + " ('cy', timestamp '2026-04-02 09:00:00', 'view', null),"
                        + " ('cy', timestamp '2026-04-02 09:00:00', 'cart', null),"
                        + " ('dee', timestamp '2026-04-30 23:30:00', 'view', 'mobile'),"
                        + " ('fay', timestamp '2026-04-02 09:00:00', 'view', 'mobile'))"
                        + " t(customer_id, \"timestamp\", type, device)"),
                Progress.NONE);
        var friends = engine.create("friends", Sql.of("select 'bob' as customer_id"), Progress.NONE);
        return population(people, events, Instant.parse("2026-05-01T00:00:00Z")).in(Map.of("Friends", friends));
    }

    private static Steps buying() {
        return new Steps(
                List.of(type("view"), type("cart"), type("purchase")),
                Order.ONE_BY_ONE,
                new Link.Within(1, Link.Unit.DAYS));
    }

    @Test
    void tellsHowManyCameHowFarAndHowLongItTook() {
        var funnel = Funnels.run(engine, shop(), new FunnelPlan(buying()), "ways", Progress.NONE);

        assertThat(funnel.reached()).as("fay is no customer, eve did nothing").containsExactly(4L, 2L, 1L);
        assertThat(funnel.ofAll(2).value()).isEqualTo(0.25);
        assertThat(funnel.ofBefore(2).value()).isEqualTo(0.5);
        assertThat(funnel.left(0)).isEqualTo(2);
        var toCart = funnel.times().getFirst();
        assertThat(toCart.people()).isEqualTo(2);
        assertThat(toCart.quartiles().orElseThrow().median())
                .as("midway between 10 and 30 minutes")
                .isCloseTo(1200, within(1e-9));
        assertThat(toCart.bins()).startsWith(0L, 1L, 1L, 0L);
        assertThat(funnel.whole().quartiles().orElseThrow().first()).isEqualTo(2400);
    }

    /** Where a rule tells the people behind a bar, it finds the same. */
    @Test
    void theRuleOfABarFindsItsPeople() {
        var random = new Seed(9).generator();
        var people = RandomRules.table(random, 60);
        int told = 0;
        for (int round = 0; round < 60; round++) {
            var happened = RandomEvents.of(random, 70, 500);
            var population = population(people, happened);
            var some = plan(random);
            var field =
                    List.of("visits", "spend total", "city", "member", "born").get(round % 5);
            var plan = new FunnelPlan(some.steps(), some.starts(), Optional.empty(), new Breakdown.ByField(field));
            var funnel = Funnels.run(engine, population, plan, "ways", Progress.NONE);
            for (int step = 1; step < plan.steps().count(); step++) {
                for (var part : parts(funnel)) {
                    for (boolean isLeft : List.of(true, false)) {
                        var bar = new FunnelPeople(funnel, step, isLeft, part);
                        var rule = bar.rule(population.schema());
                        if (rule.isPresent()) {
                            told++;
                            assertThat(ids(Segmentation.members(population, rule.get())))
                                    .as(RuleText.of(rule.get()))
                                    .isEqualTo(ids(bar.ids()));
                        }
                    }
                }
            }
        }
        assertThat(told).isGreaterThan(200);
    }

    private static List<Optional<Of>> parts(Funnel funnel) {
        return Stream.concat(
                        Stream.of(Optional.<Of>empty()), funnel.parts().stream().map(part -> Optional.of(part.of())))
                .toList();
    }

    @Test
    void tellsPartsApart() {
        var byCountry = new FunnelPlan(buying(), Optional.empty(), Optional.empty(), new Breakdown.ByField("country"));
        assertThat(Funnels.run(engine, shop(), byCountry, "ways", Progress.NONE).parts())
                .containsExactly(
                        new Part(new Of.Value("AT"), List.of(2L, 1L, 1L)),
                        new Part(new Of.Value("DE"), List.of(1L, 1L, 0L)),
                        new Part(new Of.Missing(), List.of(1L, 0L, 0L)));
        var bySegment =
                new FunnelPlan(buying(), Optional.empty(), Optional.empty(), new Breakdown.BySegment("Friends"));
        assertThat(Funnels.run(engine, shop(), bySegment, "ways", Progress.NONE).parts())
                .containsExactly(
                        new Part(new Of.Membership(false), List.of(3L, 1L, 1L)),
                        new Part(new Of.Membership(true), List.of(1L, 1L, 0L)));
        var byDevice = new FunnelPlan(
                buying(), Optional.empty(), Optional.of("Friends"), new Breakdown.ByFirstEvent("device"));
        assertThat(Funnels.run(engine, shop(), byDevice, "ways", Progress.NONE).parts())
                .containsExactly(new Part(new Of.Value("desktop"), List.of(1L, 1L, 0L)));
    }

    @Test
    void tellsSixValuesAndTheOthers() {
        var people = engine.create(
                "people",
                Sql.of("select 'c' || i as customer_id, 'v' || (i % 8) as kind from range(20) t(i)"),
                Progress.NONE);
        var events = engine.create(
                "events",
                Sql.of("select 'c' || i as customer_id, timestamp '2026-04-01' as timestamp, 'view' as type from"
                        + " range(20) t(i)"),
                Progress.NONE);
        var population = population(people, events, Instant.parse("2026-05-01T00:00:00Z"));
        var plan = new FunnelPlan(buying(), Optional.empty(), Optional.empty(), new Breakdown.ByField("kind"));
        var funnel = Funnels.run(engine, population, plan, "ways", Progress.NONE);

        assertThat(funnel.parts()).hasSize(7);
        assertThat(funnel.parts().getLast()).isEqualTo(new Part(new Of.Others(), List.of(4L, 0L, 0L)));
        assertThat(ids(new FunnelPeople(funnel, 1, true, Optional.of(new Of.Others())).ids()))
                .containsExactly("c14", "c15", "c6", "c7");
    }

    @Test
    void tellsWhereTheyGoInstead() {
        var population = shop();
        var funnel = Funnels.run(engine, population, new FunnelPlan(buying()), "ways", Progress.NONE);

        var leaving = Leaving.of(engine, population, funnel, Progress.NONE);
        assertThat(leaving)
                .as("a cart at the moment of the view is not after it; dee has time until 23:30; bob searched")
                .containsExactly(
                        new Leaving(1, 2, List.of(), 0, 1, 1),
                        new Leaving(2, 1, List.of(new Leaving.Next("search", 1)), 0, 0, 0));
        assertThat(ids(leaving.getLast().people(population, funnel, new After.OfType("search"))))
                .containsExactly("bob");
        var lookers = leaving.getFirst();
        assertThat(ids(lookers.people(population, funnel, new After.NotYet()))).containsExactly("dee");
        assertThat(ids(lookers.people(population, funnel, new After.Nothing()))).hasSize(1);
    }

    /** Each of eight left to something else: six are told by the types, of the others one each. */
    @Test
    void tellsThoseWhoWentToSomethingRare() {
        var people =
                engine.create("people", Sql.of("select 'c' || i as customer_id from range(20) t(i)"), Progress.NONE);
        var events = engine.create(
                "events",
                Sql.of(
                        "select 'c' || i as customer_id, timestamp '2026-04-01' as timestamp, 'view' as type from"
                                + " range(20) t(i) union all select 'c' || i, timestamp '2026-04-02', 't' || (i % 8) from range(20) t(i)"),
                Progress.NONE);
        var population = population(people, events, Instant.parse("2026-05-01T00:00:00Z"));
        var funnel = Funnels.run(engine, population, new FunnelPlan(buying()), "ways", Progress.NONE);

        var left = Leaving.of(engine, population, funnel, Progress.NONE).getFirst();
        assertThat(left.others()).isEqualTo(4);
        assertThat(ids(left.people(population, funnel, new After.Others()))).containsExactly("c14", "c15", "c6", "c7");
    }

    @Test
    void saysWhatDoesNotFit() {
        var nowhere = new FunnelPlan(
                new Steps(List.of(type("view"), type("cart")), Order.ANY, new Link.SameSession()),
                Optional.empty(),
                Optional.of("Foes"),
                new Breakdown.ByField("colour"));
        assertThat(nowhere.check(shop().terms()))
                .extracting(Problem::what)
                .containsExactly(
                        "The events tell of no sessions.",
                        "There is no segment “Foes”.",
                        "There is no field “colour”.");
        assertThatThrownBy(() -> Funnels.run(engine, shop(), nowhere, "ways", Progress.NONE))
                .isInstanceOf(Failure.class);
        assertThat(engine.has("ways")).isFalse();
    }
}
