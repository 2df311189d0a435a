package corymb.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.privacy.Permission;
import corymb.privacy.Withheld;
import corymb.project.FilledProject;
import corymb.project.ProjectFile;
import corymb.report.ExportPlan.Format;
import corymb.report.ExportPlan.Kind;
import corymb.work.Failure;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class TableExportTest {
    @TempDir
    private Path folder;

    private ProjectFile file;

    @BeforeEach
    void fill() {
        file = FilledProject.create(folder);
        FilledProject.define(file, "Buyers", "frequency >= 1");
        FilledProject.define(file, "Swiss", "country = \"CH\"");
    }

    @AfterEach
    void close() {
        file.close();
    }

    private Export export(Kind kind, String which, Permission permission, Format format) {
        var plan = new ExportPlan(kind, which, permission, folder.resolve("out"), format);
        return TableExport.run(file, plan, FilledProject.CLOCK, Progress.NONE);
    }

    @Test
    void segmentRowsAreItsMembersWithWhoTheyAre() throws IOException {
        var export = export(Kind.SEGMENTS, "Swiss", new Permission.NoConsentsHeld(), Format.CSV);
        var lines = Files.readAllLines(folder.resolve("out"));
        assertThat(lines.getFirst()).isEqualTo("segment,customer_id,email,given_name,country");
        assertThat(lines.get(1)).isEqualTo("Swiss,C0002,c2@example.org,Given2,CH");
        assertThat(export.rows()).isEqualTo(lines.size() - 1).isEqualTo(100);
    }

    @Test
    void withoutANameEverySegmentIsTaken() {
        var export = export(Kind.SEGMENTS, "", new Permission.NoConsentsHeld(), Format.CSV);
        long buyers =
                file.history().present().segment("Buyers").orElseThrow().value().count();
        assertThat(export.rows()).isEqualTo(buyers + 100);
    }

    @Test
    void aPurposeWithholdsAllWhoDidNotAgreeAndThePreviewSaysSoBefore() {
        FilledProject.addConsents(file);
        var purpose = new Permission.ForPurpose("newsletter");
        var preview = TableExport.preview(file, Kind.CUSTOMERS, "", purpose, Progress.NONE);
        assertThat(preview).isEqualTo(new ExportPreview(300, 225, new Withheld(75, 75, 75)));
        var export = export(Kind.CUSTOMERS, "", purpose, Format.CSV);
        assertThat(export.rows()).isEqualTo(preview.rows()).isEqualTo(75);
        assertThat(export.withheld()).isEqualTo(preview.withheld());
    }

    @Test
    void theAuditKeepsWhatWasTakenAndWhy() {
        FilledProject.addConsents(file);
        var export = export(
                Kind.SEGMENTS, "Swiss", new Permission.WithoutConsent("Recall of a faulty product"), Format.JSON);
        var entry = file.audit().getLast();
        assertThat(entry.action()).isEqualTo("export");
        assertThat(entry.at()).isEqualTo(FilledProject.CLOCK.instant());
        assertThat(entry.detail())
                .isEqualTo("segments “Swiss” without consent (Recall of a faulty product): 100 rows as JSON,"
                        + " none withheld, sha256 " + export.sha256());
    }

    @Test
    void jsonIsOneArrayWithAnObjectARow() throws IOException {
        export(Kind.FEATURES, "", new Permission.NoConsentsHeld(), Format.JSON);
        var rows = new JsonMapper().readTree(Files.readString(folder.resolve("out")));
        assertThat(rows.size()).isEqualTo(300);
        assertThat(rows.get(6).get("customer_id").asString()).isEqualTo("C0006");
        assertThat(rows.get(6).get("frequency").asInt()).isEqualTo(6);
        assertThat(rows.get(0).get("recency_days").isNull()).isTrue();
    }

    @Test
    void consentsThatAreHeldMustBeHeeded() {
        FilledProject.addConsents(file);
        assertThatThrownBy(() -> export(Kind.CUSTOMERS, "", new Permission.NoConsentsHeld(), Format.CSV))
                .isInstanceOf(Failure.class);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void tablesThatAreNotThereYetSayWhichStepMakesThem() {
        for (var kind : new Kind[] {Kind.RECOMMENDATIONS, Kind.CLUSTERS, Kind.QUALITY, Kind.EXPERIMENTS}) {
            assertThatThrownBy(() -> export(kind, "", new Permission.NoConsentsHeld(), Format.CSV))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.problem().remedy()).contains("first"));
        }
        assertThatThrownBy(() -> export(Kind.SEGMENTS, "Nobody", new Permission.NoConsentsHeld(), Format.CSV))
                .isInstanceOf(Failure.class);
    }
}
