package corymb.ui.clusters;

import corymb.clustering.ClusterMethod;
import corymb.clustering.Counts;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** How groups are looked for, as a person chooses it. */
public final class MethodOptions {
    private final IntegerProperty fewest = new SimpleIntegerProperty(2);
    private final IntegerProperty most = new SimpleIntegerProperty(12);
    private final IntegerProperty starts = new SimpleIntegerProperty(3);
    private final IntegerProperty rounds = new SimpleIntegerProperty(300);

    MethodOptions() {
        fewest.addListener((_, _, _) -> most.set(Math.max(most.get(), fewest.get())));
        most.addListener((_, _, _) -> fewest.set(Math.min(most.get(), fewest.get())));
    }

    public IntegerProperty fewestProperty() {
        return fewest;
    }

    public IntegerProperty mostProperty() {
        return most;
    }

    public IntegerProperty startsProperty() {
        return starts;
    }

    public IntegerProperty roundsProperty() {
        return rounds;
    }

    /** Offers what was chosen before, but for the numbers of groups: one that was picked is no reason to look for no other. */
    void repeat(ClusterMethod method) {
        switch (method) {
            case ClusterMethod.KMeans chosen -> {
                starts.set(chosen.starts());
                rounds.set(chosen.maxRounds());
            }
        }
    }

    ClusterMethod method() {
        return new ClusterMethod.KMeans(new Counts(fewest.get(), most.get()), starts.get(), rounds.get());
    }
}
