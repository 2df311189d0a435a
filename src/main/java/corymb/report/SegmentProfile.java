package corymb.report;

import corymb.privacy.Permission;
import corymb.privacy.PurposeCount;
import corymb.privacy.Withheld;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.ProjectFile;
import corymb.segment.Contrast;
import corymb.segment.ContrastPlan;
import corymb.segment.Overlap;
import corymb.segment.Segment;
import corymb.work.Progress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a colleague should know of a segment; nothing in it tells of one customer.
 *
 * @param made the segment
 * @param contrast in what it differs from everybody else; empty where it has too few customers to say so without telling of them, or all
 * @param shared how many customers it shares with each other segment, where there are any, the most first
 * @param consents what its customers said to each purpose they were asked about; empty where the project holds no consents
 */
public record SegmentProfile(
        Made<Segment> made, Optional<Contrast> contrast, List<Shared> shared, List<Consent> consents) {
    /** Of fewer customers than this, or fewer others, nothing is told but their number. */
    public static final int FEWEST = 10;

    public SegmentProfile {
        shared = List.copyOf(shared);
        consents = List.copyOf(consents);
    }

    /** How many customers another segment shares with this one. */
    public record Shared(String segment, long customers) {}

    /** How many customers may be used for a purpose, and why the others may not. */
    public record Consent(String purpose, long permitted, Withheld withheld) {}

    public static SegmentProfile of(ProjectFile file, Journey journey, Made<Segment> made, Progress progress) {
        var segment = made.value();
        boolean isTold = segment.count() >= FEWEST && segment.population() - segment.count() >= FEWEST;
        return new SegmentProfile(
                made,
                isTold
                        ? Optional.of(journey.segments()
                                .contrast(ContrastPlan.ofOne(segment.name()), progress.between(0, 0.6)))
                        : Optional.empty(),
                shared(file, segment, progress.between(0.6, 0.8)),
                consents(file, segment, progress.between(0.8, 1)));
    }

    private static List<Shared> shared(ProjectFile file, Segment segment, Progress progress) {
        var segments =
                file.history().present().segments().stream().map(Made::value).toList();
        return Overlap.of(file.engine(), segments, progress).pairs().stream()
                .filter(pair -> pair.both() > 0)
                .filter(pair ->
                        pair.first().equals(segment.name()) || pair.second().equals(segment.name()))
                .map(pair ->
                        new Shared(pair.first().equals(segment.name()) ? pair.second() : pair.first(), pair.both()))
                .sorted(Comparator.comparingLong(Shared::customers).reversed())
                .toList();
    }

    private static List<Consent> consents(ProjectFile file, Segment segment, Progress progress) {
        return file.history().present().consents().purposes(file.engine(), progress).stream()
                .map(PurposeCount::purpose)
                .map(purpose -> consent(file, segment, purpose, progress))
                .toList();
    }

    private static Consent consent(ProjectFile file, Segment segment, String purpose, Progress progress) {
        var preview = TableExport.preview(
                file, ExportPlan.Kind.SEGMENTS, segment.name(), new Permission.ForPurpose(purpose), progress);
        return new Consent(purpose, preview.rows(), preview.withheld());
    }
}
