package corymb.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import corymb.feature.FeatureDefinition.RfmScore;
import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.lifetime.HoldOut;
import corymb.rule.Moment;
import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.work.Failure;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Recency, frequency and money of the CDNOW purchases 1997-98, against figures that an independent program computed. */
class CdnowTest {
    private static final Path FILE = Path.of("../shared/data/customers-cdnow/CDNOW_master.txt");

    private static final Path SAMPLE = Path.of("../shared/data/customers-cdnow/CDNOW_sample.txt");

    private static Table purchases() throws IOException {
        var all = Files.readAllLines(FILE);
        return purchases(all.subList(1, all.size()), 0, 1, 3);
    }

    private static Table purchases(List<String> rows, int id, int day, int dollars) {
        var lines = rows.stream().map(line -> line.strip().split(" +")).toList();
        Column customer = new TextColumn(
                "customer_id", lines.stream().map(line -> line[id]).toList());
        var type = new TextColumn("type", lines.stream().map(_ -> "purchase").toList());
        var value = new NumberColumn(
                "value",
                ColumnType.DECIMAL,
                lines.stream()
                        .mapToDouble(line -> Double.parseDouble(line[dollars]))
                        .toArray());
        var time = new TimeColumn(
                "timestamp",
                ColumnType.TIMESTAMP,
                lines.stream().mapToLong(line -> micros(line[day])).toArray());
        return new Table(List.of(customer, type, value, time));
    }

