package corymb.preparation;

import corymb.stats.Spread;
import java.util.List;
import java.util.Map;

/** What a step learnt from the rows it was fitted to, enough to do the same to others. */
public sealed interface Learnt {
    /** What fills the gaps of each column. */
    record Fills(Map<String, Double> numbers, Map<String, String> texts) implements Learnt {
        public Fills {
            numbers = Map.copyOf(numbers);
            texts = Map.copyOf(texts);
        }
    }

    /** How the scale of each column is bent. */
    record Bends(Map<String, Bend> columns) implements Learnt {
        public Bends {
            columns = Map.copyOf(columns);
        }
    }

    /** Where each column lies and how wide it is. */
    record Scales(Map<String, Spread> columns) implements Learnt {
        public Scales {
            columns = Map.copyOf(columns);
        }
    }

    /** Between what each column stays. */
    record Ranges(Map<String, Range> columns) implements Learnt {
        public Ranges {
            columns = Map.copyOf(columns);
        }

        /** Both included. */
        public record Range(double low, double high) {}
    }

    /** Which values of each text stay as they are. */
    record Kept(Map<String, List<String>> levels) implements Learnt {
        public Kept {
            levels = Map.copyOf(levels);
        }
    }

    /** Which values of each text get a column, and whether the others have one together. */
    record Indicators(Map<String, List<String>> levels, List<String> withOthers) implements Learnt {
        public Indicators {
            levels = Map.copyOf(levels);
            withOthers = List.copyOf(withOthers);
        }
    }

    /**
     * Which number stands for each value of each text.
     *
     * @param others what stands for a value that was not there, and for none
     * @param gone the column that the numbers were taken from; empty where it stays
     */
    record Codes(Map<String, Map<String, Double>> columns, double others, String gone) implements Learnt {
        public Codes {
            columns = Map.copyOf(columns);
        }
    }

    /** Which columns are left out. */
    record Dropped(List<String> columns) implements Learnt {
        public Dropped {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Directions of the largest variance.
     *
     * @param columns the columns they are of
     * @param means the mean of each
     * @param axes one row a direction, of length 1
     * @param variances how much of the variance each explains, as a share
     */
    record Axes(List<String> columns, List<Double> means, List<List<Double>> axes, List<Double> variances)
            implements Learnt {
        public Axes {
            columns = List.copyOf(columns);
            means = List.copyOf(means);
            axes = List.copyOf(axes);
            variances = List.copyOf(variances);
        }
    }
}
