package corymb.sql;

import corymb.table.Field;
import corymb.table.Schema;
import corymb.table.Table;
import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/** The analysis engine: DuckDB in this process and in memory, spilling encrypted into its scratch folder. */
public final class DuckDbEngine implements Engine {
    private static final long ROW_GROUP = 122_880;
    private static final int ROWS_BETWEEN_CHECKS = 4096;

    /**
     * On 5,000,000 events of six columns these take half the processor time of the engine's defaults and leave 32 instead of
     * 50 MB: times as differences, decimals split by bytes, no dictionaries of more texts than fit the processor's cache.
     */
    private static final String PARQUET =
            "format parquet, parquet_version 'V2', compression zstd, compression_level 1, dictionary_size_limit 4096, "
                    + "write_bloom_filter false, row_group_size " + ROW_GROUP;

    /**
     * Looking for common expressions takes the engine a time that grows with the square of the columns, 6 of 6.5 seconds for
     * 2,000, and gains nothing where each column is read once.
     */
    private static final String FOR_CHUNKS = "set threads = 1; set disabled_optimizers = 'common_subexpressions'";

    /** About four bytes a cell remain after compression, so that a part stays below 32 MiB. */
    private static final long CELLS_PER_PART = 8_000_000;

    private final DuckDBConnection root;
    private final Path scratch;
    private final boolean ownsScratch;
    private final Map<String, PartFolder> parts = new ConcurrentHashMap<>();
    private final Set<String> views = ConcurrentHashMap.newKeySet();

    private DuckDbEngine(DuckDBConnection root, Path scratch, boolean ownsScratch) {
        this.root = root;
        this.scratch = scratch;
        this.ownsScratch = ownsScratch;
    }

    /** An engine that can touch no file outside its own scratch folder. */
    public static DuckDbEngine open() {
        return open(List.of());
    }

    /** An engine that can, beside its scratch folder, touch just these files: one to import from. */
    public static DuckDbEngine open(List<Path> readable) {
        try {
            return started(ScratchFolder.create(), readable, true, "reset threads", new Properties());
        } catch (IOException e) {
            throw noScratch(e);
        }
    }

    /** An engine that can, beside its scratch folder, touch just a stranger's file, and takes at most 1 GB of memory for it. */
    static DuckDbEngine reading(Path file) {
        try {
            return started(
                    ScratchFolder.create(),
                    List.of(file),
                    true,
                    "set threads = 1; set memory_limit = '1GB'",
                    streaming());
        } catch (IOException e) {
            throw noScratch(e);
        }
    }

    /** A connection to this engine. */
    Connection connect() throws SQLException {
        return root.duplicate();
    }

    @Override
    public Engine beside() {
        return started(scratch, List.of(), false, FOR_CHUNKS, new Properties());
    }

