package corymb.experiment;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.stats.Moments;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The exposures of one experiment in the engine, customer by customer. */
final class Exposures {
    private static final String CUSTOMER = "customer_id";
    private static final String EXPERIMENT = "experiment";
    private static final String VARIANT = "variant";
    private static final String TIMESTAMP = "timestamp";
    private static final Set<String> OWN = Set.of(CUSTOMER, EXPERIMENT, VARIANT, TIMESTAMP);

    private final Engine engine;
    private final Relation relation;
    private final String experiment;
    private final Progress progress;

    Exposures(Engine engine, Relation relation, String experiment, Progress progress) {
        for (var needed : List.of(CUSTOMER, VARIANT)) {
            if (!relation.schema().has(needed)) {
                throw SizeChecks.failure(
                        "The exposures do not say which " + (needed.equals(VARIANT) ? "variant" : "customer")
                                + " they are of.",
                        needed,
                        "Map a column to " + needed + " when importing them.");
            }
        }
        this.engine = engine;
        this.relation = relation;
        this.experiment = experiment;
        this.progress = progress;
    }

    List<String> experiments() {
        if (!relation.schema().has(EXPERIMENT)) {
            return List.of();
        }
        var table = engine.table(
                Sql.of("select distinct experiment from " + relation.quoted()
                        + " where experiment <> '' order by experiment"),
                progress);
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.text(row, EXPERIMENT))
                .toList();
    }

    /** The columns of numbers and of yes and no. */
    List<String> possibleMetrics() {
        return relation.schema().fields().stream()
                .filter(field -> field.type().isNumeric() || field.type() == ColumnType.BOOLEAN)
                .map(Field::name)
                .filter(name -> !OWN.contains(name))
                .toList();
    }

    Counts counts() {
        var usable = engine.table(
                shown().then(
                                " select variant, count(*) filter (seen = 1) as customers,"
                                        + " count(*) filter (seen > 1) as mixed from (select customer_id, min(variant) as variant,"
                                        + " count(distinct variant) as seen from shown group by customer_id) group by variant order by variant"),
                progress);
        var groups = IntStream.range(0, usable.rowCount())
                .mapToObj(row -> new Group(usable.text(row, VARIANT), whole(usable, row, "customers")))
                .filter(group -> group.customers() > 0)
                .toList();
        long mixed = IntStream.range(0, usable.rowCount())
                .mapToLong(row -> whole(usable, row, "mixed"))
                .sum();
        double rows = engine.number(
                Sql.of("select count(*) from " + relation.quoted() + " where true")
                        .then(ofExperiment()),
                progress);
        double kept = engine.number(shown().then(" select count(*) from shown"), progress);
        return new Counts(groups, mixed, (long) (rows - kept));
    }

    /** A query for those who saw this variant and no other, with the number of their exposures and, where known, the first. */
    Sql people(String variant) {
        var first = relation.schema().has(TIMESTAMP) ? ", min(timestamp) as first_seen" : "";
        return shown().then(
                        " select customer_id, count(*) as exposures" + first
                                + " from shown group by customer_id having count(distinct variant) = 1 and min(variant) = ?"
                                + " order by customer_id",
                        variant);
    }

    List<MetricSummary> summaries(List<String> metrics) {
        if (metrics.isEmpty()) {
            return List.of();
        }
        var areRates = areRates(metrics);
        var table = engine.table(summaryQuery(metrics, areRates), progress);
        var summaries = new ArrayList<MetricSummary>();
        for (int metric = 0; metric < metrics.size(); metric++) {
            summaries.add(new MetricSummary(metrics.get(metric), areRates.get(metric), moments(table, metric)));
        }
        return summaries;
    }

    private List<Boolean> areRates(List<String> metrics) {
        var columns = metrics.stream()
                .map(metric -> Sql.of("bool_and(" + number(metric) + " in (0, 1))"))
                .toList();
        var table = engine.table(
                shown().then(" select ").then(Sql.join(", ", columns)).then(" from shown"), progress);
        return table.columns().stream()
                .map(column -> column.text(0).equals("true"))
                .toList();
    }

    /** Means and variances are taken in the order of the customers, so that they are the same on any number of threads. */
    private Sql summaryQuery(List<String> metrics, List<Boolean> areRates) {
        var values = new ArrayList<Sql>();
        var moments = new ArrayList<Sql>();
        for (int metric = 0; metric < metrics.size(); metric++) {
            values.add(Sql.of(valueOf(metrics.get(metric), areRates.get(metric)) + " as v" + metric));
            var value = areRates.get(metric) ? "v" + metric : "v" + metric + " order by customer_id";
            moments.add(Sql.of("count(v%d) as n%d, avg(%s) as m%d, var_samp(%s) as s%d"
                    .formatted(metric, metric, value, metric, value, metric)));
        }
        return shown().then(", people as (select customer_id, min(variant) as variant, ")
                .then(Sql.join(", ", values))
                .then(" from shown group by customer_id having count(distinct variant) = 1) select variant, ")
                .then(Sql.join(", ", moments))
                .then(" from people group by variant");
    }

    private String valueOf(String metric, boolean isRate) {
        var number = number(metric);
        if (isRate) {
            return "max(" + number + ")";
        }
        return relation.schema().has(TIMESTAMP)
                ? "arg_min(%s, (coalesce(timestamp, 'infinity'), %s))".formatted(number, number)
                : "min(" + number + ")";
    }

    /** The metric as a finite number, or null. */
    private static String number(String metric) {
        var number = Sql.name(metric) + "::double";
        return "(case when isfinite(" + number + ") then " + number + " end)";
    }

    private static Map<String, Moments> moments(Table table, int metric) {
        var moments = new HashMap<String, Moments>();
        for (int row = 0; row < table.rowCount(); row++) {
            long count = whole(table, row, "n" + metric);
            if (count > 0) {
                moments.put(
                        table.text(row, VARIANT),
                        new Moments(
                                count,
                                table.numbers("m" + metric).get(row),
                                table.numbers("s" + metric).get(row)));
            }
        }
        return moments;
    }

    /** The usable rows of the experiment, as the start of a query. */
    private Sql shown() {
        return Sql.of("with shown as (select * from " + relation.quoted()
                        + " where customer_id <> '' and variant <> ''")
                .then(ofExperiment())
                .then(")");
    }

    private Sql ofExperiment() {
        return relation.schema().has(EXPERIMENT) ? Sql.of(" and experiment = ?", experiment) : Sql.of("");
    }

    private static long whole(Table table, int row, String column) {
        return (long) table.numbers(column).get(row);
    }

    /** How many customers saw this variant and no other. */
    record Group(String variant, long customers) {}

    /** Who took part. */
    record Counts(List<Group> variants, long inSeveralVariants, long unusableRows) {}
}
