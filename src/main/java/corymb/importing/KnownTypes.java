package corymb.importing;

import corymb.importing.FoundCell.Kind;
import corymb.table.ColumnType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a file itself says of the types of its columns. */
final class KnownTypes {
    private static final Set<Kind> NUMBERS = Set.of(Kind.INTEGER, Kind.DECIMAL);
    private static final Set<Kind> TIMES = Set.of(Kind.DATE, Kind.TIMESTAMP);
    private static final double NEARLY_ALL = 0.9;

    private KnownTypes() {}

    /** The type of nearly all values; nothing where they are of several. */
    static Optional<ColumnType> of(Collection<Kind> kinds) {
        var present = kinds.stream()
                .filter(kind -> kind != Kind.BLANK && kind != Kind.ERROR)
                .toList();
        if (present.isEmpty()) {
            return Optional.empty();
        }
        if (isNearlyAll(present, NUMBERS)) {
            return Optional.of(present.contains(Kind.DECIMAL) ? ColumnType.DECIMAL : ColumnType.INTEGER);
        }
        if (isNearlyAll(present, TIMES)) {
            return Optional.of(present.contains(Kind.TIMESTAMP) ? ColumnType.TIMESTAMP : ColumnType.DATE);
        }
        if (isNearlyAll(present, Set.of(Kind.BOOLEAN))) {
            return Optional.of(ColumnType.BOOLEAN);
        }
        return present.stream().allMatch(Kind.TEXT::equals) ? Optional.of(ColumnType.TEXT) : Optional.empty();
    }

    private static boolean isNearlyAll(List<Kind> present, Set<Kind> wanted) {
        return present.stream().filter(wanted::contains).count() >= NEARLY_ALL * present.size();
    }
}
