package corymb.project;

import corymb.rule.RuleDifference;
import corymb.segment.Cause;
import corymb.segment.Moved;
import corymb.segment.Segment;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Who was in a segment when, and who moved why, since it was defined.
 *
 * <p>The sizes and causes of all its versions stand in the history, the moves of people in the segment of now. Neither goes with the
 * rows that only undo needs.
 *
 * @param versions the segment each time its members were found, oldest first; the last is the one of now
 */
public record SegmentLedger(List<Made<Segment>> versions) {
    public SegmentLedger {
        versions = List.copyOf(versions);
    }

    /**
     * Of the segment of that name.
     *
     * @throws corymb.work.Failure when there is none
     */
    public static SegmentLedger of(History history, String name) {
        var versions = new ArrayList<Made<Segment>>();
        history.past().stream().flatMap(step -> step.change().parts()).forEach(change -> {
            if (change instanceof SegmentChange.SegmentDefined(var segment)
                    && segment.value().name().equals(name)) {
                versions.add(segment);
            } else if (change instanceof SegmentChange.SegmentRemoved(var removed) && removed.equals(name)) {
                versions.clear();
            }
        });
        if (versions.isEmpty()) {
            throw new Problem("There is no segment of that name.", name, "Choose one of the segments there are.")
                    .asFailure();
        }
        return new SegmentLedger(versions);
    }

    public Made<Segment> now() {
        return versions.getLast();
    }

    /** The version that held just before a moment; empty where there was none yet. */
    public Optional<Made<Segment>> before(Instant moment) {
        return versions.reversed().stream()
                .filter(version -> version.at().isBefore(moment))
                .findFirst();
    }

    /** The versions from a moment on, the first of all aside: with it nobody moved. */
    public List<Made<Segment>> since(Instant moment) {
        return versions.stream()
                .skip(1)
                .filter(version -> !version.at().isBefore(moment))
                .toList();
    }

    /** The versions of the rule, oldest first: each time it was saved otherwise than before. */
    public List<RuleVersion> rules() {
        var rules = new ArrayList<RuleVersion>();
        for (var version : versions) {
            var rule = version.value().plan().rule();
            if (rules.isEmpty()) {
                rules.add(new RuleVersion(1, version, RuleDifference.between(rule, rule)));
            } else if (!rule.equals(rules.getLast().made().value().plan().rule())) {
                var before = rules.getLast().made().value().plan().rule();
                rules.add(new RuleVersion(rules.size() + 1, version, RuleDifference.between(before, rule)));
            }
        }
        return rules;
    }

    /**
     * A version of the rule.
     *
     * @throws corymb.work.Failure when it has none of that number
     */
    public RuleVersion rule(int number) {
        var rules = rules();
        if (number < 1 || number > rules.size()) {
            throw new Problem(
                            "“" + now().value().name() + "” has no version " + number + ".",
                            "",
                            "Its rule has the versions 1 to " + rules.size() + ".")
                    .asFailure();
        }
        return rules.get(number - 1);
    }

    /** How many are in now and were not with a version, or the other way round, by the cause of their last move. */
    public List<Moved> movedSince(Engine engine, Made<Segment> version, Progress progress) {
        var counts = engine.table(
                Sql.of(
                                "select cause, count(*) filter (where is_in) as entered, count(*) filter (where not is_in) as gone from (")
                        .then(now().value().moves().since(version.id()))
                        .then(") as moved group by cause"),
                progress);
        return IntStream.range(0, counts.rowCount())
                .mapToObj(row -> new Moved(
                        Cause.valueOf(counts.text(row, "cause")),
                        (long) counts.numbers("entered").get(row),
                        (long) counts.numbers("gone").get(row)))
                .sorted(Comparator.comparing(Moved::cause))
                .toList();
    }

    /** A query for the ids of those who moved since a version and whose last move had that cause. */
    public Sql movedSince(Made<Segment> version, Cause cause, boolean isIn) {
        return Sql.of("select customer_id from (")
                .then(now().value().moves().since(version.id()))
                .then(") as moved where cause = ? and is_in = ?", cause.name(), isIn);
    }

    /** A query for the ids of those whom an edit of the rule brought in, or took out. */
    public Sql movedBy(RuleVersion edit, boolean isIn) {
        return now().value()
                .moves()
                .rows()
                .map(rows -> Sql.of(
                        "select customer_id from " + rows.quoted() + " where version = ? and cause = ? and is_in = ?",
                        edit.made().id(),
                        Cause.RULE.name(),
                        isIn))
                .orElse(Sql.of("select '' as customer_id where false"));
    }

    /** A query for the ids of the members that a version found, as was known then; in order. */
    public Sql members(Made<Segment> version) {
        return Sql.of("select customer_id from (")
                .then(now().value().membersOf(version.id()))
                .then(") order by customer_id");
    }

    /** A query for the members of now, {@code customer_id}, and the id of the version that each came in with last, {@code version}. */
    public Sql entries() {
        return now().value().entries(versions.getFirst().id());
    }
}
