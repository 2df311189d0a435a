package corymb.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed sample holds together, and is as lively as it says. */
class SampleTest {
    private static final WorldFiles SAMPLE = new WorldFiles(Path.of("sample-data"));
    private static final List<NamedCsvRecord> WEB = new ArrayList<>();
    private static final List<NamedCsvRecord> TILL = new ArrayList<>();

    @BeforeAll
    static void read() {
        WEB.addAll(SAMPLE.rows(BehaviourFiles.WEB));
        TILL.addAll(SAMPLE.rows(BehaviourFiles.TILL));
    }

    @Test
    void everyPlantedErrorStandsWhereTheTruthSays() {
        for (var file : List.of(
                CustomerFile.NAME, LoyaltyFile.NAME, BehaviourFiles.WEB, BehaviourFiles.TILL, ConsentFile.NAME)) {
            var rows = SAMPLE.rows(file);
            var errors = SAMPLE.errors(file);
            assertThat(errors).isNotEmpty().allSatisfy(error -> {
                var row = rows.get(line(error) - 2);
                switch (error.getField("kind")) {
                    case "repeated_row" ->
                        assertThat(row.getFields())
                                .isEqualTo(rows.get(line(error) - 3).getFields());
                    case "duplicate_person" ->
                        assertThat(error.getField("found")).isEqualTo(error.getField("record_id"));
                    case String _ ->
                        assertThat(row.getField(error.getField("column"))).isEqualTo(error.getField("found"));
                }
            });
        }
    }

    @Test
    void everyRecordBelongsToExactlyOnePerson() throws IOException {
        var owners = SAMPLE.rows("truth/people.csv").stream()
                .collect(Collectors.groupingBy(owner -> owner.getField("source"), Collectors.counting()));
        long repeated = SAMPLE.errors(CustomerFile.NAME).stream()
                .filter(error -> error.getField("kind").equals("repeated_row"))
                .count();
        assertThat(owners)
                .containsEntry(CustomerFile.NAME, SAMPLE.rows(CustomerFile.NAME).size() - repeated)
                .containsEntry(
                        LoyaltyFile.NAME, (long) SAMPLE.rows(LoyaltyFile.NAME).size())
                .containsEntry(NewsletterFile.NAME, subscribers());
        assertThat(SAMPLE.rows("truth/segments.csv")).hasSize(WorldPlan.SAMPLE.people());
    }

    private static long subscribers() throws IOException {
        try (var lines = Files.lines(SAMPLE.folder().resolve(NewsletterFile.NAME))) {
            return lines.filter(line -> line.startsWith("{")).count();
        }
    }

    @Test
    void theShopRevenueOfEachMemberIsTheSumOfTheMembersReceipts() {
        var customers = byPerson("truth/segments.csv", "customer_id");
        var receipts = trueReceipts();
        var members = SAMPLE.rows(LoyaltyFile.NAME);
        for (var owner : SAMPLE.rows("truth/people.csv")) {
            if (owner.getField("source").equals(LoyaltyFile.NAME)) {
                long spent = cents(members.get(line(owner) - 2).getField("Umsatz Läden (€)"));
                assertThat(spent).isEqualTo(receipts.getOrDefault(customers.get(owner.getField("person")), 0L));
            }
        }
    }

    /** Cents by customer, with the planted errors undone. */
    private static Map<String, Long> trueReceipts() {
        var mended = new HashMap<String, String>();
        var repeated = new HashSet<Integer>();
        for (var error : SAMPLE.errors(BehaviourFiles.TILL)) {
            mended.put(error.getField("line") + error.getField("column"), error.getField("true_value"));
            if (error.getField("kind").equals("repeated_row")) {
                repeated.add(line(error));
            }
        }
        var sums = new HashMap<String, Long>();
        for (int i = 0; i < TILL.size(); i++) {
            int line = i + 2;
            var row = TILL.get(i);
            if (!repeated.contains(line)) {
                var customer = mended.getOrDefault(line + "customer", row.getField("customer"));
                var amount = mended.getOrDefault(line + "amount", row.getField("amount"));
                sums.merge(customer, cents(amount), Long::sum);
            }
        }
        return sums;
    }

    @Test
    void theOrdersHoldOnlyTillReceiptsAndNoSundays() {
        assertThat(TILL).allSatisfy(line -> assertThat(line.getField("channel")).startsWith("till "));
        assertThat(TILL.stream()
                        .map(line -> OffsetDateTime.parse(line.getField("order_time"))
                                .getDayOfWeek()))
                .doesNotContain(DayOfWeek.SUNDAY);
    }

