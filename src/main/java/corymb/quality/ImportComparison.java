package corymb.quality;

import java.util.List;

/**
 * Two imports of a source side by side.
 *
 * @param plan which
 * @param before the earlier one
 * @param after the later one
 * @param columns what became of each column, in the order of the later, those that are gone last
 * @param findings what a person should know of it, what matters most first; empty when nothing stands out
 */
public record ImportComparison(
        ComparisonPlan plan,
        ImportFacts before,
        ImportFacts after,
        List<ColumnChange> columns,
        List<ComparisonFinding> findings) {
    public ImportComparison {
        columns = List.copyOf(columns);
        findings = List.copyOf(findings);
    }
}
