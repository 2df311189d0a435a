package corymb.project;

import java.time.Instant;
import java.util.List;

/**
 * A result with its place in the lineage.
 *
 * @param id unique in its project and never used again
 * @param inputs the ids of the results it was computed from
 * @param at when it was made
 * @param seconds how long the work took
 * @param value the result, which carries its plan
 */
public record Made<T>(long id, List<Long> inputs, Instant at, double seconds, T value) {
    public Made {
        inputs = List.copyOf(inputs);
    }
}
