package corymb.ui.sources;

import corymb.chart.Numbers;
import corymb.quality.ColumnChange;
import corymb.quality.ColumnFacts;
import corymb.quality.ComparisonFinding;
import corymb.quality.ImportComparison;
import corymb.quality.ImportFacts;
import corymb.quality.Severity;
import corymb.ui.kit.Inspector;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** Two imports side by side: what stands out in sentences first, then where the rows went, then column by column. */
final class ComparisonParts {
    private ComparisonParts() {}

    static List<Node> of(ImportComparison comparison) {
        var parts = new ArrayList<Node>();
        if (comparison.findings().isEmpty()) {
            parts.add(label(Texts.of("sources.nothingStandsOut"), "strong"));
        }
        comparison.findings().forEach(finding -> parts.add(finding(finding)));
        parts.add(label(Texts.of("sources.rows"), "card-title"));
        parts.add(rows(comparison.before()));
        parts.add(rows(comparison.after()));
        parts.add(label(Texts.of("sources.columns"), "card-title"));
        comparison.columns().forEach(column -> figures(column).ifPresent(parts::add));
        parts.add(label(Texts.of("sources.psi"), "muted"));
        return parts;
    }

    private static Label finding(ComparisonFinding finding) {
        return label(finding.message(), style(finding.severity()));
    }

    private static String style(Severity severity) {
        return switch (severity) {
            case ERROR -> "state-problem";
            case WARNING -> "state-stale";
            case NOTE -> "muted";
        };
    }

    private static Label label(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private static Node rows(ImportFacts facts) {
        var numbers = Numbers.local();
        return Inspector.fact(
                Texts.of("sources.importOf", facts.number(), facts.file()),
                Texts.of(
                        "sources.besideCounts",
                        numbers.count(facts.counts().rows()),
                        numbers.count(facts.counts().accepted()),
                        numbers.count(facts.counts().rejected()),
                        numbers.count(facts.counts().duplicates())));
    }

    /** What a column came to; of those that only one has, the sentences say all. */
    private static Optional<Node> figures(ColumnChange change) {
        return switch (change) {
            case ColumnChange.Gone _, ColumnChange.New _, ColumnChange.OtherType _ -> Optional.empty();
            case ColumnChange.Kept kept ->
                Optional.of(Inspector.fact(kept.column(), words(kept.before(), kept.after())));
            case ColumnChange.Moved moved -> {
                var shift = moved.shift();
                var fact = Inspector.fact(
                        moved.column(),
                        words(moved.before(), moved.after())
                                + Texts.of("sources.moved", Numbers.local().fixed(shift.stability(), 2)));
                Tooltip.install(
                        fact,
                        new Tooltip(Texts.of("sources.distance", Numbers.local().fixed(shift.distance(), 3))));
                yield Optional.of(fact);
            }
        };
    }

    private static String words(ColumnFacts before, ColumnFacts after) {
        var numbers = Numbers.local();
        return Texts.of(
                "sources.besideColumn",
                numbers.percent(after.missingShare().value()),
                numbers.percent(before.missingShare().value()),
                numbers.count(after.distinct()),
                numbers.count(before.distinct()));
    }
}
