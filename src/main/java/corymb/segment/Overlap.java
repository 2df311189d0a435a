package corymb.segment;

import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How far segments share their members.
 *
 * @param names the segments
 * @param counts how many members each has
 * @param pairs every two segments, the earlier first, with how many people belong to both
 * @param union how many people belong to at least one
 * @param several how many people belong to more than one
 */
public record Overlap(List<String> names, List<Long> counts, List<Pair> pairs, long union, long several) {
    public Overlap {
        names = List.copyOf(names);
        counts = List.copyOf(counts);
        pairs = List.copyOf(pairs);
    }

    /** How many people belong to both of two segments. */
    public record Pair(String first, String second, long both) {}

    /** How many memberships there are. */
    public long sum() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** How many memberships people have beyond their first. */
    public long repeats() {
        return sum() - union;
    }

    /** Counts the members that segments share; {@code Cost:} one pass over the members and one join of them with themselves. */
    public static Overlap of(Engine engine, List<Segment> segments, Progress progress) {
        var names = segments.stream().map(Segment::name).toList();
        var counts = segments.stream().map(Segment::count).toList();
        if (segments.isEmpty()) {
            return new Overlap(names, counts, List.of(), 0, 0);
        }
        var members = members(segments);
        var totals = engine.table(
                Sql.of(
                                "select count(*) as people, count(*) filter (n > 1) as several from (select count(*) as n from (")
                        .then(members)
                        .then(") group by id)"),
                progress);
        return new Overlap(
                names,
                counts,
                pairs(names, engine.table(shared(members), progress)),
                (long) totals.numbers("people").get(0),
                (long) totals.numbers("several").get(0));
    }

    private static Sql members(List<Segment> segments) {
        return Sql.join(
                " union all ",
                IntStream.range(0, segments.size())
                        .mapToObj(i -> Sql.of("select " + i + " as segment, " + Sql.name(Population.ID) + " as id from "
                                + segments.get(i).members().quoted()))
                        .toList());
    }

    private static Sql shared(Sql members) {
        return Sql.of("with member as (")
                .then(members)
                .then(
                        ") select a.segment as first, b.segment as second, count(*) as both_of_them from member a join member b"
                                + " on a.id = b.id and a.segment < b.segment group by all");
    }

    private static List<Pair> pairs(List<String> names, Table shared) {
        var both = IntStream.range(0, shared.rowCount())
                .boxed()
                .collect(Collectors.toMap(
                        row -> List.of((int) shared.numbers("first").get(row), (int)
                                shared.numbers("second").get(row)),
                        row -> (long) shared.numbers("both_of_them").get(row)));
        return IntStream.range(0, names.size())
                .boxed()
                .flatMap(i -> IntStream.range(i + 1, names.size())
                        .mapToObj(j -> new Pair(names.get(i), names.get(j), both.getOrDefault(List.of(i, j), 0L))))
                .toList();
    }
}
