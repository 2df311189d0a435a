package corymb.ui.quality;

import corymb.quality.Finding;
import corymb.quality.QualityReport;
import corymb.quality.SourceQuality;
import java.util.Comparator;
import java.util.List;

/** A finding and the source it was made in. */
record SourceFinding(String source, Finding finding) {
    private static final Comparator<SourceFinding> GRAVEST_FIRST = Comparator.comparing(
                    (SourceFinding found) -> found.finding().severity())
            .thenComparingLong(found -> found.finding().rows())
            .reversed();

    static List<SourceFinding> of(SourceQuality quality) {
        return quality.findings().stream()
                .map(finding -> new SourceFinding(quality.source(), finding))
                .toList();
    }

    /** The gravest of all sources, those of most rows first. */
    static List<SourceFinding> gravest(QualityReport report, int count) {
        return report.sources().stream()
                .flatMap(quality -> of(quality).stream())
                .sorted(GRAVEST_FIRST)
                .limit(count)
                .toList();
    }
}
