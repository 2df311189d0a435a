package corymb.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import corymb.repair.Lookup.Brought;
import corymb.repair.Lookup.Several;
import corymb.sql.DuckDbEngine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.JobProgress;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows matched to those of another table. */
class LookupTest {
    private final DuckDbEngine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private static TextColumn texts(String name, @Nullable String... values) {
        return new TextColumn(name, Arrays.asList(values));
    }

    private Relation fill(String name, Column... columns) {
        return engine.fill(name, new Table(List.of(columns)), Progress.NONE);
    }

    private static Lookup by(String key, String brought) {
        return new Lookup(
                "crm", List.of(new Lookup.Key(key, "")), List.of(new Brought(brought, "")), 0, Several.NONE, "");
    }

    private static Lookup similar(Lookup lookup, double least) {
        return new Lookup("crm", lookup.keys(), lookup.bring(), least, lookup.several(), lookup.time());
    }

    private static Lookup taking(Lookup lookup, Several several, String time) {
        return new Lookup("crm", lookup.keys(), lookup.bring(), lookup.similar(), several, time);
    }

    private Repairing repairing(Relation other) {
        return new Repairing(engine, new Context(Map.of("crm", other), Map.of("born", ColumnType.DATE)));
    }

    private RepairedRows look(Relation rows, Relation other, Lookup lookup) {
        return repairing(other).run(rows, List.of(new RepairStep(lookup, true)), "repaired", Progress.NONE);
    }

