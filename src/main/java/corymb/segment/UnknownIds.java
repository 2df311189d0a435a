package corymb.segment;

import corymb.rule.Rule;
import corymb.sql.Engine;
import corymb.sql.Expression.TextConstant;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The ids on a list of customers that are nobody's.
 *
 * @param listed how many different ids are on the list
 * @param unknown those that are nobody's, in the order of the list
 */
public record UnknownIds(int listed, List<String> unknown) {
    public UnknownIds {
        unknown = List.copyOf(unknown);
    }

    /** The ids in a text that a person pastes or a file that holds nothing else: with blanks, commas or lines between them. */
    public static List<String> read(String text) {
        return Arrays.stream(text.replace("\uFEFF", "").split("[\\s,;\"]+", -1))
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    /** The rule that takes these customers. */
    public static Optional<Rule> rule(List<String> ids) {
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rule.OneOf(
                        Population.ID, ids.stream().map(TextConstant::new).collect(Collectors.toUnmodifiableList())));
    }

    /** Looks for those a rule lists; empty where it lists none. */
    public static Optional<UnknownIds> of(Engine engine, Population population, Rule rule, Progress progress) {
        var ids = rule.leaves()
                .filter(leaf ->
                        leaf instanceof Rule.OneOf oneOf && oneOf.field().equals(Population.ID))
                .flatMap(leaf -> ((Rule.OneOf) leaf).values().stream())
                .filter(TextConstant.class::isInstance)
                .map(value -> ((TextConstant) value).value())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(new UnknownIds(ids.size(), unknown(engine, population, ids, progress)));
    }

    private static List<String> unknown(Engine engine, Population population, Set<String> ids, Progress progress) {
        var known = engine.table(
                Segmentation.members(population, rule(List.copyOf(ids)).orElseThrow()), progress);
        var found = IntStream.range(0, known.rowCount())
                .mapToObj(row -> known.text(row, Population.ID))
                .collect(Collectors.toSet());
        return ids.stream().filter(id -> !found.contains(id)).toList();
    }
}
