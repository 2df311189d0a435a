package corymb.feature;

import corymb.lifetime.BgNbd;
import corymb.lifetime.GammaGamma;
import corymb.lifetime.Horizon;
import corymb.lifetime.PurchaseHistory;
import corymb.lifetime.RepeatValue;
import corymb.sql.Dialect;
import corymb.sql.Engine;
import corymb.sql.Expression;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Fits the models of lifetime to the purchases before the plan's moment, and asks them for every buyer.
 *
 * <p>Purchases of one day are one; weeks are the unit of time, and the observation ends with the last day before the moment. Values
 * are those of the days after the first.
 */
final class Foretelling {
    /** The column of customers in the table made. */
    private static final String BUYER = " buyer";

    private static final double DAYS_A_MONTH = 365.25 / 12;

    private final FeaturePlan plan;
    private final List<Foretold> definitions;
    private final Progress progress;

    Foretelling(FeaturePlan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
        this.definitions = plan.definitions().stream()
                .filter(Foretold.class::isInstance)
                .map(Foretold.class::cast)
                .toList();
    }

    /** What stands after the profiles in a query to have what is foretold beside each; empty where nothing is. */
    Sql beside(Engine engine, Sql events, String name) {
        return definitions.isEmpty()
                ? Sql.of("")
                : Sql.of(" left join " + run(engine, events, name).quoted() + " on " + Sql.name(BUYER)
                        + " = customer_id");
    }

    /** Where the formulas find a feature. */
    static String column(Foretold definition) {
        return " foretold " + definition.name();
    }

    /** Makes a table of one row a buyer. */
    private Relation run(Engine engine, Sql events, String name) {
        progress.report(0, "Reading purchases");
        var buyers = engine.table(query(events), progress);
        var histories = histories(buyers);
        var values = values(buyers);
        var purchases = BgNbd.fit(histories, progress.between(0.2, 0.7)).model();
        var columns = new ArrayList<Column>();
        columns.add(new TextColumn(
                BUYER,
                IntStream.range(0, buyers.rowCount())
                        .mapToObj(row -> buyers.text(row, "customer_id"))
                        .toList()));
        var worths = needsValue() ? worths(values, progress.between(0.7, 0.9)) : new double[histories.size()];
        for (var definition : definitions) {
            columns.add(new NumberColumn(
                    column(definition), ColumnType.DECIMAL, foretold(definition, purchases, histories, worths)));
        }
        return engine.fill(name, new Table(columns), progress.between(0.9, 1));
    }

    private double[] foretold(Foretold definition, BgNbd model, List<PurchaseHistory> histories, double... worths) {
        return switch (definition) {
            case Foretold.ExpectedPurchases(int days) ->
                ofActive(
                        model,
                        histories,
                        known -> model.expectedOfActive(known.repeats(), known.observed(), days / 7.0));
            case Foretold.ProbabilityActive _ ->
                histories.stream().mapToDouble(model::probabilityAlive).toArray();
            case Foretold.ExpectedValue _ -> worths;
            case Foretold.LifetimeValue(int days, double discount) -> {
                var horizon = horizon(days, discount);
                var counts =
                        ofActive(model, histories, known -> horizon.ofActive(model, known.repeats(), known.observed()));
                yield IntStream.range(0, worths.length)
                        .mapToDouble(row -> counts[row] * worths[row])
                        .toArray();
            }
        };
    }

    /** What is expected of a customer who is still active depends on this alone, so it is reckoned once for all who share it. */
    private record Known(int repeats, double observed) {
        static Known of(PurchaseHistory history) {
            return new Known(history.repeats(), history.observed());
        }
    }

    private double[] ofActive(BgNbd model, List<PurchaseHistory> histories, ToDoubleFunction<Known> expected) {
        var all = histories.stream().map(Known::of).distinct().toList();
        var values = new double[all.size()];
        Parallel.forBlocks(values.length, 64, progress, (_, from, to) -> {
            for (int i = from; i < to; i++) {
                values[i] = expected.applyAsDouble(all.get(i));
            }
        });
        var places = new HashMap<Known, Double>();
        for (int i = 0; i < values.length; i++) {
            places.put(all.get(i), values[i]);
        }
        return histories.stream()
                .mapToDouble(history -> places.getOrDefault(Known.of(history), 0.0) * model.probabilityAlive(history))
                .toArray();
    }

    private static Horizon horizon(int days, double discount) {
        int months = (int) Math.max(1, Math.round(days / DAYS_A_MONTH));
        return new Horizon(months, days / 7.0 / months, discount);
    }

    private boolean needsValue() {
        return definitions.stream()
                .anyMatch(definition ->
                        definition instanceof Foretold.ExpectedValue || definition instanceof Foretold.LifetimeValue);
    }

    private static double[] worths(List<RepeatValue> values, Progress progress) {
        var model = GammaGamma.fit(values, progress).model();
        return values.stream().mapToDouble(model::expectedValue).toArray();
    }

    private Sql query(Sql events) {
        return Sql.of(
                        "select customer_id, count(*) - 1 as repeats, cast(max(day) - min(day) as double) / 7 as last,"
                                + " cast(cast(? as date) - min(day) as double) / 7 as observed,"
                                + " coalesce(round(round(sum(total) - min_by(total, day), 6) / nullif(count(*) - 1, 0), 6), 0) as mean"
                                + " from ",
                        lastDay(plan))
                .then(days(plan, events))
                .then(" group by customer_id order by customer_id");
    }

    /** The day with which the observation ends. */
    static LocalDate lastDay(FeaturePlan plan) {
        return plan.moment().lastDay();
    }

    /** One row for each customer and day with purchases: {@code customer_id}, {@code day} and the day's {@code total}. */
    static Sql days(FeaturePlan plan, Sql events) {
        return Sql.of("(select customer_id, cast(")
                .then(Dialect.DUCKDB.compile(new Expression.Local(new Expression.Column("timestamp"), plan.zone())))
                .then(" as date) as day, round(coalesce(sum(value), 0), 6) as total from ")
                .then(events)
                .then(
                        " where type = ? and timestamp <= cast(? as timestamp) and customer_id is not null group by all)",
                        plan.purchaseType(),
                        LocalDateTime.ofInstant(plan.asOf().minusNanos(1000), ZoneOffset.UTC));
    }

    static List<PurchaseHistory> histories(Table buyers) {
        var repeats = buyers.numbers("repeats");
        var last = buyers.numbers("last");
        var observed = buyers.numbers("observed");
        return IntStream.range(0, buyers.rowCount())
                .mapToObj(row -> new PurchaseHistory((int) repeats.get(row), last.get(row), observed.get(row)))
                .toList();
    }

    private static List<RepeatValue> values(Table buyers) {
        var repeats = buyers.numbers("repeats");
        var mean = buyers.numbers("mean");
        return IntStream.range(0, buyers.rowCount())
                .mapToObj(row -> new RepeatValue((int) repeats.get(row), mean.get(row)))
                .toList();
    }
}
