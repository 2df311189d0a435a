package corymb.embedding;

import java.util.List;

/**
 * A direction of a map in terms of what the rows are made of.
 *
 * @param share the part of all variance that lies along it, 0 to 1
 * @param loadings how much of each column it is made of, in column order; a direction of length 1
 */
public record MapAxis(double share, List<Double> loadings) {
    public MapAxis {
        loadings = List.copyOf(loadings);
    }
}
