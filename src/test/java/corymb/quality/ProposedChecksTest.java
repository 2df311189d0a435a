package corymb.quality;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.FileDetection;
import corymb.importing.FileImport;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.quality.ProposedChecks.Proposal;
import corymb.sql.DuckDbEngine;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is proposed holds for the source as it is. */
class ProposedChecksTest {
    private static final Instant AS_OF = Instant.parse("2026-02-01T00:00:00Z");

    private final DuckDbEngine engine = DuckDbEngine.open();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    private Source imported(String name, Role role, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name + ".csv"), text);
        var detected = FileDetection.detect(file, Progress.NONE);
        var plan = ImportPlan.of(name, role, detected, MappingProposal.propose(detected, role));
        return FileImport.run(engine, plan, name, Progress.NONE);
    }

    private List<Proposal> proposed(List<Source> sources, StatedChecks stated) {
        var report = QualityAssessment.run(engine, sources, stated, AS_OF, Progress.NONE);
        var run = new CheckRun(engine, sources, AS_OF);
        return IntStream.range(0, sources.size())
                .boxed()
                .flatMap(i ->
                        ProposedChecks.of(run, sources.get(i), report.sources().get(i), stated, Progress.NONE).stream())
                .toList();
    }

    /** Customers 0 to 99, of whom one has no family name and one an odd postcode; their orders, one a day in January, the last of a stranger. */
    private List<Source> shop() throws IOException {
        var customers = IntStream.range(0, 100)
                .mapToObj(i -> "K%03d,%s,%d,%s,%d"
                        .formatted(
                                i,
                                i == 7 ? "" : "Name" + (char) ('a' + i % 20),
                                i == 9 ? 123 : 10_000 + i % 50,
                                i % 3 == 0 ? "gold" : "silver",
                                i % 30 + 1))
                .collect(Collectors.joining("\n", "customer_id,family_name,postcode,level,points\n", "\n"));
        var orders = IntStream.range(0, 100)
                .mapToObj(i -> "K%03d,2026-01-%02d 10:00:00,%d".formatted(i == 99 ? 999 : i, i * 31 / 100 + 1, i))
                .collect(Collectors.joining("\n", "customer_id,timestamp,value\n", "\n"));
        return List.of(imported("crm", Role.CUSTOMERS, customers), imported("orders", Role.EVENTS, orders));
    }

    @Test
    void whatTheProfileShowsIsProposed() throws IOException {
        assertThat(proposed(shop(), StatedChecks.NONE).stream()
                        .map(proposal -> proposal.check().source() + ": "
                                + proposal.check().sentence()))
                .contains(
                        "crm: id is never missing",
                        "crm: id is unique",
                        "crm: id has the pattern [A-Z][0-9]{3}",
                        "crm: family_name is never missing",
                        "crm: postcode has the pattern [0-9]{5}",
                        "crm: level is one of gold, silver",
                        "crm: points is from 0 to 30",
                        "crm: there are 50 to 200 rows",
                        "orders: timestamp never goes back",
                        "orders: the newest timestamp is at most 7 days old",
                        "orders: customer_id is among the id of crm")
                .doesNotContain("crm: family_name is unique", "orders: customer_id is unique");
    }

    @Test
    void whatIsProposedPasses() throws IOException {
        var sources = shop();
        var stated = StatedChecks.NONE;
        for (var proposal : proposed(sources, stated)) {
            assertThat(proposal.reason()).isNotBlank();
            stated = stated.and(proposal.check());
        }
        var report = QualityAssessment.run(engine, sources, stated, AS_OF, Progress.NONE);

        assertThat(report.sources().stream().flatMap(source -> source.stated().stream()))
                .hasSizeGreaterThan(12)
                .allMatch(CheckResult::isPassed);
        assertThat(proposed(sources, stated))
                .as("what is stated is not proposed again")
                .isEmpty();
    }

    @Test
    void ofAHandfulOfRowsNothingIsConcluded() throws IOException {
        var few = imported("few", Role.CUSTOMERS, "customer_id,email\na,a@example.org\nb,b@example.org\n");
        assertThat(proposed(List.of(few), StatedChecks.NONE)).isEmpty();
    }
}
