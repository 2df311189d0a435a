package corymb.feature;

import corymb.feature.Histogram.Bin;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.stats.SignificantDigits;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Table;
import corymb.work.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what the values of each feature look like: one query for the key figures, one for the histograms. */
final class Summaries {
    private static final int BINS = 20;

    private final Engine engine;
    private final Relation table;
    private final FeaturePlan plan;

    Summaries(Engine engine, Relation table, FeaturePlan plan) {
        this.engine = engine;
        this.table = table;
        this.plan = plan;
    }

    List<FeatureSummary> read(Progress progress) {
        if (plan.definitions().isEmpty()) {
            return List.of();
        }
        var figures = figures(engine.table(figuresQuery(), progress));
        var histograms = histograms(figures, engine.table(histogramsQuery(figures), progress));
        var summaries = new ArrayList<FeatureSummary>();
        for (int place = 0; place < figures.size(); place++) {
            summaries.add(summary(place, figures.get(place), new Histogram(histograms.get(place))));
        }
        return List.copyOf(summaries);
    }

    private FeatureSummary summary(int place, Figures figures, Histogram histogram) {
        var definition = plan.definitions().get(place);
        boolean isNumber = !figures.type().isTemporal();
        return new FeatureSummary(
                definition.name(),
                definition.description(),
                definition.unit(),
                figures.type(),
                table.rows() - figures.present(),
                isNumber ? figures.minimum() : Double.NaN,
                isNumber ? figures.median() : Double.NaN,
                isNumber ? figures.mean() : Double.NaN,
                isNumber ? figures.maximum() : Double.NaN,
                histogram);
    }

    private Field field(int place) {
        return table.schema().fields().get(place + 1);
    }

    private Sql figuresQuery() {
        var values = new ArrayList<String>();
        for (int place = 0; place < plan.definitions().size(); place++) {
            var field = field(place);
            if (field.type() == ColumnType.TEXT) {
                values.add("count(" + Sql.name(field.name()) + "), null, null, null, null");
            } else {
                var x = number(field);
                values.add("count(%1$s), min(%1$s), quantile_cont(%1$s, 0.5), avg(%1$s), max(%1$s)".replace("%1$s", x));
            }
        }
        return Sql.of("select " + String.join(", ", values) + " from " + table.quoted());
    }

    /** A value as a number; times in seconds; what is not finite does not count. */
    private static String number(Field field) {
        var name = Sql.name(field.name());
        return switch (field.type()) {
            case INTEGER, BOOLEAN, TEXT -> "cast(" + name + " as double)";
            case DECIMAL -> "case when isfinite(cast(" + name + " as double)) then cast(" + name + " as double) end";
            case DATE, TIMESTAMP -> "cast(epoch(" + name + ") as double)";
        };
    }

    private List<Figures> figures(Table row) {
        var figures = new ArrayList<Figures>();
        for (int place = 0; place < plan.definitions().size(); place++) {
            int first = place * 5;
            figures.add(new Figures(
                    field(place).type(),
                    (long) value(row, first),
                    value(row, first + 1),
                    value(row, first + 2),
                    value(row, first + 3),
                    value(row, first + 4)));
        }
        return figures;
    }

    private static double value(Table row, int column) {
        var cell = row.columns().get(column);
        return cell.isMissing(0) ? Double.NaN : Double.parseDouble(cell.text(0));
    }

    private Sql histogramsQuery(List<Figures> figures) {
        var queries = new ArrayList<Sql>();
        for (int place = 0; place < figures.size(); place++) {
            queries.add(figures.get(place).isBinned() ? binned(place, figures.get(place)) : commonest(place));
        }
        return Sql.of("select * from (")
                .then(Sql.join(" union all ", queries))
                .then(") order by place, bin, n desc, label");
    }

    private Sql binned(int place, Figures figures) {
        var x = number(field(place));
        return Sql.of(
                "(select " + place + " as place, least(cast(floor((" + x
                        + " - cast(? as double)) / cast(? as double)) as bigint), "
                        + (figures.bins() - 1) + ") as bin, '' as label, count(*) as n from " + table.quoted()
                        + " where "
                        + x + " is not null group by all)",
                figures.minimum(),
                figures.width());
    }

    private Sql commonest(int place) {
        var name = Sql.name(field(place).name());
        return Sql.of("(select " + place + " as place, 0 as bin, cast(" + name
                + " as varchar) as label, count(*) as n from " + table.quoted() + " where " + name
                + " is not null group by all order by n desc, label limit " + BINS + ")");
    }

    private static List<List<Bin>> histograms(List<Figures> figures, Table counts) {
        var histograms = new ArrayList<List<Bin>>();
        figures.forEach(each -> histograms.add(each.isBinned() ? each.emptyBins() : new ArrayList<>()));
        for (int row = 0; row < counts.rowCount(); row++) {
            int place = (int) counts.numbers("place").get(row);
            long count = (long) counts.numbers("n").get(row);
            if (figures.get(place).isBinned()) {
                int bin = (int) counts.numbers("bin").get(row);
                var empty = histograms.get(place).get(bin);
                histograms.get(place).set(bin, new Bin(empty.label(), empty.from(), empty.to(), count));
            } else {
                histograms.get(place).add(new Bin(counts.text(row, "label"), Double.NaN, Double.NaN, count));
            }
        }
        return histograms;
    }

    /** The key figures of one column. */
    private record Figures(ColumnType type, long present, double minimum, double median, double mean, double maximum) {
        boolean isBinned() {
            return type != ColumnType.TEXT && type != ColumnType.BOOLEAN && present > 0;
        }

        int bins() {
            if (minimum == maximum) {
                return 1;
            }
            return isCounted() ? (int) (maximum - minimum) + 1 : BINS;
        }

        /** Few whole numbers get a bin each. */
        private boolean isCounted() {
            return type == ColumnType.INTEGER && maximum - minimum < BINS;
        }

        double width() {
            return isCounted() || minimum == maximum ? 1 : (maximum - minimum) / BINS;
        }

        List<Bin> emptyBins() {
            var bins = new Bin[bins()];
            Arrays.setAll(bins, i -> {
                double from = minimum + i * width();
                double to = bins.length == 1 ? maximum : from + width();
                return new Bin(label(from, to), from, to, 0);
            });
            return new ArrayList<>(List.of(bins));
        }

        private String label(double from, double to) {
            if (isCounted() || from == to) {
                return shown(from);
            }
            return shown(from) + " to " + shown(to);
        }

        private String shown(double value) {
            if (type.isTemporal()) {
                return Instant.ofEpochSecond((long) value).toString().substring(0, 10);
            }
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : SignificantDigits.of(value);
        }
    }
}
