package corymb.preparation;

import corymb.stats.Scaling;
import java.util.List;

/** Something done to columns before a model sees them. Where no columns are named it is done to all that it fits. */
public sealed interface Step {
    /** The columns it is done to; empty for all that it fits. */
    List<String> columns();

    /** The same done to other columns. */
    default Step on(List<String> others) {
        return switch (this) {
            case Impute impute -> new Impute(others, impute.fill());
            case Transform transform -> new Transform(others, transform.curve());
            case Scale scale -> new Scale(others, scale.scaling());
            case Winsorise ends -> new Winsorise(others, ends.low(), ends.high());
            case GroupRare rare -> new GroupRare(others, rare.share());
            case OneHot oneHot -> new OneHot(others, oneHot.most());
            case EncodeFrequency _ -> new EncodeFrequency(others);
            case EncodeTarget mean -> new EncodeTarget(others, mean.target(), mean.smoothing(), mean.folds());
            case DropConstant constant -> new DropConstant(others, constant.variance());
            case DropCorrelated correlated -> new DropCorrelated(others, correlated.most());
            case Components components -> new Components(others, components.count());
        };
    }

    /** Fills gaps. Of texts only the commonest value can be taken. */
    record Impute(List<String> columns, Fill fill) implements Step {
        public Impute {
            columns = List.copyOf(columns);
        }
    }

    /** What stands for a missing value. */
    enum Fill {
        MEAN,
        MEDIAN,
        /** The commonest value; of equally common ones the smallest. */
        MODE
    }

    /** Bends the scale of numbers, so that long tails are pulled in. */
    record Transform(List<String> columns, Curve curve) implements Step {
        public Transform {
            columns = List.copyOf(columns);
        }
    }

    /** How a scale is bent. */
    enum Curve {
        /** log(1 + value), of values from 0 on. */
        LOG,
        /** The power under which values above 0 look most like a normal distribution. */
        BOX_COX,
        /** The same for values of either sign. */
        YEO_JOHNSON,
        /** The share of values below, 0 to 1. */
        QUANTILE_UNIFORM,
        /** The same as a value of the standard normal distribution. */
        QUANTILE_NORMAL
    }

    /** Brings numbers to one scale. */
    record Scale(List<String> columns, Scaling scaling) implements Step {
        public Scale {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Pulls numbers beyond two quantiles in to these.
     *
     * @param low the share of values below the lower, from 0
     * @param high the share of values below the upper, to 1
     */
    record Winsorise(List<String> columns, double low, double high) implements Step {
        public Winsorise {
            columns = List.copyOf(columns);
            if (!(low >= 0 && low < high && high <= 1)) {
                throw new IllegalArgumentException("Shares go up from 0 to 1, not from " + low + " to " + high);
            }
        }
    }

    /**
     * Takes rare values of texts together as “(other)”.
     *
     * @param share those that fewer rows than this share have, 0 to 1
     */
    record GroupRare(List<String> columns, double share) implements Step {
        public GroupRare {
            columns = List.copyOf(columns);
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("A share is from 0 to 1, not " + share);
            }
        }
    }

    /**
     * A column of 0 and 1 for each value of a text.
     *
     * @param most how many values get a column of their own; of more the commonest, each of one row in a hundred at least, and the
     *     others have one together
     */
    record OneHot(List<String> columns, int most) implements Step {
        public OneHot {
            columns = List.copyOf(columns);
            if (most < 1 || most > 1_000) {
                throw new IllegalArgumentException(
                        "From 1 to 1,000 values get columns of their own, not %,d".formatted(most));
            }
        }
    }

    /** The share of rows that have a text's value, in place of the value. */
    record EncodeFrequency(List<String> columns) implements Step {
        public EncodeFrequency {
            columns = List.copyOf(columns);
        }
    }

    /**
     * The mean of another column among the rows that have a text's value, in place of the value; the other column goes.
     *
     * <p>Rare values are drawn to the mean of all: (sum + smoothing · mean) / (rows + smoothing). Learnt from the same rows that it is put
     * in, it would flatter a model of these; so with folds each of these rows gets what the rows of the other folds say, while rows that
     * come later get what all say (cross-fitting, as scikit-learn's TargetEncoder). For clustering, where later customers are to be treated
     * just as those of then, leave the folds out.
     *
     * @param target a column of numbers
     * @param smoothing as if so many rows with the mean of all had the value too, from 0
     * @param folds how many parts the rows are split in, one row after the other in turn, 2 to 100; 0 for no cross-fitting
     */
    record EncodeTarget(List<String> columns, String target, double smoothing, int folds) implements Step {
        private static final int MOST_FOLDS = 100;

        public EncodeTarget {
            columns = List.copyOf(columns);
            if (!(smoothing >= 0 && smoothing < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Smoothing is from 0, not " + smoothing);
            }
            if (folds != 0 && (folds < 2 || folds > MOST_FOLDS)) {
                throw new IllegalArgumentException("There are 2 to 100 folds, or 0 for none, not " + folds);
            }
        }

        /** Without cross-fitting. */
        public EncodeTarget(List<String> columns, String target, double smoothing) {
            this(columns, target, smoothing, 0);
        }
    }

    /**
     * Leaves out numbers that hardly vary.
     *
     * @param variance the largest population variance that is left out, from 0
     */
    record DropConstant(List<String> columns, double variance) implements Step {
        public DropConstant {
            columns = List.copyOf(columns);
            if (!(variance >= 0)) {
                throw new IllegalArgumentException("A variance is from 0, not " + variance);
            }
        }
    }

    /**
     * Leaves out numbers that say what an earlier column says already.
     *
     * @param most the largest correlation (Pearson's, of either sign) with an earlier column that stays, 0 to 1
     */
    record DropCorrelated(List<String> columns, double most) implements Step {
        public DropCorrelated {
            columns = List.copyOf(columns);
            if (!(most > 0 && most <= 1)) {
                throw new IllegalArgumentException("A correlation is above 0 and at most 1, not " + most);
            }
        }
    }

    /**
     * Puts the directions in which numbers vary most in place of the numbers.
     *
     * @param count how many, from 1
     */
    record Components(List<String> columns, int count) implements Step {
        public Components {
            columns = List.copyOf(columns);
            if (count < 1) {
                throw new IllegalArgumentException("At least one direction, not " + count);
            }
        }
    }
}
