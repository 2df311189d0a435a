package corymb.clustering;

/** How far rows are from each other. */
interface RowDistances {
    int count();

    /** A few of the rows to look at: those at the places {@code from} to before {@code to} of a list. */
    Few few(int[] places, int from, int to);

    /** A few rows, column by column, so that loops run along them. */
    @FunctionalInterface
    interface Few {
        /** Writes how far any row is from each of them. */
        void from(int row, double[] distances);
    }
}
