package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.table.Table;
import corymb.work.Failure;
import corymb.work.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files that come into a source one after another. */
class CombiningTest extends ImportFixture {
    private int imports;

    private Source add(Optional<Source> before, String text, Role role, Mode mode) {
        int number = ++imports;
        var plan = Imports.plan(Imports.write(folder, "file" + number + ".csv", text), role);
        return new SourceImport(before, plan, mode, Instant.EPOCH.plusSeconds(number))
                .run(engine, "source_" + number, Progress.NONE);
    }

    private Source add(Source before, String text, Mode mode) {
        return add(Optional.of(before), text, before.role(), mode);
    }

    private Source first(String text, Role role) {
        return add(Optional.empty(), text, role, Mode.REPLACE);
    }

    private List<List<String>> rows(Relation relation) {
        var table = engine.table(Sql.of("select * from " + relation.quoted()), Progress.NONE);
        return IntStream.range(0, table.rowCount())
                .mapToObj(row ->
                        table.columns().stream().map(column -> column.text(row)).toList())
                .toList();
    }

    private static void assertAddsUp(Source source) {
        assertThat(source.batches())
                .allSatisfy(batch -> assertThat(batch.counts().accepted()
                                + batch.counts().rejected()
                                + batch.counts().duplicates())
                        .isEqualTo(batch.counts().rows()));
    }

    /** However a file without repeated rows is cut, its pieces make the same source, in the same order. */
    @Test
    void theSplitsOfAFileGiveTheSameRowsAsTheWhole() {
        for (int seed = 0; seed < 8; seed++) {
            var random = new Seed(seed).generator();
            var lines = new ArrayList<String>();
            int count = 30 + random.nextInt(60);
            for (int i = 0; i < count; i++) {
                var time = random.nextInt(9) == 0 ? "never" : "2024-01-%02d".formatted(1 + random.nextInt(28));
                lines.add("c" + i + "," + time + "," + (random.nextBoolean() ? "a,1" : ",2.5"));
            }
            var whole = first(text(lines), Role.EVENTS);
            int cut = 10 + random.nextInt(10);
            int second = cut + 5 + random.nextInt(10);
            var parts = first(text(lines.subList(0, cut)), Role.EVENTS);
            parts = add(parts, text(lines.subList(cut, second)), Mode.APPEND);
            parts = add(parts, text(lines.subList(second, count)), Mode.APPEND);

            assertThat(rows(parts.data())).isEqualTo(rows(whole.data()));
            assertThat(parts.counts()).isEqualTo(whole.counts());
            assertThat(parts.accepted()).isEqualTo(whole.accepted());
            assertAddsUp(parts);
        }
    }

    private static String text(List<String> lines) {
        return "customer_id,timestamp,item_id,value\n" + String.join("\n", lines) + "\n";
    }

    @Test
    void theSameFileASecondTimeBringsNothingNew() {
        var events = "customer_id,timestamp\n1,2024-01-01\n1,2024-01-01\n2,2024-01-02\n,2024-01-03\n";
        var people = "id,email,place\n1,a@b.example,x\n2,,\n";
        for (var mode : List.of(Mode.APPEND, new Mode.Upsert(List.of("id")))) {
            var source = first(people, Role.CUSTOMERS);
            var again = add(source, people, mode);
            assertThat(again.newest().counts()).isEqualTo(new RowCounts(2, 0, 0, 2));
            assertThat(again.data()).isEqualTo(source.data());
        }
        var again = add(first(events, Role.EVENTS), events, Mode.APPEND);
        assertThat(again.newest().counts()).isEqualTo(new RowCounts(4, 0, 1, 3));
        assertThat(again.accepted()).isEqualTo(3);
        assertThat(again.rejected()).isEqualTo(2);
        assertThat(add(again, events, new Mode.Append(true)).accepted()).isEqualTo(6);
    }

    @Test
    void ofAnOverlapOnlyWhatIsNewComesIn() {
        var source = first("customer_id,timestamp\n1,2024-01-01\n2,2024-01-02\n2,2024-01-02\n", Role.EVENTS);
        source = add(
                source, "customer_id,timestamp\n2,2024-01-02\n2,2024-01-02\n2,2024-01-02\n3,2024-01-03\n", Mode.APPEND);
        assertThat(source.newest().counts()).isEqualTo(new RowCounts(4, 2, 0, 2));
        assertThat(rows(source.data()).stream().map(List::getFirst)).containsExactly("1", "2", "2", "2", "3");
    }

