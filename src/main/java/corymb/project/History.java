package corymb.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The project through time. Undo is a step to the value before; nothing is ever reversed.
 *
 * @param past the steps that led here, oldest first
 * @param present the project as it stands
 * @param future the steps that were undone, the next to redo last
 */
public record History(List<Step> past, Project present, List<Change> future) {
    /** A step and the project before it. */
    public record Step(Project before, Change change) {}

    public static final History EMPTY = new History(List.of(), Project.EMPTY, List.of());

    public History {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    /** Takes a step; what had been undone can no longer be redone. */
    public History commit(Change change) {
        return new History(append(past, new Step(present, change)), change.applyTo(present), List.of());
    }

    public Optional<History> undo() {
        if (past.isEmpty()) {
            return Optional.empty();
        }
        var step = past.getLast();
        return Optional.of(new History(past.subList(0, past.size() - 1), step.before(), append(future, step.change())));
    }

    public Optional<History> redo() {
        if (future.isEmpty()) {
            return Optional.empty();
        }
        var change = future.getLast();
        return Optional.of(new History(
                append(past, new Step(present, change)),
                change.applyTo(present),
                future.subList(0, future.size() - 1)));
    }

    /** Every change that is kept: those that led here, then those that can be redone, in the order of their happening. */
    public Stream<Change> changes() {
        return Stream.concat(past.stream().map(Step::change), future.reversed().stream());
    }

    private static <T> List<T> append(List<T> list, T item) {
        var longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
