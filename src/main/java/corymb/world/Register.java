package corymb.world;

import corymb.stats.Seed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The customer numbers that the firm has given out, some people having got two. */
final class Register {
    private static final double SIGNED_UP_TWICE = 0.042;

    private final People people;
    private final int[] numbers;
    private final int[] secondNumbers;
    private final Map<Integer, LocalDate> secondSignups = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    Register(People people, Seed seed) {
        this.people = people;
        numbers = new int[people.count()];
        secondNumbers = new int[people.count()];
        var chance = new Chance(seed.derive("register"));
        Map<Integer, List<Integer>> returning = new HashMap<>();
        for (int index = 0; index < people.count(); index++) {
            if (people.person(index).isCustomer()) {
                numbers[index] = enter(index, false);
                drawReturn(index, chance, returning);
            }
            for (int again : returning.getOrDefault(index, List.of())) {
                secondNumbers[again] = enter(again, true);
                secondSignups.put(again, people.signup(index));
            }
        }
    }

    private int enter(int index, boolean second) {
        entries.add(new Entry(index, second));
        return entries.size();
    }

    private void drawReturn(int index, Chance chance, Map<Integer, List<Integer>> returning) {
        if (chance.happens(SIGNED_UP_TWICE)) {
            int later = index + 1 + (int) ((people.count() - index) * 0.7 * chance.uniform());
            returning
                    .computeIfAbsent(Math.min(later, people.count() - 1), _ -> new ArrayList<>())
                    .add(index);
        }
    }

    /** All customer records, in the order of their numbers, which start at 1. */
    int size() {
        return entries.size();
    }

    Entry entry(int number) {
        return entries.get(number - 1);
    }

    static String id(int number) {
        return "C%06d".formatted(number);
    }

    /** The first customer id of a person with an account; empty for everybody else. */
    String customerId(int index) {
        return numbers[index] == 0 ? "" : id(numbers[index]);
    }

    /** The id someone is signed in with on a day: the second as soon as there is one. */
    String onlineId(int index, LocalDate day) {
        return secondSignup(index).filter(start -> !day.isBefore(start)).isPresent()
                ? id(secondNumbers[index])
                : customerId(index);
    }

    /** When someone signed up for the second time. */
    Optional<LocalDate> secondSignup(int index) {
        return Optional.ofNullable(secondSignups.get(index));
    }

    /** One customer record: whose it is, and whether it is that person's second. */
    record Entry(int person, boolean second) {}
}
