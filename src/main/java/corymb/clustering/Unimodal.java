package corymb.clustering;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The distribution with a single heap that is closest to some numbers: its distribution function bends up before the mode and down
 * after it, so that no gap between two heaps is left.
 *
 * <p>For a mode it is the greatest convex minorant of the numbers' own distribution function before it and the least concave
 * majorant after it; the mode is the one whose function is nowhere far from the numbers' own. Numbers that repeat may all lie at the
 * mode. Numbers on few steps of one width, such as whole ones, stay on these.
 *
 * <p>Reference: J. A. Hartigan, P. M. Hartigan, The dip test of unimodality, Annals of Statistics 13 (1985),
 * doi:10.1214/aos/1176346577. Cost: O(n log n), and O(n) for each of about {@value #MODES} modes tried.
 */
final class Unimodal {
    private static final int MODES = 100;
    private static final int MOST_STEPS = 1_000;
    /** How far, as a part of a step, a number may lie beside it. */
    private static final double BESIDE = 1e-3;

    private final double origin;
    private final double step;
    private final Curve curve;

    private Unimodal(double origin, double step, Curve curve) {
        this.origin = origin;
        this.step = step;
        this.curve = curve;
    }

    /** @param numbers at least one, finite, in any order */
    static Unimodal of(double... numbers) {
        var sorted = numbers.clone();
        Arrays.sort(sorted);
        double step = step(sorted);
        return new Unimodal(sorted[0], step, closest(step > 0 ? inSteps(sorted, step) : asTheyLie(sorted)));
    }

    /** The number that a part of all numbers stay below. */
    double quantile(double part) {
        double value = curve.at(part);
        return step > 0 ? origin + step * Math.rint((value - origin) / step) : value;
    }

    /** The width of the steps that all numbers lie on; 0 where there are none or too many. */
    private static double step(double... sorted) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sorted.length; i++) {
            double gap = sorted[i] - sorted[i - 1];
            least = gap > 0 ? Math.min(least, gap) : least;
        }
        double width = least;
        double range = sorted[sorted.length - 1] - sorted[0];
        boolean isOn = range <= MOST_STEPS * width
                && Arrays.stream(sorted)
                        .map(number -> (number - sorted[0]) / width)
                        .allMatch(place -> Math.abs(place - Math.rint(place)) < BESIDE);
        return isOn && width < Double.POSITIVE_INFINITY ? width : 0;
    }

    /** Each number's share over the width of its step. */
    private static Curve inSteps(double[] sorted, double step) {
        int steps = (int) Math.rint((sorted[sorted.length - 1] - sorted[0]) / step) + 1;
        var curve = new Curve(steps + 1);
        curve.add(sorted[0] - step / 2, 0);
        int reached = 0;
        for (int place = 0; place < steps; place++) {
            double end = sorted[0] + (place + 0.5) * step;
            while (reached < sorted.length && sorted[reached] < end) {
                reached++;
            }
            curve.add(end, (double) reached / sorted.length);
        }
        return curve;
    }

    /** Each number's share over the way from the one before; that of equal ones at once. */
    private static Curve asTheyLie(double... sorted) {
        var curve = new Curve(2 * sorted.length);
        curve.add(sorted[0], 0);
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from > 1 && from > 0) {
                curve.add(sorted[from], (double) from / sorted.length);
            }
            curve.add(sorted[from], (double) to / sorted.length);
            from = to;
        }
        return curve;
    }

    private static Curve closest(Curve own) {
        int stride = Math.max(1, own.size / MODES);
        return IntStream.range(0, own.size)
                .filter(mode -> mode % stride == 0 || own.isJump(mode))
                .mapToObj(own::unimodal)
                .min(Comparator.comparingDouble(each -> each.farthest(own)))
                .orElseThrow();
    }

    /** A distribution function as a line through points, upright where numbers repeat. */
    private static final class Curve {
        private final double[] values;
        private final double[] parts;
        private int size;

        Curve(int most) {
            this.values = new double[most];
            this.parts = new double[most];
        }

        void add(double value, double part) {
            values[size] = value;
            parts[size++] = part;
        }

        boolean isJump(int place) {
            return place + 1 < size && values[place] == values[place + 1];
        }

        /** Bent up before a place and down after it. */
        Curve unimodal(int mode) {
            var bent = new Curve(size);
            for (int place = 0; place <= mode; place++) {
                bent.bend(values[place], parts[place], 0, 1);
            }
            int first = bent.size - (isJump(mode) ? 0 : 1);
            for (int place = mode + 1; place < size; place++) {
                bent.bend(values[place], parts[place], first, -1);
            }
            return bent;
        }

        /** Adds a point and takes away those before it, from {@code first} on, that bend the other way. */
        private void bend(double value, double part, int first, int side) {
            while (size - first >= 2 && side * turn(value, part) <= 0) {
                size--;
            }
            add(value, part);
        }

        /** Above 0 where the way to a point turns up from the last part of the way. */
        private double turn(double value, double part) {
            return (values[size - 1] - values[size - 2]) * (part - parts[size - 1])
                    - (parts[size - 1] - parts[size - 2]) * (value - values[size - 1]);
        }

        /** How far it is at most from another at the other's points. */
        double farthest(Curve own) {
            double far = 0;
            int at = 0;
            for (int place = 0; place < own.size; place++) {
                while (at + 2 < size && values[at + 1] < own.values[place]) {
                    at++;
                }
                double width = values[at + 1] - values[at];
                double along = width > 0 ? Math.clamp((own.values[place] - values[at]) / width, 0, 1) : 1;
                far = Math.max(far, Math.abs(parts[at] + along * (parts[at + 1] - parts[at]) - own.parts[place]));
            }
            return far;
        }

        /** The value that a part of all is below. */
        double at(double part) {
            int low = 0;
            int high = size - 1;
            while (high - low > 1) {
                int middle = (low + high) >>> 1;
                if (parts[middle] <= part) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            double width = parts[high] - parts[low];
            return width > 0
                    ? values[low] + Math.clamp((part - parts[low]) / width, 0, 1) * (values[high] - values[low])
                    : values[low];
        }
    }
}
