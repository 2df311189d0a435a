package corymb.store;

import corymb.project.History;
import corymb.sql.Relation;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far back undo reaches: some steps in any case, and beyond them as far as the rows kept for nothing else take no more room
 * than that.
 *
 * @param steps how many steps can be undone whatever room their rows take
 * @param bytes the room for rows that only earlier states have
 */
record Retention(int steps, long bytes) {
    static final Retention USUAL = new Retention(10, 512L << 20);

    /** The history with as many steps settled as need be; {@code sizes} are the bytes of each stored relation. */
    History settle(History history, Map<String, Long> sizes) {
        var kept = names(Stream.of(history.present().relations(), undone(history)));
        long extra = 0;
        int reach = 0;
        for (var state : history.earlier().skip(1).toList()) {
            extra += state.relations()
                    .map(Relation::name)
                    .filter(kept::add)
                    .mapToLong(name -> sizes.getOrDefault(name, 0L))
                    .sum();
            if (reach >= steps && extra > bytes) {
                return history.settled(history.past().size() - reach);
            }
            reach++;
        }
        return history;
    }

    /** The names of all relations that undo and redo can come back to. */
    static Set<String> reachable(History history) {
        return names(history.earlier().map(state -> state.relations())).stream()
                .collect(Collectors.collectingAndThen(Collectors.toSet(), names -> {
                    undone(history).map(Relation::name).forEach(names::add);
                    return names;
                }));
    }

    private static Stream<Relation> undone(History history) {
        return history.future().stream().flatMap(change -> change.relations().stream());
    }

    private static Set<String> names(Stream<Stream<Relation>> relations) {
        return relations.flatMap(each -> each).map(Relation::name).collect(Collectors.toCollection(HashSet::new));
    }
}