    private static long micros(String day) {
        return LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE).toEpochDay() * 86_400_000_000L;
    }

    @Test
    void recencyFrequencyAndMoneyAreThePublishedOnes() throws IOException {
        assumeTrue(Files.exists(FILE), "skipped: " + FILE + " is not there");
        try (var engine = DuckDbEngine.open()) {
            var events = engine.fill("events", purchases(), Progress.NONE);
            var profiles = engine.create("people", Sql.of("select distinct customer_id from events"), Progress.NONE);
            var data = new CustomerData(profiles, List.of(events));
            var plan = FeaturePlan.standard(
                    engine, data, Moment.utc(Instant.parse("2026-01-01T00:00:00Z")), Progress.NONE);
            var features = FeatureComputation.run(engine, data, plan, "features", Progress.NONE);

            assertThat(plan.asOf()).isEqualTo(Instant.parse("1998-07-01T00:00:00Z"));
            assertThat(profiles.rows()).isEqualTo(23_570);
            var recency = features.summaries().get(0);
            assertThat(recency.mean()).isCloseTo(368.2216, within(5e-5));
            assertThat(recency.median()).isEqualTo(472);
            assertThat(features.summaries().get(1).mean()).isCloseTo(2.9554, within(5e-5));
            var monetary = features.summaries().get(2);
            assertThat(monetary.mean()).isCloseTo(106.0804, within(5e-5));
            assertThat(monetary.median()).isCloseTo(43.395, within(1e-9));
            assertThat(monetary.maximum()).isCloseTo(13_990.93, within(1e-6));
            assertThat(plan.definitions().get(4)).isEqualTo(new RfmScore(Part.FREQUENCY));
            assertThat(features.summaries().get(4).histogram().bins())
                    .as("half of all customers bought once, so they all have 1 and nobody has 2")
                    .extracting(Histogram.Bin::count)
                    .startsWith(11_908L, 0L);
        }
    }

    /** Stages by the gallery's days, against a plain reckoning over the days of each customer's purchases. */
    @Test
    void stagesAreThoseOfAPlainReckoning() throws IOException {
        assumeTrue(Files.exists(FILE), "skipped: " + FILE + " is not there");
        var bought = Files.readAllLines(FILE).stream()
                .skip(1)
                .map(line -> line.strip().split(" +"))
                .collect(Collectors.groupingBy(
                        cells -> cells[0],
                        Collectors.mapping(
                                cells -> LocalDate.parse(cells[1], DateTimeFormatter.BASIC_ISO_DATE),
                                Collectors.toList())));
        try (var engine = DuckDbEngine.open()) {
            var events = engine.fill("events", purchases(), Progress.NONE);
            var profiles = engine.create("people", Sql.of("select distinct customer_id from events"), Progress.NONE);
            var plan = new FeaturePlan(
                    Instant.parse("1998-07-01T00:00:00Z"),
                    "purchase",
                    List.of(new RfmFeature.LifecycleStage(30, 90, 365)));
            FeatureComputation.run(
                    engine, new CustomerData(profiles, List.of(events)), plan, "features", Progress.NONE);
            var found = engine.table(Sql.of("select customer_id, lifecycle_stage from features"), Progress.NONE);
            var wonBack = 0;
            for (int row = 0; row < found.rowCount(); row++) {
                var stage = stage(bought.getOrDefault(found.text(row, "customer_id"), List.of()));
                wonBack += stage.equals("won back") ? 1 : 0;
                assertThat(found.text(row, "lifecycle_stage"))
                        .as(found.text(row, "customer_id"))
                        .isEqualTo(stage);
            }
            assertThat(wonBack).isEqualTo(545);
        }
    }

    private static String stage(List<LocalDate> days) {
        var now = LocalDate.parse("1998-07-01");
        var inOrder = days.stream().sorted().toList();
        long since = ChronoUnit.DAYS.between(inOrder.getLast(), now);
        if (ChronoUnit.DAYS.between(inOrder.getFirst(), now) <= 30) {
            return "new";
        }
        if (since <= 90) {
            boolean isBack = IntStream.range(1, inOrder.size())
                    .anyMatch(i -> ChronoUnit.DAYS.between(inOrder.get(i), now) <= 90
                            && ChronoUnit.DAYS.between(inOrder.get(i - 1), inOrder.get(i)) > 365);
            return isBack ? "won back" : "active";
        }
        return since <= 365 ? "at risk" : "churned";
    }

    /** The sample of 2,357 customers as it was on 1 October 1997, after which the models of Fader, Hardie and Lee (2005) look ahead. */
    @Test
    void whatTheModelsForetellIsWhatTheyPublished() throws IOException {
        assumeTrue(Files.exists(SAMPLE), "skipped: " + SAMPLE + " is not there");
        try (var engine = DuckDbEngine.open()) {
            var events = engine.fill("events", sample(), Progress.NONE);
            var profiles = engine.create("people", Sql.of("select distinct customer_id from events"), Progress.NONE);
            var definitions = List.<FeatureDefinition>of(
                    new Foretold.ExpectedPurchases(7),
                    new Foretold.ExpectedPurchases(273),
                    new Foretold.ProbabilityActive(),
                    new Foretold.ExpectedValue(),
                    new Foretold.LifetimeValue(365, 0.01));
            var plan = new FeaturePlan(Instant.parse("1997-10-01T00:00:00Z"), "purchase", definitions);
            FeatureComputation.run(
                    engine, new CustomerData(profiles, List.of(events)), plan, "features", Progress.NONE);

            var first = engine.table(Sql.of("select * from features where customer_id = '0001'"), Progress.NONE);
            assertThat(first.numbers("expected_purchases_273d").get(0)).isCloseTo(1.2259, within(2e-4));
            assertThat(first.numbers("probability_active").get(0)).isCloseTo(0.726609, within(1e-4));
            assertThat(first.numbers("expected_value").get(0)).isCloseTo(24.66, within(0.02));
            var best = engine.table(
                    Sql.of(
                            "select customer_id, expected_purchases_7d from features order by expected_purchases_7d desc limit 5"),
                    Progress.NONE);
            assertThat(best.numbers("expected_purchases_7d").get(0)).isCloseTo(0.710623, within(1e-4));
            assertThat(List.of(0, 1, 2, 3, 4))
                    .extracting(row -> best.text(row, "customer_id"))
                    .containsExactly("1516", "0157", "1981", "0841", "0509");
            assertThat(engine.number(Sql.of("select sum(expected_purchases_273d) from features"), Progress.NONE))
                    .isCloseTo(1653.42, within(1.0));
            assertThat(engine.number(Sql.of("select min(lifetime_value_365d) from features"), Progress.NONE))
                    .isPositive();
        }
    }

    /** The second 39 weeks, held against what the first tell: figures that an independent program computed. */
    @Test
    void whatTheModelExpectsIsHeldAgainstWhatCame() throws IOException {
        assumeTrue(Files.exists(SAMPLE), "skipped: " + SAMPLE + " is not there");
        try (var engine = DuckDbEngine.open()) {
            var events = new EventSources(List.of(engine.fill("events", sample(), Progress.NONE)), List.of());
            var plan = new FeaturePlan(Instant.parse("1998-07-01T00:00:00Z"), "purchase", List.of());
            var held = HeldOutPurchases.run(engine, events, plan, Progress.NONE);

            assertThat(held.time()).isEqualTo(39);
            assertThat(held.customers()).isEqualTo(2357);
            assertThat(held.fit().logLikelihood()).isCloseTo(-9582.4256, within(0.5));
            assertThat(held.expected()).isCloseTo(1653.42, within(1.0));
            assertThat(held.actual()).isEqualTo(1882);
            assertThat(held.bias()).isCloseTo(-0.12, within(0.005));
            assertThat(held.correlation()).isCloseTo(0.6256, within(1e-3));
            assertThat(held.meanError()).isCloseTo(0.7855, within(1e-3));
            var actual = List.of(.2367, .6970, 1.3925, 1.5600, 2.5323, 2.9474, 3.8621, 6.3594);
            var expected = List.of(.2251, .5231, 1.0441, 1.5203, 2.1639, 2.6539, 3.5041, 6.1574);
            for (int repeats = 0; repeats <= HoldOut.MOST_REPEATS; repeats++) {
                var group = held.groups().get(repeats);
                assertThat(group.repeats()).isEqualTo(repeats);
                assertThat((double) group.actual() / group.customers()).isCloseTo(actual.get(repeats), within(5e-5));
                assertThat(group.expected() / group.customers()).isCloseTo(expected.get(repeats), within(2e-3));
            }
        }
    }

    @Test
    void aFewDaysOrOnePurchaseEachAreTooLittleToHoldOut() {
        try (var engine = DuckDbEngine.open()) {
            var plan = new FeaturePlan(Instant.parse("1998-07-01T00:00:00Z"), "purchase", List.of());
            for (var day : List.of("19980629", "19980101")) {
                var table = purchases(List.of("1 " + day + " 1 9.99", "2 " + day + " 1 9.99"), 0, 1, 3);
                var events = new EventSources(List.of(engine.fill("events", table, Progress.NONE)), List.of());
                assertThatThrownBy(() -> HeldOutPurchases.run(engine, events, plan, Progress.NONE))
                        .isInstanceOf(Failure.class);
            }
        }
    }

    /** Master id, id in the sample, day, number of CDs, dollars. */
    private static Table sample() throws IOException {
        return purchases(Files.readAllLines(SAMPLE), 1, 2, 4);
    }
}
