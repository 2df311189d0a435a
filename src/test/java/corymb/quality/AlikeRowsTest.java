package corymb.quality;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.FileDetection;
import corymb.importing.FileImport;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of one person are found though they are written differently, within a source and across, and namesakes are not. */
class AlikeRowsTest {
    private static final Path SAMPLE = Path.of("sample-data");

    private final DuckDbEngine engine = DuckDbEngine.open();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    private Source imported(Path file, Role role) {
        var detected = FileDetection.detect(file, Progress.NONE);
        var name = file.getFileName().toString().replaceAll("\\..*", "");
        var plan = ImportPlan.of(name, role, detected, MappingProposal.propose(detected, role));
        return FileImport.run(engine, plan, name, Progress.NONE);
    }

    private Source written(String name, Role role, String text) throws IOException {
        return imported(Files.writeString(folder.resolve(name + ".csv"), text), role);
    }

    private List<AlikeRow> find(Source... sources) {
        return new AlikeRows(engine, List.of(sources), Progress.NONE).find();
    }

    /** Who each record of a file truly is, by its place in it; records without an id, which the truth does not name, are their own. */
    private List<String> people(String file, String idColumn, Source source) throws IOException {
        var person = new HashMap<String, String>();
        for (var line : Files.readAllLines(SAMPLE.resolve("truth/people.csv"))) {
            var cells = List.of(line.split(",", -1));
            if (cells.get(1).equals(file)) {
                person.put(cells.get(3), cells.get(0));
            }
        }
        var ids = engine.table(
                        Sql.of("select " + Sql.name(idColumn) + " from "
                                + source.data().quoted()),
                        Progress.NONE)
                .columns()
                .getFirst();
        var people = new ArrayList<String>();
        for (int row = 0; row < ids.size(); row++) {
            people.add(ids.isMissing(row) ? file + row : person.getOrDefault(ids.text(row), file + row));
        }
        return people;
    }

