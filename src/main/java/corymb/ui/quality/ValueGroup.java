package corymb.ui.quality;

import corymb.repair.CountedText;
import corymb.repair.TextRepair;
import corymb.repair.TextRepair.Decision;
import corymb.repair.ValueCluster;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Values that are likely spellings of the same, and what a person decides about them. */
final class ValueGroup {
    private final BooleanProperty merged = new SimpleBooleanProperty();
    private final StringProperty kept = new SimpleStringProperty();
    private final List<Value> values;
    private boolean isTouched;

    ValueGroup(List<Value> values, String kept, boolean isMerged) {
        this.values = List.copyOf(values);
        this.kept.set(kept);
        this.merged.set(isMerged);
        // Who says what values become wants them to.
        this.kept.addListener((_, before, now) -> merged.set(!now.isBlank() && (before.isBlank() || merged.get())));
    }

    static ValueGroup of(ValueCluster cluster, boolean isMerged) {
        return new ValueGroup(
                cluster.values().stream()
                        .map(value -> new Value(value, Decision.REPLACE))
                        .toList(),
                cluster.usual().strip(),
                isMerged);
    }

    /** A value and what becomes of it; its rows are 0 where they are not known. */
    static final class Value {
        private final CountedText counted;
        private final ObjectProperty<Decision> decision;

        Value(CountedText counted, Decision decision) {
            this.counted = counted;
            this.decision = new SimpleObjectProperty<>(decision);
        }

        String text() {
            return counted.text();
        }

        long rows() {
            return counted.rows();
        }

        ObjectProperty<Decision> decisionProperty() {
            return decision;
        }
    }

    /** Whether the values that are to be merged are. */
    BooleanProperty mergedProperty() {
        return merged;
    }

    /** What they become. */
    StringProperty keptProperty() {
        return kept;
    }

    List<Value> values() {
        return values;
    }

    boolean holds(String text) {
        return values.stream().anyMatch(value -> value.text().equals(text));
    }

    /** Whether a person changed anything. */
    boolean isTouched() {
        return isTouched;
    }

    void onTouched(Runnable told) {
        Runnable touch = () -> {
            isTouched = true;
            told.run();
        };
        merged.addListener((_, _, _) -> touch.run());
        kept.addListener((_, _, _) -> touch.run());
        values.forEach(value -> value.decision.addListener((_, _, _) -> touch.run()));
    }

    /** What a dictionary says of the values. */
    Stream<TextRepair.Entry> entries() {
        return values.stream().flatMap(value -> entry(value).stream());
    }

    private Optional<TextRepair.Entry> entry(Value value) {
        var decision = value.decision.get();
        if (decision != Decision.REPLACE) {
            return Optional.of(new TextRepair.Entry(value.text(), decision, ""));
        }
        boolean isReplaced =
                merged.get() && !kept.get().isBlank() && !value.text().equals(kept.get());
        return isReplaced ? Optional.of(new TextRepair.Entry(value.text(), decision, kept.get())) : Optional.empty();
    }
}
