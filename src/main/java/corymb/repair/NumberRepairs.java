package corymb.repair;

import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.work.Progress;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Repairs of numbers and times as changes of rows. */
final class NumberRepairs {
    private NumberRepairs() {}

    /** The lowest value that stays is that of rank k + 1 where k is the share of all values, rounded down; likewise the highest. */
    static Compiled winsorise(Repair.Winsorise repair, Workbench bench) {
        var column = bench.find(repair.column(), ColumnType::isNumeric);
        if (column.isEmpty()) {
            return Compiled.unfit("numbers", repair.column());
        }
        var cell = "f" + column.get();
        return Compiled.of(new Edit(
                column.get(),
                Sql.of(
                        "select place, least(greatest(" + cell + ", low), high) as after from " + bench.table()
                                + ", (select min(" + cell
                                + ") filter (where r > floor(cast(? as double) * n)) as low, max("
                                + cell + ") filter (where r <= n - floor(cast(? as double) * n)) as high from (select "
                                + cell
                                + ", row_number() over (order by " + cell + ") as r, count(*) over () as n from "
                                + bench.table() + " where " + cell + " is not null)) where " + cell + " is not null",
                        repair.low(),
                        repair.high())));
    }

    /** A column whose numbers the program reckons with stays. */
    static Compiled codes(Repair.Codes repair, Workbench bench) {
        var column = bench.find(repair.column(), type -> type == ColumnType.INTEGER);
        if (column.isEmpty()) {
            return Compiled.unfit("whole numbers", repair.column());
        }
        var name = bench.field(column.get()).name();
        if (bench.context().type(name).filter(type -> type != ColumnType.TEXT).isPresent()) {
            return Compiled.unfit("What " + name + " stands for here is an amount, so it stays a number.");
        }
        int texts = bench.inPlaceOf(column.get(), ColumnType.TEXT);
        var cell = "f" + column.get();
        return Compiled.of(new Edit(
                texts,
                Sql.of("select place, cast(" + cell + " as varchar) as after from " + bench.table() + " where " + cell
                        + " is not null"),
                column.get()));
    }

    static Compiled utc(Repair.Utc repair, Workbench bench) {
        var column = bench.find(repair.column(), type -> type == ColumnType.TIMESTAMP);
        if (column.isEmpty()) {
            return Compiled.unfit("times", repair.column());
        }
        var cell = "f" + column.get();
        var moved = ZoneId.of(repair.zone()).normalized() instanceof ZoneOffset offset
                ? Sql.of(cell + " - to_seconds(cast(? as bigint))", offset.getTotalSeconds())
                : Sql.of("timezone('UTC', timezone(cast(? as varchar), " + cell + "))", repair.zone());
        return Compiled.of(new Edit(
                column.get(),
                Sql.of("select place, ")
                        .then(moved)
                        .then(" as after from " + bench.table() + " where " + cell + " is not null")));
    }

    static Compiled convert(Repair.Convert repair, Workbench bench) {
        var column = bench.find(repair.column(), ColumnType::isNumeric);
        if (column.isEmpty()) {
            return Compiled.unfit("numbers", repair.column());
        }
        var cell = "f" + column.get();
        if (repair.unit().isEmpty()) {
            bench.widen(column.get());
            return Compiled.of(new Edit(
                    column.get(),
                    Sql.of(
                            "select place, " + cell + " * cast(? as double) as after from " + bench.table() + " where "
                                    + cell + " is not null",
                            repair.rates().getFirst().factor())));
        }
        var unit = bench.find(repair.unit(), type -> type == ColumnType.TEXT);
        return unit.map(at -> converted(repair, column.get(), at, bench))
                .orElseGet(() -> Compiled.unfit("texts", repair.unit()));
    }

    private static Compiled converted(Repair.Convert repair, int column, int unit, Workbench bench) {
        bench.widen(column);
        var key = "lower(trim(f" + unit + "))";
        var rates = new ArrayList<Sql>();
        for (var rate : repair.rates()) {
            rates.add(Sql.of(
                    "select cast(? as varchar) as u, cast(? as double) as factor",
                    rate.unit().strip().toLowerCase(Locale.ROOT),
                    rate.factor()));
        }
        var from = Sql.of(" from " + bench.table() + " join (")
                .then(Sql.join(" union all ", rates))
                .then(") on " + key + " = u");
        var values = Sql.of("select place, f" + column + " * factor as after").then(from);
        var units = Sql.of("select place, cast(? as varchar) as after", repair.target())
                .then(from);
        return new Compiled(
                List.of(new Edit(column, values), new Edit(unit, units)), true, unknown(repair, column, unit, bench));
    }

    /** How many rows have a number in a unit that has no rate. */
    private static String unknown(Repair.Convert repair, int column, int unit, Workbench bench) {
        var known = new ArrayList<Sql>();
        repair.rates().forEach(rate -> known.add(Sql.of("lower(trim(cast(? as varchar)))", rate.unit())));
        known.add(Sql.of("lower(trim(cast(? as varchar)))", repair.target()));
        var others = Sql.of("select count(*) from " + bench.table() + " where f" + column
                        + " is not null and coalesce(lower(trim(f" + unit + ")), '') not in (")
                .then(Sql.join(", ", known))
                .then(")");
        long rows = (long) bench.engine().number(others, Progress.NONE);
        return rows == 0 ? "" : "%,d rows have another unit or none, and stay.".formatted(rows);
    }
}
