package corymb.project;

import corymb.segment.SegmentPlan;
import corymb.segment.Segmentation;
import corymb.work.Problem;
import corymb.work.Progress;

/** The steps of the journey about segments. */
public final class SegmentSteps {
    private final Journey journey;
    private final ProjectFile file;

    SegmentSteps(Journey journey, ProjectFile file) {
        this.journey = journey;
        this.file = file;
    }

    /**
     * Finds the members of a segment.
     *
     * @throws corymb.work.Failure when the rule does not fit, or asks for the segment itself by way of others
     */
    public Change define(SegmentPlan plan, Progress progress) {
        if (file.history().present().segmentsBehind(plan.rule()).contains(plan.name())) {
            throw new Problem(
                            "“" + plan.name() + "” would be in its own rule.",
                            plan.ruleBrief(),
                            "Ask for what makes its members, not for the segment or one that rests on it.")
                    .asFailure();
        }
        return new Change.SegmentDefined(journey.made(
                Lineage.ofSegment(file.history().present(), plan),
                id -> Segmentation.run(file.engine(), journey.population(), plan, "segment_" + id, progress)));
    }

    /**
     * Removes a segment.
     *
     * @throws corymb.work.Failure when another asks for its members
     */
    public Change remove(String name) {
        file.history().present().segments().stream()
                .map(Made::value)
                .filter(segment -> segment.plan().rule().segments().contains(name))
                .findFirst()
                .ifPresent(user -> {
                    throw new Problem(
                                    "“" + name + "” is in the rule of “" + user.name() + "”.",
                                    user.plan().ruleBrief(),
                                    "Change that rule first.")
                            .asFailure();
                });
        return new Change.SegmentRemoved(name);
    }
}
