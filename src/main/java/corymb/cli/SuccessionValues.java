package corymb.cli;

import corymb.clustering.Belonging;
import corymb.clustering.Succession;
import java.util.stream.IntStream;

/** What became of groups, for people and for scripts. */
final class SuccessionValues {
    private SuccessionValues() {}

    static Reply describe(Succession since, Reply reply) {
        reply.key(
                "since",
                JsonValues.object(
                        "isKnown", since.isKnown(),
                        "names", since.names(),
                        "successors", since.successors(),
                        "moved", since.moved().shared(),
                        "adjustedRand", since.moved().adjustedRand(),
                        "mutualInformation", since.moved().mutualInformation(),
                        "both", since.moved().rows(),
                        "movedShare", since.movedShare(),
                        "grownShare", since.grownShare(),
                        "arrived", since.arrived(),
                        "left", since.left(),
                        "drift",
                                since.drift().stream()
                                        .map(drift -> JsonValues.object(
                                                "cluster",
                                                drift.cluster(),
                                                "distance",
                                                drift.distance(),
                                                "chance",
                                                drift.chance()))
                                        .toList(),
                        "silhouetteBefore", since.silhouetteBefore(),
                        "silhouette", since.silhouette()));
        if (!since.isKnown()) {
            return reply.line("These groups were not found before by the same plan.");
        }
        reply.line(
                "%,d new %s, %,d gone; of the %,d others %.1f %% went to another group.",
                since.arrived(),
                since.arrived() == 1 ? "customer" : "customers",
                since.left(),
                since.moved().rows(),
                100 * since.movedShare());
        reply.line("Silhouette %.3f, before %.3f.", since.silhouette(), since.silhouetteBefore());
        IntStream.range(0, since.names().size())
                .filter(old -> since.successors().get(old) >= 0)
                .forEach(old -> reply.line(
                        "  %d: %,d stayed in %s",
                        since.successors().get(old),
                        since.moved().shared(old, since.successors().get(old)),
                        since.names().get(old)));
        return reply;
    }

    /** The same of groups that are kept, with what to do about them. */
    static Reply describeAgeing(Succession since, Belonging belonging, Reply reply) {
        describe(since, reply.key("advice", since.advice()).key("belonging", belonging.words()));
        reply.line("%s", belonging.words());
        return reply.line(
                "%s",
                switch (since.advice()) {
                    case KEEP -> "The groups still hold.";
                    case WATCH -> "The groups begin to age: look at them again soon.";
                    case RETRAIN -> "The groups describe other customers than there are now: look for groups again.";
                });
    }
}
