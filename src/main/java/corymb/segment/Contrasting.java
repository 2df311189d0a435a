package corymb.segment;

import corymb.segment.Contrast.Difference;
import corymb.segment.Contrast.Effect;
import corymb.segment.Contrast.Levels;
import corymb.segment.Contrast.Means;
import corymb.segment.Contrast.Pair;
import corymb.segment.Contrast.Shared;
import corymb.segment.Contrast.Shares;
import corymb.sql.Engine;
import corymb.stats.CramersV;
import corymb.stats.HedgesG;
import corymb.stats.Proportion;
import corymb.stats.TwoProportions;
import corymb.stats.WelchTest;
import corymb.table.Field;
import corymb.work.NearName;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares segments feature by feature: numbers by Hedges' g and Welch's t test, truths by the difference of their shares and the z
 * test, texts by Cramér's V and the chi-square test; p values are adjusted for all comparisons together.
 *
 * <p>Customers of both segments are on neither side. Where one segment lies within the other, it is compared with the rest of that.
 * Customers whose value is missing do not count for that feature.
 *
 * <p>Assumes: customers do not depend on one another. Features that a segment's own rule asks about differ because of that rule.
 */
public final class Contrasting {
    private final ContrastPlan plan;
    private final List<Field> fields;
    private final ContrastCells cells;

    private Contrasting(ContrastPlan plan, List<Field> fields, ContrastCells cells) {
        this.plan = plan;
        this.fields = fields;
        this.cells = cells;
    }

    /**
     * Compares segments.
     *
     * @throws corymb.work.Failure when a feature is not there, or two segments have the same customers
     */
    public static Contrast run(
            Engine engine, Population population, List<Segment> segments, ContrastPlan plan, Progress progress) {
        progress.report(0, "Comparing segments");
        var fields = fields(population, plan.features());
        var compared =
                plan.segments().stream().map(name -> find(segments, name)).toList();
        var cells = ContrastCells.of(
                engine,
                population,
                compared,
                fields.stream().filter(field -> !field.type().isTemporal()).toList(),
                progress);
        return new Contrasting(plan, fields, cells).contrast();
    }

    private static Segment find(List<Segment> segments, String name) {
        return segments.stream()
                .filter(segment -> segment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(
                                "There is no segment of that name.",
                                name,
                                NearName.remedy(
                                        name,
                                        segments.stream().map(Segment::name).toList()))
                        .asFailure());
    }

    /** What segments can be compared on. */
    public static List<String> features(Population population) {
        return known(population).stream().map(Field::name).toList();
    }

    private static List<Field> known(Population population) {
        return population.people().schema().fields().stream()
                .filter(field -> !field.name().equals(Population.ID))
                .toList();
    }

    private static List<Field> fields(Population population, List<String> wanted) {
        var known = known(population);
        wanted.stream()
                .filter(name -> known.stream().noneMatch(field -> field.name().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new Problem(
                                    "There is no feature of that name.",
                                    name,
                                    NearName.remedy(
                                            name,
                                            known.stream().map(Field::name).toList()))
                            .asFailure();
                });
        return known.stream()
                .filter(field -> wanted.isEmpty() || wanted.contains(field.name()))
                .toList();
    }

    private Contrast contrast() {
        var pairs = new ArrayList<Pair>();
        var found = new ArrayList<Difference>();
        for (var sides : sides()) {
            pairs.add(sides.pair());
            fields.forEach(field -> difference(sides, field).ifPresent(found::add));
        }
        var leftOut = fields.stream()
                .map(Field::name)
                .filter(name -> found.stream().noneMatch(each -> each.feature().equals(name)))
                .toList();
        return new Contrast(plan, pairs, adjusted(pairs, found), leftOut);
    }

    private List<Difference> adjusted(List<Pair> pairs, List<Difference> found) {
        var adjusted =
                plan.correction().adjust(found.stream().map(Difference::pValue).toList());
        return IntStream.range(0, found.size())
                .mapToObj(i -> {
                    var each = found.get(i);
                    return new Difference(each.pair(), each.feature(), each.effect(), each.pValue(), adjusted.get(i));
                })
                .sorted(Comparator.comparingInt((Difference each) -> pairs.indexOf(each.pair()))
                        .thenComparing(Contrast.LARGEST_FIRST))
                .toList();
    }

    private List<Sides> sides() {
        int count = plan.segments().size();
        var ofTwo = IntStream.range(0, count)
                .boxed()
                .flatMap(one -> IntStream.range(one + 1, count).mapToObj(other -> sides(one, other)));
        var withRest = plan.rest() ? IntStream.range(0, count).mapToObj(this::sides) : Stream.<Sides>empty();
        return Stream.concat(ofTwo, withRest).toList();
    }

