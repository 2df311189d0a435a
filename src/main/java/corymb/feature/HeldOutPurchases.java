package corymb.feature;

import corymb.lifetime.HoldOut;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.table.TimeColumn;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether what is foretold can be believed: the model of purchases learns the first half of the time before the plan's moment, and
 * is held against the second.
 */
public final class HeldOutPurchases {
    private final Engine engine;
    private final FeaturePlan plan;
    private final Sql days;
    private final Progress progress;

    private HeldOutPurchases(Engine engine, FeaturePlan plan, Sql days, Progress progress) {
        this.engine = engine;
        this.plan = plan;
        this.days = days;
        this.progress = progress;
    }

    /**
     * Looks at who bought in the first half.
     *
     * @throws corymb.work.Failure when there are fewer than four days, or nobody bought again in the first half
     */
    public static HoldOut run(Engine engine, EventSources events, FeaturePlan plan, Progress progress) {
        var rows = Sql.of("(").then(events.rows(Set.of(), plan.zone())).then(")");
        return new HeldOutPurchases(engine, plan, Foretelling.days(plan, rows), progress).run();
    }

    private HoldOut run() {
        progress.report(0, "Reading purchases");
        var lastDay = Foretelling.lastDay(plan);
        var parting = parting(lastDay);
        var customers = customers(engine.table(query(parting), progress));
        double weeks = ChronoUnit.DAYS.between(parting, lastDay) / 7.0;
        return HoldOut.of(customers, weeks, progress.between(0.3, 1));
    }

    /** The last day of the first half. */
    private LocalDate parting(LocalDate lastDay) {
        var first = (TimeColumn) engine.table(
                        Sql.of("select cast(min(day) as timestamp) as day from ")
                                .then(days),
                        progress)
                .column("day");
        long length = first.isMissing(0)
                ? 0
                : ChronoUnit.DAYS.between(LocalDate.ofInstant(first.instant(0), ZoneOffset.UTC), lastDay) + 1;
        if (length < 4) {
            throw new Problem(
                            "Purchases of fewer than four days say nothing about what comes later.",
                            "features",
                            "Import purchases over a longer time.")
                    .asFailure();
        }
        return lastDay.minusDays(length - length / 2);
    }

    private Sql query(LocalDate parting) {
        return Sql.of(
                        "select count(*) filter (day <= cast(? as date)) - 1 as repeats,"
                                + " cast(max(day) filter (day <= cast(? as date)) - min(day) as double) / 7 as last,"
                                + " cast(cast(? as date) - min(day) as double) / 7 as observed,"
                                + " count(*) filter (day > cast(? as date)) as later from ",
                        parting,
                        parting,
                        parting,
                        parting)
                .then(days)
                .then(" group by customer_id having min(day) <= cast(? as date) order by customer_id", parting);
    }

    private static List<HoldOut.Customer> customers(Table rows) {
        var later = rows.numbers("later");
        var histories = Foretelling.histories(rows);
        return IntStream.range(0, rows.rowCount())
                .mapToObj(row -> new HoldOut.Customer(histories.get(row), (int) later.get(row)))
                .toList();
    }
}
