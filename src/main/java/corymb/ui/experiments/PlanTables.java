package corymb.ui.experiments;

import corymb.experiment.Effect;
import corymb.experiment.PowerAnalysis;
import corymb.experiment.SampleSize;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.ui.kit.NamedRows;
import corymb.ui.kit.Texts;
import corymb.work.Failure;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What stands behind the numbers of a test that is planned: its neighbours, each with what it would take or bring. */
final class PlanTables {
    private static final List<Double> PARTS = List.of(0.5, 0.75, 1.0, 1.25, 1.5, 2.0);
    private static final int MOST_DAYS = 366;

    private PlanTables() {}

    /** The chance of finding the change with fewer and more customers in each group; the plan's own number is among them. */
    static NamedRows bySize(SampleSize size) {
        var sizes = Stream.concat(
                        PowerAnalysis.curve(size.plan()).points().stream().map(point -> point.perVariant()),
                        Stream.of(size.perVariant()))
                .distinct()
                .sorted()
                .toList();
        int groups = size.plan().traffic().variants();
        return NamedRows.of(
                Texts.of("experiments.bySize"),
                Texts.of("experiments.bySizeMore"),
                new Table(List.of(
                        counts("experiments.columnEach", sizes, each -> each),
                        counts("experiments.total", sizes, each -> each * groups),
                        percents("experiments.columnPower", sizes, each -> PowerAnalysis.power(size.plan(), each)))));
    }

    /** How many customers smaller and larger changes take. */
    static NamedRows byEffect(SampleSize size, boolean isRate) {
        var sizes = PARTS.stream().flatMap(part -> sized(size, part)).toList();
        return NamedRows.of(
                Texts.of("experiments.byEffect"),
                Texts.of("experiments.byEffectMore"),
                new Table(List.of(
                        new TextColumn(
                                Texts.of("experiments.columnEffect"),
                                sizes.stream()
                                        .map(each -> Words.effect(each.plan().effect(), isRate))
                                        .toList()),
                        counts("experiments.columnEach", sizes, SampleSize::perVariant),
                        counts("experiments.total", sizes, SampleSize::total),
                        counts(
                                "experiments.daysTile",
                                sizes,
                                each -> each.days().isPresent() ? each.days().getAsLong() : Double.NaN))));
    }

    /** A change that would lead out of what a rate can be has no size. */
    private static Stream<SampleSize> sized(SampleSize size, double part) {
        var effect = size.plan().effect();
        try {
            return Stream.of(PowerAnalysis.sampleSize(
                    size.plan().withEffect(new Effect(effect.size() * part, effect.isRelative()))));
        } catch (Failure _) {
            return Stream.of();
        }
    }

    /** How far the test has come by the end of each day. */
    static NamedRows byDay(SampleSize size) {
        var traffic = size.plan().traffic();
        var days = LongStream.rangeClosed(1, Math.min(MOST_DAYS, size.days().orElse(0)))
                .boxed()
                .toList();
        return NamedRows.of(
                Texts.of("experiments.byDay"),
                Texts.of("experiments.byDayMore"),
                new Table(List.of(
                        counts("experiments.columnDay", days, day -> day),
                        counts("experiments.columnSoFar", days, day -> day * traffic.daily()),
                        percents("experiments.columnPower", days, day -> powerOn(size, day)))));
    }

    private static double powerOn(SampleSize size, long day) {
        double each = Math.floor((double) day
                * size.plan().traffic().daily()
                / size.plan().traffic().variants());
        return each < 2 ? Double.NaN : PowerAnalysis.power(size.plan(), each);
    }

    private static <T> Column counts(String key, List<T> rows, ToDoubleFunction<T> value) {
        return new NumberColumn(
                Texts.of(key),
                ColumnType.INTEGER,
                rows.stream().mapToDouble(value).toArray());
    }

    private static <T> Column percents(String key, List<T> rows, ToDoubleFunction<T> share) {
        DoubleStream percents = rows.stream().mapToDouble(row -> Math.rint(share.applyAsDouble(row) * 1_000) / 10);
        return new NumberColumn(Texts.of(key), ColumnType.DECIMAL, percents.toArray());
    }
}
