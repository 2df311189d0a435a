package corymb.project;

import corymb.quality.ColumnChange;
import corymb.quality.ComparingImports;
import corymb.rule.Rule;
import corymb.segment.Population;
import corymb.segment.Segment;
import corymb.segment.Segmentation;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.util.Comparator;
import java.util.List;

/**
 * How the members of a segment differ from those it had before, on what is known of both now.
 *
 * @param features the features whose distribution moved noticeably, farthest first
 * @param parts for each condition of the rule, how many of those who went out do not meet it now; most first
 */
public record SegmentDrift(List<ColumnChange.Moved> features, List<Lost> parts) {
    /**
     * Customers whom a condition keeps out.
     *
     * @param part the condition
     * @param people how many of those who went out and are customers do not meet it
     */
    public record Lost(Rule part, long people) {}

    public SegmentDrift {
        features = List.copyOf(features);
        parts = List.copyOf(parts);
    }

    /**
     * Compares the members of now with those of a version; no feature differs where one of them has none.
     *
     * <p>Cost: two passes over the features of both, and one question for each condition.
     */
    public static SegmentDrift since(ProjectFile file, SegmentLedger ledger, Made<Segment> version, Progress progress) {
        var project = file.history().present();
        var population = Journey.population(project);
        var rule = ledger.now().value().plan().rule();
        var gone = Sql.of("select customer_id from (")
                .then(ledger.now().value().moves().since(version.id()))
                .then(") as moved where not is_in");
        var parts = parts(rule).stream()
                .map(part -> new Lost(part, lost(file.engine(), population, gone, part, progress)))
                .filter(lost -> lost.people() > 0)
                .sorted(Comparator.comparingLong(Lost::people).reversed())
                .toList();
        return new SegmentDrift(features(file, ledger, version, progress), parts);
    }

    private static List<Rule> parts(Rule rule) {
        return rule instanceof Rule.All(var parts) ? parts : List.of(rule);
    }

    private static long lost(Engine engine, Population population, Sql gone, Rule part, Progress progress) {
        return (long) engine.number(
                Sql.of("select count(*) from (")
                        .then(gone)
                        .then(") as gone semi join " + population.people().quoted() + " as people using (customer_id)"
                                + " anti join (")
                        .then(Segmentation.members(population, part))
                        .then(") as met using (customer_id)"),
                progress);
    }

    private static List<ColumnChange.Moved> features(
            ProjectFile file, SegmentLedger ledger, Made<Segment> version, Progress progress) {
        var features = file.history().present().features().orElseThrow().value().table();
        var name = "drift_" + file.claimId();
        try {
            var before = described(file.engine(), name + "_before", features, ledger.members(version), progress);
            var now = described(file.engine(), name + "_now", features, ledger.members(ledger.now()), progress);
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

    private static Relation described(Engine engine, String name, Relation features, Sql ids, Progress progress) {
        return engine.create(
                name,
                Sql.of("select features.* exclude (customer_id) from (")
                        .then(ids)
                        .then(") as members join " + features.quoted() + " as features using (customer_id)"),
                progress);
    }
}
