package corymb.project;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.Role;
import corymb.privacy.Permission;
import corymb.report.ExportPlan;
import corymb.report.TableExport;
import corymb.segment.Overlap;
import corymb.segment.Segmentation;
import corymb.store.SqliteProjectFiles;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole journey through the sample, and the numbers that must agree along it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleJourneyTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T12:00:00Z"), ZoneOffset.UTC);

    private Path folder = Path.of("");
    private final SqliteProjectFiles files = new SqliteProjectFiles(CLOCK);
    private List<StepTaken> steps = List.of();
    private Project project = Project.EMPTY;
    private ProjectFile file;

    @BeforeAll
    void takeTheJourney(@TempDir Path temporary) {
        folder = temporary;
        var path = folder.resolve("sample.corymb");
        History before;
        try (var made = files.create(path)) {
            steps = SampleJourney.run(made, CLOCK, Progress.NONE);
            before = made.history();
        }
        file = files.open(path, Progress.NONE);
        assertThat(file.history()).as("what comes back after closing").isEqualTo(before);
        project = before.present();
    }

    @AfterAll
    void close() {
        file.close();
    }

    @Test
    void everyStopOfTheJourneyHasAResultAndNothingIsStale() {
        assertThat(steps).hasSize(file.history().past().size());
        assertThat(project.sources()).hasSize(8);
        assertThat(Stream.of(Role.values()))
                .allSatisfy(role -> assertThat(project.data(role)).isNotEmpty());
        assertThat(project.quality()).isPresent();
        assertThat(project.segments())
                .isNotEmpty()
                .allSatisfy(made -> assertThat(made.value().count()).isPositive());
        assertThat(project.studies()).hasSize(3);
        assertThat(Lineage.stale(project)).isEmpty();
    }

    @Test
    void acceptedRejectedAndRepeatedAreTheRowsOfEachFile() throws IOException, SQLException {
        for (var made : project.sources()) {
            var source = made.value();
            assertThat(source.accepted() + source.rejected() + source.duplicates())
                    .isEqualTo(source.rows());
            assertThat(source.data().rows()).isEqualTo(source.accepted());
            assertThat(count("rejected_row where source = '" + source.name() + "'"))
                    .isEqualTo(source.rejected());
        }
    }

    @Test
    void aSegmentHasOneSizeWhoeverAsks() throws SQLException {
        var journey = new Journey(file, CLOCK);
        for (var made : project.segments()) {
            var segment = made.value();
            var counted = Segmentation.count(
                    file.engine(), journey.population(), segment.plan().rule(), Progress.NONE);
            assertThat(counted).as("the live count").isEqualTo(segment.count());
            assertThat(count("segment_member where segment = '" + segment.name() + "'"))
                    .isEqualTo(segment.count());
            assertThat(count("(select distinct customer_id from segment_member where segment = '" + segment.name()
                            + "')"))
                    .as("distinct people")
                    .isEqualTo(segment.count());
            var export = export(segment.name());
            assertThat(export.shown()).isEqualTo(segment.count());
            assertThat(export.rows())
                    .isEqualTo(segment.count() - export.withheld().total());
            assertThat(export.withheld().total()).isPositive();
        }
    }

    private corymb.report.Export export(String segment) {
        var out = folder.resolve("out.csv");
        var plan = new ExportPlan(
                ExportPlan.Kind.SEGMENTS,
                segment,
                new Permission.ForPurpose("email_marketing"),
                out,
                ExportPlan.Format.CSV);
        var export = TableExport.run(file, plan, CLOCK, Progress.NONE);
        assertThat(lines(out)).as("lines of the file, its heading among them").isEqualTo(export.rows() + 1);
        return export;
    }

    private static long lines(Path path) {
        try (var lines = Files.lines(path)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theUnionOfSegmentsIsTheirSumLessTheOverlap() throws SQLException {
        var segments = project.segments().stream().map(Made::value).toList();
        var overlap = Overlap.of(file.engine(), segments, Progress.NONE);
        assertThat(count("(select distinct customer_id from segment_member)")).isEqualTo(overlap.union());
        assertThat(count("(select customer_id from segment_member group by customer_id having count(*) > 1)"))
                .isEqualTo(overlap.several());
    }

    @Test
    void everyTableCountsTheSamePeople() throws SQLException {
        long customers = project.customers().orElseThrow().value().customers();
        assertThat(count("customer")).isEqualTo(customers);
        assertThat(count("customer_feature")).isEqualTo(customers);
        assertThat(count("cluster_member")).isEqualTo(customers);
        assertThat(count("(select distinct customer_id from recommendation)"))
                .isEqualTo(project.recommendation().orElseThrow().value().customers());
    }

    private long count(String table) throws SQLException {
        var url = "jdbc:sqlite:" + file.path().toUri().toASCIIString();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
