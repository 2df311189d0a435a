package corymb.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipFile;

/** Documents that are archives inside, told by a file in them. */
enum Documents {
    WORKBOOK("xl/workbook.xml"),
    BINARY_WORKBOOK("xl/workbook.bin"),
    TEXT("word/document.xml"),
    SLIDES("ppt/presentation.xml"),
    OPEN_DOCUMENT("META-INF/manifest.xml"),
    /** No document, but an archive of files. */
    NONE("");

    private final String part;

    Documents(String part) {
        this.part = part;
    }

    String part() {
        return part;
    }

    static Documents kind(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return Arrays.stream(values())
                    .filter(kind -> kind == NONE || zip.getEntry(kind.part) != null)
                    .findFirst()
                    .orElse(NONE);
        } catch (java.util.zip.ZipException _) {
            return NONE;
        }
    }
}
