package corymb.experiment;

import corymb.experiment.Simulation.Rate;
import java.util.Locale;

/** Says what simulated tests have shown. */
final class SimulationWords {
    private SimulationWords() {}

    static String of(Simulation result) {
        return found(result) + " " + falseAlarms(result);
    }

    private static String found(Simulation result) {
        return "A test with %s customers over %d %s finds the effect in %s of cases."
                .formatted(
                        String.format(Locale.ROOT, "%,d", result.crowd().enrolled()),
                        result.plan().design().days(),
                        result.plan().design().days() == 1 ? "day" : "days",
                        Words.percent(result.power().value()));
    }

    private static String falseAlarms(Simulation result) {
        var once = result.days().getLast().falsePositiveRate();
        var peeking = result.days().getLast().peekingFalsePositiveRate();
        return switch (result.plan().design().peek()) {
            case NEVER -> "When there is no effect it still finds one in %s of cases.".formatted(share(once));
            case DAILY ->
                "When there is no effect, %s of cases are called a success all the same%s."
                        .formatted(share(peeking), inflation(once, peeking));
        };
    }

    private static String inflation(Rate once, Rate peeking) {
        return peeking.value() <= once.value()
                ? ""
                : ": looking every day and stopping at the first significant result raises the false positive rate from "
                        + share(once);
    }

    private static String share(Rate rate) {
        return Words.percent(rate.value());
    }
}
