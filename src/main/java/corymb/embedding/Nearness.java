package corymb.embedding;

/**
 * How near two points of a UMAP map count: 1 / (1 + a distance^(2 b)), fitted to 1 up to the least distance and falling by an
 * e-th with every unit beyond it.
 */
record Nearness(double a, double b) {
    private static final int PLACES = 300;
    private static final double REACH = 3;
    private static final int ROUNDS = 200;

    /** Least squares by Gauss and Newton with Levenberg's and Marquardt's damping, at 300 distances up to 3. */
    static Nearness of(double leastDistance) {
        var best = new Nearness(1, 1);
        double damping = 1e-3;
        for (int round = 0; round < ROUNDS; round++) {
            var next = best.step(leastDistance, damping);
            boolean isBetter = next.a > 0 && next.b > 0 && next.error(leastDistance) < best.error(leastDistance);
            damping *= isBetter ? 0.3 : 4;
            best = isBetter ? next : best;
        }
        return best;
    }

    private static double distance(int place) {
        return REACH * place / (PLACES - 1);
    }

    private static double wanted(double distance, double leastDistance) {
        return distance < leastDistance ? 1 : Math.exp(leastDistance - distance);
    }

    private double at(double distance) {
        return 1 / (1 + a * Math.pow(distance, 2 * b));
    }

    private double error(double leastDistance) {
        double error = 0;
        for (int place = 0; place < PLACES; place++) {
            double off = at(distance(place)) - wanted(distance(place), leastDistance);
            error += off * off;
        }
        return error;
    }

    private Nearness step(double leastDistance, double damping) {
        double aa = 0, ab = 0, bb = 0, ra = 0, rb = 0;
        for (int place = 1; place < PLACES; place++) {
            double distance = distance(place);
            double power = Math.pow(distance, 2 * b);
            double near = at(distance);
            double byA = -power * near * near;
            double byB = 2 * Math.log(distance) * a * byA;
            double off = wanted(distance, leastDistance) - near;
            aa += byA * byA;
            ab += byA * byB;
            bb += byB * byB;
            ra += byA * off;
            rb += byB * off;
        }
        double damped = aa * (1 + damping) * bb * (1 + damping) - ab * ab;
        return new Nearness(
                a + (bb * (1 + damping) * ra - ab * rb) / damped, b + (aa * (1 + damping) * rb - ab * ra) / damped);
    }

    /** What a pull moves a point by, in parts of its way from the other; below 0. */
    double pull(double square) {
        double power = a * Math.pow(square, b);
        return -2 * b * power / (square * (power + 1));
    }

    /** What a push moves a point by, likewise; at least as if they were {@code nearest} apart. */
    double push(double square, double nearest) {
        double power = a * Math.pow(square, b);
        return 2 * b / ((nearest + square) * (power + 1));
    }
}
