package corymb.project;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.feature.FeaturePlan;
import corymb.importing.Role;
import corymb.rule.RuleParser;
import corymb.segment.Cause;
import corymb.segment.Moved;
import corymb.segment.Segment;
import corymb.segment.SegmentPlan;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.store.SqliteProjectFiles;
import corymb.work.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who was in a segment when, and who moved why, beside the same worked out row by row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SegmentLedgerTest {
    private static final String NAME = "Regulars";
    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);
    private static final int VERSIONS = 8;
    private static final int DAYS = 20;
    private static final int PEOPLE = 250;
    private static final int EDITED = 5;

    private final RandomGenerator random = new Seed(31).generator();
    private final List<Purchase> purchases = new ArrayList<>();

    private Path folder = Path.of("");

    /** With all versions, each brought in and found by a project opened anew; made small, and opened again. */
    private Optional<ProjectFile> opened = Optional.empty();

    /** A purchase on a day from 0, which comes in with a version from 0. */
    private record Purchase(int customer, int day, int version) {
        String row() {
            return "('%s', timestamp '%sT12:00:00', 'purchase', 10.0)".formatted(id(customer), BEGIN.plusDays(day));
        }
    }

    /** Most purchases come in with the days they are of, some three versions later; customers begin to buy one by one. */
    @BeforeAll
    void buy(@TempDir Path given) {
        folder = given;
        for (int i = 0; i < 2_500; i++) {
            int day = random.nextInt(VERSIONS * DAYS);
            int customer = random.nextInt(1 + PEOPLE * (day + DAYS) / ((VERSIONS + 1) * DAYS));
            int late = random.nextInt(10) == 0 ? 3 : 0;
            purchases.add(new Purchase(customer, day, day / DAYS + late));
        }
        IntStream.range(0, VERSIONS)
                .forEach(version -> purchases.add(new Purchase(0, version * DAYS + DAYS - 1, version)));
        var path = folder.resolve("shop.corymb");
        new SqliteProjectFiles(clock(0)).create(path).close();
        for (int version = 0; version < VERSIONS; version++) {
            try (var file = new SqliteProjectFiles(clock(version)).open(path, Progress.NONE)) {
                learn(file, version);
            }
            try (var file = new SqliteProjectFiles(clock(version)).open(path, Progress.NONE)) {
                find(file, version);
            }
        }
        try (var file = new SqliteProjectFiles(clock(VERSIONS)).open(path, Progress.NONE)) {
            file.compact(Progress.NONE);
        }
        opened = Optional.of(new SqliteProjectFiles(clock(VERSIONS)).open(path, Progress.NONE));
    }

    @AfterAll
    void close() {
        opened.ifPresent(ProjectFile::close);
    }

    private ProjectFile opened() {
        return opened.orElseThrow();
    }

    private static String id(int customer) {
        return "C%03d".formatted(customer);
    }

    private static Clock clock(int version) {
        return Clock.fixed(moment(version).plusSeconds(3_600), ZoneOffset.UTC);
    }

    /** Midnight after the last day of a version, which its features are as of. */
    private static Instant moment(int version) {
        return BEGIN.plusDays((version + 1L) * DAYS)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static int least(int version) {
        return version < EDITED ? 2 : 3;
    }

    private static SegmentPlan plan(int version) {
        return new SegmentPlan(
                NAME,
                RuleParser.require("did \"purchase\" at least %d times in the last 30 days".formatted(least(version))));
    }

    /** With version 3 everything that some customers did is taken out. */
    private Stream<Purchase> known(int version) {
        return purchases.stream()
                .filter(purchase -> purchase.version() <= version)
                .filter(purchase -> version < 3 || purchase.customer() % 17 != 5);
    }

    /** The members by plain counting. */
    private Set<String> members(int known, int asOf, int least) {
        return known(known)
                .filter(purchase -> purchase.day() < (asOf + 1) * DAYS && purchase.day() >= (asOf + 1) * DAYS - 30)
                .collect(Collectors.groupingBy(Purchase::customer, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(count -> count.getValue() >= least)
                .map(count -> id(count.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> people(int version) {
        return known(version).map(purchase -> id(purchase.customer())).collect(Collectors.toSet());
    }

    /** The cause by the order of the reasons: gone, edited, new, moved with what was known before as well, else by new data. */
    private Cause cause(String who, boolean isIn, int version) {
        if (!people(version).contains(who)) {
            return Cause.GONE;
        }
        boolean byData = members(version, version, least(version - 1)).contains(who) == isIn;
        if (!byData) {
            return Cause.RULE;
        }
        if (isIn && !people(version - 1).contains(who)) {
            return Cause.ARRIVED;
        }
        boolean byTime = members(version - 1, version, least(version - 1)).contains(who) == isIn;
        return byTime ? Cause.TIME : Cause.DATA;
    }

    private void bring(ProjectFile file, int version) {
        learn(file, version);
        find(file, version);
    }

    private void learn(ProjectFile file, int version) {
        var rows = known(version).map(Purchase::row).collect(Collectors.joining(", "));
        FilledProject.source(
                file,
                "orders",
                Role.EVENTS,
                Sql.of("select * from (values " + rows + ") t(customer_id, timestamp, type, value)"));
        var journey = new Journey(file, clock(version));
        journey.ensureCustomers(Progress.NONE);
        journey.take(
                (steps, progress) -> steps.computeFeatures(steps.standardFeatures(progress), progress), Progress.NONE);
    }

    private void find(ProjectFile file, int version) {
        var journey = new Journey(file, clock(version));
        if (version == 0 || version == EDITED) {
            journey.take((steps, progress) -> steps.segments().define(plan(version), progress), Progress.NONE);
        } else {
            journey.refresh(Progress.NONE);
        }
    }

    private static Set<String> ids(ProjectFile file, Sql query) {
        var table = file.engine().table(query, Progress.NONE);
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.text(row, "customer_id"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SegmentLedger ledger(ProjectFile file) {
        return SegmentLedger.of(file.history(), NAME);
    }

    private static Map<String, Cause> moved(ProjectFile file, Made<Segment> version, boolean isIn) {
        var rows = ledger(file).now().value().moves().rows().orElseThrow().quoted();
        var table = file.engine()
                .table(
                        Sql.of(
                                "select customer_id, cause from " + rows + " where version = ? and is_in = ?",
                                version.id(),
                                isIn),
                        Progress.NONE);
        var moved = new HashMap<String, Cause>();
        for (int row = 0; row < table.rowCount(); row++) {
            var who = table.text(row, "customer_id");
            assertThat(moved.put(who, Cause.valueOf(table.text(row, "cause"))))
                    .as(who)
                    .isNull();
        }
        return moved;
    }

    @Test
    void replayingItGivesWhoMetTheRuleOfThenOnWhatWasKnownThen() {
        var ledger = ledger(opened());
        assertThat(ledger.before(clock(0).instant())).isEmpty();
        var replayed = ledger.versions().stream()
                .collect(Collectors.toMap(Made::id, version -> ids(opened(), ledger.members(version))));
        for (int pair = 0; pair < 1_000; pair++) {
            int day = DAYS + 1 + random.nextInt(VERSIONS * DAYS);
            var when = BEGIN.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
            int version = Math.min(VERSIONS, (day - 1) / DAYS) - 1;
            var who = id(random.nextInt(PEOPLE));
            assertThat(replayed.getOrDefault(ledger.before(when).orElseThrow().id(), Set.of())
                            .contains(who))
                    .as(who + " on day " + day)
                    .isEqualTo(members(version, version, least(version)).contains(who));
        }
    }

    @Test
    void everyMoveHasOneCauseAndTheyAddUpToTheNetChange() {
        var versions = ledger(opened()).versions();
        assertThat(versions).hasSize(VERSIONS);
        var seen = new TreeSet<Cause>();
        for (int version = 1; version < VERSIONS; version++) {
            var before = members(version - 1, version - 1, least(version - 1));
            var now = members(version, version, least(version));
            var made = versions.get(version);
            var moves = made.value().moves();
            assertThat(moves.entered() - moves.left()).isEqualTo(now.size() - before.size());
            assertThat(made.value().count() - versions.get(version - 1).value().count())
                    .isEqualTo(moves.entered() - moves.left());
            assertThat(moved(opened(), made, true)).isEqualTo(expected(now, before, true, version));
            assertThat(moved(opened(), made, false)).isEqualTo(expected(before, now, false, version));
            moves.latest().forEach(moved -> seen.add(moved.cause()));
        }
        assertThat(seen).containsExactly(Cause.ARRIVED, Cause.DATA, Cause.TIME, Cause.RULE, Cause.GONE);
    }

    private Map<String, Cause> expected(Set<String> some, Set<String> others, boolean isIn, int version) {
        return some.stream()
                .filter(who -> !others.contains(who))
                .collect(Collectors.toMap(who -> who, who -> cause(who, isIn, version)));
    }

    @Test
    void whoMovedSinceAVersionAddsUpToTheNetChangeAndCountsNobodyTwice() {
        var ledger = ledger(opened());
        var now = ids(opened(), ledger.members(ledger.now()));
        for (var version : ledger.versions()) {
            var then = ids(opened(), ledger.members(version));
            var counts = ledger.movedSince(opened().engine(), version, Progress.NONE);
            assertThat(counts.stream().mapToLong(Moved::entered).sum())
                    .isEqualTo(now.stream().filter(who -> !then.contains(who)).count());
            assertThat(counts.stream().mapToLong(Moved::left).sum())
                    .isEqualTo(then.stream().filter(who -> !now.contains(who)).count());
            for (var moved : counts) {
                assertThat(ids(opened(), ledger.movedSince(version, moved.cause(), true)))
                        .hasSize((int) moved.entered());
                assertThat(ids(opened(), ledger.movedSince(version, moved.cause(), false)))
                        .hasSize((int) moved.left());
            }
        }
    }

    @Test
    void whatIsKnownNowOfAnEarlierDayCountsWhatCameInLate() {
        int last = VERSIONS - 1;
        for (int version = 0; version < VERSIONS; version++) {
            var members =
                    new Journey(opened(), clock(last)).segments().asOf(plan(last), moment(version), Progress.NONE);
            assertThat(ids(opened(), Sql.of("select customer_id from " + members.quoted())))
                    .isEqualTo(members(last, version, least(last)));
            opened().engine().drop(members.name());
        }
        assertThat(members(last, 0, least(last))).isNotEqualTo(members(0, 0, least(last)));
    }

    @Test
    void undoTakesBackTheMovesAsWell() {
        try (var file = new SqliteProjectFiles(clock(0)).create(folder.resolve("undone.corymb"))) {
            IntStream.range(0, 3).forEach(version -> bring(file, version));
            file.undo(Progress.NONE);
            assertThat(ledger(file).versions()).hasSize(2);
            assertThat(ids(file, ledger(file).members(ledger(file).versions().getFirst())))
                    .isEqualTo(members(0, 0, least(0)));
            file.redo(Progress.NONE);
            assertThat(ledger(file).versions()).hasSize(3);
            assertThat(ids(file, ledger(file).members(ledger(file).versions().get(1))))
                    .isEqualTo(members(1, 1, least(1)));
        }
    }

    @Test
    void aRefreshTakesSegmentsThatOthersAskForFirst(@TempDir Path own) {
        try (var file = FilledProject.create(own)) {
            FilledProject.define(file, "Buyers", "frequency >= 3");
            FilledProject.define(file, "Others", "not in segment \"Buyers\"");
            FilledProject.define(file, "Buyers", "frequency >= 4");
            int steps = file.history().past().size();
            new Journey(file, FilledProject.CLOCK).refresh(Progress.NONE);
            assertThat(file.history().past()).hasSize(steps + 1);
            // Of 300 customers by i mod 7 purchases, the 43 with i mod 7 = 3 made three.
            assertThat(latest(file, "Others")).containsExactly(new Moved(Cause.ASKED, 43, 0));
        }
    }

    @Test
    void aRefreshLooksBackFromTheEndOfTheNewEventsUnlessAPersonSaidFromWhere(@TempDir Path own) {
        try (var file = FilledProject.create(own)) {
            FilledProject.define(file, "Recent", "did \"purchase\" in the last 7 days");
            var later = Sql.of("select 'C0003' as customer_id, timestamp '2026-02-20 12:00:00' as timestamp,"
                    + " 'purchase' as type, 10.0::double as value");
            FilledProject.source(file, "orders", Role.EVENTS, later);
            var journey = new Journey(file, FilledProject.CLOCK);
            journey.refresh(Progress.NONE);
            var plan = file.history().present().features().orElseThrow().value().plan();
            assertThat(plan.asOf()).isEqualTo(Instant.parse("2026-02-21T00:00:00Z"));
            assertThat(file.history()
                            .present()
                            .segment("Recent")
                            .orElseThrow()
                            .value()
                            .count())
                    .isEqualTo(1);
            var said = new FeaturePlan(plan.asOf(), plan.purchaseType(), plan.definitions());
            journey.take((steps, progress) -> steps.computeFeatures(said, progress), Progress.NONE);
            FilledProject.source(file, "more", Role.EVENTS, Sql.of(later.text().replace("02-20", "02-25")));
            journey.refresh(Progress.NONE);
            assertThat(file.history().present().features().orElseThrow().value().plan())
                    .isEqualTo(said);
        }
    }

    @Test
    void whatCameInBesideWhatWasKnownIsNewData(@TempDir Path own) {
        try (var file = FilledProject.create(own)) {
            FilledProject.define(file, "Recent", "did \"purchase\" in the last 7 days");
            FilledProject.source(
                    file,
                    "shop",
                    Role.EVENTS,
                    Sql.of("select 'C0007' as customer_id, timestamp '2026-01-09 12:00:00' as timestamp,"
                            + " 'purchase' as type, 10.0::double as value"));
            new Journey(file, FilledProject.CLOCK).refresh(Progress.NONE);
            // Looked at from the tenth, the 86 with one or two purchases drop out; the new one brings in who had none.
            assertThat(latest(file, "Recent"))
                    .containsExactly(new Moved(Cause.DATA, 1, 0), new Moved(Cause.TIME, 0, 86));
        }
    }

    @Test
    void ofSegmentsFoundTogetherThoseFoundLaterBeforeMovedByDataAlone(@TempDir Path own) {
        try (var file = FilledProject.create(own)) {
            FilledProject.define(file, "Recent", "did \"purchase\" in the last 7 days");
            later(file);
            FilledProject.define(file, "Since", "did \"purchase\" in the last 7 days");
            FilledProject.source(
                    file,
                    "shop",
                    Role.EVENTS,
                    Sql.of("select 'C0007' as customer_id, timestamp '2026-01-09 12:00:00' as timestamp,"
                            + " 'purchase' as type, 10.0::double as value"));
            new Journey(file, FilledProject.CLOCK).refresh(Progress.NONE);
            assertThat(latest(file, "Recent"))
                    .containsExactly(new Moved(Cause.DATA, 1, 0), new Moved(Cause.TIME, 0, 86));
            assertThat(latest(file, "Since")).containsExactly(new Moved(Cause.DATA, 1, 0));
        }
    }

    /** Whether time moved them is not told where the rule rests on one that could not be asked then any more. */
    @Test
    void whoIsInAnotherSegmentThatNoLongerFitsIsMovedByData(@TempDir Path own) {
        try (var file = FilledProject.create(own)) {
            var shop = "select 'C0001' as customer_id, timestamp '2026-01-02 12:00:00' as timestamp,"
                    + " 'view' as type, 'app' as %s";
            FilledProject.source(file, "shop", Role.EVENTS, Sql.of(shop.formatted("device")));
            FilledProject.define(file, "App", "did \"view\" where (device = \"app\")");
            FilledProject.source(file, "shop", Role.EVENTS, Sql.of(shop.formatted("channel")));
            new Journey(file, FilledProject.CLOCK).ensureFeatures(Progress.NONE);
            var rule = "in segment \"App\" and did \"purchase\" in the last 7 days";
            FilledProject.define(file, "Recent", rule);
            later(file);
            FilledProject.define(file, "Recent", rule);
            // The one with the view made one purchase, on the first of January.
            assertThat(latest(file, "Recent")).containsExactly(new Moved(Cause.DATA, 0, 1));
        }
    }

    /** Looks back from three days later. */
    private static void later(ProjectFile file) {
        var plan = file.history().present().features().orElseThrow().value().plan();
        var later = new FeaturePlan(
                plan.asOf().plus(java.time.Duration.ofDays(3)), plan.purchaseType(), plan.definitions());
        new Journey(file, FilledProject.CLOCK)
                .take((steps, progress) -> steps.computeFeatures(later, progress), Progress.NONE);
    }

    @Test
    void whereOnlyTheMomentIsAnotherTimeMovedEverybody(@TempDir Path own) {
        try (var file = FilledProject.create(own)) {
            FilledProject.define(file, "Recent", "did \"purchase\" in the last 7 days");
            FilledProject.define(file, "Not", "not in segment \"Recent\"");
            FilledProject.define(file, "Lately", "recency_days <= 5 and r_score >= 1");
            later(file);
            new Journey(file, FilledProject.CLOCK).refresh(Progress.NONE);
            // Of i mod 7 purchases on as many days in a row from the first of January, looked at from the morning of
            // the
            // seventh, and then of the tenth: the last seven days begin with the third, and the 86 with one or two fall
            // out.
            assertThat(latest(file, "Recent")).containsExactly(new Moved(Cause.TIME, 0, 86));
            assertThat(latest(file, "Not")).containsExactly(new Moved(Cause.TIME, 86, 0));
            assertThat(latest(file, "Lately")).allMatch(moved -> moved.cause() == Cause.TIME);
            assertThat(latest(file, "Lately")).isNotEmpty();
        }
    }

    private static List<Moved> latest(ProjectFile file, String name) {
        return SegmentLedger.of(file.history(), name).now().value().moves().latest();
    }

    @Test
    void whoseAddressBecameAnotherCustomersWasMerged() {
        try (var file = new SqliteProjectFiles(clock(0)).create(folder.resolve("merged.corymb"))) {
            FilledProject.source(
                    file,
                    "crm",
                    Role.CUSTOMERS,
                    Sql.of("select * from (values (null, 'ann@example.org', 'DE'), (null, 'bob@example.org', 'DE'))"
                            + " t(id, email, country)"));
            var journey = new Journey(file, clock(0));
            journey.ensureFeatures(Progress.NONE);
            FilledProject.define(file, "Germans", "country = \"DE\"");
            FilledProject.source(
                    file,
                    "crm",
                    Role.CUSTOMERS,
                    Sql.of("select * from (values ('7', ' Ann@example.org', 'DE')) t(id, email, country)"));
            journey.refresh(Progress.NONE);
            assertThat(latest(file, "Germans"))
                    .containsExactlyInAnyOrder(
                            new Moved(Cause.ARRIVED, 1, 0), new Moved(Cause.MERGED, 0, 1), new Moved(Cause.GONE, 0, 1));
        }
    }
}
