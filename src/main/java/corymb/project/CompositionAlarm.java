package corymb.project;

import corymb.quality.ColumnChange;
import corymb.segment.RuleParts;
import corymb.segment.RuleParts.Part;
import corymb.segment.RuleParts.What;
import corymb.segment.Segment;
import corymb.stats.DistributionShift;
import corymb.work.Progress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A segment that is made up quite otherwise than it was, when its members were found last by the same rule; its size may have stayed.
 * Members of before are looked at as they were then, so that what the rule asks for is no difference by itself.
 *
 * @param name the segment
 * @param features what moved far (a population stability index of {@value DistributionShift#LARGE} or more), farthest first; empty
 *     too where undo does not lead back to the features of then
 * @param part the condition of the rule by which most came or went, where those were a fifth of the segment or more and more than
 *     come or go by chance
 */
public record CompositionAlarm(String name, List<ColumnChange.Moved> features, Optional<Part> part) {
    /** Where fewer of a segment come and go, or no more than by chance, nobody is asked what they are like. */
    private static final double LOOKED_AT = 0.1;

    /** From this part of the segment on, what a condition did is told. */
    private static final double TOLD = 0.2;

    public CompositionAlarm {
        features = List.copyOf(features);
    }

    /**
     * Those of all segments of a project, the farthest first.
     *
     * <p>Cost: that of {@link SegmentDrift#since} for each segment of which a tenth or more came or went when its members were found
     * last.
     */
    public static List<CompositionAlarm> of(ProjectFile file, Progress progress) {
        var moved = file.history().present().segments().stream()
                .filter(made -> isMuchMoved(made.value()))
                .toList();
        var alarms = Stream.<CompositionAlarm>builder();
        for (int place = 0; place < moved.size(); place++) {
            var own = progress.between((double) place / moved.size(), (place + 1.0) / moved.size());
            of(file, moved.get(place), own).ifPresent(alarms::add);
        }
        return alarms.build()
                .sorted(Comparator.comparingDouble(CompositionAlarm::farthest).reversed())
                .toList();
    }

    private double farthest() {
        return features.stream()
                .mapToDouble(moved -> moved.shift().stability())
                .max()
                .orElse(0);
    }

    private static boolean isMuchMoved(Segment segment) {
        long movers = segment.moves().entered() + segment.moves().left();
        return movers >= LOOKED_AT * segment.countBefore() && SizeAlarm.isBeyondChance(movers, movers);
    }

    private static Optional<CompositionAlarm> of(ProjectFile file, Made<Segment> made, Progress progress) {
        var ledger = SegmentLedger.of(file.history(), made.value().name());
        var versions = ledger.versions();
        if (versions.size() < 2 || !isOfOneRule(versions.get(versions.size() - 2), ledger.now())) {
            return Optional.empty();
        }
        var before = versions.get(versions.size() - 2);
        var features = features(file, ledger, before, progress.between(0, 0.5));
        var parts = SegmentDrift.parts(file, ledger, before, progress.between(0.5, 1));
        parts.ifPresent(found -> file.engine().drop(found.turned().name()));
        var part = parts.flatMap(found -> most(found, made.value()));
        return features.isEmpty() && part.isEmpty()
                ? Optional.empty()
                : Optional.of(new CompositionAlarm(made.value().name(), features, part));
    }

    /** Who edits a rule knows that other people are meant. */
    private static boolean isOfOneRule(Made<Segment> before, Made<Segment> now) {
        return before.value().plan().rule().equals(now.value().plan().rule());
    }

    private static List<ColumnChange.Moved> features(
            ProjectFile file, SegmentLedger ledger, Made<Segment> before, Progress progress) {
        var now = file.history().present().features().orElseThrow().value();
        var known = file.history()
                .earlier()
                .filter(project -> project.segments().contains(before))
                .flatMap(project -> project.features().stream())
                .filter(features -> before.inputs().contains(features.id()))
                .findFirst();
        if (known.isEmpty()) {
            return List.of();
        }
        var then = known.get().value();
        file.bring(then, progress.untold());
        var same = FeatureDrift.same(then, now);
        return SegmentDrift.moved(
                        file,
                        new SegmentDrift.Described(ledger.members(before), then.table()),
                        new SegmentDrift.Described(ledger.members(ledger.now()), now.table()),
                        progress)
                .stream()
                .filter(moved -> same.contains(moved.column()))
                .filter(moved -> moved.shift().stability() >= DistributionShift.LARGE)
                .toList();
    }

    private static Optional<Part> most(RuleParts parts, Segment segment) {
        return parts.parts().stream()
                .filter(part -> part.what() == What.CONDITION)
                .max(Comparator.comparingLong(part -> part.entered() + part.left()))
                .filter(part -> {
                    long turned = Math.max(part.entered(), part.left());
                    return turned >= TOLD * segment.countBefore()
                            && SizeAlarm.isBeyondChance(turned, part.entered() + part.left());
                });
    }
}
