package corymb.clustering;

import corymb.table.Matrix;

/**
 * Customers as a method sees them.
 *
 * @param scaled their numbers on one scale, one row each
 * @param weights how much each counts
 */
record Subjects(Matrix scaled, Weights weights) {
    /** Who all count alike. */
    static Subjects of(Matrix scaled) {
        return new Subjects(scaled, Weights.EVEN);
    }

    int count() {
        return scaled.rowCount();
    }

    /** Those at these places, in their order; a place may come several times. */
    Subjects rows(int... places) {
        return new Subjects(scaled.rows(places), weights.rows(places));
    }

    /** Those who count at all. */
    Subjects counting() {
        int[] places = weights.counting(count());
        return places.length == count() ? this : rows(places);
    }

    /** Others in their place who count as much. */
    Subjects with(Matrix others) {
        return new Subjects(others, weights);
    }
}
