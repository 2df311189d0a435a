package corymb.importing;

import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** An import keeps to what every long computation does. */
class ImportContractTest extends KernelContract<List<Object>> {
    private final DuckDbEngine engine = DuckDbEngine.open();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    @Override
    protected List<Object> run(Progress progress) {
        return imported(events(20_000), progress);
    }

    @Override
    protected List<Object> runLong(Progress progress) {
        return imported(events(400_000), progress);
    }

    @Override
    protected List<Job<List<Object>>> edgeCases() {
        return List.of(
                job("an empty file", ""),
                job("a heading alone", "customer_id,timestamp\n"),
                job("one row", "customer_id,timestamp\na,2026-01-01\n"),
                job("a constant column", "customer_id,timestamp,x\na,2026-01-01,1\nb,2026-01-01,1\n"),
                job("missing values", "customer_id,timestamp,x\na,2026-01-01,\n,,\nb,,7\n"),
                job("nothing but missing values", "customer_id,timestamp\n,\n,\n"));
    }

    private Job<List<Object>> job(String title, String text) {
        return new Job<>(title, progress -> imported(text, progress));
    }

    private List<Object> imported(String text, Progress progress) {
        var plan = Imports.plan(Imports.write(folder, "file.csv", text), Role.EVENTS);
        var source = FileImport.run(engine, plan, "imported", progress);
        var fingerprint = engine.table(
                Sql.of(
                        "select string_agg(h, ' ' order by place) as h from (select hash(r) as h, row_number() over () as place from imported r)"),
                Progress.NONE);
        return List.of(source, fingerprint.text(0, "h"));
    }

    private static String events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "c" + i * 7919L % 5000 + ",2026-01-" + (10 + i % 20) + "T10:00:00Z,view," + i % 100 + ".5\n")
                .collect(Collectors.joining("", "customer_id,timestamp,type,value\n", ""));
    }
}
