package corymb.embedding;

import java.util.List;

/** What there is to say of a map, by the way it was drawn. */
public sealed interface MapFacts {
    /**
     * What the directions of a map by PCA are made of.
     *
     * @param columns the columns of the numbers, such as features and the levels of texts
     * @param axes along x, then along y
     */
    record Directions(List<String> columns, List<MapAxis> axes) implements MapFacts {
        public Directions {
            columns = List.copyOf(columns);
            axes = List.copyOf(axes);
        }
    }

    /**
     * How well a map by t-SNE keeps neighbourhoods.
     *
     * @param divergence the Kullback–Leibler divergence of its neighbourhoods from those of the features, in nats
     * @param perplexity the perplexity that was used, lower than asked for where there are few customers
     */
    record Neighbourhoods(double divergence, double perplexity) implements MapFacts {}

    /**
     * What a map by UMAP was drawn with.
     *
     * @param neighbours how many neighbours counted, fewer than asked for where there are few customers
     */
    record Layout(int neighbours) implements MapFacts {}
}
