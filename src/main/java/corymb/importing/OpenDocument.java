package corymb.importing;

import corymb.work.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * A workbook of OpenDocument's format (.ods), whose sheets stand one behind another in one part.
 *
 * <p>Cost: to reach a sheet all before it are gone through; memory for one row.
 */
final class OpenDocument implements Workbook {
    private static final String CONTENT = "content.xml";
    private static final int LONGEST_MANIFEST = 1 << 20;

    private final ZipFile zip;
    private final long size;

    private OpenDocument(ZipFile zip, long size) {
        this.zip = zip;
        this.size = size;
    }

    static Workbook open(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (isSecret(zip)) {
                throw Workbook.secret(new IOException("The manifest tells how the parts are encrypted"));
            }
        }
        return new OpenDocument(new ZipFile(file.toFile()), file.toFile().length());
    }

    private static boolean isSecret(ZipFile zip) throws IOException {
        try (var manifest = zip.getInputStream(zip.getEntry(Documents.OPEN_DOCUMENT.part()))) {
            return new String(manifest.readNBytes(LONGEST_MANIFEST), StandardCharsets.ISO_8859_1)
                    .contains("encryption-data");
        }
    }

    private OpenSheets tables() throws IOException {
        var content = zip.getEntry(CONTENT);
        if (content == null) {
            throw Workbook.damaged(new IOException("There is no " + CONTENT));
        }
        var inflation = new Inflation(CONTENT, content::getCompressedSize);
        return OpenSheets.of(inflation.watch(zip.getInputStream(content)), size);
    }

    @Override
    public List<String> sheets() throws IOException {
        var tables = tables();
        return Workbook.guarded(() -> {
            var names = new ArrayList<String>();
            for (var name = tables.nextSheet(); name.isPresent(); name = tables.nextSheet()) {
                names.add(name.orElseThrow());
            }
            if (names.isEmpty()) {
                throw new Problem(
                                "There is no sheet in the document.",
                                "",
                                "Save the table it shows in a spreadsheet, or as CSV.")
                        .asFailure();
            }
            return List.copyOf(names);
        });
    }

    @Override
    public String firstFilled() throws IOException {
        var sheets = sheets();
        var tables = tables();
        return Workbook.guarded(() -> sheets.stream()
                .filter(_ -> tables.nextSheet().isPresent() && tables.hasNext())
                .findFirst()
                .orElse(sheets.getFirst()));
    }

    @Override
    public SheetRows rows(String sheet) throws IOException {
        var tables = tables();
        boolean isThere = Workbook.guarded(() -> tables.isReached(sheet));
        if (!isThere) {
            throw Workbook.noSheet(sheet, sheets());
        }
        return new SheetRows(tables, _ -> tables.merged(), size);
    }

    /** Also closes what is open of its parts. */
    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw Workbook.damaged(e);
        }
    }
}
