package corymb.cli;

import corymb.quality.ColumnChange;
import corymb.quality.ColumnFacts;
import corymb.quality.ImportComparison;
import corymb.quality.ImportFacts;
import corymb.stats.DistributionShift;
import java.util.List;
import java.util.Map;

/** Two imports side by side as JSON and in words. */
final class ComparisonValues {
    private ComparisonValues() {}

    static Map<String, Object> of(ImportComparison comparison) {
        return JsonValues.object(
                "source",
                comparison.plan().source(),
                "before",
                of(comparison.before()),
                "after",
                of(comparison.after()),
                "findings",
                comparison.findings().stream()
                        .map(finding -> JsonValues.object(
                                "severity",
                                finding.severity(),
                                "column",
                                finding.column(),
                                "message",
                                finding.message()))
                        .toList(),
                "columns",
                comparison.columns().stream().map(ComparisonValues::of).toList());
    }

    private static Map<String, Object> of(ImportFacts facts) {
        return JsonValues.object(
                "import",
                facts.number(),
                "file",
                facts.file(),
                "at",
                facts.at().toString(),
                "rows",
                facts.counts().rows(),
                "accepted",
                facts.counts().accepted(),
                "rejected",
                facts.counts().rejected(),
                "duplicates",
                facts.counts().duplicates());
    }

    private static Map<String, Object> of(ColumnChange change) {
        return switch (change) {
            case ColumnChange.Gone(var column, var type) ->
                JsonValues.object("name", column, "change", "gone", "type", type);
            case ColumnChange.New(var column, var type) ->
                JsonValues.object("name", column, "change", "new", "type", type);
            case ColumnChange.OtherType(var column, var before, var after) ->
                JsonValues.object("name", column, "change", "changed_type", "type", after, "typeBefore", before);
            case ColumnChange.Kept kept -> both(kept.column(), kept.type(), kept.before(), kept.after());
            case ColumnChange.Moved moved -> {
                var values = both(moved.column(), moved.type(), moved.before(), moved.after());
                values.putAll(of(moved.shift()));
                yield values;
            }
        };
    }

    private static Map<String, Object> both(String column, Object type, ColumnFacts before, ColumnFacts after) {
        return JsonValues.object(
                "name",
                column,
                "change",
                "kept",
                "type",
                type,
                "missingBefore",
                before.missingShare().value(),
                "missingAfter",
                after.missingShare().value(),
                "distinctBefore",
                before.distinct(),
                "distinctAfter",
                after.distinct(),
                "medianBefore",
                before.median(),
                "medianAfter",
                after.median());
    }

    private static Map<String, Object> of(DistributionShift shift) {
        return JsonValues.object(
                "psi",
                shift.stability(),
                "kullbackLeibler",
                shift.divergence(),
                "jensenShannonDistance",
                shift.distance(),
                "pValue",
                shift.pValue());
    }

    static void tell(ImportComparison comparison, Reply reply) {
        reply.line(
                "%s, import %d beside import %d:",
                comparison.plan().source(),
                comparison.plan().later(),
                comparison.plan().earlier());
        if (comparison.findings().isEmpty()) {
            reply.line("  Nothing stands out.");
        }
        comparison.findings().forEach(finding -> reply.line("  %s", finding.message()));
        for (var facts : List.of(comparison.before(), comparison.after())) {
            var counts = facts.counts();
            reply.line(
                    "  import %d  %s: %,d rows, %,d accepted, %,d rejected, %,d repeated",
                    facts.number(),
                    facts.file(),
                    counts.rows(),
                    counts.accepted(),
                    counts.rejected(),
                    counts.duplicates());
        }
        comparison.columns().forEach(column -> tell(column, reply));
    }

    private static void tell(ColumnChange change, Reply reply) {
        switch (change) {
            case ColumnChange.Gone _, ColumnChange.New _, ColumnChange.OtherType _ -> {}
            case ColumnChange.Kept kept -> reply.line("  %s: %s", kept.column(), figures(kept.before(), kept.after()));
            case ColumnChange.Moved moved ->
                reply.line(
                        "  %s: %s; PSI %.3f, Jensen-Shannon distance %.3f",
                        moved.column(),
                        figures(moved.before(), moved.after()),
                        moved.shift().stability(),
                        moved.shift().distance());
        }
    }

    private static String figures(ColumnFacts before, ColumnFacts after) {
        return "missing %.1f %% (%.1f %% before), %,d different values (%,d before)"
                .formatted(
                        after.missingShare().percent(),
                        before.missingShare().percent(),
                        after.distinct(),
                        before.distinct());
    }
}
