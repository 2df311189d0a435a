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

    /** The mean score of the sources weighted by the logarithm of their rows, so that events do not drown customers. */
    public double score() {
        double weight = sources.stream().mapToDouble(QualityReport::weight).sum();
        double total = sources.stream()
                .mapToDouble(source -> weight(source) * source.score())
                .sum();
        return weight == 0 ? 100 : total / weight;
    }

    private static double weight(SourceQuality source) {
        return Math.log1p((double) source.rows());
    }
}
