package corymb.ui.clusters;

import corymb.clustering.ClusterPlan;
import corymb.embedding.MapMethod;
import corymb.embedding.MapPlan;
import corymb.stats.Seed;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How a map is drawn, as a person chooses it. */
public final class MapOptions {
    private static final double HUNDRED = 100;

    /** The methods there are. */
    public enum Kind {
        TSNE,
        UMAP,
        PCA
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.TSNE);
    private final IntegerProperty perplexity = new SimpleIntegerProperty(30);
    private final IntegerProperty exaggeration = new SimpleIntegerProperty(12);
    private final IntegerProperty rounds = new SimpleIntegerProperty(MapMethod.TSne.USUAL.rounds());
    private final IntegerProperty neighbours = new SimpleIntegerProperty(15);
    private final IntegerProperty minDistance = new SimpleIntegerProperty(10);
    private final IntegerProperty umapRounds = new SimpleIntegerProperty(MapMethod.Umap.USUAL.rounds());
    private final IntegerProperty mostCustomers = new SimpleIntegerProperty(MapPlan.USUAL_CUSTOMERS);
    private final IntegerProperty seed = new SimpleIntegerProperty(1);

    MapOptions() {}

    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    public IntegerProperty perplexityProperty() {
        return perplexity;
    }

    public IntegerProperty exaggerationProperty() {
        return exaggeration;
    }

    public IntegerProperty roundsProperty() {
        return rounds;
    }

    public IntegerProperty neighboursProperty() {
        return neighbours;
    }

    /** How near points may lie, in hundredths. */
    public IntegerProperty minDistanceProperty() {
        return minDistance;
    }

    public IntegerProperty umapRoundsProperty() {
        return umapRounds;
    }

    public IntegerProperty mostCustomersProperty() {
        return mostCustomers;
    }

    public IntegerProperty seedProperty() {
        return seed;
    }

    /** A map in what the groups were found in, prepared as for them. */
    MapPlan plan(ClusterPlan groups) {
        return new MapPlan(
                groups.features(),
                groups.scaling(),
                method(),
                mostCustomers.get(),
                new Seed(seed.get()),
                groups.preparation());
    }

    private MapMethod method() {
        return switch (kind.get()) {
            case PCA -> new MapMethod.Pca();
            case TSNE ->
                new MapMethod.TSne(
                        perplexity.get(),
                        exaggeration.get(),
                        Math.min(MapMethod.TSne.USUAL.exaggeratedRounds(), rounds.get() / 2),
                        rounds.get());
            case UMAP -> new MapMethod.Umap(neighbours.get(), minDistance.get() / HUNDRED, umapRounds.get());
        };
    }
}
