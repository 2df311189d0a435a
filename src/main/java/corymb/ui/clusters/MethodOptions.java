package corymb.ui.clusters;

import corymb.clustering.ClusterMethod;
import corymb.clustering.Counts;
import corymb.clustering.Covariance;
import corymb.clustering.Linkage;
import java.util.OptionalDouble;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How groups are looked for, as a person chooses it. */
public final class MethodOptions {
    private static final double TOLERANCE = 1e-6;

    /** The methods there are. */
    public enum Kind {
        KMEANS,
        MINIBATCH,
        MIXTURE,
        WARD,
        AVERAGE,
        COMPLETE,
        SINGLE,
        KPROTOTYPES,
        GOWER,
        DBSCAN,
        HDBSCAN;

        /** Whether it is told how many groups to look for. */
        boolean isTold() {
            return !isDense();
        }

        /** Whether it moves centres, which can begin in several places. */
        boolean isMoving() {
            return this == KMEANS || this == MINIBATCH || this == MIXTURE;
        }

        /** Whether it can count some customers more than others. */
        boolean isWeighed() {
            return isMoving() || this == KPROTOTYPES;
        }

        /** Whether it compares categories as they are, so that nothing is made of them before. */
        boolean isMixed() {
            return this == KPROTOTYPES || this == GOWER;
        }

        /** Whether it looks for dense places. */
        boolean isDense() {
            return this == DBSCAN || this == HDBSCAN;
        }

        /** Whether it begins anew several times and goes on in rounds. */
        boolean isStarted() {
            return this == KMEANS || this == MIXTURE || this == KPROTOTYPES;
        }
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.KMEANS);
    private final IntegerProperty fewest = new SimpleIntegerProperty(2);
    private final IntegerProperty most = new SimpleIntegerProperty(12);
    private final IntegerProperty starts = new SimpleIntegerProperty(3);
    private final IntegerProperty rounds = new SimpleIntegerProperty(300);
    private final ObjectProperty<Covariance> covariance = new SimpleObjectProperty<>(Covariance.FULL);
    private final ObjectProperty<OptionalDouble> radius = new SimpleObjectProperty<>(OptionalDouble.empty());
    private final ObjectProperty<OptionalDouble> gamma = new SimpleObjectProperty<>(OptionalDouble.empty());
    private final ObjectProperty<Linkage> linkage = new SimpleObjectProperty<>(Linkage.AVERAGE);
    private final IntegerProperty minPoints = new SimpleIntegerProperty(5);
    private final IntegerProperty minSize = new SimpleIntegerProperty(25);
    private final IntegerProperty batchRows = new SimpleIntegerProperty(1_024);
    private final IntegerProperty batches = new SimpleIntegerProperty(100);

    MethodOptions() {
        fewest.addListener((_, _, _) -> most.set(Math.max(most.get(), fewest.get())));
        most.addListener((_, _, _) -> fewest.set(Math.min(most.get(), fewest.get())));
    }

    public ObjectProperty<Kind> kindProperty() {
        return kind;
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

    public ObjectProperty<Covariance> covarianceProperty() {
        return covariance;
    }

    /** How near a neighbour is; none to take it from the distances of neighbours. */
    public ObjectProperty<OptionalDouble> radiusProperty() {
        return radius;
    }

    /** How much a category that differs counts; none to take it from the numbers. */
    public ObjectProperty<OptionalDouble> gammaProperty() {
        return gamma;
    }

    /** How groups by Gower's distance are merged. */
    public ObjectProperty<Linkage> linkageProperty() {
        return linkage;
    }

    public IntegerProperty minPointsProperty() {
        return minPoints;
    }

    public IntegerProperty minSizeProperty() {
        return minSize;
    }

    public IntegerProperty batchRowsProperty() {
        return batchRows;
    }

    public IntegerProperty batchesProperty() {
        return batches;
    }

    /** Offers what was chosen before, but for the numbers of groups: one that was picked is no reason to look for no other. */
    void repeat(ClusterMethod method) {
        switch (method) {
            case ClusterMethod.KMeans chosen -> repeat(Kind.KMEANS, chosen.starts(), chosen.maxRounds());
            case ClusterMethod.MiniBatch chosen -> {
                kind.set(Kind.MINIBATCH);
                batchRows.set(chosen.batchRows());
                batches.set(chosen.batches());
            }
            case ClusterMethod.Mixture chosen -> {
                repeat(Kind.MIXTURE, chosen.starts(), chosen.maxRounds());
                covariance.set(chosen.covariance());
            }
            case ClusterMethod.Merging chosen ->
                kind.set(Kind.valueOf(chosen.linkage().name()));
            case ClusterMethod.KPrototypes chosen -> {
                repeat(Kind.KPROTOTYPES, chosen.starts(), chosen.maxRounds());
                gamma.set(chosen.gamma());
            }
            case ClusterMethod.Gower chosen -> {
                kind.set(Kind.GOWER);
                linkage.set(chosen.linkage());
            }
            case ClusterMethod.Hdbscan(int size, int points) -> {
                kind.set(Kind.HDBSCAN);
                minSize.set(size);
                minPoints.set(points);
            }
            case ClusterMethod.Dbscan(var chosen, int points) -> {
                kind.set(Kind.DBSCAN);
                radius.set(chosen);
                minPoints.set(points);
            }
        }
    }

    private void repeat(Kind chosen, int chosenStarts, int chosenRounds) {
        kind.set(chosen);
        starts.set(chosenStarts);
        rounds.set(chosenRounds);
    }

    /** Looks for just so many groups; gives how to look for as many as before again. */
    Runnable just(int groups) {
        int fewestBefore = fewest.get();
        int mostBefore = most.get();
        fewest.set(groups);
        most.set(groups);
        return () -> {
            fewest.set(fewestBefore);
            most.set(mostBefore);
        };
    }

    ClusterMethod method() {
        var range = new Counts(fewest.get(), most.get());
        return switch (kind.get()) {
            case KMEANS -> new ClusterMethod.KMeans(range, starts.get(), rounds.get());
            case MINIBATCH -> new ClusterMethod.MiniBatch(range, batchRows.get(), batches.get());
            case MIXTURE -> new ClusterMethod.Mixture(range, covariance.get(), starts.get(), rounds.get(), TOLERANCE);
            case WARD, AVERAGE, COMPLETE, SINGLE ->
                new ClusterMethod.Merging(range, Linkage.valueOf(kind.get().name()));
            case KPROTOTYPES -> new ClusterMethod.KPrototypes(range, gamma.get(), starts.get(), rounds.get());
            case GOWER -> new ClusterMethod.Gower(range, linkage.get());
            case DBSCAN -> new ClusterMethod.Dbscan(radius.get(), minPoints.get());
            case HDBSCAN -> new ClusterMethod.Hdbscan(minSize.get(), minPoints.get());
        };
    }
}
