package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.Lineage;
import corymb.sql.Sql;
import corymb.store.SqliteProjectFiles;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources matched to each other as scripts do it, in a real project file. */
class LookupCommandTest {
    private static final String IDS = lookup("crm", "customer_id", "email", "id", "customer_id");

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private static String lookup(String source, String column, String other, String brought, String as) {
        return ("{\"kind\": \"lookup\", \"source\": \"%s\", \"keys\": [{\"column\": \"%s\", \"other\": \"%s\"}],"
                        + " \"bring\": [{\"column\": \"%s\", \"as\": \"%s\"}]}")
                .formatted(source, column, other, brought, as);
    }

    private Path project() throws IOException {
        return Shell.copyOf(made.resolve("p.corymb"), LookupCommandTest::make, folder.resolve("p.corymb"));
    }

    private static void make(Path project) throws IOException {
        done("create", project);
        people(project, "C1,a@x.example,Ulm", "C2,b@x.example,Bern", "C3,c@x.example,Rom");
        orders(
                project,
                "a@x.example,2026-01-02,purchase",
                "b@x.example,2026-01-03,view",
                "z@x.example,2026-01-04,view");
    }

    private static void people(Path project, String... rows) throws IOException {
        var file = Files.writeString(
                project.resolveSibling("crm.csv"), "id,email,city\n" + String.join("\n", rows) + "\n");
        done("import", project, file, "--as", "customers", "--source", "crm");
    }

    private static void orders(Path project, String... rows) throws IOException {
        var file = Files.writeString(
                project.resolveSibling("orders.csv"), "mail,timestamp,type\n" + String.join("\n", rows) + "\n");
        done("import", project, file, "--as", "events", "--source", "orders", "--map", "mail=customer_id");
    }

    private static List<String> values(Path project, String source, String column) {
        try (var file = new SqliteProjectFiles(Clock.systemUTC()).open(project, Progress.NONE)) {
            var data = file.history()
                    .present()
                    .source(source)
                    .orElseThrow()
                    .value()
                    .data();
            var table =
                    file.engine().table(Sql.of("select " + Sql.name(column) + " from " + data.quoted()), Progress.NONE);
            return IntStream.range(0, table.rowCount())
                    .mapToObj(row -> table.text(row, column))
                    .toList();
        }
    }

    /** The names of the sources that are stale. */
    private static List<String> stale(Path project) {
        try (var file = new SqliteProjectFiles(Clock.systemUTC()).open(project, Progress.NONE)) {
            var present = file.history().present();
            var stale = Lineage.stale(present);
            return present.sources().stream()
                    .filter(made -> stale.contains(made.id()))
                    .map(made -> made.value().name())
                    .toList();
        }
    }

    private static void undo(Path project) {
        try (var file = new SqliteProjectFiles(Clock.systemUTC()).open(project, Progress.NONE)) {
            file.undo(Progress.NONE);
        }
    }

    private static void repairs(Path project, String source, Object... more) {
        var arguments = new ArrayList<Object>(List.of("repairs", project, "--source", source));
        arguments.addAll(List.of(more));
        done(arguments.toArray());
    }

    @Test
    void eventsThatKnowOnlyAnAddressGetTheIdOfTheirCustomer() throws IOException {
        var project = project();
        var added = done("repairs", project, "--source", "orders", "add", IDS, "--json")
                .json();
        assertThat(added.at("/outcomes/0/matches").toString())
                .isEqualTo("{\"exact\":2,\"similar\":0,\"several\":0,\"none\":1,\"unasked\":1}");
        assertThat(values(project, "orders", "customer_id")).containsExactly("C1", "C2", "z@x.example");
        assertThat(values(project, "orders", "crm_match")).containsExactly("exact", "exact", "none");
        assertThat(done("resolve", project, "--json").json().get("customers").asInt())
                .as("three of the people and one of whom only the address is known")
                .isEqualTo(4);
        var listed = done("repairs", project, "--source", "orders", "--json").json();
        assertThat(listed.at("/repairs/0/kind").asString()).isEqualTo("lookup");
        undo(project);
        undo(project);
        assertThat(values(project, "orders", "customer_id")).startsWith("a@x.example");
        assertThat(done("check", project).out()).contains("sound");
    }

    @Test
    void aFieldThatIsBroughtIsTheFieldOfTheRole() throws IOException {
        var project = project();
        repairs(project, "orders", "add", lookup("crm", "customer_id", "email", "city", "region"));
        try (var file = new SqliteProjectFiles(Clock.systemUTC()).open(project, Progress.NONE)) {
            var source = file.history().present().source("orders").orElseThrow().value();
            assertThat(source.columns())
                    .filteredOn(column -> column.name().equals("region"))
                    .singleElement()
                    .extracting(column -> column.field())
                    .isEqualTo("region");
        }
    }

