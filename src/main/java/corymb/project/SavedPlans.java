package corymb.project;

import corymb.work.NearName;
import corymb.work.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plans that a project keeps under names, to be used again.
 *
 * @param <P> what is planned
 * @param plans by name
 */
public record SavedPlans<P>(List<Saved<P>> plans) {
    private static final int LONGEST_NAME = 100;

    public SavedPlans {
        plans = List.copyOf(plans);
    }

    /** A plan under a name. */
    public record Saved<P>(String name, P plan) {}

    public static <P> SavedPlans<P> none() {
        return new SavedPlans<>(List.of());
    }

    public Optional<Saved<P>> find(String name) {
        return plans.stream().filter(saved -> saved.name().equals(name)).findFirst();
    }

    /** The first name that a plan is kept under. */
    public Optional<String> name(P plan) {
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
    public SavedPlans<P> with(String name, P plan) {
        var wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            throw new Problem("A name has 1 to " + LONGEST_NAME + " letters.", "", "Write another one.").asFailure();
        }
        return new SavedPlans<>(Stream.concat(
                        plans.stream().filter(saved -> !saved.name().equals(wanted)),
                        Stream.of(new Saved<>(wanted, plan)))
                .sorted(Comparator.comparing(Saved::name))
                .toList());
    }

    /**
     * With the plan of one name under another.
     *
     * @throws corymb.work.Failure when there is none, or the other name is taken, empty or too long
     */
    public SavedPlans<P> renamed(String from, String to) {
        var wanted = to.strip();
        var plan = require(from).plan();
        if (!from.equals(wanted) && find(wanted).isPresent()) {
            throw new Problem("“" + wanted + "” is there already.", "", "Choose another name.").asFailure();
        }
        return without(from).with(wanted, plan);
    }

    /**
     * Without the plan of that name.
     *
     * @throws corymb.work.Failure when there is none
     */
    public SavedPlans<P> without(String name) {
        var removed = require(name);
        return new SavedPlans<>(
                plans.stream().filter(saved -> !saved.equals(removed)).toList());
    }

    /**
     * The plan of that name.
     *
     * @throws corymb.work.Failure when there is none
     */
    public Saved<P> require(String name) {
        return find(name)
                .orElseThrow(() -> new Problem(
                                "Nothing is saved under that name.",
                                name,
                                NearName.remedy(
                                        name, plans.stream().map(Saved::name).toList()))
                        .asFailure());
    }
}
