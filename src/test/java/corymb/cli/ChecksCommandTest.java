package corymb.cli;

import static corymb.cli.Shell.done;
import static corymb.cli.Shell.refused;
import static corymb.cli.Shell.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Checks are stated, run, switched and removed as a script would. */
class ChecksCommandTest {
    private static final String CUSTOMERS = """
            customer_id,email,country,postcode,signup_date
            c1,a@example.org,DE,10115,2026-01-01
            c2,b@example.org,DE,8001,2026-01-02
            c3,,CH,8001,2026-01-03
            c4,d@example.org,XX,123,2026-01-04
            """;

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private Path project;
    private Path customers;

    @BeforeEach
    void begin() throws IOException {
        customers = Files.writeString(folder.resolve("crm.csv"), CUSTOMERS);
        project = Shell.copyOf(made.resolve("shop.corymb"), ChecksCommandTest::make, folder.resolve("shop.corymb"));
    }

    private static void make(Path project) throws IOException {
        var customers = Files.writeString(project.resolveSibling("crm.csv"), CUSTOMERS);
        done("create", project);
        done("import", project, customers, "--as", "customers", "--source", "crm");
    }

    private Shell.Ended add(Object... arguments) {
        return done(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("checks", project, "add", "--source", "crm", "--json"),
                        java.util.stream.Stream.of(arguments))
                .toArray());
    }

    private static JsonNode last(Shell.Ended ended) {
        var checks = ended.json().path("checks");
        return checks.get(checks.size() - 1);
    }

    @Test
    void eachKindIsAddedAndRunAtOnce() {
        addEachKind();
    }

    private void addEachKind() {
        assertThat(last(add("required", "--column", "email")).path("rows").intValue())
                .isEqualTo(1);
        assertThat(last(add("unique", "--columns", "country,postcode"))
                        .path("passed")
                        .booleanValue())
                .isTrue();
        assertThat(last(add("range", "--column", "created_at", "--to", "2026-01-03"))
                        .path("rows")
                        .intValue())
                .isEqualTo(1);
        assertThat(last(add("set", "--column", "country", "--values", "DE,CH"))
                        .path("rows")
                        .intValue())
                .isEqualTo(1);
        assertThat(last(add("pattern", "--column", "postcode", "--pattern", "[0-9]{4,5}"))
                        .path("rows")
                        .intValue())
                .isEqualTo(1);
        assertThat(last(add("type", "--column", "postcode", "--type", "integer"))
                        .path("rows")
                        .intValue())
                .isZero();
        assertThat(last(add("reference", "--column", "id", "--other-source", "crm", "--other-column", "id"))
                        .path("rows")
                        .intValue())
                .isZero();
        assertThat(last(add("freshness", "--column", "created_at", "--days", "36500"))
                        .path("passed")
                        .booleanValue())
                .isTrue();
        assertThat(last(add("row_count", "--from", "5")).path("passed").booleanValue())
                .isFalse();
        assertThat(last(add("order", "--column", "created_at")).path("rows").intValue())
                .isZero();
        assertThat(last(add("pattern", "--column", "postcode", "--pattern", "\\d{5}", "--when", "country = \"DE\""))
                        .path("rows")
                        .intValue())
                .isEqualTo(1);
        assertThat(last(add("expression", "--rule", "email is not missing or country = \"CH\""))
                        .path("rows")
                        .intValue())
                .isZero();
    }

    /** What is printed can be kept beside a script and stated again, word for word. */
    @Test
    void whatIsListedCanBeDefined() throws IOException {
        addEachKind();
        add("required", "--column", "email", "--severity", "warning", "--tolerance", "0.7%", "--note", "for mail");
        done("checks", project, "off", 2);
        var listed = done("checks", project, "--json");
        var file = Files.writeString(folder.resolve("checks.json"), listed.out());

        var again = done("checks", project, "--define", file, "--json");

        assertThat(again.json().path("checks")).isEqualTo(listed.json().path("checks"));
        assertThat(last(again).path("tolerance").doubleValue()).isEqualTo(0.007);
        assertThat(again.json().at("/checks/1/on").booleanValue()).isFalse();
    }

    @Test
    void aBuildCanBeMadeToFail() {
        add("required", "--column", "email", "--severity", "warning");
        done("quality", project, "--fail-on", "error");

        assertThat(run("quality", project, "--fail-on", "warning").status()).isEqualTo(1);
        assertThat(run("checks", project, "--fail-on", "warning").status()).isEqualTo(1);
        var finding = done("quality", project, "--json").json().at("/sources/0").path("findings").values().stream()
                .filter(one -> one.path("stated").booleanValue())
                .findFirst()
                .orElseThrow();
        assertThat(finding.path("passed").booleanValue()).isFalse();
        assertThat(finding.path("severity").stringValue()).isEqualTo("warning");
        assertThat(finding.path("rows").intValue()).isEqualTo(1);
    }

    @Test
    void anImportTellsWhatDoesNotPassAndTakesNothingWhenToldSo() throws IOException {
        add("required", "--column", "email");
        add("unique", "--column", "id");
        var bad = Files.writeString(customers, "customer_id,email\nc1,\nc1,x@example.org\n");

        var ended = run("import", project, bad, "--as", "customers", "--source", "crm", "--fail-on", "error");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.messages()).contains("email is never missing", "id is unique", "not taken");
        assertThat(done("quality", project, "--json")
                        .json()
                        .at("/sources/0/rows")
                        .intValue())
                .isEqualTo(4);

        var taken = done("import", project, bad, "--as", "customers", "--source", "crm", "--json");
        assertThat(taken.json().path("checks").values().stream()
                        .map(one -> one.path("rows").intValue()))
                .containsExactly(1, 2);
        assertThat(done("import", project, bad, "--as", "customers", "--source", "crm")
                        .out())
                .contains("ERROR: Expected: email is never missing. 1 of 2 rows (50.0 %) fails.");
    }

    @Test
    void checksAreSwitchedAndRemovedByTheirNumbers() {
        add("required", "--column", "email");
        add("required", "--column", "id");
        add("required", "--column", "country");

        assertThat(done("checks", project, "off", 1, 2).out()).contains("1 crm: off", "2 crm: off", "3 crm: passed");
        assertThat(done("checks", project, "on", 1).out()).contains("1 crm: ERROR");
        assertThat(done("checks", project, "remove", 1, 3).out()).doesNotContain("1 crm", "3 crm");
        refused(1, "checks", project, "remove", 1);
        assertThat(last(add("required", "--column", "email")).path("id").intValue())
                .isEqualTo(3);
    }

    @Test
    void whatCannotBeIsRefusedInOneLine() {
        assertThat(refused(1, "checks", project, "add", "required", "--source", "crm", "--column", "emial"))
                .contains("emial");
        refused(1, "checks", project, "add", "required", "--source", "nowhere", "--column", "email");
        refused(1, "checks", project, "add", "pattern", "--source", "crm", "--column", "email", "--pattern", "((");
        refused(1, "checks", project, "add", "range", "--source", "crm", "--column", "created_at", "--from", "soon");
        refused(1, "checks", project, "add", "range", "--source", "crm", "--column", "created_at");
        refused(1, "checks", project, "add", "nothing", "--source", "crm");
        refused(1, "checks", project, "add", "required", "--source", "crm", "--column", "email", "--tolerance", "200%");
        refused(1, "checks", project, "add", "expression", "--source", "crm", "--rule", "email = ");
        assertThat(run("checks", project, "add", "required", "--column", "email")
                        .status())
                .isEqualTo(2);
        assertThat(run("checks", project, "remove", "first").status()).isEqualTo(2);
        assertThat(done("checks", project, "--json").json().path("checks").size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1, 2]",
                "{\"checks\": [3]}",
                "{\"checks\": [{\"source\": \"crm\", \"kind\": \"set\", \"column\": \"email\", \"values\": []}]}",
                "{\"checks\": [{\"source\": \"crm\", \"kind\": \"freshness\", \"column\": \"email\", \"days\": 1.5}]}",
                "{\"checks\": [{\"source\": \"crm\", \"kind\": \"conditional\", \"when\": \"everyone\", \"then\": {\"kind\": \"row_count\"}}]}"
            })
    void aFileThatStatesNoChecksIsRefused(String text) throws IOException {
        var file = Files.writeString(folder.resolve("checks.json"), text);
        refused(1, "checks", project, "--define", file);
    }

    @Test
    void aFileReplacesOnlyTheChecksOfItsSources() throws IOException {
        done("import", project, customers, "--as", "customers", "--source", "other");
        add("required", "--column", "email");
        done("checks", project, "add", "required", "--source", "other", "--column", "email");
        var file = Files.writeString(
                folder.resolve("checks.json"),
                "{\"checks\": [{\"source\": \"crm\", \"kind\": \"unique\", \"column\": \"email\"}]}");

        var checks = done("checks", project, "--define", file, "--json").json().path("checks");

        assertThat(checks.values().stream()
                        .map(one -> one.path("source").stringValue() + " "
                                + one.path("kind").stringValue()))
                .isEqualTo(List.of("other required", "crm unique"));
    }
}
