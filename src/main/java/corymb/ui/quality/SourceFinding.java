package corymb.ui.quality;

import corymb.quality.Finding;
import corymb.quality.SourceQuality;
import java.util.List;

/** A finding and the source it was made in. */
record SourceFinding(String source, Finding finding) {
    static List<SourceFinding> of(SourceQuality quality) {
        return quality.findings().stream()
                .map(finding -> new SourceFinding(quality.source(), finding))
                .toList();
    }
}
