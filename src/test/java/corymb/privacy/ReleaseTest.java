package corymb.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.table.ColumnType;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.work.Failure;
import corymb.work.Progress;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReleaseTest {
    private final Engine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private Relation relation(String name, String columns, String rows) {
        return engine.create(name, Sql.of("select * from (values " + rows + ") t(" + columns + ")"), Progress.NONE);
    }

    private Relation consents(String name, String rows) {
        return relation(name, "customer_id, purpose, status, timestamp", rows);
    }

    private Release release(Permission permission, Relation... consents) {
        return Release.of(engine, new ConsentLedger(List.of(consents)), permission, Progress.NONE);
    }

    private List<String> leaving(Release release, Relation people) {
        var table = engine.table(release.permitted(Sql.of("select * from " + people.quoted())), Progress.NONE);
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.text(row, "customer_id"))
                .toList();
    }

    private Release.Staying staying(Release release, Relation people) {
        return release.staying(engine, Sql.of("select * from " + people.quoted()), Progress.NONE);
    }

    @Test
    void countsTheLatestWordOverAllSources() {
        var people = relation("people", "customer_id", "('c'), ('a'), ('b'), ('d')");
        var web = consents(
                "web",
                "('a', 'newsletter', 'denied', timestamp '2026-01-01'), ('b', 'newsletter', 'granted', timestamp '2026-01-01'),"
                        + " ('c', 'newsletter', 'granted', timestamp '2026-01-01')");
        var shop = consents(
                "shop",
                "('a', 'Newsletter ', 'GRANTED', timestamp '2026-02-01'), ('b', 'newsletter', 'withdrawn', timestamp '2026-02-01'),"
                        + " ('c', 'profiling', 'denied', timestamp '2026-03-01')");
        var release = release(new Permission.ForPurpose(" NEWSLETTER"), web, shop);
        assertThat(leaving(release, people)).containsExactly("c", "a");
        assertThat(staying(release, people)).isEqualTo(new Release.Staying(2, new Withheld(0, 1, 1)));
        assertThat(new ConsentLedger(List.of(web, shop)).purposes(engine, Progress.NONE))
                .containsExactly(new PurposeCount("newsletter", 2, 0, 1, 0), new PurposeCount("profiling", 0, 1, 0, 0));
    }

    @Test
    void takesTheMoreRestrictiveOfWordsSpokenAtTheSameTime() {
        var people = relation("people", "customer_id", "('a'), ('b'), ('c'), ('d')");
        var held = consents(
                "held",
                "('a', 'p', 'granted', timestamp '2026-01-01'), ('a', 'p', 'denied', timestamp '2026-01-01'),"
                        + " ('b', 'p', 'withdrawn', timestamp '2026-01-01'), ('b', 'p', 'denied', timestamp '2026-01-01'),"
                        + " ('c', 'p', 'granted', null), ('c', 'p', 'maybe', null), ('d', 'p', 'granted', null)");
        var release = release(new Permission.ForPurpose("p"), held);
        assertThat(leaving(release, people)).containsExactly("d");
        assertThat(staying(release, people).people()).isEqualTo(new Withheld(1, 1, 1));
    }

    @Test
    void takesAWordWithoutATimeForTheOldest() {
        var people = relation("people", "customer_id", "('a'), ('b')");
        var held = consents(
                "held",
                "('a', 'p', 'denied', null), ('a', 'p', 'granted', timestamp '1971-01-01'),"
                        + " ('b', 'p', 'granted', null), ('b', 'p', 'denied', timestamp '1971-01-01')");
        assertThat(leaving(release(new Permission.ForPurpose("p"), held), people))
                .containsExactly("a");
        var timeless = relation("timeless", "customer_id, purpose, status", "('a', 'p', 'granted')");
        assertThat(leaving(release(new Permission.ForPurpose("p"), timeless), people))
                .containsExactly("a");
    }

    @Test
    void countsRowsAndPeopleApart() {
        var rows = relation("rows", "customer_id, item", "('a', 1), ('a', 2), ('b', 1), ('b', 2), ('b', 3)");
        var held = consents("held", "('a', 'p', 'granted', null), ('b', 'p', 'denied', null)");
        var staying = staying(release(new Permission.ForPurpose("p"), held), rows);
        assertThat(staying).isEqualTo(new Release.Staying(3, new Withheld(1, 0, 0)));
        assertThat(staying.people().total()).isEqualTo(1);
    }

    @Test
    void meetsNumericIdsAndNamesStrangers() {
        var people = relation("people", "customer_id", "(1), (2)");
        var held = consents(
                "held", "('1', 'p', 'granted', null), ('7', 'p', 'granted', null), ('8', 'p', 'denied', null)");
        assertThat(leaving(release(new Permission.ForPurpose("p"), held), people))
                .containsExactly("1");
        assertThat(new ConsentLedger(List.of(held)).strangers(engine, people, Progress.NONE))
                .isEqualTo(2);
    }

    @Test
    void letsEveryoneLeaveForAReasonOrWhereNoConsentsAreHeld() {
        var people = relation("people", "customer_id", "('a'), ('b')");
        var held = consents("held", "('a', 'p', 'denied', null)");
        var overridden = release(new Permission.WithoutConsent("Court order 12/26"), held);
        assertThat(leaving(overridden, people)).containsExactly("a", "b");
        assertThat(staying(overridden, people)).isEqualTo(new Release.Staying(0, Withheld.NOBODY));
        assertThat(leaving(release(new Permission.NoConsentsHeld()), people)).containsExactly("a", "b");
    }

    @Test
    void refusesPermissionsThatDoNotFitTheLedger() {
        var held = consents("held", "('a', 'newsletter', 'denied', null)");
        assertThatThrownBy(() -> release(new Permission.NoConsentsHeld(), held))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("needs a purpose");
        assertThatThrownBy(() -> release(new Permission.ForPurpose("news"), held))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Known purposes: newsletter.");
        assertThatThrownBy(() -> release(new Permission.ForPurpose("news")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("holds no consents");
        assertThatThrownBy(() -> new Permission.WithoutConsent("because   "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void agreesWithReadingTheLedgerByHand() {
        var random = new Seed(5).generator();
        var statuses = List.of("granted", "denied", "withdrawn", "perhaps");
        var words = Stream.generate(
                        () -> new Word("c" + random.nextInt(60), statuses.get(random.nextInt(4)), random.nextInt(4)))
                .limit(200)
                .toList();
        var table = new Table(List.of(
                new TextColumn("customer_id", words.stream().map(Word::person).toList()),
                new TextColumn("purpose", Collections.nCopies(words.size(), "p")),
                new TextColumn("status", words.stream().map(Word::status).toList()),
                new TimeColumn(
                        "timestamp",
                        ColumnType.TIMESTAMP,
                        words.stream().mapToLong(Word::micros).toArray())));
        var held = engine.fill("held", table, Progress.NONE);
        var people =
                engine.create("people", Sql.of("select 'c' || i as customer_id from range(80) r(i)"), Progress.NONE);
        var latest =
                IntStream.range(0, 80).mapToObj(i -> latest("c" + i, words)).toList();
        var release = release(new Permission.ForPurpose("p"), held);
        assertThat(staying(release, people).people())
                .isEqualTo(new Withheld(
                        Collections.frequency(latest, "denied"),
                        Collections.frequency(latest, "withdrawn"),
                        Collections.frequency(latest, "perhaps")));
        assertThat(leaving(release, people)).hasSize(Collections.frequency(latest, "granted"));
    }

    /** Day 0 stands for no time at all. */
    private record Word(String person, String status, int day) {
        long micros() {
            return day == 0 ? TimeColumn.MISSING : day * 86_400_000_000L;
        }
    }

    private static String latest(String person, List<Word> words) {
        var strictness = List.of("granted", "perhaps", "denied", "withdrawn");
        return words.stream()
                .filter(word -> word.person().equals(person))
                .max(Comparator.comparingInt(Word::day).thenComparingInt(word -> strictness.indexOf(word.status())))
                .map(Word::status)
                .orElse("perhaps");
    }
}
