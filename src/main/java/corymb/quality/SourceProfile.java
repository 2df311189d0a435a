package corymb.quality;

import java.util.List;

/**
 * What the columns of a source say together.
 *
 * @param associations which go together, one part a measure that has at least two columns to compare
 * @param missingness which go missing together
 * @param coverage which times the rows cover, one part a column of times
 */
public record SourceProfile(List<Associations> associations, Missingness missingness, List<TimeCoverage> coverage) {
    /** Nothing known, as of reports from before these figures were kept. */
    public static final SourceProfile NONE = new SourceProfile(List.of(), Missingness.NONE, List.of());

    public SourceProfile {
        associations = List.copyOf(associations);
        coverage = List.copyOf(coverage);
    }
}
