package corymb.segment;

import corymb.rule.Rule;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many people belong to each combination of segments: {@code union} is the sum of those who belong to just one of them.
 *
 * <p>Reference: A. Lex, N. Gehlenborg, H. Strobelt, R. Vuillemot, H. Pfister, UpSet: Visualization of Intersecting Sets, 2014,
 * doi:10.1109/TVCG.2014.2346248.
 *
 * @param names the segments compared, in the order of the project
 * @param counts how many members each has
 * @param parts the combinations that somebody belongs to and to no more of the segments compared; the most first
 * @param outOf of how many segments those compared are the largest
 */
public record Intersections(List<String> names, List<Long> counts, List<Part> parts, int outOf) {
    /** How many segments are compared at most. */
    public static final int MOST = 12;

    private static final Comparator<Part> MOST_FIRST =
            Comparator.comparingLong((Part part) -> -part.count()).thenComparingInt(Part::mask);

    public Intersections {
        names = List.copyOf(names);
        counts = List.copyOf(counts);
        parts = List.copyOf(parts);
    }

    /** What is counted of a combination of segments. */
    public enum Counting {
        /** Those who belong to all of its segments and to none of the others compared: every customer is counted once. */
        EXCLUSIVE,
        /** Those who belong to all of its segments, whatever else they belong to. */
        INCLUSIVE
    }

    /**
     * A combination of segments.
     *
     * @param mask which of them, as bits: the first is 1, the second 2, the third 4
     * @param count how many people it has
     */
    public record Part(int mask, long count) {
        /** The places of its segments, from 0. */
        public List<Integer> places() {
            return IntStream.range(0, MOST)
                    .filter(place -> (mask & (1 << place)) != 0)
                    .boxed()
                    .toList();
        }
    }

    /** How many people belong to at least one of the segments compared. */
    public long union() {
        return parts.stream().mapToLong(Part::count).sum();
    }

    /** The combinations that somebody belongs to; the most first. */
    public List<Part> parts(Counting counting) {
        return switch (counting) {
            case EXCLUSIVE -> parts;
            case INCLUSIVE -> inclusive();
        };
    }

    /** {@code Cost:} combinations times segments. */
    private List<Part> inclusive() {
        var counted = new long[1 << names.size()];
        parts.forEach(part -> counted[part.mask()] = part.count());
        for (int place = 0; place < names.size(); place++) {
            int bit = 1 << place;
            for (int mask = 0; mask < counted.length; mask++) {
                if ((mask & bit) == 0) {
                    counted[mask] += counted[mask | bit];
                }
            }
        }
        return IntStream.range(1, counted.length)
                .filter(mask -> counted[mask] > 0)
                .mapToObj(mask -> new Part(mask, counted[mask]))
                .sorted(MOST_FIRST)
                .toList();
    }

    /** The names of a combination's segments. */
    public List<String> names(Part part) {
        return part.places().stream().map(names::get).toList();
    }

    /** Who is counted in a combination: {@code in segment "A" and in segment "B" and not in segment "C"}. */
    public Rule rule(Part part, Counting counting) {
        var inside = names(part);
        var asked = new ArrayList<Rule>(inside.stream().map(Rule.InSegment::new).toList());
        if (counting == Counting.EXCLUSIVE) {
            names.stream()
                    .filter(name -> !inside.contains(name))
                    .forEach(name -> asked.add(new Rule.Not(new Rule.InSegment(name))));
        }
        return asked.size() == 1 ? asked.getFirst() : new Rule.All(asked);
    }

    /**
     * Counts the members of every combination of the {@value #MOST} largest segments.
     *
     * <p>Cost: one query, which reads each membership once.
     */
    public static Intersections of(Engine engine, List<Segment> segments, Progress progress) {
        var compared = largest(segments);
        return new Intersections(
                compared.stream().map(Segment::name).toList(),
                compared.stream().map(Segment::count).toList(),
                compared.isEmpty() ? List.of() : parts(engine, compared, progress),
                segments.size());
    }

    private static List<Segment> largest(List<Segment> segments) {
        Set<Segment> wanted = segments.stream()
                .sorted(Comparator.comparingLong(Segment::count).reversed())
                .limit(MOST)
                .collect(Collectors.toSet());
        return segments.stream().filter(wanted::contains).toList();
    }

    private static List<Part> parts(Engine engine, List<Segment> compared, Progress progress) {
        var found = engine.table(
                Sql.of("select mask, count(*) as people from (")
                        .then(masks(compared))
                        .then(") group by mask"),
                progress);
        var parts = new ArrayList<Part>();
        for (int row = 0; row < found.rowCount(); row++) {
            parts.add(new Part((int) found.numbers("mask").get(row), (long)
                    found.numbers("people").get(row)));
        }
        parts.sort(MOST_FIRST);
        return parts;
    }

    /** A query for {@code customer_id} and {@code mask}, which tells by bits to which of some segments each member belongs. */
    static Sql masks(List<Segment> segments) {
        var id = Sql.name(Population.ID);
        var members = IntStream.range(0, segments.size())
                .mapToObj(place -> Sql.of("select " + id + ", " + (1 << place) + " as bit from "
                        + segments.get(place).members().quoted()))
                .toList();
        return Sql.of("select " + id + ", bit_or(bit) as mask from (")
                .then(Sql.join(" union all ", members))
                .then(") group by " + id);
    }
}
