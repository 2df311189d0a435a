package corymb.repair;

import corymb.work.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Repairs in the order in which they are made, as a person changes the list; steps are counted from 1.
 *
 * @param steps the steps
 */
public record RepairList(List<RepairStep> steps) {
    public RepairList {
        steps = List.copyOf(steps);
    }

    public RepairList and(List<RepairStep> more) {
        return new RepairList(Stream.concat(steps.stream(), more.stream()).toList());
    }

    public RepairList without(List<Integer> numbers) {
        numbers.forEach(this::step);
        var rest = new ArrayList<RepairStep>();
        for (int number = 1; number <= steps.size(); number++) {
            if (!numbers.contains(number)) {
                rest.add(step(number));
            }
        }
        return new RepairList(rest);
    }

    public RepairList switched(int number, boolean isOn) {
        return changed(list -> list.set(number - 1, new RepairStep(step(number).repair(), isOn)), number);
    }

    /** With another repair in a step's place. */
    public RepairList edited(int number, Repair repair) {
        return changed(
                list -> list.set(number - 1, new RepairStep(repair, step(number).isOn())), number);
    }

    public RepairList moved(int number, int to) {
        step(to);
        return changed(list -> list.add(to - 1, list.remove(number - 1)), number);
    }

    private RepairList changed(Consumer<List<RepairStep>> change, int number) {
        step(number);
        var list = new ArrayList<>(steps);
        change.accept(list);
        return new RepairList(list);
    }

    /** The steps before one of them. */
    public List<RepairStep> before(int number) {
        step(number);
        return steps.subList(0, number - 1);
    }

    public RepairStep step(int number) {
        if (number < 1 || number > steps.size()) {
            throw new Problem(
                            "The list has no such repair.",
                            "repair " + number,
                            steps.isEmpty() ? "It has none yet." : "It has " + steps.size() + ", counted from 1.")
                    .asFailure();
        }
        return steps.get(number - 1);
    }
}
