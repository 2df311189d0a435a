package corymb.repair;

import corymb.sql.DuckDbEngine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small tables to repair, as SQL writes them. */
record RepairBench(DuckDbEngine engine) {
    /** Rows written as SQL writes values. */
    Relation rows(String columns, String values) {
        return engine.create(
                "raw", Sql.of("select * from (values " + values + ") as v(" + columns + ")"), Progress.NONE);
    }

    RepairedRows run(Relation rows, Repair... repairs) {
        return new Repairing(engine, Context.NONE).run(rows, steps(repairs), "repaired", Progress.NONE);
    }

    static List<RepairStep> steps(Repair... repairs) {
        return Stream.of(repairs).map(repair -> new RepairStep(repair, true)).toList();
    }

    RepairPreview preview(Relation rows, Repair repair) {
        return new Repairing(engine, Context.NONE)
                .preview(rows, List.of(), Repairing.Preview.whole(repair, 10), "tried", Progress.NONE);
    }

    /** The texts of a column; empty ones are missing. */
    List<String> column(RepairedRows made, String name) {
        var table = engine.table(Sql.of("select * from " + made.rows().quoted()), Progress.NONE);
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.text(row, name))
                .toList();
    }
}
