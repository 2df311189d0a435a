package corymb.experiment;

import corymb.experiment.Simulation.Rate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.random.RandomGenerator;

/** The many runs of one kind of simulated test; runs may be simulated in any order and on any thread. */
final class Runs {
    private final SimulationPlan plan;
    private final Outcomes outcomes;
    private final int enrolled;
    private final double[] lifts;

    /** How many runs are significant on each day, and for the first time. Counts add up the same in any order. */
    private final AtomicIntegerArray significant;

    private final AtomicIntegerArray firstSignificant;
    private final AtomicInteger wrongDirection = new AtomicInteger();

    Runs(SimulationPlan plan, Outcomes outcomes, int enrolled) {
        this.plan = plan;
        this.outcomes = outcomes;
        this.enrolled = enrolled;
        this.lifts = new double[plan.design().runs()];
        this.significant = new AtomicIntegerArray(plan.design().days() + 1);
        this.firstSignificant = new AtomicIntegerArray(plan.design().days() + 1);
    }

    SimulationPlan plan() {
        return plan;
    }

    Outcomes outcomes() {
        return outcomes;
    }

    int count() {
        return lifts.length;
    }

    /** What each run estimated when it ended. */
    double[] lifts() {
        return lifts.clone();
    }

    void simulate(int run, RandomGenerator random) {
        var sums = new GroupSums();
        boolean isFound = false;
        for (int day = 1; day <= plan.design().days(); day++) {
            outcomes.draw(random, arrivedBy(day) - arrivedBy(day - 1), sums);
            boolean isSignificant = sums.total() > 2
                    && outcomes.isSignificant(sums, plan.design().alpha());
            if (isSignificant) {
                significant.incrementAndGet(day);
            }
            if (isSignificant && !isFound) {
                firstSignificant.incrementAndGet(day);
            }
            if (isEnd(day, isFound, isSignificant)) {
                end(run, sums.lift(), isSignificant);
            }
            isFound |= isSignificant;
        }
    }

    /** Days after the end are simulated all the same: they tell what other plans would have found. */
    private boolean isEnd(int day, boolean isFoundBefore, boolean isSignificant) {
        boolean isLastDay = day == plan.design().days();
        return switch (plan.design().peek()) {
            case NEVER -> isLastDay;
            case DAILY -> !isFoundBefore && (isSignificant || isLastDay);
        };
    }

    private void end(int run, double lift, boolean isSignificant) {
        lifts[run] = lift;
        if (isSignificant && lift * (outcomes.treatedMean() - outcomes.baseline()) < 0) {
            wrongDirection.incrementAndGet();
        }
    }

    /** How many of all runs end significant, but with the effect seeming to go the other way. */
    Rate inWrongDirection() {
        return Rate.of(wrongDirection.get(), count());
    }

    private int arrivedBy(int day) {
        return (int) ((long) enrolled * day / plan.design().days());
    }

    /** How many of all runs are significant on this day. */
    Rate readOn(int day) {
        return Rate.of(significant.get(day), count());
    }

    /** How many of all runs have been significant on this day or one before. */
    Rate foundBy(int day) {
        long hits = 0;
        for (int earlier = 1; earlier <= day; earlier++) {
            hits += firstSignificant.get(earlier);
        }
        return Rate.of(hits, count());
    }
}
