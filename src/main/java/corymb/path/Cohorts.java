package corymb.path;

import corymb.rule.Moment;
import corymb.sql.Relation;
import corymb.stats.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How many of those who began together came back in which period, and what that came to.
 *
 * @param plan what was asked
 * @param starts {@code customer_id}, when they {@code begun} and the cohort that makes them part of; the caller drops it
 * @param moment the moment looked back from, and whose days and months are meant
 * @param cohorts those in which anybody began, the earliest first
 */
public record Cohorts(CohortPlan plan, Relation starts, Moment moment, List<Cohort> cohorts) {
    public Cohorts {
        cohorts = List.copyOf(cohorts);
    }

    /**
     * Those who began in one period.
     *
     * @param begins its first day
     * @param size how many they are
     * @param cells what came of them in that period and in each one after it that has begun
     */
    public record Cohort(LocalDate begins, long size, List<Cell> cells) {
        public Cohort {
            cells = List.copyOf(cells);
        }

        /** The part of them who came back in a period. */
        public Share share(int period) {
            return Share.of(cells.get(period).people(), size);
        }

        /** What all periods up to one came to for each of them. */
        public double totalEach(int period) {
            return cells.subList(0, period + 1).stream()
                            .mapToDouble(Cell::total)
                            .sum()
                    / size;
        }
    }

    /**
     * What came of a cohort in a period.
     *
     * @param people how many came back
     * @param total what their events add up to; 0 where nothing is added up
     */
    public record Cell(long people, double total) {}

    /** Whether the period so many after the start of a cohort is over, so that its numbers stay. */
    public boolean isOver(Cohort cohort, int period) {
        return !end(cohort, period).isAfter(moment.at());
    }

    private Instant end(Cohort cohort, int period) {
        return moment.zone().startOf(plan.calendar().period().later(cohort.begins(), period + 1));
    }

    /** For how many periods the cohort that is followed longest is. */
    public int periods() {
        return cohorts.stream().mapToInt(cohort -> cohort.cells().size()).max().orElse(0);
    }

    /** The part of the people of all cohorts for whom a period is over who came back in it; empty where it is over for none. */
    public Optional<Share> average(int period) {
        var over = over(period);
        long people = over.stream()
                .mapToLong(cohort -> cohort.cells().get(period).people())
                .sum();
        return over.isEmpty() ? Optional.empty() : Optional.of(Share.of(people, size(over)));
    }

    /** What all periods up to one came to for each of the people for whom it is over; empty where it is over for none. */
    public Optional<Double> averageTotalEach(int period) {
        var over = over(period);
        double total = over.stream()
                .mapToDouble(cohort -> cohort.totalEach(period) * cohort.size())
                .sum();
        return over.isEmpty() ? Optional.empty() : Optional.of(total / size(over));
    }

    private static long size(List<Cohort> cohorts) {
        return cohorts.stream().mapToLong(Cohort::size).sum();
    }

    /** Those for whom a period after the start is over. */
    public List<Cohort> over(int period) {
        return cohorts.stream()
                .filter(cohort -> cohort.cells().size() > period && isOver(cohort, period))
                .toList();
    }
}
