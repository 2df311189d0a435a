package corymb.lifetime;

/**
 * How far value to come is looked at, and how much less it is worth the later it comes.
 *
 * @param periods how many periods, from 1
 * @param length how long each is, in the unit of time of the histories
 * @param discount how much less value is worth one period later; 0.01 is 1 %
 */
public record Horizon(int periods, double length, double discount) {
    public Horizon {
        if (periods < 1 || !(length > 0) || !(discount >= 0)) {
            throw new IllegalArgumentException(
                    "A horizon has at least one period of some length and no negative discount");
        }
    }

    /** The discounted value of the purchases to expect, each worth as much; those of a period count at its end. */
    public double value(BgNbd model, PurchaseHistory history, double worth) {
        return worth * model.probabilityAlive(history) * ofActive(model, history.repeats(), history.observed());
    }

    /** How many purchases, each counting the less the later it comes, to expect of a customer who is known to be still active. */
    public double ofActive(BgNbd model, int repeats, double observed) {
        double sum = 0;
        double before = 0;
        for (int period = 1; period <= periods; period++) {
            double expected = model.expectedOfActive(repeats, observed, period * length);
            sum += (expected - before) / Math.pow(1 + discount, period);
            before = expected;
        }
        return sum;
    }
}