    private Sides sides(int place) {
        IntPredicate one = has(place);
        var sides = new Sides(
                new Pair(
                        plan.segments().get(place),
                        "",
                        cells.customers(one),
                        cells.customers(one.negate()),
                        0,
                        Shared.LEFT_OUT),
                one,
                one.negate());
        return require(sides);
    }

    private Sides sides(int first, int second) {
        var both = has(first).and(has(second));
        IntPredicate one = has(first).and(has(second).negate());
        IntPredicate other = has(second).and(has(first).negate());
        var shared = Shared.LEFT_OUT;
        if (cells.customers(one) == 0) {
            one = both;
            shared = Shared.WITH_ONE;
        } else if (cells.customers(other) == 0) {
            other = both;
            shared = Shared.WITH_OTHER;
        }
        var pair = new Pair(
                plan.segments().get(first),
                plan.segments().get(second),
                cells.customers(one),
                cells.customers(other),
                cells.customers(both),
                shared);
        return require(new Sides(pair, one, other));
    }

    private static IntPredicate has(int place) {
        return mask -> (mask & (1 << place)) != 0;
    }

    private static Sides require(Sides sides) {
        var pair = sides.pair();
        if (pair.ones() == 0 || pair.others() == 0) {
            throw new Problem(
                            "There is nobody to compare.",
                            pair.isWithRest()
                                    ? "“" + pair.one() + "” has all customers, or none."
                                    : "“" + pair.one() + "” and “" + pair.other()
                                            + "” have the same customers, or one of them has none.",
                            "Choose other segments.")
                    .asFailure();
        }
        return sides;
    }

    private Optional<Difference> difference(Sides sides, Field field) {
        return switch (field.type()) {
            case INTEGER, DECIMAL -> means(sides, field.name());
            case BOOLEAN -> shares(sides, field.name());
            case TEXT -> levels(sides, field.name());
            case DATE, TIMESTAMP -> Optional.empty();
        };
    }

    private Optional<Difference> means(Sides sides, String feature) {
        var one = cells.moments(feature, sides.one());
        var other = cells.moments(feature, sides.other());
        var size = new HedgesG(one, other);
        var test = new WelchTest(other, one);
        if (!size.isMeasurable() || !test.isTestable()) {
            return Optional.empty();
        }
        var effect = new Means(one, other, size.value(), size.interval(plan.alpha()));
        return Optional.of(raw(sides, feature, effect, test.test().pValue()));
    }

    private Optional<Difference> shares(Sides sides, String feature) {
        var one = cells.moments(feature, sides.one());
        var other = cells.moments(feature, sides.other());
        if (one.count() == 0 || other.count() == 0) {
            return Optional.empty();
        }
        var compared = new TwoProportions(
                new Proportion(Math.round(other.mean() * other.count()), other.count()),
                new Proportion(Math.round(one.mean() * one.count()), one.count()));
        return compared.isTestable()
                ? Optional.of(
                        raw(sides, feature, shares(compared), compared.zTest().pValue()))
                : Optional.empty();
    }

    private Shares shares(TwoProportions compared) {
        return new Shares(compared.treated(), compared.control(), compared.newcombe(plan.alpha()));
    }

    private Optional<Difference> levels(Sides sides, String feature) {
        var ones = cells.levels(feature, sides.one());
        var others = cells.levels(feature, sides.other());
        var known = ones.keySet().stream()
                .filter(level -> count(ones, level) + count(others, level) > 0)
                .toList();
        long one = total(ones);
        long other = total(others);
        if (known.size() < 2 || one == 0 || other == 0) {
            return Optional.empty();
        }
        var table = new CramersV(List.of(
                known.stream().map(level -> count(ones, level)).toList(),
                known.stream().map(level -> count(others, level)).toList()));
        record Level(String name, Shares shares) {}
        var most = known.stream()
                .map(level -> new Level(
                        level,
                        shares(new TwoProportions(
                                new Proportion(count(others, level), other), new Proportion(count(ones, level), one)))))
                .max(Comparator.comparingDouble(level -> level.shares().magnitude()))
                .orElseThrow();
        Effect effect = new Levels(table.value(), table.interval(plan.alpha()), most.name(), most.shares());
        return Optional.of(raw(sides, feature, effect, table.test().pValue()));
    }

    private static long count(Map<String, Long> counts, String level) {
        return counts.getOrDefault(level, 0L);
    }

    private static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Difference raw(Sides sides, String feature, Effect effect, double pValue) {
        return new Difference(sides.pair(), feature, effect, pValue, pValue);
    }

    /** Who is compared with whom, by the combinations of segments they are in. */
    private record Sides(Pair pair, IntPredicate one, IntPredicate other) {}
}
