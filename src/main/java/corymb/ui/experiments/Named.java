package corymb.ui.experiments;

import corymb.ui.kit.Texts;
import corymb.work.Problem;

/** Takes the name that a person gives a test. */
final class Named {
    private Named() {}

    static String required(String name) {
        if (name.isBlank()) {
            throw new Problem(Texts.of("experiments.noName"), "", Texts.of("experiments.giveName")).asFailure();
        }
        return name.strip();
    }
}
