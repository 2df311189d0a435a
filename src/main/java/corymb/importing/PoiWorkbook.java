package corymb.importing;

import com.github.pjfanning.xlsx.StreamingReader;
import corymb.work.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/** A workbook of Excel's formats, once its parts are found to be of bearable size. */
final class PoiWorkbook implements Workbook {
    private static final int ROWS_AT_ONCE = 16;
    private static final int BUFFER = 1 << 14;

    private final Path file;
    private final org.apache.poi.ss.usermodel.Workbook workbook;

    /** The path of each sheet's part, by the sheet's name, in the order of the sheets; empty in old workbooks. */
    private final Map<String, String> parts;

    private PoiWorkbook(Path file, org.apache.poi.ss.usermodel.Workbook workbook, Map<String, String> parts) {
        this.file = file;
        this.workbook = workbook;
        this.parts = parts;
    }

    /** One that is in memory as a whole. */
    static Workbook whole(Path file, org.apache.poi.ss.usermodel.Workbook workbook) {
        var sheets = new LinkedHashMap<String, String>();
        workbook.forEach(sheet -> sheets.put(sheet.getSheetName(), ""));
        return new PoiWorkbook(file, workbook, sheets);
    }

    static Workbook open(Path file) throws IOException {
        SheetParts.checkShared(file);
        var parts = parts(file);
        return Workbook.guarded(() -> new PoiWorkbook(
                file,
                StreamingReader.builder()
                        .rowCacheSize(ROWS_AT_ONCE)
                        .bufferSize(BUFFER)
                        .setReadSharedFormulas(false)
                        .open(file.toFile()),
                parts));
    }

    private static Map<String, String> parts(Path file) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        try (var archive = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            var sheets = (XSSFReader.SheetIterator) new XSSFReader(archive).getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream _ = sheets.next()) {
                    parts.put(
                            sheets.getSheetName(),
                            sheets.getSheetPart().getPartName().getName().substring(1));
                }
            }
        } catch (OpenXML4JException | RuntimeException e) {
            throw Workbook.damaged(e);
        }
        if (parts.isEmpty()) {
            throw new Problem("The workbook has no sheets.", "", "Save it again as .xlsx.").asFailure();
        }
        return parts;
    }

    @Override
    public List<String> sheets() {
        return List.copyOf(parts.keySet());
    }

    @Override
    public SheetRows rows(String sheet) throws IOException {
        var part = parts.get(sheet);
        if (part == null) {
            throw Workbook.noSheet(sheet, sheets());
        }
        var ranges = part.isEmpty() ? OldWorkbook.merged(workbook.getSheet(sheet)) : SheetParts.merged(file, part);
        var merged = ranges.stream().collect(Collectors.groupingBy(CellRange::firstRow));
        var rows = Workbook.guarded(() -> workbook.getSheet(sheet).rowIterator());
        return new SheetRows(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return rows.hasNext();
                    }

                    @Override
                    public FoundRow next() {
                        return found(rows.next());
                    }
                },
                number -> merged.getOrDefault(number, List.of()),
                file.toFile().length());
    }

    private static FoundRow found(Row row) {
        var cells = new ArrayList<FoundCell>();
        for (var cell : row) {
            int column = cell.getColumnIndex();
            if (column < 0 || column >= CellRange.MOST_COLUMNS) {
                throw new IllegalArgumentException("No such column: " + column);
            }
            while (cells.size() <= column) {
                cells.add(FoundCell.BLANK);
            }
            cells.set(column, SheetCell.of(cell));
        }
        return new FoundRow(row.getRowNum() + 1L, cells);
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw Workbook.damaged(e);
        }
    }
}
