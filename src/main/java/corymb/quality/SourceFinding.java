package corymb.quality;

import corymb.importing.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A finding and the source it was made in.
 *
 * @param source the source's name
 * @param finding the finding
 * @param others findings that tell of the same in other ways, as of rows that are there more than once
 */
public record SourceFinding(String source, Finding finding, List<Finding> others) {
    public SourceFinding {
        others = List.copyOf(others);
    }

    public SourceFinding(String source, Finding finding) {
        this(source, finding, List.of());
    }

    /** All findings of a source, each by itself. */
    public static List<SourceFinding> of(SourceQuality quality) {
        return quality.findings().stream()
                .map(finding -> new SourceFinding(quality.source(), finding))
                .toList();
    }

    /**
     * The findings of all sources that harm most what follows, the gravest first.
     *
     * @param sources the sources as they are; of others nothing is told
     */
    public static List<SourceFinding> worst(QualityReport report, List<Source> sources, int most) {
        var found = new ArrayList<Harmful>();
        for (var source : sources) {
            report.sources().stream()
                    .filter(quality -> quality.source().equals(source.name()))
                    .flatMap(quality -> folded(quality).stream())
                    .forEach(each -> found.add(new Harmful(each, Harm.of(each.finding(), source))));
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(each -> -each.harm()))
                .limit(most)
                .map(Harmful::finding)
                .toList();
    }

    private record Harmful(SourceFinding finding, double harm) {}

    /** The findings of a source with those of its duplicates as one: the same rows are found in several ways. */
    private static List<SourceFinding> folded(SourceQuality quality) {
        var duplicates = quality.findings().stream()
                .filter(SourceFinding::isOfDuplicates)
                .toList();
        return quality.findings().stream()
                .filter(finding -> !isOfDuplicates(finding) || finding.equals(duplicates.getFirst()))
                .map(finding -> new SourceFinding(
                        quality.source(),
                        finding,
                        isOfDuplicates(finding) ? duplicates.subList(1, duplicates.size()) : List.of()))
                .toList();
    }

    private static boolean isOfDuplicates(Finding finding) {
        var check = finding.check();
        return check instanceof Check.RepeatedRow
                || check instanceof Check.RepeatedKey
                || check instanceof Check.SamePerson
                || (check instanceof Check.Alike alike && !alike.isAcross());
    }
}
