package corymb.report;

import corymb.privacy.ConsentLedger;
import corymb.privacy.Release;
import corymb.privacy.Release.Staying;
import corymb.privacy.Withheld;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Schema;
import corymb.work.Progress;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes a table as CSV: UTF-8 without a byte order mark, commas, RFC 4180 quotes and line ends, values as {@link CsvCells}
 * says.
 *
 * <p>The heading holds the names of the query's columns. Rows are written as they come, so a table of any size needs little
 * memory beyond the engine's. The file appears when it is whole, or not at all.
 */
public final class CsvExport {
    private static final String ID = "customer_id";
    private static final int REPORT_EVERY = 10_000;

    private final Engine engine;
    private final Release release;
    private final Progress progress;

    private CsvExport(Engine engine, Release release, Progress progress) {
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
        var schema = engine.table(Sql.of("select * from (").then(rows).then(") limit 0"), progress)
                .schema();
        if (plan.kind().isPersonal() && !schema.has(ID)) {
            throw new IllegalArgumentException("A table of people needs a column " + ID);
        }
        var release = schema.has(ID)
                ? Release.of(engine, ledger, plan.permission(), progress)
                : new Release(ledger, plan.permission());
        return new CsvExport(engine, release, progress).write(rows, schema, plan);
    }

    private Export write(Sql rows, Schema schema, ExportPlan plan) {
        progress.report(0, "Checking consents");
        boolean hasPeople = schema.has(ID);
        var staying = hasPeople ? release.staying(engine, rows, progress) : new Staying(0, Withheld.NOBODY);
        long shown =
                (long) engine.number(Sql.of("select count(*) from (").then(rows).then(")"), progress);
        long leaving = shown - staying.rows();
        var permitted = hasPeople ? release.permitted(rows) : rows;
        var checksum = AtomicFile.write(plan.file(), out -> write(permitted, schema, leaving, out));
        progress.report(1, "Wrote " + plan.file().getFileName());
        return new Export(plan, leaving, shown, staying.rows(), staying.people(), checksum);
    }

    private void write(Sql permitted, Schema schema, long leaving, OutputStream out) throws IOException {
        var csv = writer(out);
        csv.writeRecord(schema.names().stream().map(CsvCells::text).toList());
        var written = new AtomicLong();
        engine.forEachRow(
                permitted,
                row -> {
                    csv.writeRecord(row.stream().map(CsvCells::of).toList());
                    if (written.incrementAndGet() % REPORT_EVERY == 0) {
                        progress.report((double) written.get() / Math.max(1, leaving), "Writing rows");
                    }
                },
                progress);
        if (written.get() != leaving) {
            throw new IllegalStateException("Wrote " + written + " rows where " + leaving + " may leave");
        }
        csv.flush();
        progress.check();
    }

    /** Quotes an empty text, so that it differs from a missing value. */
    static CsvWriter writer(OutputStream out) {
        return CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.EMPTY)
                .autoFlush(false)
                .build(out);
    }
}
