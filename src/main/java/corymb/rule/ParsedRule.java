package corymb.rule;

import corymb.work.Problem;
import java.util.List;

/** What reading a rule text came to. */
public sealed interface ParsedRule {
    /**
     * The rule.
     *
     * @throws corymb.work.Failure when it is none
     */
    default Rule require() {
        return switch (this) {
            case Parsed(var rule) -> rule;
            case Malformed malformed -> throw malformed.problem().asFailure();
        };
    }

    /** It is a rule. */
    record Parsed(Rule rule) implements ParsedRule {}

    /**
     * It is not a rule.
     *
     * @param position where reading stopped, counted in characters from 0
     * @param found what stands there; empty at the end of the text
     * @param expected what could have stood there
     * @param message the whole story in one sentence
     */
    record Malformed(int position, String found, List<String> expected, String message) implements ParsedRule {
        public Malformed {
            expected = List.copyOf(expected);
        }

        public Problem problem() {
            return new Problem(message, "", "Example: monetary > 200 and country in (\"DE\", \"AT\").");
        }
    }
}
