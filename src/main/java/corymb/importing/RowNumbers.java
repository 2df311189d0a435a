package corymb.importing;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Progress;

/** Numbers that rows have for ids, where none of their columns says whose they are. */
final class RowNumbers {
    private RowNumbers() {}

    /** A plan whose numbers go on where those of the rows that are there end; any other plan as it is. */
    static ImportPlan following(Engine engine, Relation rows, ImportPlan plan) {
        return plan.isNumbered() ? plan.numberedFrom(last(engine, rows) + 1) : plan;
    }

    private static long last(Engine engine, Relation rows) {
        return rows.schema().has("id")
                ? (long) engine.number(
                        Sql.of("select coalesce(max(try_cast(regexp_extract(cast(id as varchar), '#([0-9]+)$', 1) as"
                                + " bigint)), 0) from " + rows.quoted()),
                        Progress.NONE)
                : 0;
    }
}
