package corymb.cli;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a command has to say: the keys of its JSON document, and the same in words. */
final class Reply {
    private final Map<String, Object> keys = new LinkedHashMap<>();
    private Runnable afterwards = () -> {};
    private boolean hasFailed;
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
