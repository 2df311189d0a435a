package corymb.importing;

import com.github.pjfanning.xlsx.StreamingReader;
import corymb.work.Failure;
import corymb.work.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/** A workbook whose sheets are read row by row, once its parts are found to be of bearable size. */
final class Workbook implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 16;
    private static final int BUFFER = 1 << 14;

    private final Path file;
    private final org.apache.poi.ss.usermodel.Workbook workbook;

    /** The path of each sheet's part, by the sheet's name, in the order of the sheets; empty in old workbooks. */
    private final Map<String, String> parts;

    private Workbook(Path file, org.apache.poi.ss.usermodel.Workbook workbook, Map<String, String> parts) {
        this.file = file;
        this.workbook = workbook;
        this.parts = parts;
    }

    static Workbook open(Path file) throws IOException {
        return ContentKind.of(Encodings.head(file)) == ContentKind.OLD_DOCUMENT ? OldWorkbook.open(file) : packed(file);
    }

    /** One that is in memory as a whole. */
    static Workbook whole(Path file, org.apache.poi.ss.usermodel.Workbook workbook) {
        var sheets = new LinkedHashMap<String, String>();
        workbook.forEach(sheet -> sheets.put(sheet.getSheetName(), ""));
        return new Workbook(file, workbook, sheets);
    }

    private static Workbook packed(Path file) throws IOException {
        SheetParts.checkShared(file);
        var parts = parts(file);
        return guarded(() -> new Workbook(
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
            throw damaged(e);
        }
        if (parts.isEmpty()) {
            throw new Problem("The workbook has no sheets.", "", "Save it again as .xlsx.").asFailure();
        }
        return parts;
    }

    /** What the reading of a workbook gives; a problem when it fails, as it does in many ways where a file is damaged. */
    static <T> T guarded(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Failure | CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    static Failure damaged(Exception cause) {
        return new Failure(
                new Problem(
                        "The workbook is damaged, or unpacks to more than a workbook should.",
                        "",
                        "Open it in a spreadsheet program and save it again as .xlsx, or as CSV."),
                cause);
    }

    /** The names of its sheets. */
    List<String> sheets() {
        return List.copyOf(parts.keySet());
    }

    /** The rows of a sheet from the top, as they are. */
    SheetRows rows(String sheet) throws IOException {
        var part = parts.get(sheet);
        if (part == null) {
            throw new Problem(
                            "The workbook has no sheet " + sheet + ".",
                            "",
                            "Its sheets are " + Contents.listed(sheets()) + ".")
                    .asFailure();
        }
        var merged = part.isEmpty() ? OldWorkbook.merged(workbook.getSheet(sheet)) : SheetParts.merged(file, part);
        return guarded(() -> new SheetRows(rows(workbook.getSheet(sheet)), merged));
    }

    private static java.util.Iterator<org.apache.poi.ss.usermodel.Row> rows(Sheet sheet) {
        return sheet.rowIterator();
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw damaged(e);
        }
    }
}
