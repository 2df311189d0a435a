package corymb.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The checks that people stated in a project, in the order of their stating. */
public record StatedChecks(List<StatedCheck> all) {
    public static final StatedChecks NONE = new StatedChecks(List.of());

    /** Each takes a share of one pass over the rows, and strangers' files are not to ask for more than a machine has. */
    private static final int MOST = 2_000;

    public StatedChecks {
        all = List.copyOf(all);
        if (all.size() > MOST) {
            throw new IllegalArgumentException("A project has at most " + MOST + " checks");
        }
        if (all.stream().map(StatedCheck::id).distinct().count() < all.size()) {
            throw new IllegalArgumentException("Two checks have the same id");
        }
    }

    public List<StatedCheck> of(String source) {
        return all.stream().filter(check -> check.source().equals(source)).toList();
    }

    public Optional<StatedCheck> find(long id) {
        return all.stream().filter(check -> check.id() == id).findFirst();
    }

    /** The same with one more, under an id of its own. */
    public StatedChecks and(StatedCheck check) {
        long last = all.stream().mapToLong(StatedCheck::id).max().orElse(0);
        var more = new ArrayList<>(all);
        more.add(check.withId(last + 1));
        return new StatedChecks(more);
    }

    /** The same with this one in the place of the one with its id. */
    public StatedChecks with(StatedCheck changed) {
        return new StatedChecks(all.stream()
                .map(check -> check.id() == changed.id() ? changed : check)
                .toList());
    }

    public StatedChecks without(long id) {
        return new StatedChecks(all.stream().filter(check -> check.id() != id).toList());
    }

    /** The same without any of a source. */
    public StatedChecks withoutThoseOf(String source) {
        return new StatedChecks(
                all.stream().filter(check -> !check.source().equals(source)).toList());
    }
}
