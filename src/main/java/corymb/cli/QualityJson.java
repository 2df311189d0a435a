package corymb.cli;

import corymb.quality.Associations;
import corymb.quality.Check;
import corymb.quality.ColumnProfile;
import corymb.quality.DimensionScore;
import corymb.quality.Finding;
import corymb.quality.Missingness;
import corymb.quality.Severity;
import corymb.quality.SourceQuality;
import corymb.quality.TextLengths;
import corymb.quality.TimeCoverage;
import corymb.quality.ValueCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of the quality of a source, as JSON. */
final class QualityJson {
    private QualityJson() {}

    static Map<String, Object> source(SourceQuality quality) {
        return JsonValues.object(
                "source",
                quality.source(),
                "rows",
                quality.rows(),
                "score",
                quality.score(),
                "dimensions",
                quality.dimensions().stream().map(QualityJson::dimension).toList(),
                "columns",
                quality.columns().stream()
                        .map(column -> column(column, quality))
                        .toList(),
                "findings",
                quality.findings().stream().map(QualityJson::finding).toList(),
                "checks",
                quality.stated().stream().map(FailOn::json).toList(),
                "duplicates",
                JsonValues.object(
                        "exact",
                        quality.duplicates().exact(),
                        "near",
                        quality.duplicates().near()),
                "associations",
                quality.profile().associations().stream()
                        .map(QualityJson::associations)
                        .toList(),
                "missingTogether",
                together(quality.profile().missingness()),
                "coverage",
                quality.profile().coverage().stream().map(QualityJson::coverage).toList());
    }

    private static Map<String, Object> dimension(DimensionScore side) {
        return JsonValues.object(
                "dimension", side.dimension(), "score", side.score(), "explanation", side.explanation());
    }

    private static Map<String, Object> column(ColumnProfile column, SourceQuality quality) {
        var json = JsonValues.object(
                "name",
                column.name(),
                "type",
                column.type(),
                "missing",
                column.missing(),
                "unreadable",
                column.unreadable(),
                "distinct",
                column.distinct().values(),
                "minimum",
                column.minimum(),
                "maximum",
                column.maximum(),
                "top",
                counts(column.top()));
        if (column.detail().isKnown()) {
            json.putAll(detail(column));
        }
        if (column.type().isNumeric()) {
            json.putAll(numbers(column, quality));
        }
        return json;
    }

    private static Map<String, Object> detail(ColumnProfile column) {
        var detail = column.detail();
        return JsonValues.object(
                "distinctIsApproximate",
                column.distinct().isApproximate(),
                "unique",
                detail.unique().values(),
                "infinite",
                detail.infinite(),
                "bottom",
                counts(detail.bottom()),
                "lengths",
                detail.lengths().equals(TextLengths.NONE)
                        ? Optional.empty()
                        : JsonValues.object(
                                "minimum",
                                detail.lengths().shortest(),
                                "mean",
                                detail.lengths().mean(),
                                "maximum",
                                detail.lengths().longest()),
                "patterns",
                JsonValues.object(
                        "rows",
                        detail.shapes().rows(),
                        "top",
                        counts(detail.shapes().most())));
    }

    private static Map<String, Object> numbers(ColumnProfile column, SourceQuality quality) {
        var quantiles = new LinkedHashMap<String, Object>();
        column.detail().quantiles().forEach(quantile -> quantiles.put("" + quantile.share(), quantile.value()));
        return JsonValues.object(
                "mean",
                column.numbers().mean(),
                "deviation",
                column.numbers().deviation(),
                "quantiles",
                quantiles,
                "quantilesAreApproximate",
                column.detail().areQuantilesApproximate(),
                "outliers",
                quality.findings().stream()
                        .filter(finding -> finding.check() instanceof Check.Outlier outlier
                                && outlier.column().equals(column.name()))
                        .mapToLong(Finding::rows)
                        .sum());
    }

    private static List<Map<String, Object>> counts(List<ValueCount> counts) {
        return counts.stream()
                .map(count -> JsonValues.object("value", count.value(), "rows", count.rows()))
                .toList();
    }

    private static Map<String, Object> associations(Associations associations) {
        return JsonValues.object(
                "measure",
                associations.measure(),
                "sampledRows",
                associations.rows(),
                "columns",
                associations.columns(),
                "leftOut",
                associations.leftOut(),
                "pairs",
                associations.pairs().stream()
                        .map(pair ->
                                JsonValues.object("left", pair.left(), "right", pair.right(), "value", pair.value()))
                        .toList());
    }

    private static Map<String, Object> together(Missingness missingness) {
        return JsonValues.object(
                "completeRows",
                missingness.complete(),
                "sets",
                missingness.sets().stream()
                        .map(set -> JsonValues.object("columns", set.columns(), "rows", set.rows()))
                        .toList());
    }

    private static Map<String, Object> coverage(TimeCoverage coverage) {
        return JsonValues.object(
                "column",
                coverage.column(),
                "unit",
                coverage.unit(),
                "periods",
                periods(coverage.periods()),
                "gaps",
                coverage.gaps().stream()
                        .map(gap -> JsonValues.object("from", gap.from(), "to", gap.to()))
                        .toList(),
                "bursts",
                periods(coverage.bursts()),
                "future",
                coverage.future());
    }

    private static List<Map<String, Object>> periods(List<TimeCoverage.Period> periods) {
        return periods.stream()
                .map(period -> JsonValues.object("start", period.start(), "rows", period.rows()))
                .toList();
    }

    private static Map<String, Object> finding(Finding finding) {
        var json = JsonValues.object(
                "check",
                finding.check().label(),
                "severity",
                finding.severity(),
                "column",
                finding.column(),
                "rows",
                finding.rows(),
                "message",
                finding.message(),
                "cost",
                finding.cost(),
                "stated",
                finding.check() instanceof Check.Stated);
        if (finding.check() instanceof Check.Stated stated) {
            json.put("id", stated.check().id());
            json.put("tolerance", stated.check().tolerance().value());
            json.put("passed", finding.severity() == Severity.NOTE);
        }
        return json;
    }
}
