package corymb.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row before it is written: its right values, then the faults that are planted in it. */
final class Draft {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** Sets a right value. */
    Draft set(String column, String value) {
        values.put(column, value);
        return this;
    }

    String get(String column) {
        return values.getOrDefault(column, "");
    }

    /** Spoils a value with some probability, unless it is missing or spoiled already. */
    void spoil(String column, Flaw flaw, Chance chance) {
        var right = get(column);
        if (!chance.happens(flaw.rate()) || right.isEmpty() || isSpoiled(column)) {
            return;
        }
        var wrong = flaw.change().apply(right, chance);
        if (!wrong.equals(right)) {
            values.put(column, wrong);
            faults.add(new Fault(column, flaw.kind(), wrong, right));
        }
    }

    private boolean isSpoiled(String column) {
        return faults.stream().anyMatch(fault -> fault.column().equals(column));
    }

    Collection<String> values() {
        return Collections.unmodifiableCollection(values.values());
    }

    List<Fault> faults() {
        return Collections.unmodifiableList(faults);
    }

    /** One planted error. */
    record Fault(String column, String kind, String found, String right) {}

    /** A way to go wrong, and how often it happens. */
    record Flaw(String kind, double rate, Change change) {}

    /** What a slip makes of a right value. */
    @FunctionalInterface
    interface Change {
        String apply(String right, Chance chance);
    }
}
