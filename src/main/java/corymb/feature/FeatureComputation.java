package corymb.feature;

import corymb.sql.Dialect;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Beside;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.List;

/**
 * Computes one row of features for each customer.
 *
 * <p>Cost: one scan of the events, grouped by customer, and a few sorts of the customers. Assumes: events and profiles name a
 * customer by equal texts.
 */
public final class FeatureComputation {
    private static final String FORETOLD = "_foretold";
    private static final String GATHERED = "_gathered";

    private FeatureComputation() {}

    /**
     * Computes the plan's features.
     *
     * @param name what the table made is called
     * @throws corymb.work.Failure when there are no customers or a column is not there
     */
    public static Features run(Engine engine, CustomerData data, FeaturePlan plan, String name, Progress progress) {
        return summedUp(engine, plan, table(engine, data, plan, name, progress), progress);
    }

    /**
     * Computes the plan's features without summing them up.
     *
     * @param name what the table made is called
     * @throws corymb.work.Failure when there are no customers or a column is not there
     */
    public static Relation table(Engine engine, CustomerData data, FeaturePlan plan, String name, Progress progress) {
        require(data, plan);
        progress.report(0, "Computing features");
        var events = Sql.of("(")
                .then(data.events().rows(EventColumns.of(plan), plan.zone()))
                .then(")");
        var sql = new FeatureSql(Dialect.DUCKDB, plan);
        var formulas = sql.formulas();
        var foretelling = new Foretelling(plan, progress.between(0, 0.4));
        try (var levels = new LevelCounting(engine, events, formulas.isBefore(), name, progress.untold());
                var foretold = Beside.start(() -> foretelling.beside(engine, events, name + FORETOLD))) {
            levels.choose(data, formulas.gatherings());
            try (var gathering = Beside.start(() -> engine.create(
                    name + GATHERED,
                    sql.gathered(Sql.of(data.profiles().quoted()), events, levels.rest(formulas.gatherings())),
                    progress.untold()))) {
                var counted = levels.beside(data);
                var facts = Sql.of(data.profiles().quoted())
                        .then(foretold.result())
                        .then(counted)
                        .then(" left join " + gathering.result().quoted() + " on " + sql.isGatheredFor());
                return engine.create(name, sql.query(facts), progress);
            }
        } finally {
            engine.drop(name + FORETOLD);
            engine.drop(name + GATHERED);
        }
    }

    private static Features summedUp(Engine engine, FeaturePlan plan, Relation table, Progress progress) {
        var summaries = new Summaries(engine, table, plan).read(progress.between(0.7, 1));
        progress.report(1, "Features");
        return new Features(plan, table, summaries);
    }

    private static void require(CustomerData data, FeaturePlan plan) {
        var profiles = data.profiles();
        if (profiles.rows() == 0) {
            throw new Problem(
                            "There are no customers to compute features for.", "", "Import customers or events first.")
                    .asFailure();
        }
        plan.definitions().stream()
                .flatMap(definition -> lacking(definition, data).stream())
                .findFirst()
                .ifPresent(problem -> {
                    throw problem.asFailure();
                });
    }

    /** What keeps a feature from being computed of such data; empty when nothing does. */
    static List<Problem> lacking(FeatureDefinition definition, CustomerData data) {
        return switch (definition) {
            case FeatureDefinition.AttributeOf attribute -> lacking(data.profiles(), attribute.column());
            case FeatureDefinition.Age age -> lacking(data.profiles(), age.column());
            case FeatureDefinition.Recency _,
                    FeatureDefinition.Frequency _,
                    FeatureDefinition.Monetary _,
                    FeatureDefinition.RfmScore _,
                    FeatureDefinition.EventCount _,
                    FeatureDefinition.ValueSum _,
                    FeatureDefinition.Tenure _,
                    EventFeature _,
                    Foretold _,
                    RfmFeature _ -> {
                var events = data.events().schema();
                yield FeaturePlan.aggregates(definition)
                        .flatMap(each -> EventColumns.check(each, events).stream())
                        .toList();
            }
        };
    }

    private static List<Problem> lacking(Relation profiles, String column) {
        return profiles.schema().names().stream().anyMatch(column::equalsIgnoreCase)
                ? List.of()
                : List.of(new Problem(
                        "Customers have no attribute \"" + column + "\" any more.",
                        "features",
                        "Choose the features anew."));
    }
}
