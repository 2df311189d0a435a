package corymb.ui.sources;

import corymb.importing.ColumnPlan;
import corymb.importing.Mode;
import corymb.importing.Recipe;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.importing.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How the rows of a file on its way in meet those that are there under the same name. */
public final class MeetingModel {
    /** What becomes of the rows that are there. */
    public enum How {
        /** They stay, and the new ones come behind them. */
        APPEND,
        /** Those with the same key give way. */
        UPSERT,
        /** They go. */
        REPLACE
    }

    private final ReadOnlyObjectWrapper<Optional<Source>> existing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<How> how = new SimpleObjectProperty<>(How.REPLACE);
    private final BooleanProperty keepsRepeated = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<String>> key = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> keyChoices = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.REPLACE);

    MeetingModel() {
        how.addListener((_, _, _) -> decide());
        keepsRepeated.addListener((_, _, _) -> decide());
        key.addListener((_, _, _) -> decide());
        existing.addListener((_, _, _) -> decide());
    }

    /** The source that is there under the name; empty for a new one. */
    public ReadOnlyObjectProperty<Optional<Source>> existingProperty() {
        return existing.getReadOnlyProperty();
    }

    public ObjectProperty<How> howProperty() {
        return how;
    }

    /** Whether appended rows that are there already come in again. */
    public BooleanProperty keepsRepeatedProperty() {
        return keepsRepeated;
    }

    /** The columns that tell a row from the others. */
    public ReadOnlyObjectProperty<List<String>> keyProperty() {
        return key.getReadOnlyProperty();
    }

    /** The columns that could. */
    public ReadOnlyObjectProperty<List<String>> keyChoicesProperty() {
        return keyChoices.getReadOnlyProperty();
    }

    /** What all of this comes to. */
    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    /** Puts a column into the key or takes it out; the last one stays. */
    public void keyBy(String column, boolean isKey) {
        var chosen = new ArrayList<>(key.get());
        chosen.remove(column);
        if (isKey) {
            chosen.add(column);
        }
        if (!chosen.isEmpty()) {
            key.set(List.copyOf(chosen));
        }
    }

    /** Takes up what is there under the name. */
    void meet(Optional<Source> source) {
        existing.set(source);
    }

    /** Takes up how rows met before. */
    void likeBefore(Mode before) {
        switch (before) {
            case Mode.Replace _ -> how.set(How.REPLACE);
            case Mode.Append(var keeps) -> {
                keepsRepeated.set(keeps);
                how.set(How.APPEND);
            }
            case Mode.Upsert(var columns) -> {
                key.set(columns);
                how.set(How.UPSERT);
            }
        }
    }

    /** Takes up where the columns of the file go now, and whether rows get ids besides. */
    void offer(Role role, List<ColumnPlan> columns, boolean isNumbered) {
        var ids = isNumbered ? Stream.of("id") : Stream.<String>empty();
        var stored = Stream.concat(ids, columns.stream().flatMap(MeetingModel::stored))
                .toList();
        keyChoices.set(stored);
        if (key.get().isEmpty() || !stored.containsAll(key.get())) {
            var usual = isNumbered ? List.of("id") : Recipe.key(role, columns);
            key.set(stored.containsAll(usual) ? usual : stored.stream().limit(1).toList());
        }
    }

    private static Stream<String> stored(ColumnPlan column) {
        return switch (column.target()) {
            case Target.ToField(var field) -> Stream.of(field);
            case Target.Attribute(var attribute) -> Stream.of(attribute);
            case Target.Ignored() -> Stream.empty();
        };
    }

    private void decide() {
        mode.set(
                existing.get().isEmpty()
                        ? Mode.REPLACE
                        : switch (how.get()) {
                            case REPLACE -> Mode.REPLACE;
                            case APPEND -> new Mode.Append(keepsRepeated.get());
                            case UPSERT -> key.get().isEmpty() ? Mode.APPEND : new Mode.Upsert(key.get());
                        });
    }
}
