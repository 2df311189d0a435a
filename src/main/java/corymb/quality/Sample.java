package corymb.quality;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Progress;

/**
 * Some rows of a table, the same ones each time, for what takes too long on all of them.
 *
 * <p>A row is taken by the hash of its place, so that no order or rhythm of the rows matters.
 */
record Sample(Engine engine, Relation all, Relation rows) implements AutoCloseable {
    /** A correlation in so many rows is right to 0.014, nineteen times of twenty. */
    private static final long ENOUGH = 20_000;

    static Sample of(Engine engine, Relation all, Progress progress) {
        if (all.rows() <= ENOUGH) {
            return new Sample(engine, all, all);
        }
        var query = Sql.of("select * exclude (place) from (select *, row_number() over () as place from " + all.quoted()
                + ") where hash(place) % " + Math.ceilDiv(all.rows(), ENOUGH) + " = 0");
        return new Sample(engine, all, engine.create("sample_of_" + all.name(), query, progress));
    }

    boolean isAll() {
        return rows.name().equals(all.name());
    }

    @Override
    public void close() {
        if (!isAll()) {
            engine.drop(rows.name());
        }
    }
}
