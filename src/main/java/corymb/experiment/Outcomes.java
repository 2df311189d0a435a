package corymb.experiment;

import java.util.random.RandomGenerator;

/** Where the outcomes of simulated customers come from, and how they are tested. */
sealed interface Outcomes permits RateOutcomes, ValueOutcomes {
    /** The mean without the treatment. */
    double baseline();

    /** The mean with it. */
    double treatedMean();

    /** The same customers, untouched by the treatment. */
    Outcomes withoutEffect();

    /** Lets {@code count} more customers come in. */
    void draw(RandomGenerator random, int count, GroupSums sums);

    boolean isSignificant(GroupSums sums, double alpha);
}
