package corymb.repair;

import corymb.sql.Sql;

/**
 * New values for a column of the workbench.
 *
 * @param column the number of the column
 * @param places a query for where values may change and to what, in two columns named place and after
 * @param before the number of the column that holds what they were before
 */
record Edit(int column, Sql places, int before) {
    Edit(int column, Sql places) {
        this(column, places, column);
    }
}
