package corymb.ui.session;

import corymb.importing.Batch;
import corymb.importing.ColumnPlan;
import corymb.importing.CsvDialect;
import corymb.importing.FileFormat;
import corymb.importing.FileStamp;
import corymb.importing.ImportPlan;
import corymb.importing.ImportedColumn;
import corymb.importing.Inside;
import corymb.importing.Mode;
import corymb.importing.Origin;
import corymb.importing.Role;
import corymb.importing.RowCounts;
import corymb.importing.Source;
import corymb.importing.Target;
import corymb.project.Made;
import corymb.project.ProjectFile;
import corymb.project.SourceChange.SourceImported;
import corymb.sql.Sql;
import corymb.store.SqliteProjectFiles;
import corymb.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A project with some customers of the sample, what they did, agreed to and took part in, for tests of pages. */
public final class SampleProject {
    /** A day after the sample's last. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-02T09:00:00Z"), ZoneOffset.UTC);

    /** The rows taken of a file, by the query that takes them: to read the whole file for every test took most of its time. */
    private static final Map<String, byte[]> TAKEN = new ConcurrentHashMap<>();

    private final ProjectFile file;
    private final int customers;

    private SampleProject(ProjectFile file, int customers) {
        this.file = file;
        this.customers = customers;
    }

    /** A new project in that folder with the sample's first so many customers. */
    public static ProjectFile create(Path folder, int customers) {
        var file = empty(folder);
        fill(file, customers);
        return file;
    }

    /** Imports the same into an empty project. */
    static void fill(ProjectFile file, int customers) {
        var sample = new SampleProject(file, customers);
        sample.add("crm_customers", Role.CUSTOMERS, """
                        select customer_id as id, email, first_name as given_name, last_name as family_name, \
                        date_of_birth as birth_date, city, country, signup_date, marketing_channel \
                        from %s where id < ? order by all""");
        sample.add("web_events", Role.EVENTS, """
                        select user as customer_id, event_time as timestamp, event_type as type, item as item_id, \
                        try_cast(null as double) as value, device from %s where customer_id < ?""");
        sample.add("orders", Role.EVENTS, """
                        select customer as customer_id, order_time as timestamp, 'purchase' as type, item as item_id, \
                        amount as value, channel from %s where customer_id < ?""");
        sample.add("consents", Role.CONSENTS, """
                        select customer as customer_id, purpose, status, time as timestamp from %s where customer_id < ?""");
        sample.add("products", Role.ITEMS, """
                        select sku as item_id, title, category, brand, price from %s where ? <> '' order by all""");
        sample.add("homepage_test", Role.EXPOSURES, """
                        select customer as customer_id, experiment, variant, exposed_at as timestamp, converted, revenue \
                        from %s where customer < ?""");
    }

    /** A new project with so many customers of whom nothing but their first names is known. */
    public static ProjectFile named(Path folder, int customers) {
        var sample = new SampleProject(empty(folder), customers);
        sample.add(
                "crm_customers", Role.CUSTOMERS, "select customer_id as id, first_name as name from %s where id < ?");
        return sample.file;
    }

    /** A new project without anything. */
    public static ProjectFile empty(Path folder) {
        return new SqliteProjectFiles(CLOCK).create(folder.resolve("sample.corymb"));
    }

    private void add(String name, Role role, String query) {
        var rows = TAKEN.computeIfAbsent(name + customers + query, _ -> taken(name, query));
        var taken = written(name + ".parquet", rows);
        long id = file.claimId();
        var engine = file.engine();
        var data = engine.create("source_" + id, Sql.of("select * from read_parquet('" + taken + "')"), Progress.NONE);
        var none = Sql.of("select 1 as line, '' as \"column\", '' as text, '' as reason where false");
        var rejects = engine.create("rejects_" + id, none, Progress.NONE);
        var unreadable = engine.create("unreadable_" + id, none, Progress.NONE);
        var plan = new ImportPlan(
                name,
                role,
                Path.of("sample-data", name + ".csv"),
                Inside.WHOLE,
                FileFormat.CSV,
                CsvDialect.STANDARD,
                List.<ColumnPlan>of(),
                false,
                Origin.FILES);
        var counts = new RowCounts(data.rows(), data.rows(), 0, 0);
        var columns = data.schema().fields().stream()
                .map(field -> new ImportedColumn(
                        field.name(), field.type(), field.name(), new Target.ToField(field.name()), 0, ""))
                .toList();
        var source = Source.of(new Batch(
                plan,
                Mode.REPLACE,
                CLOCK.instant(),
                counts,
                0,
                columns,
                data,
                rejects,
                unreadable,
                new FileStamp(1, "0")));
        file.commit(new SourceImported(new Made<>(id, List.of(), CLOCK.instant(), 0.1, source)), Progress.NONE);
    }

    /** The rows that a query takes of a file of the sample, as a Parquet file. */
    private byte[] taken(String name, String query) {
        try {
            var csv = written(name + ".csv", Files.readAllBytes(Path.of("sample-data", name + ".csv")));
            var rows = Sql.of(query.formatted("read_csv('" + csv + "')"), "C%06d".formatted(customers + 1));
            var parquet = csv.resolveSibling(name + "-taken.parquet");
            file.engine().writePart(rows, parquet, Progress.NONE);
            return Files.readAllBytes(parquet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the engine may read it. */
    private Path written(String name, byte... bytes) {
        try {
            return Files.write(file.engine().scratch().resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