    @Test
    void aChangeOfTheOtherSourceMakesItStaleAndARefreshLooksUpAnew() throws IOException {
        var project = project();
        repairs(project, "orders", "add", IDS);
        assertThat(stale(project)).isEmpty();
        people(project, "C1,a@x.example,Ulm", "C9,z@x.example,Oslo");
        assertThat(stale(project)).containsExactly("orders");
        assertThat(values(project, "orders", "customer_id")).containsExactly("C1", "C2", "z@x.example");
        assertThat(done("refresh", project).out()).contains("Repairs of orders");
        assertThat(stale(project)).isEmpty();
        assertThat(values(project, "orders", "customer_id")).containsExactly("C1", "b@x.example", "C9");
        // The judgement of the sources, then the repairs.
        undo(project);
        undo(project);
        assertThat(stale(project)).containsExactly("orders");
        done("features", project);
        assertThat(stale(project)).as("what rests on it makes it fresh first").isEmpty();
        orders(project, "z@x.example,2026-01-04,view");
        assertThat(values(project, "orders", "customer_id"))
                .as("the next import")
                .containsExactly("C9");
    }

    @Test
    void lookupsOneAfterAnotherAreRefreshedInTheirOrder() throws IOException {
        var project = project();
        var cities = Files.writeString(folder.resolve("towns.csv"), "id,title\nUlm,Swabia\nBern,Bernese\n");
        done("import", project, cities, "--as", "customers", "--source", "towns");
        repairs(project, "orders", "add", lookup("crm", "customer_id", "email", "city", "region"));
        repairs(project, "crm", "add", lookup("towns", "city", "id", "title", "city"));
        assertThat(stale(project)).containsExactly("orders");
        Files.writeString(cities, "id,title\nUlm,Danube\n");
        done("import", project, cities, "--as", "customers", "--source", "towns");
        assertThat(stale(project)).containsExactly("crm", "orders");
        var refreshed = done("refresh", project).out();
        assertThat(refreshed.indexOf("Repairs of crm")).isBetween(0, refreshed.indexOf("Repairs of orders"));
        assertThat(values(project, "orders", "region")).containsExactly("Danube", "Bern", "");
        assertThat(refused(
                        1,
                        "repairs",
                        project,
                        "--source",
                        "towns",
                        "add",
                        lookup("orders", "id", "customer_id", "type", "kind")))
                .contains("orders looks up in towns already");
        assertThat(refused(
                        1, "repairs", project, "--source", "crm", "preview", lookup("crm", "id", "id", "city", "town")))
                .contains("itself");
    }

    @Test
    void aSourceThatIsGoneIsAProblemAndNothingIsLost() throws IOException {
        var project = project();
        repairs(project, "orders", "add", IDS);
        done("batches", project, "--source", "crm", "--remove", "1");
        assertThat(stale(project)).containsExactly("orders");
        assertThat(refused(1, "refresh", project)).contains("no other source named crm", "orders", "Import crm again");
        assertThat(values(project, "orders", "customer_id")).containsExactly("C1", "C2", "z@x.example");
        assertThat(refused(1, "repairs", project, "unmatched", "1")).contains("does not fit");
        orders(project, "b@x.example,2026-01-03,view");
        var list = done("repairs", project, "--json").json();
        assertThat(list.at("/outcomes/0/fits").asBoolean()).isFalse();
        assertThat(values(project, "orders", "customer_id")).containsExactly("b@x.example");
        people(project, "C2,b@x.example,Bern");
        done("refresh", project);
        assertThat(values(project, "orders", "customer_id")).containsExactly("C2");
    }

    @Test
    void theRowsWithoutAMatchAreListedAndWritten() throws IOException {
        var project = project();
        repairs(project, "orders", "add", IDS.replace("]}", "], \"similar\": 0.95}"));
        var before = Files.readAllBytes(project);
        var left = done("repairs", project, "--source", "orders", "unmatched", "1", "--json")
                .json();
        assertThat(left.get("rows").asInt()).isEqualTo(1);
        assertThat(left.at("/unmatched/0/customer_id").asString()).isEqualTo("z@x.example");
        var out = folder.resolve("right.csv");
        done("repairs", project, "--source", "orders", "unmatched", "1", "--side", "right", "--out", out);
        assertThat(Files.readString(out)).isEqualTo("id,email,city\r\nC3,c@x.example,Rom\r\n");
        refused(1, "repairs", project, "--source", "orders", "unmatched", "2");
        refused(2, "repairs", project, "--source", "orders", "unmatched");
        refused(1, "repairs", project, "--source", "orders", "unmatched", "1", "--out", made.resolve("crm.csv"));
        assertThat(Files.readAllBytes(project)).isEqualTo(before);
    }

    @Test
    void whatIsNoLookupIsRefused() throws IOException {
        var project = project();
        for (var wrong : List.of(
                IDS.replace("\"crm\"", "\"\""),
                IDS.replace("\"crm\"", "\"nobody\""),
                IDS.replace("\"column\": \"customer_id\", \"other\": \"email\"", ""),
                IDS.replace("{\"column\": \"customer_id\", \"other\": \"email\"}", ""),
                IDS.replace("\"email\"", "\"mail\""),
                IDS.replace("\"kind\"", "\"similar\": 2, \"kind\""),
                IDS.replace("\"kind\"", "\"several\": \"all\", \"kind\""),
                IDS.replace("\"kind\"", "\"time\": \"city\", \"kind\""))) {
            assertThat(refused(1, "repairs", project, "--source", "orders", "add", wrong))
                    .doesNotContain("corymb.repair", "java.");
        }
        repairs(project, "orders", "add", "{\"kind\": \"trim\", \"columns\": [\"type\"]}");
        assertThat(refused(1, "repairs", project, "--source", "orders", "unmatched", "1"))
                .contains("looks up in no other source");
    }
}
