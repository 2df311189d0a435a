package corymb.project;

import corymb.importing.Batch;
import corymb.importing.CsvDialect;
import corymb.importing.FileFormat;
import corymb.importing.FileStamp;
import corymb.importing.ImportPlan;
import corymb.importing.Inside;
import corymb.importing.Mode;
import corymb.importing.Origin;
import corymb.importing.Role;
import corymb.importing.RowCounts;
import corymb.importing.Source;
import corymb.rule.RuleParser;
import corymb.segment.SegmentPlan;
import corymb.sql.Sql;
import corymb.store.SqliteProjectFiles;
import corymb.work.Progress;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A real project file with 300 customers, C0000 to C0299, filled without files.
 *
 * <p>Customer number i lives in DE, AT or CH by i mod 3 and made i mod 7 purchases of 10 each, one a day from 2026-01-01 on. For the purpose
 * newsletter, by i mod 4: 0 granted, 1 denied, 2 granted and later withdrawn, 3 was never asked.
 */
public final class FilledProject {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String ID = "'C' || lpad(cast(i as varchar), 4, '0')";
    private static final Sql CUSTOMERS = Sql.of("select " + ID + " as id, 'c' || i || '@example.org' as email, "
            + "'Given' || i as given_name, ['DE', 'AT', 'CH'][i % 3 + 1] as country from range(300) t(i)");
    private static final Sql EVENTS = Sql.of("select " + ID
            + " as customer_id, timestamp '2026-01-01 12:00:00' + to_days(cast(k as integer)) as timestamp,"
            + " 'purchase' as type, 10.0::double as value from range(300) t(i), range(7) u(k) where k < i % 7");
    private static final Sql CONSENTS =
            Sql.of("select " + ID + " as customer_id, 'newsletter' as purpose, s.status as status, s.said as timestamp"
                    + " from range(300) t(i), (values (0, 'granted', timestamp '2025-01-01'), (1, 'denied', timestamp '2025-01-01'),"
                    + " (2, 'granted', timestamp '2025-01-01'), (2, 'withdrawn', timestamp '2025-06-01')) s(rest, status, said)"
                    + " where s.rest = i % 4");

    private FilledProject() {}

    /** Customers, their purchases, profiles and features. */
    public static ProjectFile create(Path folder) {
        var file = new SqliteProjectFiles(CLOCK).create(folder.resolve("shop.corymb"));
        source(file, "crm", Role.CUSTOMERS, CUSTOMERS);
        source(file, "orders", Role.EVENTS, EVENTS);
        var journey = new Journey(file, CLOCK);
        journey.take(Journey::resolveCustomers, Progress.NONE);
        journey.take(
                (steps, progress) -> steps.computeFeatures(steps.standardFeatures(progress), progress), Progress.NONE);
        return file;
    }

    /** Where the same is stored, closed; it is made once and copied. */
    public static Path stored(Path folder) {
        try {
            return Files.write(folder.resolve("shop.corymb"), Stored.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds what was made, from when it is first asked for. */
    private static final class Stored {
        static final byte[] BYTES = make();

        private static byte[] make() {
            try {
                var folder = Files.createTempDirectory("filled");
                create(folder).close();
                var bytes = Files.readAllBytes(folder.resolve("shop.corymb"));
                try (var left = Files.walk(folder)) {
                    left.map(Path::toFile).forEach(File::deleteOnExit);
                }
                return bytes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static void addConsents(ProjectFile file) {
        source(file, "consents", Role.CONSENTS, CONSENTS);
    }

    public static void define(ProjectFile file, String name, String rule) {
        new Journey(file, CLOCK)
                .take(
                        (steps, progress) ->
                                steps.segments().define(new SegmentPlan(name, RuleParser.require(rule)), progress),
                        Progress.NONE);
    }

    /** Puts a query's rows into the project as if they had been imported. */
    public static void source(ProjectFile file, String name, Role role, Sql rows) {
        long id = file.claimId();
        var engine = file.engine();
        var data = engine.create("source_" + id, rows, Progress.NONE);
        var rejects = engine.create(
                "rejects_" + id,
                Sql.of("select 0::bigint as line, '' as \"column\", '' as text, '' as reason where false"),
                Progress.NONE);
        var unreadable = engine.create(
                "unreadable_" + id,
                Sql.of("select 0::bigint as line, '' as \"column\", '' as text where false"),
                Progress.NONE);

        var plan = new ImportPlan(
                name,
                role,
                Path.of(name + ".csv"),
                Inside.WHOLE,
                FileFormat.CSV,
                CsvDialect.STANDARD,
                List.of(),
                false,
                Origin.FILES);
        var source = Source.of(new Batch(
                plan,
                Mode.REPLACE,
                CLOCK.instant(),
                new RowCounts(data.rows(), data.rows(), 0, 0),
                0,
                List.of(),
                data,
                rejects,
                unreadable,
                new FileStamp(0, "")));
        var made = new Made<>(id, List.of(), CLOCK.instant(), 0.1, source);
        file.commit(new SourceChange.SourceImported(made), Progress.NONE);
    }
}
