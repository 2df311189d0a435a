package corymb.project;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where a result goes among others of its kind. */
final class Placing {
    private Placing() {}

    /** The list with {@code item} in the place of the first one that it replaces, else at the end. */
    static <T> List<Made<T>> inPlace(List<Made<T>> list, Made<T> item, Predicate<T> isReplaced) {
        var longer = new ArrayList<Made<T>>();
        boolean isPlaced = false;
        for (var other : list) {
            if (!isReplaced.test(other.value())) {
                longer.add(other);
            } else if (!isPlaced) {
                longer.add(item);
                isPlaced = true;
            }
        }
        if (!isPlaced) {
            longer.add(item);
        }
        return longer;
    }

    /** The list with {@code item} at its end, and without those that were made by the same plan. */
    static <T> List<Made<T>> asNewest(List<Made<T>> list, Made<T> item, Function<T, ?> plan) {
        var others = without(list, other -> plan.apply(other).equals(plan.apply(item.value())));
        return Stream.concat(others.stream(), Stream.of(item)).toList();
    }

    static <T> List<Made<T>> without(List<Made<T>> list, Predicate<T> isRemoved) {
        return list.stream().filter(made -> !isRemoved.test(made.value())).toList();
    }
}
