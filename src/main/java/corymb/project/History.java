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
 * @param settled how many of the first steps can no longer be undone, because their rows are no longer kept
 */
public record History(List<Step> past, Project present, List<Change> future, int settled) {
    /** A step and the project before it. */
    public record Step(Project before, Change change) {}

    public static final History EMPTY = new History(List.of(), Project.EMPTY, List.of(), 0);

    public History {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    /** Takes a step; what had been undone can no longer be redone. */
    public History commit(Change change) {
        return new History(append(past, new Step(present, change)), change.applyTo(present), List.of(), settled);
    }

    public Optional<History> undo() {
        if (past.size() <= settled) {
            return Optional.empty();
        }
        var step = past.getLast();
        return Optional.of(
                new History(past.subList(0, past.size() - 1), step.before(), append(future, step.change()), settled));
    }

    public Optional<History> redo() {
        if (future.isEmpty()) {
            return Optional.empty();
        }
        var change = future.getLast();
        return Optional.of(new History(
                append(past, new Step(present, change)),
                change.applyTo(present),
                future.subList(0, future.size() - 1),
                settled));
    }

    /** The same history with its first steps settled. */
    public History settled(int steps) {
        return new History(past, present, future, steps);
    }

    /** Every state that undo can lead to, the present one first. */
    public Stream<Project> earlier() {
        return Stream.concat(
                Stream.of(present),
                past.subList(Math.min(settled, past.size()), past.size()).reversed().stream()
                        .map(Step::before));
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
