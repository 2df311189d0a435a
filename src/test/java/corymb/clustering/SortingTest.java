package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.work.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers come in the order of the JDK's own sort. */
class SortingTest {
    private static double[] numbers(int count, int different) {
        var chance = new SplittableRandom(count);
        return IntStream.range(0, count)
                .mapToDouble(_ -> switch (chance.nextInt(50)) {
                    case 0 -> Double.NaN;
                    case 1 -> -0.0;
                    case 2 -> Double.NEGATIVE_INFINITY;
                    default -> chance.nextInt(-different, different) / 4.0;
                })
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 1_000, 65_536, 65_537, 300_001})
    void numbersAndTheirPlacesComeInOrder(int count) {
        double[] numbers = numbers(count, 1_000);
        double[] expected = numbers.clone();
        Arrays.sort(expected);
        assertThat(Arrays.equals(Sorting.ascending(numbers, Progress.NONE), expected))
                .isTrue();
        int[] places = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> numbers[place]))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(Arrays.equals(Sorting.places(numbers, Progress.NONE), places))
                .isTrue();
    }

    @Test
    void whatWasGivenStaysAsItIs() {
        double[] numbers = {2, 1};
        Sorting.ascending(numbers, Progress.NONE);
        assertThat(numbers).containsExactly(2, 1);
    }
}
