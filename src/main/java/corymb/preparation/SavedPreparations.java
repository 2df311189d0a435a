package corymb.preparation;

import corymb.work.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plans of preparation that a project keeps under names, to be used again.
 *
 * @param plans by name
 */
public record SavedPreparations(List<Saved> plans) {
    public static final SavedPreparations NONE = new SavedPreparations(List.of());

    private static final int LONGEST_NAME = 100;

    public SavedPreparations {
        plans = List.copyOf(plans);
    }

    /** A plan under a name. */
    public record Saved(String name, PreparationPlan plan) {}

    public Optional<Saved> find(String name) {
        return plans.stream().filter(saved -> saved.name().equals(name)).findFirst();
    }

    /** The first name that a plan is kept under. */
    public Optional<String> name(PreparationPlan plan) {
        return plans.stream()
                .filter(saved -> saved.plan().equals(plan))
                .map(Saved::name)
                .findFirst();
    }

    /**
     * With a plan, in the place of another of that name.
     *
     * @throws corymb.work.Failure when the name is empty or too long
     */
    public SavedPreparations with(String name, PreparationPlan plan) {
        var wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            throw new Problem("A name has 1 to " + LONGEST_NAME + " letters.", "", "Write another one.").asFailure();
        }
        return new SavedPreparations(Stream.concat(
                        plans.stream().filter(saved -> !saved.name().equals(wanted)),
                        Stream.of(new Saved(wanted, plan)))
                .sorted(Comparator.comparing(Saved::name))
                .toList());
    }

    /**
     * Without the plan of that name.
     *
     * @throws corymb.work.Failure when there is none
     */
    public SavedPreparations without(String name) {
        var removed = require(name);
        return new SavedPreparations(
                plans.stream().filter(saved -> !saved.equals(removed)).toList());
    }

    /**
     * The plan of that name.
     *
     * @throws corymb.work.Failure when there is none
     */
    public Saved require(String name) {
        return find(name)
                .orElseThrow(() -> new Problem(
                                "There is no preparation of that name.", name, "See corymb preparations PROJECT.")
                        .asFailure());
    }
}
