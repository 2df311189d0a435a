package corymb.experiment;

import corymb.stats.StandardNormal;
import java.util.random.RandomGenerator;

/** Conversions at a rate, tested by the pooled z test. */
record RateOutcomes(double baseline, double treatedMean) implements Outcomes {
    /** The upper 63 bits of a random number as a share. */
    private static final double ONE_OF_ALL = 0x1p-63;

    @Override
    public RateOutcomes withoutEffect() {
        return new RateOutcomes(baseline, baseline);
    }

    @Override
    public void draw(RandomGenerator random, int count, GroupSums sums) {
        for (int i = 0; i < count; i++) {
            long bits = random.nextLong();
            int group = sums.group(bits);
            double rate = group == 0 ? baseline : treatedMean;
            sums.counts[group]++;
            sums.sums[group] += (bits >>> 1) * ONE_OF_ALL < rate ? 1 : 0;
        }
    }

    @Override
    public boolean isSignificant(GroupSums sums, double alpha) {
        double pooled = (sums.sums[0] + sums.sums[1]) / sums.total();
        double variance = pooled * (1 - pooled) * (1.0 / sums.counts[0] + 1.0 / sums.counts[1]);
        return variance > 0 && Math.abs(sums.lift()) > StandardNormal.critical(alpha) * Math.sqrt(variance);
    }
}
