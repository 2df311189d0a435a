package corymb.sql;

import corymb.table.Table;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where relations live and SQL runs.
 *
 * <p>Safe for use by several threads. A statement ends with a {@link java.util.concurrent.CancellationException} when its
 * progress is cancelled, and with a {@link corymb.work.Failure} when there is no room left for it.
 */
public interface Engine extends AutoCloseable {
    /** Runs a statement that returns nothing. */
    void run(Sql statement, Progress progress);

    /** The whole result of a query, in memory; for results that fit a screen or a kernel. */
    Table table(Sql query, Progress progress);

    /** Hands the rows of a query to {@code reader} one by one, however many there are. */
    void forEachRow(Sql query, RowReader reader, Progress progress);

    /** Hands the rows of a query of numbers to {@code reader} one by one: at a third of the cost of values of any kind. */
    void forEachNumbers(Sql query, NumbersReader reader, Progress progress);

    /** The one number a query gives; 0 when it gives none or null. */
    default double number(Sql query, Progress progress) {
        var table = table(query, progress);
        if (table.rowCount() == 0 || table.columns().getFirst().isMissing(0)) {
            return 0;
        }
        return Double.parseDouble(table.columns().getFirst().text(0));
    }

    /** Creates (or replaces) a table that holds the rows of a query. */
    Relation create(String name, Sql query, Progress progress);

    /** Creates (or replaces) the relation whose rows a query without parameters gives whenever it is asked. */
    Relation view(String name, Sql query);

    /** Creates (or replaces) a table that holds the rows of a table of ours; as it was before when it is cancelled. */
    Relation fill(String name, Table table, Progress progress);

    /** The table of that name, described as it stands. */
    Relation relation(String name);

    boolean has(String name);

    /** The names of all relations. */
    Set<String> names();

    /** Drops a relation with its parts; nothing happens where there is none. */
    void drop(String name);

    /** A new empty folder inside {@link #scratch}, whose name begins with what it is for. */
    Path newFolder(String purpose);

    /** Writes the rows of a query, in reading order, as a Parquet file inside {@link #scratch} that can be a part; how many they are. */
    long writePart(Sql query, Path file, Progress progress);

    /** The parts of a relation, each at most about 32 MiB; a table in memory moves into new ones first. */
    PartFolder parts(Relation relation, Progress progress);

    /** Writes a relation as one Parquet file inside {@link #scratch}, in reading order, for other programs to read. */
    void writeFile(Relation relation, Path file, Progress progress);

    /** Creates (or replaces) the relation whose rows are these parts, read from there whenever it is asked; from now on they are deleted with it. No table has that name. */
    void read(String name, PartFolder parts);

    /**
     * Another engine, empty, for work in pieces that threads do side by side: each of its statements runs on the thread that
     * asks. It shares this one's {@link #scratch}, so that parts written by one can be read by the other.
     */
    Engine beside();

    /** The only folder whose files the engine may touch; private to it and gone when it closes. */
    Path scratch();

    @Override
    void close();

    /** Takes a row's values in column order: String, Boolean, Long, Double, LocalDate, Instant or null. */
    @FunctionalInterface
    interface RowReader {
        void read(List<? extends @Nullable Object> row);
    }

    /** Takes the numbers of a row, which is another one at the next call. */
    @FunctionalInterface
    interface NumbersReader {
        void read(Numbers row);
    }

    /** The numbers of a row, by column from 0. */
    interface Numbers {
        /** A whole number of 64 bits, which is there. */
        long at(int column);

        /** A number with a fraction; NaN where it is missing. */
        double decimalAt(int column);
    }
}
