package corymb.report;

import corymb.privacy.ConsentLedger;
import corymb.privacy.Permission;
import corymb.privacy.Release;
import corymb.privacy.Release.Staying;
import corymb.privacy.Withheld;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Schema;
import corymb.work.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as a file, as {@link CsvRows}, {@link JsonRows} and {@link XlsxRows} say, or as Parquet.
 *
 * <p>The columns are those of the query. Rows are written as they come, so a table of any size needs little memory beyond the
 * engine's. The file appears when it is whole, or not at all.
 */
public final class QueryExport {
    private static final String ID = "customer_id";
    private static final int REPORT_EVERY = 10_000;

    private final Engine engine;
    private final Release release;
    private final Progress progress;

    private QueryExport(Engine engine, Release release, Progress progress) {
        this.engine = engine;
        this.release = release;
        this.progress = progress;
    }

    /**
     * Writes the rows of a query, less those of people who may not leave; where the query has no column {@code customer_id}
     * it tells of no people, all rows are written and the permission is not looked at.
     *
     * @param rows the table as it is shown, in the order in which it is to be written
     * @throws corymb.work.Failure when the permission does not suffice or the file cannot be written
     */
    public static Export run(Engine engine, Sql rows, ConsentLedger ledger, ExportPlan plan, Progress progress) {
        var schema = schema(engine, rows, progress);
        if (plan.kind().isPersonal() && !schema.has(ID)) {
            throw new IllegalArgumentException("A table of people needs a column " + ID);
        }
        return new QueryExport(engine, release(engine, schema, ledger, plan.permission(), progress), progress)
                .write(rows, schema, plan);
    }

    /**
     * How much of a query would be written and how much kept back.
     *
     * @throws corymb.work.Failure when the permission does not suffice
     */
    public static ExportPreview preview(
            Engine engine, Sql rows, ConsentLedger ledger, Permission permission, Progress progress) {
        var schema = schema(engine, rows, progress);
        return new QueryExport(engine, release(engine, schema, ledger, permission, progress), progress)
                .count(rows, schema);
    }

    private static Schema schema(Engine engine, Sql rows, Progress progress) {
        return engine.table(Sql.of("select * from (").then(rows).then(") limit 0"), progress)
                .schema();
    }

    private static Release release(
            Engine engine, Schema schema, ConsentLedger ledger, Permission permission, Progress progress) {
        return schema.has(ID) ? Release.of(engine, ledger, permission, progress) : new Release(ledger, permission);
    }

    private ExportPreview count(Sql rows, Schema schema) {
        var staying = schema.has(ID) ? release.staying(engine, rows, progress) : new Staying(0, Withheld.NOBODY);
        long shown =
                (long) engine.number(Sql.of("select count(*) from (").then(rows).then(")"), progress);
        return new ExportPreview(shown, staying.rows(), staying.people());
    }

    private Export write(Sql rows, Schema schema, ExportPlan plan) {
        progress.report(0, "Checking consents");
        var counts = count(rows, schema);
        var permitted = schema.has(ID) ? release.permitted(rows) : rows;
        var checksum = AtomicFile.write(plan.file(), out -> {
            switch (plan.format()) {
                case CSV -> write(permitted, counts.rows(), new CsvRows(schema.names(), plan.formulas(), out));
                case JSON -> write(permitted, counts.rows(), new JsonRows(schema.names(), out));
                case XLSX -> write(permitted, counts.rows(), new XlsxRows(schema.names(), out));
                case PARQUET -> writeParquet(permitted, counts.rows(), out);
            }
        });
        progress.report(1, "Wrote " + plan.file().getFileName());
        return new Export(plan, counts.rows(), counts.shown(), counts.withheldRows(), counts.withheld(), checksum);
    }

    private void write(Sql permitted, long leaving, RowWriter out) throws IOException {
        var written = new AtomicLong();
        engine.forEachRow(
                permitted,
                row -> {
                    writeRow(out, row);
                    if (written.incrementAndGet() % REPORT_EVERY == 0) {
                        progress.report((double) written.get() / Math.max(1, leaving), "Writing rows");
                    }
                },
                progress);
        requireAll(written.get(), leaving);
        out.end();
        progress.check();
    }

    /** The engine writes Parquet by itself, of a table that lies in it. */
    private void writeParquet(Sql permitted, long leaving, OutputStream out) throws IOException {
        var taken = engine.create("taken_away", permitted, progress);
        var file = engine.scratch().resolve("taken_away.parquet");
        try {
            requireAll(taken.rows(), leaving);
            engine.writeFile(taken, file, progress);
            Files.copy(file, out);
        } finally {
            engine.drop(taken.name());
            Files.deleteIfExists(file);
        }
        progress.check();
    }

    private static void requireAll(long written, long leaving) {
        if (written != leaving) {
            throw new IllegalStateException("Wrote " + written + " rows where " + leaving + " may leave");
        }
    }

    private static void writeRow(RowWriter out, List<? extends @Nullable Object> row) {
        try {
            out.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
