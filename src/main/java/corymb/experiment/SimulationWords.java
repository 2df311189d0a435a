package corymb.experiment;

import corymb.experiment.Simulation.Rate;
import java.util.Locale;

/** Says what simulated tests have shown. */
final class SimulationWords {
    private SimulationWords() {}

    static String of(Simulation result) {
        return found(result) + " " + stops(result) + falseAlarms(result);
    }

    private static String found(Simulation result) {
        var design = result.plan().design();
        var sentence = "A test with %s customers over %d %s finds the effect in %s of cases"
                .formatted(
                        String.format(Locale.ROOT, "%,d", result.crowd().enrolled()),
                        design.days(),
                        design.days() == 1 ? "day" : "days",
                        share(result.power()));
        var wrong = result.rates().wrongDirection();
        return wrong.value() == 0
                ? sentence + "."
                : sentence + ", " + share(wrong) + " of all cases with the wrong direction.";
    }

    private static String stops(Simulation result) {
        var early = result.rates().stoppedEarly();
        return early.value() == 0 ? "" : "In " + share(early) + " it stops before the last day. ";
    }

    private static String falseAlarms(Simulation result) {
        var sentence = "When there is no effect, %s of cases are called a success all the same"
                .formatted(share(result.falsePositiveRate()));
        var once = result.days().getLast().falsePositiveRate();
        return switch (result.plan().design().peek()) {
            case NEVER -> sentence + ".";
            case DAILY ->
                once.value() >= result.falsePositiveRate().value()
                        ? sentence + "."
                        : sentence + ", against " + share(once)
                                + " when the result is read once at the end: looking every day and stopping at the first"
                                + " significant result raises the false positive rate.";
        };
    }

    private static String share(Rate rate) {
        return Words.percent(rate.value());
    }
}
