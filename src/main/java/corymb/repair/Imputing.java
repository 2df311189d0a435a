package corymb.repair;

import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Values for those that are missing.
 *
 * <p>Reference: of the nearest rows Olga Troyanskaya and others: Missing value estimation methods for DNA microarrays,
 * Bioinformatics 17(6), 2001, with the distance over the columns that both rows have, as scikit-learn's KNNImputer measures it, each
 * column divided by its standard deviation. Cost: linear; of the nearest rows missing values times known ones, of which at most
 * {@value #MOST_KNOWN} are looked at, evenly over the table.
 */
final class Imputing {
    private static final int MOST_KNOWN = 5_000;

    private final Repair.Impute repair;
    private final Workbench bench;
    private final int column;
    private final String cell;

    private Imputing(Repair.Impute repair, Workbench bench, int column) {
        this.repair = repair;
        this.bench = bench;
        this.column = column;
        this.cell = "f" + column;
    }

    static Compiled compile(Repair.Impute repair, Workbench bench, Progress progress) {
        var column = bench.find(repair.column(), type -> switch (repair.method()) {
            case MEAN -> type.isNumeric();
            case MEDIAN -> type.isNumeric() || type.isTemporal();
            case MODE, NEAREST, MODEL -> true;
        });
        if (column.isEmpty()) {
            return Compiled.unfit("fitting values", repair.column());
        }
        for (var group : repair.groups()) {
            if (bench.find(group).isEmpty()) {
                return Compiled.unfit("groups", group);
            }
        }
        for (var alike : repair.alike()) {
            boolean isModel = repair.method() == Repair.Imputation.MODEL;
            if (bench.find(alike, type -> isModel || type.isNumeric()).isEmpty()
                    || alike.equalsIgnoreCase(repair.column())) {
                return Compiled.unfit(isModel ? "other values" : "other numbers", alike);
            }
        }
        return new Imputing(repair, bench, column.get()).compiled(progress);
    }

    private Compiled compiled(Progress progress) {
        return switch (repair.method()) {
            case MEDIAN, MEAN, MODE -> edits(ofGroup(), "");
            case NEAREST -> edits(nearest(), "");
            case MODEL -> {
                var model = new ModelImputing(bench, column, columns(), progress);
                yield edits(model.values(), model.note());
            }
        };
    }

    private List<Integer> columns() {
        return repair.alike().stream()
                .map(name -> bench.find(name).orElseThrow())
                .distinct()
                .toList();
    }

    private Compiled edits(Sql values, String note) {
        var mark = bench.mark(bench.field(column).name() + "_imputed");
        var marks = Sql.of("select place, true as after from (").then(values).then(") where after is not null");
        return new Compiled(List.of(new Edit(column, values), new Edit(mark, marks)), true, note);
    }

    private boolean isNumeric() {
        return bench.field(column).type().isNumeric();
    }

    /** A number as the column holds it: whole ones are rounded. */
    private String fitted(String value) {
        var rounded = bench.field(column).type() == ColumnType.INTEGER ? "round(" + value + ")" : value;
        return "cast(" + rounded + " as " + bench.type(column) + ")";
    }

    private Sql ofGroup() {
        var groups = repair.groups().stream()
                .map(name -> "f" + bench.find(name).orElseThrow())
                .toList();
        var same = groups.isEmpty()
                ? "true"
                : IntStream.range(0, groups.size())
                        .mapToObj(i -> groups.get(i) + " is not distinct from g" + i)
                        .collect(Collectors.joining(" and "));
        return Sql.of("select place, " + fitted("coalesce(own, whole)") + " as after from " + bench.table()
                + " left join (" + typical(groups, "own") + ") on " + same + " cross join ("
                + typical(List.of(), "whole")
                + ") where " + cell + " is null");
    }

    /** The typical value of each group, as that name beside g0, g1 and so on; ties go to the least value. */
    private String typical(List<String> groups, String name) {
        var keys = IntStream.range(0, groups.size())
                .mapToObj(i -> groups.get(i) + " as g" + i + ", ")
                .collect(Collectors.joining());
        var by = IntStream.range(0, groups.size()).mapToObj(i -> "g" + i).toList();
        var from = " from " + bench.table() + " where " + cell + " is not null";
        return switch (repair.method()) {
            case MEAN -> "select " + keys + "avg(" + cell + ") as " + name + from + grouped(by);
            case MEDIAN -> "select " + keys + "median(" + cell + ") as " + name + from + grouped(by);
            case MODE, NEAREST, MODEL -> {
                var all = new ArrayList<>(by);
                all.add("value");
                yield "select " + by.stream().map(key -> key + ", ").collect(Collectors.joining()) + "value as " + name
                        + " from (select " + keys + cell + " as value, count(*) as n" + from + grouped(all)
                        + ") qualify row_number() over ("
                        + (by.isEmpty() ? "" : "partition by " + String.join(", ", by))
                        + " order by n desc, value) = 1";
            }
        };
    }

    private static String grouped(List<String> by) {
        return by.isEmpty() ? "" : " group by " + String.join(", ", by);
    }

    private Sql nearest() {
        var alike = columns().stream().map(at -> "f" + at).toList();
        var scales = alike.stream()
                .map(each -> "coalesce(nullif(stddev_pop(" + each + "), 0), 1) as s_" + each)
                .collect(Collectors.joining(", "));
        var square = alike.stream()
                .map(each -> "coalesce(((m." + each + " - k." + each + ") / s_" + each + ") ** 2, 0)")
                .collect(Collectors.joining(" + "));
        var shared = alike.stream()
                .map(each -> "cast(m." + each + " is not null and k." + each + " is not null as integer)")
                .collect(Collectors.joining(" + "));
        var near = "arg_min(k." + cell + ", {'d': (" + square + ") / (" + shared + "), 'p': k.place}, "
                + repair.neighbours() + ")";
        var value = isNumeric() ? fitted("list_avg(" + near + ")") : "list_mode(" + near + ")";
        return Sql.of("select m.place, " + value + " as after from " + bench.table()
                + " m cross join (select * from (select *, "
                + "row_number() over (order by place) as r, count(*) over () as n from " + bench.table() + " where "
                + cell
                + " is not null) where (r - 1) % greatest(1, cast(ceil(n / " + MOST_KNOWN
                + ") as bigint)) = 0) k cross join (select "
                + scales + " from " + bench.table() + ") where m." + cell + " is null and " + shared
                + " > 0 group by m.place");
    }
}