    private List<String> values(Relation relation, String column) {
        var table = engine.table(Sql.of("select " + Sql.name(column) + " from " + relation.quoted()), Progress.NONE);
        var values = table.columns().getFirst();
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> values.isMissing(row) ? "∅" : values.text(row))
                .toList();
    }

    private static Matches matches(RepairedRows made) {
        return made.outcomes().getFirst().matches().orElseThrow();
    }

    private long tables() {
        return (long) engine.number(Sql.of("select count(*) from information_schema.tables"), Progress.NONE);
    }

    @Test
    void rowsFindThoseWithTheSameKeysAndMissingOnesNever() {
        var rows = fill("raw", texts("mail", "a@x", "b@x", null, " ", "z@x"), texts("shop", "1", "2", "1", "1", "1"));
        var other = fill(
                "other",
                texts("Email", "a@x", "b@x", "b@x", null, " "),
                new NumberColumn("shop", ColumnType.INTEGER, new double[] {1, 1, 2, 1, 1}),
                texts("id", "A", "B1", "B2", "C", "D"));
        var lookup = new Lookup(
                "crm",
                List.of(new Lookup.Key("mail", "email"), new Lookup.Key("SHOP", "")),
                List.of(new Brought("id", "customer")),
                0,
                Several.NONE,
                "");
        var made = look(rows, other, lookup);
        assertThat(made.rows().schema().names()).containsExactly("mail", "shop", "customer", "crm_match");
        assertThat(values(made.rows(), "customer")).containsExactly("A", "B2", "∅", "∅", "∅");
        assertThat(values(made.rows(), "crm_match")).containsExactly("exact", "exact", "none", "none", "none");
        assertThat(matches(made)).isEqualTo(new Matches(2, 0, 0, 3, 3));
        assertThat(made.outcomes().getFirst().note())
                .contains("2 rows matched exactly", "3 have no match", "3 rows of crm");
        assertThat(tables()).as("nothing is left but the rows").isEqualTo(3);
    }

    @Test
    void ofSeveralNoneIsTakenUnlessOneSaysWhich() {
        var rows = fill("raw", texts("k", "a", "b"));
        var other = fill(
                "other",
                texts("k", "a", "a", "a", "b"),
                texts("city", "Ulm", "Bern", "Bonn", "Rom"),
                texts("since", "2020", "2022", null, "2021"));
        var made = look(rows, other, by("k", "city"));
        assertThat(values(made.rows(), "city")).containsExactly("∅", "Rom");
        assertThat(values(made.rows(), "crm_match")).containsExactly("several", "exact");
        assertThat(matches(made)).isEqualTo(new Matches(1, 0, 1, 0, 0));
        assertThat(values(
                        look(rows, other, taking(by("k", "city"), Several.FIRST, ""))
                                .rows(),
                        "city"))
                .containsExactly("Ulm", "Rom");
        assertThat(values(
                        look(rows, other, taking(by("k", "city"), Several.NEWEST, "since"))
                                .rows(),
                        "city"))
                .containsExactly("Bern", "Rom");
        assertThat(values(
                        look(rows, other, taking(by("k", "city"), Several.NEWEST, ""))
                                .rows(),
                        "city"))
                .as("later rows are newer")
                .containsExactly("Bonn", "Rom");
    }

    /** The similarities that Winkler published: MARTHA and MARHTA .961, DWAYNE and DUANE .840, DIXON and DICKSONX .813. */
    @Test
    void keysThatAreAlikeMatchWithTheSimilarityOfJaroAndWinkler() {
        var rows = fill("raw", texts("name", "MARTHA", "Dwayne", " dixon ", "Köln", "Zoe"));
        var other = fill(
                "other",
                texts("name", "marhta", "DUANE", "DICKSONX", "koln", "Someone"),
                texts("id", "1", "2", "3", "4", "5"));
        var made = look(rows, other, similar(by("name", "id"), 0.8));
        assertThat(values(made.rows(), "id")).containsExactly("1", "2", "3", "4", "∅");
        assertThat(values(made.rows(), "crm_match"))
                .containsExactly("similar", "similar", "similar", "similar", "none");
        var expected = List.of(0.961111, 0.84, 0.813333, 1.0);
        for (int row = 0; row < 4; row++) {
            assertThat(Double.parseDouble(values(made.rows(), "crm_similarity").get(row)))
                    .isCloseTo(expected.get(row), within(1e-6));
        }
        assertThat(values(made.rows(), "crm_similarity").getLast()).isEqualTo("∅");
        assertThat(values(look(rows, other, similar(by("name", "id"), 0.84)).rows(), "id"))
                .as("from the least similarity on, itself included")
                .containsExactly("1", "2", "∅", "4", "∅");
        assertThat(values(look(rows, other, by("name", "id")).rows(), "id")).containsOnly("∅");
    }

    @Test
    void aTieIsNoMatchAndSaysSo() {
        var rows = fill("raw", texts("name", "Anna Keller", "Bernd Maier", "Carla"));
        var other = fill(
                "other",
                texts("name", "Anna Kellar", "Anna Kellor", "Bernd Meier", "Bernd Meier", "Carla"),
                texts("id", "1", "2", "3", "4", "5"));
        var made = look(rows, other, similar(by("name", "id"), 0.9));
        assertThat(values(made.rows(), "id")).containsExactly("∅", "∅", "5");
        assertThat(values(made.rows(), "crm_match")).containsExactly("several", "several", "exact");
        assertThat(matches(made)).isEqualTo(new Matches(1, 0, 2, 0, 2));
        var first = taking(similar(by("name", "id"), 0.9), Several.FIRST, "");
        assertThat(values(look(rows, other, first).rows(), "id"))
                .as("the first of those with the same keys, but none of those that are alike as much")
                .containsExactly("∅", "3", "5");
    }

    @Test
    void keysThatAreNoTextsMustBeTheSame() {
        var rows = fill("raw", texts("name", "Jon", "Jon"), new NumberColumn("year", ColumnType.INTEGER, new double[] {
            1990, 1991
        }));
        var other = fill(
                "other",
                texts("name", "John", "Johan"),
                new NumberColumn("year", ColumnType.DECIMAL, new double[] {1990, 1980}),
                texts("id", "1", "2"));
        var lookup = new Lookup(
                "crm",
                List.of(new Lookup.Key("name", ""), new Lookup.Key("year", "")),
                List.of(new Brought("id", "")),
                0.85,
                Several.NONE,
                "");
        assertThat(values(look(rows, other, lookup).rows(), "id")).containsExactly("1", "∅");
        var onlyYear = new Lookup("crm", List.of(new Lookup.Key("year", "")), List.of(), 0.85, Several.NONE, "");
        assertThat(look(rows, other, onlyYear).outcomes().getFirst().fits()).isFalse();
    }

    @Test
    void whatComesIntoAColumnFillsItWhereARowIsMatched() {
        var rows = fill("raw", texts("customer_id", "a@x", "z@x", "b@x"));
        var other = fill(
                "other",
                texts("email", "a@x", "b@x"),
                new NumberColumn("id", ColumnType.INTEGER, new double[] {17, Double.NaN}),
                texts("birthday", "1990", "1991"));
        var lookup = new Lookup(
                "crm",
                List.of(new Lookup.Key("customer_id", "email")),
                List.of(new Brought("id", "customer_id")),
                0,
                Several.NONE,
                "");
        var made = look(rows, other, lookup);
        assertThat(values(made.rows(), "customer_id"))
                .as("a value that is missing takes none away")
                .containsExactly("17", "z@x", "b@x");
        assertThat(values(made.rows(), "crm_match")).containsExactly("exact", "none", "exact");
        var wrong = new Lookup("crm", lookup.keys(), List.of(new Brought("birthday", "born")), 0, Several.NONE, "");
        assertThat(look(rows, other, wrong).outcomes().getFirst().note()).contains("another type", "born");
    }

    @Test
    void aLookupThatDoesNotFitSaysWhy() {
        var rows = fill("raw", texts("k", "a"));
        var other = fill("other", texts("k", "a"), texts("v", "1"));
        assertThat(new Repairing(engine, Context.NONE)
                        .run(rows, List.of(new RepairStep(by("k", "v"), true)), "r", Progress.NONE)
                        .outcomes()
                        .getFirst()
                        .note())
                .isEqualTo("There is no other source named crm.");
        assertThat(look(rows, other, by("nowhere", "v")).outcomes().getFirst().note())
                .contains("nowhere");
        assertThat(look(rows, other, by("k", "w")).outcomes().getFirst().note()).contains("crm", "w");
        assertThat(look(rows, other, taking(by("k", "v"), Several.NEWEST, "at")).rows())
                .isSameAs(rows);
    }

    @Test
    void noRowsOnEitherSideAreNoMatches() {
        var rows = fill("raw", texts("k", "a"));
        var none = engine.create("none", Sql.of("select 'x' as k, 'y' as v where false"), Progress.NONE);
        for (double least : List.of(0.0, 0.9)) {
            assertThat(matches(look(rows, none, similar(by("k", "v"), least)))).isEqualTo(new Matches(0, 0, 0, 1, 0));
            assertThat(matches(look(none, none, similar(by("k", "v"), least)))).isEqualTo(new Matches(0, 0, 0, 0, 0));
        }
        var other = fill("other", texts("k", "b"), texts("v", "1"));
        assertThat(matches(look(none, other, similar(by("k", "v"), 0.9)))).isEqualTo(new Matches(0, 0, 0, 0, 1));
    }

    @Test
    void theRowsWithoutAMatchAreListedOnBothSides() {
        var rows = fill("raw", texts("k", "a", "b", null, "Kellerr"), texts("place", "1", "2", "3", "4"));
        var other = fill("other", texts("k", "a", "b", "b", "c", "Keller"), texts("v", "1", "2", "3", "4", "5"));
        var lookup = similar(by("k", "v"), 0.9);
        assertThat(values(listed(rows, other, lookup, Unmatched.LEFT), "place")).containsExactly("2", "3");
        assertThat(values(listed(rows, other, lookup, Unmatched.LEFT), "crm_match"))
                .containsExactly("several", "none");
        assertThat(values(listed(rows, other, lookup, Unmatched.RIGHT), "v")).containsExactly("4");
        var similar = listed(rows, other, lookup, Unmatched.SIMILAR);
        assertThat(similar.schema().names()).containsExactly("row", "k", "crm_k", "crm_similarity");
        assertThat(values(similar, "crm_k")).containsExactly("Keller");
        assertThat(values(similar, "row")).containsExactly("4");
    }

    private Relation listed(Relation rows, Relation other, Lookup lookup, Unmatched which) {
        return repairing(other)
                .unmatched(rows, List.of(), new Repairing.Asked(lookup, which, "listed"), Progress.NONE)
                .orElseThrow();
    }

    @Test
    void namesOfStrangersAreOnlyNames() {
        var evil = "x\"'); drop table raw; --";
        var rows = fill("raw", texts(evil, "a", "?"));
        var other = fill("other", texts(evil, "a", "b"), texts("r", "1", "2"), texts("k0", "3", "4"));
        var lookup = new Lookup(
                evil,
                List.of(new Lookup.Key(evil, "")),
                List.of(new Brought("r", ""), new Brought("k0", "place")),
                0.5,
                Several.NEWEST,
                "k0");
        var made = new Repairing(engine, new Context(Map.of(evil, other), Map.of()))
                .run(rows, List.of(new RepairStep(lookup, true), new RepairStep(lookup, true)), "made", Progress.NONE);
        assertThat(values(made.rows(), "place")).containsExactly("3", "∅");
        assertThat(made.rows().schema().names()).endsWith("x_drop_table_raw_match_2", "x_drop_table_raw_similarity_2");
    }

    /** Against maps of Java over random rows with few different keys. */
    @Test
    void exactMatchesAreThoseOfAPlainJoin() {
        for (int seed = 0; seed < 10; seed++) {
            var random = new Seed(seed).generator();
            var left = pairs(random, 60);
            var right = pairs(random, 40);
            var rows = fill("raw", column("a", left, 0), column("b", left, 1));
            var other = fill("other", column("a", right, 0), column("b", right, 1), numbers(right.size()));
            var lookup = new Lookup(
                    "crm",
                    List.of(new Lookup.Key("a", ""), new Lookup.Key("b", "")),
                    List.of(new Brought("n", "")),
                    0,
                    Several.NONE,
                    "");
            var known = new HashMap<List<String>, List<Integer>>();
            IntStream.range(0, right.size())
                    .filter(i -> !right.get(i).contains("∅"))
                    .forEach(i -> known.computeIfAbsent(right.get(i), _ -> new ArrayList<>())
                            .add(i));
            var expected = left.stream()
                    .map(key -> known.getOrDefault(key, List.of()))
                    .map(found -> found.size() == 1 ? String.valueOf(found.getFirst()) : "∅")
                    .toList();
            assertThat(values(look(rows, other, lookup).rows(), "n")).isEqualTo(expected);
            var asked = new HashMap<>(known);
            asked.keySet().removeIf(key -> !left.contains(key));
            assertThat(listed(rows, other, lookup, Unmatched.RIGHT).rows())
                    .isEqualTo(right.size()
                            - asked.values().stream().mapToInt(List::size).sum());
        }
    }

    private static List<List<String>> pairs(RandomGenerator random, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> List.of(value(random), value(random)))
                .toList();
    }

    private static String value(RandomGenerator random) {
        int number = random.nextInt(8);
        return number == 0 ? "∅" : "v" + number;
    }

    private static TextColumn column(String name, List<List<String>> rows, int at) {
        return new TextColumn(
                name,
                rows.stream()
                        .map(row -> row.get(at).equals("∅") ? null : row.get(at))
                        .toList());
    }

    private static NumberColumn numbers(int count) {
        return new NumberColumn(
                "n",
                ColumnType.INTEGER,
                IntStream.range(0, count).asDoubleStream().toArray());
    }

    /**
     * Where a table is too large for all keys to be compared, those that are found are nearly all that a comparison with every key
     * finds: names of two to four syllables with one or two slips.
     */
    @Test
    void comparingOnlyWhatSharesARareBlockMissesFew() {
        var random = new Seed(1).generator();
        int count = 30_000;
        var names =
                IntStream.range(0, count).mapToObj(_ -> name(random)).distinct().toList();
        var slips = IntStream.range(0, count)
                .mapToObj(_ -> slipped(names.get(random.nextInt(names.size())), random))
                .toList();
        var rows = fill("raw", new TextColumn("name", List.copyOf(slips)));
        var other = fill("other", new TextColumn("name", List.copyOf(names)), numbers(names.size()));
        var made = look(rows, other, similar(by("name", "n"), 0.9));
        var sample = "(select name, n, crm_match from " + made.rows().quoted() + " limit 200)";
        var all = "select s.name, max(jaro_winkler_similarity(lower(s.name), lower(o.name))) as best, "
                + "max(jaro_winkler_similarity(lower(s.name), lower(o.name)), 2)[2] as next, arg_max(o.n, "
                + "jaro_winkler_similarity(lower(s.name), lower(o.name))) as n from (select distinct name from "
                + sample
                + ") s, " + other.quoted() + " o group by s.name having best >= 0.9 and best - next >= 0.02";
        double should = engine.number(Sql.of("select count(*) from (" + all + ")"), Progress.NONE);
        double found = engine.number(
                Sql.of("select count(*) from (" + all + ") a where exists (select 1 from " + sample
                        + " m where m.name = a.name and m.n = a.n)"),
                Progress.NONE);
        assertThat(should).isGreaterThan(100);
        assertThat(found / should).isGreaterThan(0.97);
    }

    private static final String CONSONANTS = "bdfghklmnprstvwz";
    private static final String VOWELS = "aeiou";

    private static String name(RandomGenerator random) {
        return word(random, 2) + " " + word(random, 2 + random.nextInt(3));
    }

    private static String word(RandomGenerator random, int syllables) {
        var word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
            word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return word.toString();
    }

    private static String slipped(String name, RandomGenerator random) {
        var slipped = new StringBuilder(name);
        for (int i = 0; i <= random.nextInt(2); i++) {
            int at = random.nextInt(slipped.length());
            switch (random.nextInt(3)) {
                case 0 -> slipped.deleteCharAt(at);
                case 1 -> slipped.insert(at, 'x');
                default -> slipped.setCharAt(at, 'y');
            }
        }
        return slipped.toString();
    }

    @Test
    void aCancelledLookupLeavesNothing() {
        var rows = fill("raw", texts("k", "Kellerr"));
        var other = fill("other", texts("k", "Keller"), texts("v", "1"));
        long before = tables();
        var steps = new ArrayList<String>();
        var whole = new JobProgress((_, step) -> steps.add(step));
        var asked = Repairing.Preview.whole(similar(by("k", "v"), 0.9), 5);
        repairing(other).preview(rows, List.of(), asked, "trial", whole);
        assertThat(steps).contains("Comparing keys that differ");
        for (var at : steps) {
            var progress = new JobProgress[1];
            progress[0] = new JobProgress((_, step) -> {
                if (step.equals(at)) {
                    progress[0].cancel();
                }
            });
            assertThatThrownBy(() -> repairing(other)
                            .run(rows, List.of(new RepairStep(similar(by("k", "v"), 0.9), true)), "r", progress[0]))
                    .isInstanceOf(CancellationException.class);
            assertThat(tables()).as(at).isEqualTo(before);
        }
    }

    /** More rows than the engine works on at once, so that several threads write them. */
    @Test
    void manyRowsStayInTheirOrderAndWhatWasBroughtIsThereForTheNextStep() {
        var rows = engine.create(
                "raw",
                Sql.of("select i as n, (i * 7919) % 1000 as k from range(300000) as r(i) order by i"),
                Progress.NONE);
        var other = engine.create(
                "other", Sql.of("select i as k, ' c' || i as city from range(0, 1000, 2) as r(i)"), Progress.NONE);
        var context = new Context(Map.of("crm", other), Map.of());
        var trim = new TextRepair.Trim(List.of("city"));

        for (var steps : List.of(RepairBench.steps(by("k", "city")), RepairBench.steps(by("k", "city"), trim))) {
            var made = new Repairing(engine, context).run(rows, steps, "repaired", Progress.NONE);

            var blank = steps.size() == 1 ? " " : "";
            assertThat(engine.number(
                            Sql.of(
                                    "select count(*) from (select rowid as place, * from "
                                            + made.rows().quoted()
                                            + ") where n = place and city is not distinct from case when k % 2 = 0 then ? "
                                            + "|| 'c' || k end",
                                    blank),
                            Progress.NONE))
                    .isEqualTo(300_000);
        }
    }
}
