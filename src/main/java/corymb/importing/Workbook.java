package corymb.importing;

import corymb.work.Failure;
import corymb.work.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** A workbook whose sheets are read row by row. */
interface Workbook extends AutoCloseable {
    static Workbook open(Path file) throws IOException {
        if (ContentKind.of(Encodings.head(file)) == ContentKind.OLD_DOCUMENT) {
            return OldWorkbook.open(file);
        }
        return Documents.kind(file) == Documents.OPEN_DOCUMENT ? OpenDocument.open(file) : PoiWorkbook.open(file);
    }

    /** The names of its sheets. */
    List<String> sheets() throws IOException;

    /** The first sheet that is not empty, or the first where all are. */
    default String firstFilled() throws IOException {
        var sheets = sheets();
        for (var sheet : sheets) {
            if (rows(sheet).next(CellRange.MOST_ROWS).isPresent()) {
                return sheet;
            }
        }
        return sheets.getFirst();
    }

    /** The rows of a sheet from the top, as they are. */
    SheetRows rows(String sheet) throws IOException;

    @Override
    void close();

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

    static RuntimeException noSheet(String sheet, List<String> sheets) {
        return new Problem(
                        "The workbook has no sheet " + sheet + ".",
                        "",
                        "Its sheets are " + Contents.listed(sheets) + ".")
                .asFailure();
    }

    static Failure secret(Exception cause) {
        return new Failure(
                new Problem(
                        "The workbook is protected by a password.",
                        "",
                        "Save it without one in the program it comes from, or as CSV."),
                cause);
    }
}
