package corymb.project;

import corymb.quality.ColumnChange;
import corymb.quality.ComparingImports;
import corymb.segment.Cause;
import corymb.segment.RuleParts;
import corymb.segment.Segment;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the members of a segment differ from those it had before, on what is known of both now.
 *
 * @param features the features whose distribution moved noticeably, farthest first
 * @param parts what each condition of the rule did to those who moved; empty where the rule is one question, or nobody moved
 */
public record SegmentDrift(List<ColumnChange.Moved> features, Optional<RuleParts> parts) {
    public SegmentDrift {
        features = List.copyOf(features);
    }

    /**
     * Compares the members of now with those of a version; no feature differs where one of them has none.
     *
     * <p>Cost: two passes over the features of both, one question to the people of now for all conditions, and one to
     * those of then; where undo does not lead back so far, the features that the conditions ask for computed as of then for those who
     * moved.
     *
     * @return with a table of those who moved, which the caller drops
     */
    public static SegmentDrift since(ProjectFile file, SegmentLedger ledger, Made<Segment> version, Progress progress) {
        var features = features(file, ledger, version, progress.between(0, 0.5));
        return new SegmentDrift(features, parts(file, ledger, version, progress.between(0.5, 1)));
    }

    static Optional<RuleParts> parts(ProjectFile file, SegmentLedger ledger, Made<Segment> version, Progress progress) {
        var segment = ledger.now().value();
        var rule = segment.plan().rule();
        if (RuleParts.conditions(rule).size() < 2) {
            return Optional.empty();
        }
        var project = file.history().present();
        var moved = segment.moves().since(version.id());
        long id = file.claimId();
        var movers = file.engine().create("movers_" + id, moved, progress);
        try (var known = new KnownThen(file, project, version.value().moment(), id)) {
            if (movers.rows() == 0) {
                return Optional.empty();
            }
            var then = KnownThen.population(file, version, rule, progress.untold())
                    .or(() -> known.seenWith(Cause.TIME, movers, List.of(rule), progress));
            var asked = new RuleParts.Asked(Journey.population(project), then, moved);
            return Optional.of(RuleParts.of(file.engine(), rule, asked, "turned_" + id, progress));
        } finally {
            file.engine().drop(movers.name());
        }
    }

    private static List<ColumnChange.Moved> features(
            ProjectFile file, SegmentLedger ledger, Made<Segment> version, Progress progress) {
        var features = file.history().present().features().orElseThrow().value().table();
        return moved(
                file,
                new Described(ledger.members(version), features),
                new Described(ledger.members(ledger.now()), features),
                progress);
    }

    /**
     * Some people and what is known of them.
     *
     * @param ids a query for {@code customer_id}
     */
    record Described(Sql ids, Relation features) {}

    /** The features that both have and whose distribution moved noticeably from some people to others, farthest first. */
    static List<ColumnChange.Moved> moved(ProjectFile file, Described some, Described others, Progress progress) {
        var name = "drift_" + file.claimId();
        try {
            var before = described(file.engine(), name + "_before", some, progress);
            var now = described(file.engine(), name + "_now", others, progress);
            return before.rows() == 0 || now.rows() == 0
                    ? List.of()
                    : ComparingImports.columns(file.engine(), before, now, progress).stream()
                            .filter(ColumnChange.Moved.class::isInstance)
                            .map(ColumnChange.Moved.class::cast)
                            .filter(change -> ComparingImports.isTold(change.shift()))
                            .sorted(Comparator.comparingDouble((ColumnChange.Moved change) ->
                                            change.shift().stability())
                                    .reversed())
                            .toList();
        } finally {
            file.engine().drop(name + "_before");
            file.engine().drop(name + "_now");
        }
    }

    private static Relation described(Engine engine, String name, Described people, Progress progress) {
        return engine.create(
                name,
                Sql.of("select features.* exclude (customer_id) from (")
                        .then(people.ids())
                        .then(") as members join " + people.features().quoted() + " as features using (customer_id)"),
                progress);
    }
}
