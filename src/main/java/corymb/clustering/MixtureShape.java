package corymb.clustering;

/** How the numbers of a mixture's covariances lie in a flat array: a triangle a distribution, or its diagonal alone. */
record MixtureShape(int clusters, int columns, boolean isDiagonal) {
    int size() {
        return clusters * sizeOfOne();
    }

    int sizeOfOne() {
        return isDiagonal ? columns : columns * columns;
    }

    /** Where the number of two columns is, the second at most the first. */
    int at(int cluster, int column, int other) {
        return isDiagonal ? cluster * columns + column : (cluster * columns + column) * columns + other;
    }

    /** The first column that goes with the given one. */
    int first(int column) {
        return isDiagonal ? column : 0;
    }
}