    private static DuckDbEngine started(
            Path scratch, List<Path> readable, boolean ownsScratch, String setting, Properties properties) {
        try {
            var root = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties);
            var engine = new DuckDbEngine(root, scratch, ownsScratch);
            engine.lockDown(readable, setting);
            return engine;
        } catch (SQLException e) {
            throw new IllegalStateException("The analysis engine does not start", e);
        }
    }

    /** Results come as they are asked for, however large they are. */
    private static Properties streaming() {
        var properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        return properties;
    }

    private static Failure noScratch(IOException e) {
        return new Failure(
                new Problem(
                        "The folder for temporary files cannot be written to.",
                        String.valueOf(System.getProperty("java.io.tmpdir")),
                        "Check that it is there and has room."),
                e);
    }

    private void lockDown(List<Path> readable, String setting) throws SQLException {
        try (var statement = root.createStatement()) {
            statement.execute(setting);
            statement.execute(
                    "set temp_directory = " + literal(newFolder("spill").toString()));
            statement.execute("set temp_file_encryption = true");
            // The encryption that is linked in writes only when told so; without it no statement could spill at all.
            statement.execute("set force_mbedtls_unsafe = true");
            statement.execute("set TimeZone = 'UTC'");
            statement.execute("set preserve_insertion_order = true");
            statement.execute("set parquet_metadata_cache = true");
            statement.execute("set autoinstall_known_extensions = false");
            statement.execute("set autoload_known_extensions = false");
            statement.execute("set allowed_directories = [" + literal(scratch.toString()) + "]");
            statement.execute("set allowed_paths = [" + literals(readable) + "]");
            statement.execute("set enable_external_access = false");
            statement.execute("set lock_configuration = true");
        }
    }

    private static String literals(List<Path> paths) {
        return String.join(
                ", ", paths.stream().map(path -> literal(path.toString())).toList());
    }

    /** A path as SQL: settings and file readers take no bound values. */
    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    @Override
    public void run(Sql statement, Progress progress) {
        withStatement(statement, progress, _ -> "");
    }

    @Override
    public Table table(Sql query, Progress progress) {
        return withStatement(query, progress, executed -> {
            try (var rows = executed.getResultSet()) {
                var builders = DuckDbValues.columnBuilders(rows.getMetaData());
                while (rows.next()) {
                    for (int column = 0; column < builders.size(); column++) {
                        builders.get(column)
                                .add(DuckDbValues.value(
                                        rows, column + 1, builders.get(column).type()));
                    }
                }
                return new Table(builders.stream().map(ColumnBuilder::build).toList());
            }
        });
    }

    @Override
    public void forEachRow(Sql query, RowReader reader, Progress progress) {
        withStatement(query, progress, executed -> {
            try (var rows = executed.getResultSet()) {
                var types = DuckDbValues.columnBuilders(rows.getMetaData()).stream()
                        .map(ColumnBuilder::type)
                        .toList();
                var row = new ArrayList<@Nullable Object>();
                while (rows.next()) {
                    row.clear();
                    for (int column = 0; column < types.size(); column++) {
                        row.add(DuckDbValues.value(rows, column + 1, types.get(column)));
                    }
                    reader.read(row);
                }
                return "";
            }
        });
    }

    @Override
    public void forEachNumbers(Sql query, NumbersReader reader, Progress progress) {
        withStatement(query, progress, executed -> {
            try (var rows = executed.getResultSet()) {
                var row = DuckDbValues.numbers(rows);
                for (int read = 1; rows.next(); read++) {
                    reader.read(row);
                    if (read % ROWS_BETWEEN_CHECKS == 0) {
                        progress.check();
                    }
                }
                return "";
            }
        });
    }

    @Override
    public Relation create(String name, Sql query, Progress progress) {
        run(Sql.of("create or replace table " + Sql.name(name) + " as ").then(query), progress);
        return relation(name);
    }

    @Override
    public Relation view(String name, Sql query) {
        drop(name);
        run(Sql.of("create view " + Sql.name(name) + " as ").then(query), Progress.NONE);
        views.add(name);
        return relation(name);
    }

    @Override
    public Relation fill(String name, Table table, Progress progress) {
        progress.check();
        try (var connection = root.duplicate()) {
            connection.setAutoCommit(false);
            TableAppender.fill(connection, name, table, progress);
            connection.commit();
        } catch (SQLException e) {
            throw failure(e).orElseThrow(() -> new EngineException(Sql.of("fill " + Sql.name(name)), e));
        }
        return relation(name);
    }

    /** Asks for just this one: the lists of all tables and columns take the engine longer the more there are. */
    @Override
    public Relation relation(String name) {
        var fields = new ArrayList<Field>();
        forEachRow(
                Sql.of("select column_name, column_type from (describe " + Sql.name(name) + ")"),
                row -> fields.add(
                        new Field(String.valueOf(row.get(0)), DuckDbValues.typeOf(String.valueOf(row.get(1))))),
                Progress.NONE);
        long rows = (long) number(Sql.of("select count(*) from " + Sql.name(name)), Progress.NONE);
        return new Relation(name, new Schema(fields), rows);
    }

    @Override
    public boolean has(String name) {
        return parts.containsKey(name)
                || views.contains(name)
                || number(
                                Sql.of("select count(*) from information_schema.tables where table_name = ?", name),
                                Progress.NONE)
                        > 0;
    }

    @Override
    public Set<String> names() {
        var names = new HashSet<String>();
        forEachRow(
                Sql.of("select table_name from information_schema.tables"),
                row -> names.add(String.valueOf(row.getFirst())),
                Progress.NONE);
        return names;
    }

    @Override
    public void drop(String name) {
        var folder = parts.remove(name);
        boolean isView = views.remove(name) || folder != null;
        run(Sql.of("drop " + (isView ? "view" : "table") + " if exists " + Sql.name(name)), Progress.NONE);
        if (folder != null) {
            folder.delete();
        }
    }

    @Override
    public Path newFolder(String purpose) {
        try {
            return Files.createTempDirectory(scratch, purpose + "-");
        } catch (IOException e) {
            throw noScratch(e);
        }
    }

    @Override
    public long writePart(Sql query, Path file, Progress progress) {
        return withStatement(
                Sql.of("copy (").then(query).then(") to " + literal(file.toString()) + " (" + PARQUET + ")"),
                progress,
                Statement::getLargeUpdateCount);
    }

    @Override
    public PartFolder parts(Relation relation, Progress progress) {
        var known = parts.get(relation.name());
        if (known != null) {
            return known;
        }
        var written = new PartFolder(newFolder("parts"));
        write(relation, written, progress);
        drop(relation.name());
        read(relation.name(), written);
        return written;
    }

    /** One file a range of rows: the engine's own splitting by size would not keep the rows in order. */
    private void write(Relation relation, PartFolder folder, Progress progress) {
        long rowsPerPart =
                Math.max(1, CELLS_PER_PART / (relation.schema().fields().size() * ROW_GROUP)) * ROW_GROUP;
        for (int number = 0; number == 0 || number * rowsPerPart < relation.rows(); number++) {
            long from = number * rowsPerPart;
            writePart(
                    Sql.of("select * from " + relation.quoted() + " where rowid >= " + from + " and rowid < "
                            + (from + rowsPerPart)),
                    folder.file(number),
                    progress);
        }
    }

    @Override
    public void writeFile(Relation relation, Path file, Progress progress) {
        run(
                Sql.of("copy " + relation.quoted() + " to " + literal(file.toString())
                        + " (format parquet, compression zstd)"),
                progress);
    }

    @Override
    public void read(String name, PartFolder folder) {
        run(
                Sql.of("create or replace view " + Sql.name(name) + " as select * from read_parquet(["
                        + literals(folder.files()) + "])"),
                Progress.NONE);
        var before = parts.put(name, folder);
        if (before != null) {
            before.delete();
        }
    }

    @Override
    public Path scratch() {
        return scratch;
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The analysis engine does not stop", e);
        } finally {
            if (ownsScratch) {
                deleteScratch();
            }
        }
    }

    private void deleteScratch() {
        try {
            ScratchFolder.delete(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete temporary files", e);
        }
    }

    private <T> T withStatement(Sql sql, Progress progress, DuckDbStatement.Use<T> use) {
        progress.check();
        try (var connection = root.duplicate();
                var statement = new DuckDbStatement(connection, sql)) {
            return statement.use(use, progress);
        } catch (SQLException e) {
            if (progress.isCancelled()) {
                throw (CancellationException) new CancellationException().initCause(e);
            }
            throw failure(e).orElseThrow(() -> new EngineException(sql, e));
        }
    }

    private Optional<Failure> failure(SQLException e) {
        var message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("no space left") || message.contains("not enough space")) {
            return Optional.of(new Failure(
                    new Problem(
                            "There is no room left on the disk for temporary files.",
                            scratch.toString(),
                            "Free some disk space and try again."),
                    e));
        }
        if (message.contains("out of memory")) {
            return Optional.of(new Failure(
                    new Problem(
                            "There is not enough memory or disk space for this step.",
                            "",
                            "Close other programs, free disk space, or use fewer rows."),
                    e));
        }
        return Optional.empty();
    }
}
