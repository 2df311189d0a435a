package corymb.importing;

import corymb.importing.FoundCell.Kind;
import corymb.sql.ParquetReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one table of a Parquet file. */
final class ParquetFile implements TableFile, RowCursor {
    private final ParquetReader reader;
    private final long size;
    private final List<String> names;
    private final List<Kind> kinds;
    private long number;
    private long unpacked;

    private ParquetFile(ParquetReader reader, long size) {
        this.reader = reader;
        this.size = size;
        names = FileDetection.uniqueNames(
                reader.columns().stream().map(ParquetReader.Column::name).toList());
        kinds = reader.columns().stream().map(column -> kind(column.type())).toList();
    }

    static ParquetFile open(Path file) {
        return new ParquetFile(ParquetReader.open(file), file.toFile().length());
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" -> Kind.INTEGER;
            case "UBIGINT", "HUGEINT", "UHUGEINT", "FLOAT", "DOUBLE" -> Kind.DECIMAL;
            case "BOOLEAN" -> Kind.BOOLEAN;
            case "DATE" -> Kind.DATE;
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE" ->
                Kind.TIMESTAMP;
            default -> type.startsWith("DECIMAL(") ? Kind.DECIMAL : Kind.TEXT;
        };
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public RowCursor rows(String table) {
        return this;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Optional<FoundRow> next() {
        while (reader.next()) {
            number++;
            var cells = new ArrayList<FoundCell>();
            for (int column = 0; column < kinds.size(); column++) {
                var text = reader.text(column);
                unpacked += text.length();
                cells.add(cell(text, kinds.get(column)));
            }
            Inflation.checkTable(unpacked, Inflation.ALWAYS_ALLOWED, size);
            var row = new FoundRow(number, cells);
            if (!row.isBlank()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** What is no number though its column holds numbers is left out, and told. */
    private static FoundCell cell(String text, Kind kind) {
        if (text.isBlank()) {
            return FoundCell.BLANK;
        }
        boolean isNoNumber = kind == Kind.DECIMAL && (text.equals("nan") || text.endsWith("inf"));
        return new FoundCell(text, isNoNumber ? Kind.ERROR : kind);
    }

    @Override
    public void close() {
        reader.close();
    }
}
