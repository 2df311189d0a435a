package corymb.repair;

import corymb.sql.Relation;

/**
 * Rows to look at, some of them where there are many: the same ones at each time, spread over all without any order.
 *
 * @param rows all rows
 * @param most about how many of them to look at
 */
record Sample(Relation rows, long most) {
    static Sample whole(Relation rows) {
        return new Sample(rows, rows.rows());
    }

    boolean isWhole() {
        return rows.rows() <= most;
    }

    /** Which places are among them, as SQL. */
    String condition() {
        return isWhole() ? "true" : "hash(place) % " + Math.ceilDiv(rows.rows(), most) + " = 0";
    }
}
