package corymb.embedding;

import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Progress;

/** Where the points of a map lie before they move: on the first two principal components, small, and no two quite the same. */
record Start(Positions positions) {
    private static final double TREMBLE = 0.01;

    /**
     * The components, shrunk.
     *
     * @param deviation the standard deviation along the first
     */
    static Start of(Matrix rows, double deviation, Seed seed, Progress progress) {
        var components = PrincipalComponents.of(rows, 2, progress).positions();
        double squares = 0;
        for (int row = 0; row < components.count(); row++) {
            squares += components.x(row) * components.x(row) / components.count();
        }
        double scale = squares > 0 ? deviation / Math.sqrt(squares) : 0;
        var chance = seed.generator();
        var x = new double[components.count()];
        var y = new double[components.count()];
        for (int row = 0; row < x.length; row++) {
            x[row] = scale * components.x(row) + TREMBLE * deviation * chance.nextGaussian();
            y[row] = scale * components.y(row) + TREMBLE * deviation * chance.nextGaussian();
        }
        return new Start(new Positions(x, y));
    }
}
