package corymb.feature;

import corymb.lifetime.BgNbd;
import corymb.lifetime.GammaGamma;
import corymb.lifetime.Horizon;
import corymb.lifetime.PurchaseHistory;
import corymb.lifetime.RepeatValue;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Progress;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Fits the models of lifetime to the purchases before the plan's moment, and asks them for every buyer.
 *
 * <p>Purchases of one day are one; weeks are the unit of time, and the observation ends with the last day before the moment. Values
 * are those of the days after the first.
 */
final class Foretelling {
    /** The column of customers in the table made. */
    static final String BUYER = " buyer";

    private static final double DAYS_A_MONTH = 365.25 / 12;

    private final FeaturePlan plan;
    private final List<Foretold> definitions;

    Foretelling(FeaturePlan plan) {
        this.plan = plan;
        this.definitions = plan.definitions().stream()
                .filter(Foretold.class::isInstance)
                .map(Foretold.class::cast)
                .toList();
    }

    boolean isNeeded() {
        return !definitions.isEmpty();
    }

    /** Where the formulas find a feature. */
    static String column(Foretold definition) {
        return " foretold " + definition.name();
    }

    /** Makes a table of one row a buyer. */
    Relation run(Engine engine, Sql events, String name, Progress progress) {
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
            progress.check();
            columns.add(column(
                    definition,
                    row -> foretold(definition, purchases, histories.get(row), worths[row]),
                    worths.length));
        }
        return engine.fill(name, new Table(columns), progress.between(0.9, 1));
    }

    private static Column column(Foretold definition, IntToDoubleFunction ofRow, int rows) {
        return new NumberColumn(
                column(definition),
                ColumnType.DECIMAL,
                IntStream.range(0, rows).mapToDouble(ofRow).toArray());
    }

    private static double foretold(Foretold definition, BgNbd model, PurchaseHistory history, double worth) {
        return switch (definition) {
            case Foretold.ExpectedPurchases(int days) -> model.expectedPurchases(history, days / 7.0);
            case Foretold.ProbabilityActive _ -> model.probabilityAlive(history);
            case Foretold.ExpectedValue _ -> worth;
            case Foretold.LifetimeValue(int days, double discount) ->
                horizon(days, discount).value(model, history, worth);
        };
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
        var end = LocalDateTime.ofInstant(plan.asOf().minusNanos(1000), ZoneOffset.UTC);
        LocalDate lastDay = end.toLocalDate();
        return Sql.of(
                        "select customer_id, count(*) - 1 as repeats, cast(max(day) - min(day) as double) / 7 as last,"
                                + " cast(cast(? as date) - min(day) as double) / 7 as observed,"
                                + " coalesce(round((sum(total) - min_by(total, day)) / nullif(count(*) - 1, 0), 6), 0) as mean"
                                + " from (select customer_id, cast(timestamp as date) as day, coalesce(sum(value), 0) as total from ",
                        lastDay)
                .then(events)
                .then(
                        " where type = ? and timestamp <= cast(? as timestamp) and customer_id is not null group by all)"
                                + " group by customer_id order by customer_id",
                        plan.purchaseType(),
                        end);
    }

    private static List<PurchaseHistory> histories(Table buyers) {
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
