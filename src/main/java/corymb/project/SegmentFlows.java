package corymb.project;

import corymb.segment.Segment;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where those went who left a segment since one was found, and where those came from who are new in one.
 *
 * <p>Somebody who left one and came into two counts in two flows; who stayed, or came back meanwhile, in none.
 *
 * @param names the segments that were there then
 * @param moved one row for each who moved, by the places of the segments: {@code segment}, {@code customer_id}, {@code is_in}
 * @param flows the largest first
 */
public record SegmentFlows(List<String> names, Sql moved, List<Flow> flows) {
    private static final int NONE = -1;

    /**
     * How many went from one to another.
     *
     * @param from the segment left; empty for those who left none
     * @param to the segment come into; empty for those who came into none
     */
    public record Flow(Optional<String> from, Optional<String> to, long people) {}

    public SegmentFlows {
        names = List.copyOf(names);
        flows = List.copyOf(flows);
    }

    /** Between all segments that were there when a version of one was stored. */
    public static SegmentFlows since(Engine engine, History history, Made<Segment> version, Progress progress) {
        var then = after(history, version);
        var names = new ArrayList<String>();
        var moved = new ArrayList<Sql>();
        for (var made : history.present().segments()) {
            var name = made.value().name();
            then.segment(name)
                    .filter(SegmentLedger.of(history, name).versions()::contains)
                    .ifPresent(before -> {
                        moved.add(moved(names.size(), made.value(), before.id()));
                        names.add(name);
                    });
        }
        if (moved.isEmpty()) {
            return new SegmentFlows(names, Sql.of(""), List.of());
        }
        var all = Sql.join(" union all ", moved);
        return new SegmentFlows(names, all, flows(engine, names, all, progress));
    }

    /** The project after the step that brought a version; of several in one step, after them all. */
    private static Project after(History history, Made<Segment> version) {
        return history.past().stream()
                .map(History.Step::before)
                .filter(project -> project.segments().contains(version))
                .findFirst()
                .orElse(history.present());
    }

    private static Sql moved(int place, Segment segment, long version) {
        return Sql.of("select " + place + " as segment, customer_id, is_in from (")
                .then(segment.moves().since(version))
                .then(") as moved");
    }

    private static List<Flow> flows(Engine engine, List<String> names, Sql moved, Progress progress) {
        var counts = engine.table(
                pairs(moved, "origin, target, count(*) as people")
                        .then(" group by origin, target order by people desc, origin, target"),
                progress);
        return IntStream.range(0, counts.rowCount())
                .mapToObj(row -> new Flow(
                        name(names, counts.numbers("origin").get(row)),
                        name(names, counts.numbers("target").get(row)),
                        (long) counts.numbers("people").get(row)))
                .toList();
    }

    private static Optional<String> name(List<String> names, double place) {
        return place == NONE ? Optional.empty() : Optional.of(names.get((int) place));
    }

    /** The ids of those who went that way. */
    public Sql people(Flow flow) {
        return pairs(moved, "customer_id")
                .then(" where origin = ? and target = ?", place(flow.from()), place(flow.to()));
    }

    private int place(Optional<String> name) {
        return name.map(names::indexOf).orElse(NONE);
    }

    private static Sql pairs(Sql moved, String columns) {
        return Sql.of("select " + columns + " from (with moved as (")
                .then(moved)
                .then("), gone as (from moved where not is_in), come as (from moved where is_in)"
                        + " select customer_id, coalesce(gone.segment, " + NONE + ") as origin, coalesce(come.segment, "
                        + NONE + ") as target from gone full join come using (customer_id)) as pairs");
    }
}
