package corymb.ui.kit;

import java.util.List;
import java.util.Optional;

/**
 * How something was made, so that it can be judged and made again.
 *
 * @param title what was made
 * @param words the plan in a sentence or two
 * @param facts what decided it and what came of it
 * @param inputs what it was made of, and when that was made
 * @param query the question that was asked of the rows, where it was one
 * @param command the command line that does the same; empty where there is none
 * @param beyond what the command line cannot say of the plan; empty when it says all
 */
public record Explanation(
        String title,
        String words,
        List<Fact> facts,
        List<Fact> inputs,
        Optional<String> query,
        Optional<String> command,
        List<String> beyond) {
    public Explanation {
        facts = List.copyOf(facts);
        inputs = List.copyOf(inputs);
        beyond = List.copyOf(beyond);
    }

    /** A name and its value. */
    public record Fact(String name, String value) {
        /** A fact whose name stands under that key. */
        public static Fact of(String key, Object value) {
            return new Fact(Texts.of(key), String.valueOf(value));
        }
    }
}
