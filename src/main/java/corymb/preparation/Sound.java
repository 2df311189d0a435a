package corymb.preparation;

import corymb.work.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What values that were learnt have to be, whether they were just learnt or come from a file. */
final class Sound {
    private Sound() {}

    /** Leaves with a problem where a number is not finite. */
    static void require(double... values) {
        require(Arrays.stream(values).allMatch(Double::isFinite));
    }

    /** Leaves with a problem where a number is not finite. */
    static void require(Collection<Double> values) {
        require(values.stream().allMatch(Double::isFinite));
    }

    static void require(boolean isSound) {
        if (!isSound) {
            throw new Problem(
                            "What was learnt of the columns makes no sense: a number is too large, or the file is damaged.",
                            "preparation",
                            "Leave out columns with very large numbers.")
                    .asFailure();
        }
    }

    static Map<String, List<String>> copy(Map<String, List<String>> levels) {
        return levels.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, level -> List.copyOf(level.getValue())));
    }
}
