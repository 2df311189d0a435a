package corymb.quality;

import java.time.Instant;
import java.util.List;

/**
 * How good the sources are.
 *
 * @param asOf the time that later times count as future of
 * @param sources one part for each source
 */
public record QualityReport(Instant asOf, List<SourceQuality> sources) {
    public QualityReport {
        sources = List.copyOf(sources);
    }

    /** The score of the weakest source: what is computed from all of them is no better than that. */
    public double score() {
        return sources.stream().mapToDouble(SourceQuality::score).min().orElse(100);
    }
}
