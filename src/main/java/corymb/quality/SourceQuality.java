package corymb.quality;

import java.util.List;

/**
 * How good one source is.
 *
 * @param source its name
 * @param rows its accepted rows
 * @param dimensions its scores by side of quality
 * @param columns what each column holds
 * @param findings what is wrong with it, gravest first
 * @param duplicates rows that are there more than once
 * @param profile what its columns say together
 * @param stated what the checks that people stated for it came to, those that are on
 */
public record SourceQuality(
        String source,
        long rows,
        List<DimensionScore> dimensions,
        List<ColumnProfile> columns,
        List<Finding> findings,
        Duplicates duplicates,
        SourceProfile profile,
        List<CheckResult> stated) {
    public SourceQuality {
        dimensions = List.copyOf(dimensions);
        columns = List.copyOf(columns);
        findings = List.copyOf(findings);
        stated = List.copyOf(stated);
    }

    SourceQuality with(List<DimensionScore> scores, List<Finding> found, List<CheckResult> results) {
        return new SourceQuality(source, rows, scores, columns, found, duplicates, profile, results);
    }

    /** The score of its weakest side, 0 to 100: rows that are twice are not made up for by times that are right. */
    public double score() {
        return dimensions.stream().mapToDouble(DimensionScore::score).min().orElse(100);
    }
}
