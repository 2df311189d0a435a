package corymb.segment;

import corymb.rule.Rule;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Field;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who is most like the members of a segment.
 *
 * <p>Each feature counts by the place it gives a customer among all, 0 to 1, so that no feature outweighs others by its unit or by a few
 * large values. People are as far from the segment as their places are from the mean of its members, in standard deviations of the
 * members, so that a feature counts the more the more the members agree in it. A missing value stands in the middle.
 */
public final class LookAlikes {
    private static final String ID = Sql.name(Population.ID);
    /** Members who agree entirely still differ by so much. */
    private static final double LEAST_SPREAD = 0.05;

    private static final Set<String> TELLING =
            Set.of("recency_days", "frequency", "monetary", "tenure_days", "engagement", "purchases_90d", "spend_365d");

    private static final int FEW = 6;
    private static final int STEPS = 40;
    private static final double TYPICAL = 0.25;
    private static final double HALF = 0.5;

    private LookAlikes() {}

    /** The numbers that usually tell customers apart: those of buying and of being there, or else the first six there are. */
    public static List<String> usual(Population population) {
        var numbers = population.schema().fields().stream()
                .filter(field -> field.type().isNumeric()
                        && !field.name().equals(Population.CLUSTER)
                        && !field.name().equals(Population.CONFIDENCE))
                .map(Field::name)
                .toList();
        var telling = numbers.stream().filter(TELLING::contains).toList();
        return telling.size() >= 2 ? telling : numbers.stream().limit(FEW).toList();
    }

    /** The ids of the people a rule takes. */
    static Sql ids(Population population, Rule.Alike alike) {
        return Sql.of("select " + ID + " from (")
                .then(distances(population, alike.segment(), alike.features()))
                .then(") where not is_member and far is not null order by far, " + ID + " limit " + alike.count());
    }

    /**
     * A query for how near everybody is to the members of the segment: {@code customer_id} and {@code nearness}, 1 for whoever is as near
     * as half of them, 0.5 twice as far.
     */
    static Sql nearness(Population population, Rule.Alike alike) {
        return Sql.of("select " + ID
                        + ", least(1, coalesce(median(far) filter (where is_member) over () / nullif(far, 0), 1))"
                        + " as nearness from (")
                .then(distances(population, alike.segment(), alike.features()))
                .then(")");
    }

    /** How far everybody is from the members: id, whether a member, and the distance; missing where there are no members. */
    private static Sql distances(Population population, String segment, List<String> features) {
        var members = population.segment(segment).orElseThrow().quoted();
        var asked = new ArrayList<>(new LinkedHashSet<>(features));
        var places = each(
                asked,
                i -> "case when " + Sql.name(asked.get(i)) + " is null then 0.5 else percent_rank() over (partition by "
                        + Sql.name(asked.get(i)) + " is null order by " + Sql.name(asked.get(i)) + ") end as x" + i,
                ", ");
        var centre = each(
                asked,
                i -> "avg(x" + i + ") as m" + i + ", greatest(stddev_pop(x" + i + "), " + LEAST_SPREAD + ") as s" + i,
                ", ");
        var far = each(asked, i -> "((x" + i + " - m" + i + ") / s" + i + ") ** 2", " + ");
        return Sql.of("with placed as (select " + ID + ", " + ID + " in (select " + ID + " from " + members
                        + ") as is_member, " + places + " from (")
                .then(population.rows(asked))
                .then(")), centre as (select " + centre + " from placed where is_member) select " + ID
                        + ", is_member, round(sqrt(" + far + "), 9) as far from placed, centre");
    }

    private static String each(List<String> features, Function<Integer, String> part, String between) {
        return IntStream.range(0, features.size()).boxed().map(part).collect(Collectors.joining(between));
    }

    /**
     * How alike people are the more of them are taken.
     *
     * @param others how many people there are beside the members
     * @param points from few people to all of them
     */
    public record Curve(long others, List<Point> points) {
        public Curve {
            points = List.copyOf(points);
        }

        /** The most people who are all at least half as near as the middle one of the members; none where nobody is. */
        public long half() {
            return points.stream()
                    .filter(point -> point.nearness() >= HALF)
                    .mapToLong(Point::count)
                    .max()
                    .orElse(0);
        }

        /** How near the last of so many people is, between the sizes that were looked at; of more than there are, the last of all. */
        public double nearness(long count) {
            var before = points.getFirst();
            for (var point : points) {
                if (point.count() >= count) {
                    double part = point.count() == before.count()
                            ? 1
                            : (double) (count - before.count()) / (point.count() - before.count());
                    return before.nearness() + Math.max(0, part) * (point.nearness() - before.nearness());
                }
                before = point;
            }
            return before.nearness();
        }

        /** The most people who are all as like the members as three in four of the members themselves; none where nobody is. */
        public long typical() {
            return points.stream()
                    .filter(point -> point.alike() >= TYPICAL)
                    .mapToLong(Point::count)
                    .max()
                    .orElse(0);
        }
    }

    /**
     * One size.
     *
     * @param count how many people
     * @param alike the part of the members who are at least as far from their own mean as the last of these, 0 to 1
     * @param nearness how far the middle one of the members is from their mean, as a part of how far the last of these is; 1 where
     *     that one is no farther
     */
    public record Point(long count, double alike, double nearness) {}

    /**
     * Follows how alike people are from the nearest on; {@code Cost:} one sort of the people for each feature.
     *
     * @throws corymb.work.Failure when there is no such segment or feature
     */
    public static Curve curve(
            Engine engine, Population population, String segment, List<String> features, Progress progress) {
        Segmentation.require(population, new Rule.Alike(1, segment, features));
        var ranked = Sql.of("with far as (")
                .then(distances(population, segment, features))
                .then(
                        "), member as (select far, row_number() over (order by far desc) as at_least from far where is_member),"
                                + " other as (select far, row_number() over (order by far, " + ID
                                + ") as place, count(*) over () as others from far"
                                + " where not is_member), step as (select distinct greatest(1, cast(ceil(others * pow(i / "
                                + STEPS
                                + ".0, 2)) as bigint)) as place from range(1, " + (STEPS + 1)
                                + ") t(i), (select max(others) as others from other)) select place, others, coalesce((select max(at_least) from member"
                                + " where member.far >= other.far), 0) / (select greatest(count(*), 1) from member) as alike,"
                                + " least(1, coalesce((select median(far) from member) / nullif(other.far, 0), 1)) as nearness from other"
                                + " join step using (place) order by place");
        var table = engine.table(ranked, progress);
        var points = IntStream.range(0, table.rowCount())
                .mapToObj(row -> new Point(
                        (long) table.numbers("place").get(row),
                        table.numbers("alike").get(row),
                        table.numbers("nearness").get(row)))
                .sorted(Comparator.comparingLong(Point::count))
                .toList();
        return new Curve(
                table.rowCount() == 0 ? 0 : (long) table.numbers("others").get(0), points);
    }
}