    private static Set<List<Integer>> pairs(Map<?, List<Integer>> groups) {
        var pairs = new HashSet<List<Integer>>();
        for (var group : groups.values()) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    pairs.add(List.of(group.get(i), group.get(j)));
                }
            }
        }
        return pairs;
    }

    private static Set<List<Integer>> truth(List<String> people) {
        var groups = new HashMap<String, List<Integer>>();
        for (int row = 0; row < people.size(); row++) {
            groups.computeIfAbsent(people.get(row), _ -> new ArrayList<>()).add(row);
        }
        return pairs(groups);
    }

    private static void holds(
            Set<List<Integer>> found, Set<List<Integer>> truth, double leastPrecision, double leastRecall) {
        var right = new HashSet<>(found);
        right.retainAll(truth);
        assertThat((double) right.size() / found.size()).as("precision").isGreaterThanOrEqualTo(leastPrecision);
        assertThat((double) right.size() / truth.size()).as("recall").isGreaterThanOrEqualTo(leastRecall);
    }

    /** The pairs of records that the truth names; of the others, which have no id, nobody knows. */
    private static Set<List<Integer>> found(List<AlikeRow> rows, int firstOfSecond, List<String> people) {
        return found(rows, firstOfSecond).stream()
                .filter(pair -> pair.stream().allMatch(row -> people.get(row).startsWith("P")))
                .collect(Collectors.toSet());
    }

    private static Set<List<Integer>> found(List<AlikeRow> rows, int firstOfSecond) {
        var groups = new TreeMap<Integer, List<Integer>>();
        rows.forEach(row -> groups.computeIfAbsent(row.group(), _ -> new ArrayList<>())
                .add((int) row.place() - 1 + row.part() * firstOfSecond));
        return pairs(groups);
    }

    @Test
    void thePeopleOfTheSampleAreFoundWithinASource() throws IOException {
        var crm = imported(SAMPLE.resolve("crm_customers.csv"), Role.CUSTOMERS);
        var people = people("crm_customers.csv", "id", crm);
        holds(found(find(crm), 0, people), truth(people), 0.98, 0.98);
    }

    @Test
    void andAcrossSources() throws IOException {
        var crm = imported(SAMPLE.resolve("crm_customers.csv"), Role.CUSTOMERS);
        var loyalty = imported(SAMPLE.resolve("loyalty_members.csv"), Role.CUSTOMERS);
        var people = new ArrayList<>(people("crm_customers.csv", "id", crm));
        people.addAll(people("loyalty_members.csv", "mitgliedsnummer", loyalty));
        holds(found(find(crm, loyalty), (int) crm.accepted(), people), truth(people), 0.98, 0.98);
    }

    @Test
    void aBirthThatCannotBeSaysNothingAndAnAddressWithoutItsAtNearlyAllOfIt() throws IOException {
        var people = written("people", Role.CUSTOMERS, """
                id,given_name,family_name,email,birth_date
                1,Nina,Werner,werner.nina7278@web.example,1994-05-27
                2,Nina,Werner,werner.nina7278@web.example,1900-01-01
                3,Lukas,Schulz,lukas.schulz1322posteo.example,1984-06-07
                4,Lukas,Schulz,lukas.schulz1322@posteo.example,1984-06-07
                5,Nina,Werner,werner.nina11@web.example,1988-02-03
                """);
        assertThat(find(people))
                .containsExactly(
                        new AlikeRow(1, 0, 1), new AlikeRow(1, 0, 2), new AlikeRow(2, 0, 3), new AlikeRow(2, 0, 4));
    }

    @Test
    void theRowsOfAGroupStandTogetherWithTheColumnsInWhichTheyDiffer() throws IOException {
        var source = written("people", Role.CUSTOMERS, """
                id,given_name,family_name,email,birth_date,street,city,"it's, a group",group
                1,Monika,Peters,m.peters4903@a.example,1977-03-12,Goethestr. 3,Lausanne,x,1
                2,Anna,Meier,anna@b.example,1980-01-01,Weg 1,Bern,x,1
                3,Monika,Petters,m_peters4903@a.example,1977-03-12,Rosenweg 29,Zürich,x,1
                4,Anna,Meier,anna.meier@c.example,1991-05-05,Allee 9,Basel,x,1
                """);
        var report = QualityAssessment.run(
                engine, List.of(source), StatedChecks.NONE, Instant.parse("2026-07-01T00:00:00Z"), Progress.NONE);
        var finding = report.sources().getFirst().findings().stream()
                .filter(each -> each.check() instanceof Check.Alike)
                .findFirst()
                .orElseThrow();
        assertThat(finding.rows()).isEqualTo(2);
        assertThat(report.sources().getFirst().duplicates().near()).isEqualTo(1);
        var rows = engine.table(QualityAssessment.rowsOf(source, finding, report.asOf()), Progress.NONE);
        assertThat(rows.schema().names()).startsWith("group_", "id").endsWith("group", Check.Alike.DIFFERING);
        assertThat(rows.text(0, "id")).isEqualTo("1");
        assertThat(rows.text(1, "id")).isEqualTo("3");
        assertThat(rows.text(0, Check.Alike.DIFFERING)).isEmpty();
        assertThat(rows.text(1, Check.Alike.DIFFERING).split(Check.Alike.DIFFERING, -1))
                .containsExactly("id", "family_name", "email", "street", "city");
    }

    @Test
    void rowsThatLookLikeThoseOfAnotherSourceShowBoth() throws IOException {
        var one = written("one", Role.CUSTOMERS, "id,given_name,family_name,email\n1,Ann,Lee,ann.lee77@a.example\n");
        var two = written("two", Role.CUSTOMERS, "id,given_name,family_name,email\n9,Ann,Lee,ann.lee77@b.example\n");
        var report = QualityAssessment.run(
                engine, List.of(one, two), StatedChecks.NONE, Instant.parse("2026-07-01T00:00:00Z"), Progress.NONE);
        var finding = report.sources().getLast().findings().stream()
                .filter(each -> each.check() instanceof Check.Alike)
                .findFirst()
                .orElseThrow();
        assertThat(finding.severity()).isEqualTo(Severity.NOTE);
        var rows = engine.table(QualityAssessment.rowsOf(two, finding, report.asOf()), Progress.NONE);
        assertThat(rows.column("source").text(0)).isEqualTo("one");
        assertThat(rows.column("source").text(1)).isEqualTo("two");
        assertThat(rows.text(1, Check.Alike.DIFFERING)).isEqualTo("email");
    }

    @Test
    void itemsOfTheSameTitleAndPriceAreAlikeAndSizesAreNot() throws IOException {
        var items = written("items", Role.ITEMS, """
                item_id,title,brand,price
                1,Trail Runner Boot,Alpina,129.00
                2,"Boot, Trail Runner",Alpina,129
                3,Rain Jacket,Alpina,99
                4,Sun Hat,Alpina,19
                """);
        assertThat(find(items)).containsExactly(new AlikeRow(1, 0, 1), new AlikeRow(1, 0, 2));
    }

    @Test
    void eventsAreNoPersons() throws IOException {
        assertThat(find(written("events", Role.EVENTS, "customer_id,timestamp\n1,2026-01-01\n1,2026-01-01\n")))
                .isEmpty();
    }
}
