package corymb.fuzzing;

import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files that nothing has happened to yet: beginnings of the sample's files, also as workbooks, Parquet and a database. */
final class Sound {
    private static final int LINES = 120;

    private final List<Path> texts;
    private final byte[] workbook;
    private final byte[] openDocument;
    private final byte[] parquet;
    private final byte[] database;

    /** What a file is before it is damaged. */
    enum Kind {
        TEXT,
        FIXED,
        WORKBOOK,
        OPEN_DOCUMENT,
        PARQUET,
        DBF,
        DATABASE
    }

    /** A file and how it is called, with an ending that fits. */
    static final class Original {
        private final String name;
        private final byte[] bytes;

        Original(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        String name() {
            return name;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    private Sound(List<Path> texts, Path folder) throws IOException {
        this.texts = texts;
        this.workbook = workbook();
        this.openDocument = OpenDocumentBytes.of(orders());
        this.parquet = parquet(folder);
        this.database = database(folder);
    }

    static Sound inFolder(Path folder) throws IOException {
        try (var sample = Files.list(Path.of("sample-data"))) {
            var texts = sample.filter(file -> !file.toString().endsWith(".md") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
            return new Sound(texts, folder);
        }
    }

    Original any(Kind kind, RandomGenerator chance) throws IOException {
        return switch (kind) {
            case TEXT -> text(chance);
            case FIXED -> new Original("rows.txt", fixed(orders()));
            case WORKBOOK -> new Original("book.xlsx", workbook);
            case OPEN_DOCUMENT -> new Original("book.ods", openDocument);
            case PARQUET -> new Original("rows.parquet", parquet);
            case DBF -> new Original("rows.dbf", DbfBytes.of(orders(), 0x03));
            case DATABASE -> new Original("tables.sqlite", database);
        };
    }

    /** The beginning of a file, for damage in the first lines is the worst. */
    private Original text(RandomGenerator chance) throws IOException {
        var file = texts.get(chance.nextInt(texts.size()));
        var charset = file.toString().contains("loyalty") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        try (var lines = Files.lines(file, charset)) {
            var bytes = lines.limit(2 + chance.nextInt(LINES))
                    .collect(Collectors.joining("\n", "", "\n"))
                    .getBytes(charset);
            return new Original(file.getFileName().toString(), bytes);
        }
    }

    private static List<List<String>> orders() throws IOException {
        try (var lines = Files.lines(Path.of("sample-data/orders.csv"))) {
            return lines.limit(LINES).map(line -> List.of(line.split(",", -1))).toList();
        }
    }

    private static byte[] fixed(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map("%-24s"::formatted).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Orders");
            var rows = orders();
            for (int row = 0; row < rows.size(); row++) {
                var cells = sheet.createRow(row);
                for (int column = 0; column < rows.get(row).size(); column++) {
                    cells.createCell(column).setCellValue(rows.get(row).get(column));
                }
            }
            book.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] parquet(Path folder) throws IOException {
        var rows = Path.of("sample-data/orders.csv").toAbsolutePath();
        var file = folder.resolve("sound.parquet");
        try (var engine = DuckDbEngine.open(List.of(rows))) {
            var query = Sql.of("select * from read_csv('" + rows + "') limit 2000");
            var table = engine.create("orders", query, Progress.NONE);
            var written = engine.scratch().resolve("sound.parquet");
            engine.writeFile(table, written, Progress.NONE);
            Files.copy(written, file);
        }
        return taken(file);
    }

    private static byte[] database(Path folder) throws IOException {
        var file = folder.resolve("sound.sqlite");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("create table orders (customer text, placed text, item text, amount real)");
            try (var insert = connection.prepareStatement("insert into orders values (?, ?, ?, ?)")) {
                for (var row : orders()) {
                    for (int column = 0; column < 4; column++) {
                        insert.setString(column + 1, row.get(column));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return taken(file);
    }

    private static byte[] taken(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }
}
