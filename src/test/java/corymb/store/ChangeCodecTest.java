package corymb.store;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.clustering.Beginning;
import corymb.clustering.Belonging;
import corymb.clustering.Candidate;
import corymb.clustering.Choice;
import corymb.clustering.ClusterPlan;
import corymb.clustering.Clustering;
import corymb.clustering.Frame;
import corymb.clustering.Soundness;
import corymb.clustering.Succession;
import corymb.preparation.PreparationPlan;
import corymb.preparation.Step;
import corymb.project.Change;
import corymb.project.GroupChange;
import corymb.project.Made;
import corymb.quality.ColumnDetail;
import corymb.quality.ColumnProfile;
import corymb.quality.DistinctCount;
import corymb.quality.Duplicates;
import corymb.quality.Histogram;
import corymb.quality.NumberSummary;
import corymb.quality.QualityReport;
import corymb.quality.Quantile;
import corymb.quality.Shapes;
import corymb.quality.SourceProfile;
import corymb.quality.SourceQuality;
import corymb.quality.TextLengths;
import corymb.quality.TimeCoverage;
import corymb.quality.UnusualDay;
import corymb.quality.ValueCount;
import corymb.sql.Relation;
import corymb.table.ColumnType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeCodecTest {
    private final ChangeCodec codec = new ChangeCodec();

    private static Change report(ColumnDetail detail, SourceProfile profile) {
        var column = new ColumnProfile(
                "size",
                ColumnType.DECIMAL,
                1,
                0,
                new DistinctCount(5, false),
                "1",
                "9",
                new NumberSummary(5, 2, 3, 5, 7),
                List.of(new ValueCount("1", 2)),
                Histogram.NONE,
                detail);
        var quality = new SourceQuality(
                "items", 10, List.of(), List.of(column), List.of(), new Duplicates(0, 0), profile, List.of());
        return new Change.QualityAssessed(
                new Made<>(1, List.of(), Instant.EPOCH, 0, new QualityReport(Instant.EPOCH, List.of(quality))));
    }

    @Test
    void aProfileIsReadAsItWasWritten() {
        var detail = new ColumnDetail(
                new DistinctCount(4, true),
                0,
                List.of(new Quantile(0.5, Double.NaN)),
                true,
                List.of(new ValueCount("9", 1)),
                new TextLengths(1, 2.5, 4),
                new Shapes(List.of(new ValueCount("9", 9)), 9));
        var day = LocalDate.of(2026, 1, 5);
        var coverage = new TimeCoverage(
                "at",
                TimeCoverage.Unit.WEEK,
                List.of(new TimeCoverage.Period(day, 3)),
                List.of(new TimeCoverage.Gap(day, day)),
                List.of(),
                List.of(new UnusualDay(day, 3, 40.5, 22, 61)),
                1);
        var change = report(detail, new SourceProfile(List.of(), SourceProfile.NONE.missingness(), List.of(coverage)));
        assertThat(codec.read(codec.write(change))).isEqualTo(change);
    }

    /** What files of before told of a column and a source ends with the histogram and the duplicates. */
    @Test
    void whatOlderFilesDoNotTellIsReadAsNothing() {
        var change = report(ColumnDetail.NONE, SourceProfile.NONE);
        var older = codec.write(change)
                .replaceAll(",\"detail\":\\{.*?\"shapes\":\\{[^}]*\\}\\}", "")
                .replaceAll(",\"profile\":\\{.*?\"coverage\":\\[\\]\\}", "");
        assertThat(older).doesNotContain("shapes").doesNotContain("coverage");
        assertThat(codec.read(older)).isEqualTo(change);
    }

    /** Before there were several methods, the plan of a clustering held the choices of k-means itself. */
    @Test
    void aClusteringOfAnOlderFileIsOneByKMeans() {
        var plan = ClusterPlan.of(List.of("age"));
        var candidate = new Candidate(2, 5, 0.5, 10, 3, List.of());
        var clustering = new Clustering(
                plan,
                List.of(candidate),
                new Choice(2, "Two."),
                List.of(),
                List.of(),
                Frame.NONE,
                Belonging.NONE,
                Optional.empty(),
                Soundness.NONE,
                Succession.NONE,
                new Relation("members_1", new corymb.table.Schema(List.of()), 0),
                Optional.empty());
        var change = new GroupChange.Clustered(new Made<>(1, List.of(), Instant.EPOCH, 0, clustering));
        var older = codec.write(change)
                .replaceAll(
                        "\"method\":\\{.*?300\\}",
                        "\"minClusters\":2,\"maxClusters\":12,\"starts\":3,\"maxRounds\":300")
                .replace(",\"scores\":[]", "")
                .replace(",\"columns\":[\"age\"]", "")
                .replaceAll(",\"frame\":.*?,\"members\"", ",\"members\"")
                .replaceAll(",\"preparation\":\\{\"steps\".*?\"weight\":[^}]*(?=\\})", "");
        assertThat(older)
                .doesNotContain("KMeans")
                .doesNotContain("scores")
                .doesNotContain("soundness")
                .doesNotContain("preparation")
                .doesNotContain("beginning")
                .contains("maxRounds");
        assertThat(codec.read(older)).isEqualTo(change);
    }

    @Test
    void aPreparationIsKeptWithItsSteps() {
        var preparation = new PreparationPlan(List.of(
                new Step.Impute(List.of(), Step.Fill.MEDIAN),
                new Step.Transform(List.of("age"), Step.Curve.YEO_JOHNSON),
                new Step.EncodeTarget(List.of("town"), "age", 10),
                new Step.Components(List.of(), 3)));
        var clustering = new Clustering(
                ClusterPlan.of(List.of("age", "town"))
                        .prepared(preparation)
                        .beginning(new Beginning.Groups(List.of("age"), List.of(List.of(1.0), List.of(2.5))))
                        .weighing(Optional.of("orders")),
                List.of(),
                new Choice(2, "Two."),
                List.of(),
                List.of(),
                Frame.NONE,
                Belonging.NONE,
                Optional.empty(),
                Soundness.NONE,
                Succession.NONE,
                new Relation("members_1", new corymb.table.Schema(List.of()), 0),
                Optional.empty());
        var change = new GroupChange.Clustered(new Made<>(1, List.of(), Instant.EPOCH, 0, clustering));
        assertThat(codec.read(codec.write(change))).isEqualTo(change);
    }
}
