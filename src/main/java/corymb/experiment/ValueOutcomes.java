package corymb.experiment;

import corymb.stats.StandardNormal;
import corymb.stats.WelchTest;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/** Values of known customers, drawn with replacement and tested by Welch's t test. */
final class ValueOutcomes implements Outcomes {
    private final double baseline;

    /** The values less their mean, so that sums of squares stay exact. */
    private final double[] centred;

    private final double scale;
    private final double shift;

    ValueOutcomes(Effect effect, double... values) {
        this.baseline = DoubleStream.of(values).sum() / values.length;
        this.centred = DoubleStream.of(values).map(value -> value - baseline).toArray();
        this.scale = effect.isRelative() ? 1 + effect.size() : 1;
        this.shift = effect.applyTo(baseline) - baseline;
    }

    private ValueOutcomes(ValueOutcomes other) {
        this.baseline = other.baseline;
        this.centred = other.centred;
        this.scale = 1;
        this.shift = 0;
    }

    @Override
    public double baseline() {
        return baseline;
    }

    @Override
    public double treatedMean() {
        return baseline + shift;
    }

    @Override
    public ValueOutcomes withoutEffect() {
        return new ValueOutcomes(this);
    }

    @Override
    public void draw(RandomGenerator random, int count, GroupSums sums) {
        for (int i = 0; i < count; i++) {
            long bits = random.nextLong();
            int group = sums.group(bits);
            double drawn = centred[(int) (((bits >>> 32) * centred.length) >>> 32)];
            double value = group == 0 ? drawn : drawn * scale + shift;
            sums.counts[group]++;
            sums.sums[group] += value;
            sums.squares[group] += value * value;
        }
    }

    /** The normal distribution is asked first: what it does not call significant, Student's t never does. */
    @Override
    public boolean isSignificant(GroupSums sums, double alpha) {
        var welch = new WelchTest(sums.moments(0), sums.moments(1));
        return welch.isTestable()
                && Math.abs(welch.difference()) > StandardNormal.critical(alpha) * welch.standardError()
                && welch.test().pValue() < alpha;
    }
}
