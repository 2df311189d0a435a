package corymb.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import corymb.path.CohortPlan.Back;
import corymb.path.CohortPlan.Calendar;
import corymb.path.CohortPlan.Period;
import corymb.path.CohortPlan.Start;
import corymb.path.Cohorts.Cell;
import corymb.path.Cohorts.Cohort;
import corymb.rule.RandomEvents;
import corymb.rule.RandomRules;
import corymb.rule.Rule;
import corymb.rule.RuleText;
import corymb.segment.Segmentation;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CohortsTest extends PathsOfEvents {
    private static final Path CDNOW = Path.of("../shared/data/customers-cdnow/CDNOW_master.txt");

    private static CohortPlan buyers(Period period) {
        var purchase = type("purchase");
        return new CohortPlan(
                new Start.FirstEvent(purchase),
                new Back(purchase, Optional.of("value")),
                new Calendar(period, period.usual(), Optional.empty()),
                Optional.empty());
    }

    /** Customers by the month of their first purchase in CDNOW 1997-98, as another program counted them. */
    @Test
    void countsThePublishedCohorts() throws IOException {
        assumeTrue(Files.exists(CDNOW), "skipped: " + CDNOW + " is not there");
        var events = engine.fill("events", purchases(), Progress.NONE);
        var people = engine.create("people", Sql.of("select distinct customer_id from events"), Progress.NONE);
        var population = population(people, events, Instant.parse("1998-07-01T00:00:00Z"));
        var cohorts = CohortCounting.run(engine, population, buyers(Period.MONTH), "starts", Progress.NONE);

        assertThat(cohorts.cohorts()).extracting(Cohort::size).containsExactly(7846L, 8476L, 7248L);
        assertThat(active(cohorts, 0)).startsWith(7846L, 1157L, 964L, 810L, 679L, 736L, 720L, 582L);
        assertThat(active(cohorts, 1)).startsWith(8476L, 1312L, 980L, 783L, 847L, 786L, 626L, 619L);
        assertThat(active(cohorts, 2)).startsWith(7248L, 1032L, 752L, 756L, 674L, 564L, 561L, 579L);
        assertThat(cohorts.periods()).isEqualTo(18);
        assertThat(cohorts.cohorts().stream()
                        .flatMap(cohort -> cohort.cells().stream())
                        .mapToDouble(Cell::total)
                        .sum())
                .as("the dollars of all purchases")
                .isCloseTo(2_500_315.63, within(0.005));
        assertThat(cohorts.average(1).orElseThrow().value()).isCloseTo((1157 + 1312 + 1032) / 23_570.0, within(1e-12));
    }

    private static Table purchases() throws IOException {
        var lines = Files.readAllLines(CDNOW).stream()
                .skip(1)
                .map(line -> List.of(line.strip().split(" +", -1)))
                .toList();
        return new Table(List.of(
                new TextColumn("customer_id", lines.stream().map(List::getFirst).toList()),
                new TextColumn("type", lines.stream().map(_ -> "purchase").toList()),
                new NumberColumn(
                        "value",
                        ColumnType.DECIMAL,
                        lines.stream()
                                .mapToDouble(line -> Double.parseDouble(line.get(3)))
                                .toArray()),
                new TimeColumn(
                        "timestamp",
                        ColumnType.TIMESTAMP,
                        lines.stream()
                                .mapToLong(line -> LocalDate.parse(line.get(1), DateTimeFormatter.BASIC_ISO_DATE)
                                                .toEpochDay()
                                        * 86_400_000_000L)
                                .toArray())));
    }

    private static List<Long> active(Cohorts cohorts, int cohort) {
        return cohorts.cohorts().get(cohort).cells().stream().map(Cell::people).toList();
    }

    /** Of their clocks all but the first and the last change in the days of the events. */
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Berlin", "Asia/Beirut", "Australia/Lord_Howe", "America/Los_Angeles");

    private static CohortPlan plan(RandomGenerator random) {
        var began = RandomEvents.filter(random);
        var starts = starts(random, 6);
        return new CohortPlan(
                random.nextInt(4) == 0
                        ? new Start.OnDate(random.nextBoolean() ? "seen" : "born")
                        : new Start.FirstEvent(began),
                new Back(random.nextBoolean() ? began : RandomEvents.filter(random), Optional.of("value")),
                new Calendar(List.of(Period.values()).get(random.nextInt(3)), random.nextInt(1, 9), starts),
                Optional.empty());
    }

    /** Thousands of cells, by the engine and event by event; and where a rule tells the people of a cell, it finds the same. */
    @Test
    void agreesWithLookingAtEveryEvent() {
        var random = new Seed(11).generator();
        var people = RandomRules.table(random, 60);
        long cells = 0;
        long told = 0;
        for (int round = 0; round < 150; round++) {
            var zone = ZONES.get(round % ZONES.size());
            var happened = RandomEvents.of(random, 70, 400).in(ZoneId.of(zone));
            var population = population(people, happened);
            var plan = plan(random);
            var cohorts = CohortCounting.run(engine, population, plan, "starts", Progress.NONE);
            var plain = PlainCohorts.of(happened, people, plan);
            assertThat(cohorts.cohorts()).extracting(Cohort::begins).isEqualTo(plain.cohorts());
            for (var cohort : cohorts.cohorts()) {
                assertThat(cohort.size())
                        .isEqualTo(plain.members(cohort.begins()).size());
                for (int after = 0; after < cohort.cells().size(); after++) {
                    cells++;
                    var back = plain.back(cohort.begins(), after);
                    assertThat(cohort.cells().get(after).people())
                            .as(plan.toString())
                            .isEqualTo(back.size());
                    assertThat(cohort.cells().get(after).total())
                            .isCloseTo(plain.total(cohort.begins(), after), within(1e-9));
                    var cell = new CohortPeople(cohorts, List.of(cohort), Optional.of(after));
                    if (round % 6 == 0) {
                        assertThat(ids(cell.ids(population))).isEqualTo(back);
                        if (cell.rule().isPresent()) {
                            told++;
                            var rule = cell.rule().get();
                            assertThat(ids(Segmentation.members(population, rule)))
                                    .as(RuleText.of(rule))
                                    .isEqualTo(back);
                        }
                    }
                }
            }
        }
        assertThat(cells).isGreaterThan(1000);
        assertThat(told).isGreaterThan(50);
    }

    @Test
    void marksPeriodsThatAreNotOverAndLeavesThemOutOfAverages() {
        var people =
                engine.create("people", Sql.of("select * from (values ('a'), ('b')) t(customer_id)"), Progress.NONE);
        var events = engine.create(
                "events",
                Sql.of("select * from (values ('a', timestamp '2026-01-10', 10.0), ('a', timestamp '2026-02-01', 20.0),"
                        + " ('b', timestamp '2026-02-02', 30.0), ('b', timestamp '2026-03-01', 40.0))"
                        + " t(customer_id, timestamp, value), (values ('purchase')) k(type)"),
                Progress.NONE);
        var population = population(people, events, Instant.parse("2026-03-15T00:00:00Z"));
        var cohorts = CohortCounting.run(engine, population, buyers(Period.MONTH), "starts", Progress.NONE);
        var january = cohorts.cohorts().getFirst();
        var february = cohorts.cohorts().getLast();

        assertThat(january.cells()).containsExactly(new Cell(1, 10), new Cell(1, 20), new Cell(0, 0));
        assertThat(february.cells()).containsExactly(new Cell(1, 30), new Cell(1, 40));
        assertThat(cohorts.isOver(january, 1)).isTrue();
        assertThat(cohorts.isOver(january, 2)).as("March is not over").isFalse();
        assertThat(cohorts.isOver(february, 1)).isFalse();
        assertThat(cohorts.average(1).orElseThrow().value())
                .as("of January alone")
                .isEqualTo(1);
        assertThat(cohorts.average(2)).isEmpty();
        assertThat(cohorts.averageTotalEach(0)).contains(20.0);
        assertThat(january.totalEach(1)).isEqualTo(30);
    }

    @Test
    void saysWhatDoesNotFit() {
        var people = engine.create("people", Sql.of("select 'a' as customer_id, 'x' as city"), Progress.NONE);
        var events = engine.create(
                "events",
                Sql.of("select 'a' as customer_id, timestamp '2026-01-01' as timestamp, 'view' as type"),
                Progress.NONE);
        var population = population(people, events, Instant.parse("2026-03-15T00:00:00Z"));
        var plan = new CohortPlan(
                new Start.OnDate("city"),
                new Back(new Rule.IsMissing("colour"), Optional.of("type")),
                new Calendar(Period.WEEK, 3, Optional.empty()),
                Optional.of("Foes"));
        assertThat(plan.check(population.terms()))
                .extracting(Problem::what)
                .containsExactly(
                        "The field “city” holds texts, not dates.",
                        "There is no field “colour”.",
                        "The column “type” holds no numbers.",
                        "There is no segment “Foes”.");
        assertThatThrownBy(() -> new Calendar(Period.DAY, 61, Optional.empty()))
                .hasMessageContaining("1 to 60 periods");
    }

    @Test
    void refusesMoreCohortsThanATriangleShows() {
        var people =
                engine.create("people", Sql.of("select 'c' || i as customer_id from range(61) t(i)"), Progress.NONE);
        var events = engine.create(
                "events",
                Sql.of("select 'c' || i as customer_id, timestamp '2026-01-01' + to_days(cast(i as int)) as timestamp,"
                        + " 'purchase' as type, 1.0 as value from range(61) t(i)"),
                Progress.NONE);
        var population = population(people, events, Instant.parse("2026-06-01T00:00:00Z"));
        assertThatThrownBy(() -> CohortCounting.run(engine, population, buyers(Period.DAY), "starts", Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("more than 60 cohorts");
        assertThat(engine.has("starts")).isFalse();
    }
}
