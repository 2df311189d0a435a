package corymb.preparation;

import corymb.stats.Spread;
import corymb.table.TextColumn;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a step learnt from the rows it was fitted to, enough to do the same to others. */
public sealed interface Learnt {
    /** What all values of a text but those that are kept apart are called. */
    String OTHERS = "(other)";

    /** The column of 0 and 1 that stands for a value of a text. */
    static String indicator(String text, String level) {
        return text + "=" + level;
    }

    /** What fills the gaps of each column. */
    record Fills(Map<String, Double> numbers, Map<String, String> texts) implements Learnt {
        public Fills {
            numbers = Map.copyOf(numbers);
            texts = Map.copyOf(texts);
            Sound.require(numbers.values());
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
            columns.values().forEach(spread -> {
                Sound.require(spread.middle(), spread.width());
                Sound.require(spread.width() >= 0);
            });
        }
    }

    /** Between what each column stays. */
    record Ranges(Map<String, Range> columns) implements Learnt {
        public Ranges {
            columns = Map.copyOf(columns);
        }

        /** Both included. */
        public record Range(double low, double high) {
            public Range {
                Sound.require(low, high);
                Sound.require(low <= high);
            }
        }
    }

    /** Which values of each text stay as they are. */
    record Kept(Map<String, List<String>> levels) implements Learnt {
        public Kept {
            levels = Sound.copy(levels);
        }
    }

    /** Which values of each text get a column, and whether the others have one together. */
    record Indicators(Map<String, List<String>> levels, List<String> withOthers) implements Learnt {
        public Indicators {
            levels = Sound.copy(levels);
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
            columns = columns.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, codes -> Map.copyOf(codes.getValue())));
            Sound.require(others);
            columns.values().forEach(codes -> Sound.require(codes.values()));
        }

        /** What stands for the text of a row. */
        double of(TextColumn texts, int row) {
            return texts.isMissing(row)
                    ? others
                    : columns.getOrDefault(texts.name(), Map.of()).getOrDefault(texts.text(row), others);
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
            axes = axes.stream().map(List::copyOf).toList();
            variances = List.copyOf(variances);
            int width = columns.size();
            Sound.require(means.size() == width && axes.stream().allMatch(axis -> axis.size() == width));
            Sound.require(means);
            axes.forEach(Sound::require);
            Sound.require(variances);
        }
    }
}
