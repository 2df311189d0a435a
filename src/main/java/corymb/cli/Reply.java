package corymb.cli;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import corymb.work.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a command has to say: the keys of its JSON document, and the same in words. */
final class Reply {
    private final Map<String, Object> keys = new LinkedHashMap<>();
    private Runnable afterwards = () -> {};
    private boolean hasFailed;
    private Optional<Problem> why = Optional.empty();
    private final StringBuilder words = new StringBuilder();

    /** Has something done once the reply is printed. */
    Reply then(Runnable action) {
        afterwards = action;
        return this;
    }

    Runnable afterwards() {
        return afterwards;
    }

    /** Lets the command end as a failed one, although it could do its work. */
    Reply failed() {
        hasFailed = true;
        return this;
    }

    /** The same with one line that says why; what else there is to say stays a result. */
    Reply failed(Problem problem) {
        why = Optional.of(problem);
        return failed();
    }

    Optional<Problem> why() {
        return why;
    }

    boolean hasFailed() {
        return hasFailed;
    }

    /** Adds a key of the JSON document. */
    Reply key(String name, Object value) {
        keys.put(name, value);
        return this;
    }

    /** Adds a line for people. */
    @FormatMethod
    Reply line(@FormatString String format, Object... values) {
        words.append(format.formatted(values)).append(System.lineSeparator());
        return this;
    }

    Map<String, Object> keys() {
        return keys;
    }

    String words() {
        return words.toString();
    }
}
