package corymb.importing;

import corymb.work.Failure;
import corymb.work.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;

/**
 * Opens workbooks of the binary format that Excel wrote until 2003 (.xls), whose sheets have at most 65,536 rows and 256 columns.
 *
 * <p>Cost: memory for the whole workbook, several times its size on the disk.
 */
final class OldWorkbook {
    private static final long MOST_BYTES = 64L << 20;

    private OldWorkbook() {}

    /**
     * Opens it without a change to the file.
     *
     * @throws Failure when it is too large, has a password, is damaged or holds something else than a workbook
     */
    static Workbook open(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new Problem(
                            "The old workbook is too large to be read as a whole.",
                            "It has more than " + (MOST_BYTES >> 20) + " MB.",
                            "Save it as .xlsx or CSV.")
                    .asFailure();
        }
        try {
            return PoiWorkbook.whole(file, read(file));
        } catch (EncryptedDocumentException e) {
            throw Workbook.secret(e);
        } catch (IOException | RuntimeException e) {
            throw Workbook.damaged(e);
        }
    }

    private static HSSFWorkbook read(Path file) throws IOException {
        // The workbook closes it, and itself only reads what the file holds at first.
        return new HSSFWorkbook(new POIFSFileSystem(file.toFile(), true), false);
    }

    static List<CellRange> merged(Sheet sheet) {
        return sheet.getMergedRegions().stream()
                .map(range -> new CellRange(
                        sheet.getSheetName(),
                        range.getFirstRow() + 1,
                        range.getLastRow() + 1,
                        range.getFirstColumn(),
                        range.getLastColumn() - range.getFirstColumn() + 1))
                .toList();
    }
}
