package corymb.preparation;

import corymb.preparation.Learnt.Ranges.Range;
import corymb.preparation.Step.Fill;
import corymb.stats.Spread;
import corymb.work.Failure;
import corymb.work.Parallel;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Learns from rows what a step has to know. */
final class Learning {
    private static final double LEAST_SHARE = 0.01;

    private final Cells cells;
    private final Progress progress;

    Learning(Cells cells, Progress progress) {
        this.cells = cells;
        this.progress = progress;
    }

    Learnt of(Step step) {
        return switch (step) {
            case Step.Impute(var columns, var fill) -> fills(columns, fill);
            case Step.Transform(var columns, var curve) ->
                new Learnt.Bends(each(cells.numbers(columns), name -> bend(name, curve)));
            case Step.Scale(var columns, var scaling) ->
                new Learnt.Scales(each(cells.numbers(columns), name -> Spread.of(scaling, cells.present(name))));
            case Step.Winsorise(var columns, double low, double high) ->
                new Learnt.Ranges(each(cells.numbers(columns), name -> range(name, low, high)));
            case Step.GroupRare(var columns, double share) ->
                new Learnt.Kept(each(cells.texts(columns), name -> common(name, share)));
            case Step.OneHot(var columns, int most) -> indicators(cells.texts(columns), most);
            case Step.EncodeFrequency(var columns) ->
                new Learnt.Codes(each(cells.texts(columns), this::frequencies), 0, "");
            case Step.EncodeTarget target -> new TargetCodes(cells, target).learn();
            case Step.DropConstant(var columns, double variance) ->
                new Learnt.Dropped(cells.numbers(columns).stream()
                        .filter(name -> !(variance(name) > variance))
                        .toList());
            case Step.DropCorrelated(var columns, double most) ->
                new Correlated(cells, cells.numbers(columns), progress).beyond(most);
            case Step.Components(var columns, int count) ->
                new PrincipalComponents(cells, cells.numbers(columns), progress).axes(count);
        };
    }

    private <T> Map<String, T> each(List<String> names, Function<String, T> learn) {
        return each(names, learn, progress);
    }

    private static <T> Map<String, T> each(List<String> names, Function<String, T> learn, Progress progress) {
        var learnt = new AtomicReferenceArray<T>(names.size());
        Parallel.forBlocks(
                names.size(), 1, progress, "Preparing columns", (i, _, _) -> learnt.set(i, learn.apply(names.get(i))));
        return IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, learnt::get));
    }

    /** Texts are filled where they are named, or by their commonest values when everything is. */
    private Learnt fills(List<String> columns, Fill fill) {
        var texts = cells.texts(List.of());
        var numbers = cells.numbers(List.of());
        if (columns.isEmpty()) {
            return new Learnt.Fills(
                    each(numbers, name -> fill(name, fill), progress.between(0, 0.5)),
                    fill == Fill.MODE ? each(texts, this::commonest, progress.between(0.5, 1)) : Map.of());
        }
        var named = columns.stream().distinct().toList();
        var namedTexts =
                fill == Fill.MODE ? named.stream().filter(texts::contains).toList() : List.<String>of();
        var others = named.stream().filter(name -> !namedTexts.contains(name)).toList();
        return new Learnt.Fills(
                others.isEmpty()
                        ? Map.of()
                        : each(cells.numbers(others), name -> fill(name, fill), progress.between(0, 0.5)),
                each(namedTexts, this::commonest, progress.between(0.5, 1)));
    }

    private double fill(String name, Fill fill) {
        var present = present(name);
        Arrays.sort(present);
        return switch (fill) {
            case MEAN -> Arrays.stream(present).average().orElse(0);
            case MEDIAN -> Spread.quantile(present, 0.5);
            case MODE -> mode(present);
        };
    }

    private static double mode(double... sorted) {
        double mode = sorted[0];
        int longest = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from > longest) {
                longest = to - from;
                mode = sorted[from];
            }
            from = to;
        }
        return mode;
    }

    private double[] present(String name) {
        var present = cells.present(name);
        if (present.length == 0) {
            throw nothing(name);
        }
        return present;
    }

    private static Failure nothing(String name) {
        return new Problem(
                        "The feature \"" + name + "\" has no value for anybody.",
                        "preparation",
                        "Leave it out or choose another.")
                .asFailure();
    }

    private String commonest(String name) {
        return cells.levels(name).keySet().stream().findFirst().orElseThrow(() -> nothing(name));
    }

    private Bend bend(String name, Step.Curve curve) {
        var present = present(name);
        double least = Arrays.stream(present).min().orElse(0);
        return switch (curve) {
            case LOG -> {
                require(least >= 0, name, "has values below 0, of which there is no logarithm of 1 + value");
                yield new Bend.Logarithm();
            }
            case BOX_COX -> {
                require(least > 0, name, "has values of 0 or less, which Box–Cox does not take");
                yield Bend.boxCox(progress, present);
            }
            case YEO_JOHNSON -> Bend.yeoJohnson(progress, present);
            case QUANTILE_UNIFORM, QUANTILE_NORMAL -> {
                Arrays.sort(present);
                yield Bend.quantiles(curve == Step.Curve.QUANTILE_NORMAL, present);
            }
        };
    }

    private static void require(boolean holds, String name, String otherwise) {
        if (!holds) {
            throw new Problem(
                            "The column “" + name + "” " + otherwise + ".",
                            "preparation",
                            "Take yeo_johnson, or name the columns it fits.")
                    .asFailure();
        }
    }

    private Range range(String name, double low, double high) {
        var present = present(name);
        Arrays.sort(present);
        return new Range(Spread.quantile(present, low), Spread.quantile(present, high));
    }

    private List<String> common(String name, double share) {
        return cells.levels(name).entrySet().stream()
                .filter(level -> level.getValue() >= share * cells.rows())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Learnt indicators(List<String> names, int most) {
        var all = each(names, this::levels);
        var withOthers = names.stream()
                .filter(name -> all.getOrDefault(name, List.of()).size() > most)
                .toList();
        var common = all.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, levels -> commonest(levels.getKey(), levels.getValue(), most)));
        return new Learnt.Indicators(common, withOthers);
    }

    private List<String> levels(String name) {
        var levels = List.copyOf(cells.levels(name).keySet());
        if (levels.isEmpty()) {
            throw nothing(name);
        }
        return levels;
    }

    /**
     * Values that were taken together before are so with those that are left over here. Of many values only those have a column that are
     * not rare: on a common scale a column for a handful of rows would outweigh all others.
     */
    private List<String> commonest(String name, List<String> levels, int most) {
        return levels.size() <= most
                ? levels
                : common(name, LEAST_SHARE).stream()
                        .filter(level -> !level.equals(Learnt.OTHERS))
                        .limit(most)
                        .toList();
    }

    private Map<String, Double> frequencies(String name) {
        return cells.levels(name).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, level -> (double) level.getValue() / cells.rows()));
    }

    private double variance(String name) {
        var present = cells.present(name);
        if (present.length == 0) {
            return 0;
        }
        double deviation = Spread.standard(present).width();
        return deviation * deviation;
    }
}