    /** Beside a plain map from key to row, over random files. */
    @Test
    void upsertKeepsTheNewestRowOfEachKey() {
        for (int seed = 0; seed < 12; seed++) {
            var random = new Seed(100 + seed).generator();
            Map<String, List<String>> expected = new LinkedHashMap<>();
            Optional<Source> source = Optional.empty();
            for (int file = 0; file < 4; file++) {
                long updated = 0;
                long known = 0;
                var text = new StringBuilder("item_id,title,price\n");
                int count = 1 + random.nextInt(25);
                for (int i = 0; i < count; i++) {
                    var key = "k" + random.nextInt(20);
                    var row = List.of(key, "t" + random.nextInt(3), (1 + random.nextInt(2)) + ".5");
                    text.append(String.join(",", row)).append('\n');
                    var before = expected.put(key, row);
                    known += row.equals(before) ? 1 : 0;
                    updated += before != null && !row.equals(before) ? 1 : 0;
                }
                source = Optional.of(add(source, text.toString(), Role.ITEMS, new Mode.Upsert(List.of("item_id"))));
                var batch = source.get().newest();
                assertThat(batch.counts()).isEqualTo(new RowCounts(count, count - known, 0, known));
                assertThat(batch.updated()).isEqualTo(updated);
                assertThat(rows(source.get().data())).containsExactlyInAnyOrderElementsOf(expected.values());
            }
            assertAddsUp(source.orElseThrow());
        }
    }

    @Test
    void aRowWithoutAKeyIsAlwaysNew() {
        var source = first("id,email\n,a@b.example\n1,c@d.example\n", Role.CUSTOMERS);
        source = add(source, "id,email\n,a@b.example\n1,e@f.example\n", new Mode.Upsert(List.of("id")));
        assertThat(rows(source.data()).stream().map(List::getLast))
                .containsExactly("a@b.example", "a@b.example", "e@f.example");
        assertThat(source.newest().added()).isEqualTo(1);
        assertThat(source.newest().updated()).isEqualTo(1);
    }

    @Test
    void columnsThatComeLaterAreMissingBeforeAndTypesWiden() {
        var source = first("item_id,price,Size\n1,2.5,3\n", Role.ITEMS);
        source = add(source, "item_id,size,place,h\n2,XL,here,5\n", Mode.APPEND);
        assertThat(source.data().schema().names()).containsExactly("item_id", "price", "size", "place", "h");
        assertThat(rows(source.data()))
                .containsExactly(List.of("1", "2.5", "3", "", ""), List.of("2", "", "XL", "here", "5"));
        assertThat(source.columns()).hasSize(5);
    }

    @Test
    void withoutABatchTheSourceIsAsIfItHadNeverCome() {
        var one = "item_id,price\n1,1\n2,2\n";
        var two = "item_id,price\n2,2\n3,3\n";
        var three = "item_id,price\n1,9\n3,3\n4,4\n";
        for (var mode : List.of(Mode.APPEND, new Mode.Upsert(List.of("item_id")))) {
            var all = add(add(first(one, Role.ITEMS), two, mode), three, mode);
            var without = Combining.without(engine, all, 1, "without_" + ++imports, Progress.NONE);
            var never = add(first(one, Role.ITEMS), three, mode);
            assertThat(rows(without.data())).isEqualTo(rows(never.data()));
            assertThat(without.counts()).isEqualTo(never.counts());
            var last = Combining.without(engine, without, 0, "last_" + ++imports, Progress.NONE);
            assertThat(rows(last.data()))
                    .isEqualTo(rows(first(three, Role.ITEMS).data()));
        }
    }

    @Test
    void whatIsReplacedIsKeptBesideUntilTheNextIsAndComesBack() {
        var source = add(first("item_id\n1\n", Role.ITEMS), "item_id\n2\n", Mode.APPEND);
        var replaced = add(source, "item_id\n3\n", Mode.REPLACE);
        assertThat(rows(replaced.data())).containsExactly(List.of("3"));
        assertThat(replaced.batches()).hasSize(3);
        assertThat(replaced.rows()).isEqualTo(1);
        assertThat(rows(Combining.without(engine, replaced, 2, "back", Progress.NONE)
                        .data()))
                .containsExactly(List.of("1"), List.of("2"));
        assertThat(add(replaced, "item_id\n4\n", Mode.REPLACE).batches()).hasSize(2);
    }

    @Test
    void anImportThatCannotBeLeavesNothingBehind() {
        var source = first("item_id\n1\n", Role.ITEMS);
        var before = tables();
        assertThatThrownBy(() -> add(source, "item_id\n2\n", new Mode.Upsert(List.of("colour"))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("colour");
        assertThatThrownBy(() ->
                        add(Optional.of(source), "customer_id,timestamp\n1,2024-01-01\n", Role.EVENTS, Mode.APPEND))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("holds items");
        assertThat(tables()).isEqualTo(before);
    }

    private List<String> tables() {
        Table names = query("select table_name from information_schema.tables order by 1");
        return Imports.column(names, "table_name");
    }
}
