package corymb.path;

import corymb.sql.Relation;
import corymb.stats.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How far customers came through some steps.
 *
 * @param plan what was asked
 * @param ways one row for each of those who took the first step, by {@link FunnelSql#ways}; the caller drops it
 * @param reached how many took each step, all together
 * @param parts the same of each part that they are told apart by; none where they are not
 * @param times how long it took from each step to the next, and from the first to the last as the last of them
 */
public record Funnel(FunnelPlan plan, Relation ways, List<Long> reached, List<Part> parts, List<Took> times) {
    public Funnel {
        reached = List.copyOf(reached);
        parts = List.copyOf(parts);
        times = List.copyOf(times);
    }

    /**
     * Some of them.
     *
     * @param of who they are
     * @param reached how many of them took each step
     */
    public record Part(Of of, List<Long> reached) {
        public Part {
            reached = List.copyOf(reached);
        }
    }

    /** What a part has in common. */
    public sealed interface Of {
        /** A value of what they are told apart by. */
        record Value(String value) implements Of {}

        /** Whether they are in the segment they are told apart by. */
        record Membership(boolean isIn) implements Of {}

        /** All values that are not told one by one. */
        record Others() implements Of {}

        /** No value. */
        record Missing() implements Of {}
    }

    /**
     * How long something took those who came so far.
     *
     * @param people how many there are
     * @param quartiles of the times in seconds; empty where nobody came so far
     * @param bins how many took how long, {@link #BOUNDS} and beyond
     */
    public record Took(long people, Optional<Quartiles> quartiles, List<Long> bins) {
        public Took {
            bins = List.copyOf(bins);
        }
    }

    /** A quarter took no longer than the first, half no longer than the second, and three quarters no longer than the third. */
    public record Quartiles(double first, double median, double third) {}

    /** Where the bins of times end, in seconds, the last without end: times of days and times of minutes are read side by side. */
    public static final List<Duration> BOUNDS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(3),
            Duration.ofDays(7),
            Duration.ofDays(28),
            Duration.ofDays(91));

    /** The part of those who began. */
    public Share ofAll(int step) {
        return Share.of(reached.get(step), reached.getFirst());
    }

    /** The part of those who took the step before; of the first, everybody. */
    public Share ofBefore(int step) {
        return step == 0 ? ofAll(0) : Share.of(reached.get(step), reached.get(step - 1));
    }

    /** How many took a step and not the next. */
    public long left(int step) {
        return reached.get(step) - reached.get(step + 1);
    }

    /** From the first step to the last. */
    public Took whole() {
        return times.getLast();
    }
}