    @Test
    void timesLieInTheHistoryAndRise() {
        var times = WEB.stream()
                .map(event -> event.getField("event_time"))
                .filter(time -> time.length() == 20 && !time.contains("13-45"))
                .toList();
        assertThat(times).isSorted();
        assertThat(times.getFirst()).startsWith("2025-01-01");
        assertThat(times.getLast()).startsWith("2026-06-30");
    }

    @Test
    void aTenthOfTheVisitorsMakesAboutAThirdOfTheVisits() {
        var visits = WEB.stream()
                .collect(Collectors.groupingBy(
                        event -> event.getField("user"),
                        Collectors.mapping(event -> event.getField("session"), Collectors.toSet())))
                .values()
                .stream()
                .map(Set::size)
                .sorted(Comparator.reverseOrder())
                .toList();
        double all = visits.stream().mapToInt(Integer::intValue).sum();
        double heavy = visits.stream()
                .limit(visits.size() / 10)
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(heavy / all).isBetween(0.3, 0.45);
    }

    @Test
    void tentsAreForSummerAndDownJacketsForWinter() {
        assertThat(views("C", "2025-06") / views("C", "2025-12")).isGreaterThan(2.5);
        assertThat(views("W", "2025-12") / views("W", "2025-06")).isGreaterThan(4);
    }

    private static double views(String letter, String month) {
        return WEB.stream()
                .filter(event -> event.getField("event_type").equals("view"))
                .filter(event -> event.getField("item").startsWith(letter))
                .filter(event -> event.getField("event_time").startsWith(month))
                .count();
    }

    @Test
    void aTentSellsSleepingBags() {
        var categories = SAMPLE.rows(ProductFile.NAME).stream()
                .collect(Collectors.toMap(item -> item.getField("sku"), item -> item.getField("category")));
        var baskets = WEB.stream()
                .filter(event -> event.getField("event_type").equals("purchase"))
                .collect(Collectors.groupingBy(
                        event -> event.getField("session"),
                        Collectors.mapping(event -> categories.get(event.getField("item")), Collectors.toSet())))
                .values();
        double tents =
                baskets.stream().filter(basket -> basket.contains("tents")).count();
        double bags = baskets.stream()
                .filter(basket -> basket.contains("sleeping bags"))
                .count();
        double both = baskets.stream()
                .filter(basket -> basket.containsAll(List.of("tents", "sleeping bags")))
                .count();
        assertThat(both * baskets.size() / (tents * bags)).isGreaterThan(3);
    }

    @Test
    void runnersBuyOftenAndBargainHuntersCheaply() {
        var segments = SAMPLE.rows("truth/segments.csv").stream()
                .filter(row -> !row.getField("customer_id").isEmpty())
                .collect(Collectors.toMap(row -> row.getField("customer_id"), row -> row.getField("segment")));
        var prices = WEB.stream()
                .filter(event -> event.getField("event_type").equals("purchase"))
                .filter(event -> segments.containsKey(event.getField("user")))
                .collect(Collectors.groupingBy(
                        event -> segments.getOrDefault(event.getField("user"), ""),
                        Collectors.summarizingDouble(event -> Double.parseDouble(event.getField("price")))));
        var runners = Objects.requireNonNull(prices.get("trail_runners"));
        var bargains = Objects.requireNonNull(prices.get("bargain_hunters"));
        var climbers = Objects.requireNonNull(prices.get("alpine_climbers"));
        assertThat(runners.getCount()).isGreaterThan(climbers.getCount());
        assertThat(climbers.getAverage()).isGreaterThan(1.8 * bargains.getAverage());
    }

    /** The bounds are three standard errors of a share around the planted one. */
    @Test
    void theHomepageTestShowsThePlantedEffect() {
        var variants = SAMPLE.rows(ExperimentFile.NAME).stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("variant"),
                        Collectors.averagingInt(row -> Integer.parseInt(row.getField("converted")))));
        assertThat(variants.get("control")).isCloseTo(ExperimentFile.CONTROL_CONVERSION, within(0.0201));
        assertThat(variants.get("treatment")).isCloseTo(ExperimentFile.TREATMENT_CONVERSION, within(0.0222));
    }

    private static Map<String, String> byPerson(String file, String column) {
        return SAMPLE.rows(file).stream()
                .collect(Collectors.toMap(row -> row.getField("person"), row -> row.getField(column)));
    }

    private static int line(NamedCsvRecord row) {
        return Integer.parseInt(row.getField("line"));
    }

    private static long cents(String amount) {
        return Long.parseLong(amount.replace(",", "").replace(".", ""));
    }
}
