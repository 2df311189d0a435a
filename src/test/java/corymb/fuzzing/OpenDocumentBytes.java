package corymb.fuzzing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks of OpenDocument's format, of the parts that a reader needs. */
public final class OpenDocumentBytes {
    /** The part that holds the sheets. */
    public static final String CONTENT = "content.xml";

    private static final String NAMES = "urn:oasis:names:tc:opendocument:xmlns:";

    private OpenDocumentBytes() {}

    /** One sheet of texts and numbers. */
    static byte[] of(List<List<String>> rows) throws IOException {
        return of("<table:table table:name=\"Orders\">"
                + rows.stream().map(OpenDocumentBytes::row).collect(Collectors.joining())
                + "</table:table>");
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(text -> "<table:table-cell "
                        + (text.matches("\\d+(\\.\\d+)?")
                                ? "office:value-type=\"float\" office:value=\"" + text + "\""
                                : "office:value-type=\"string\"")
                        + "><text:p>" + text + "</text:p></table:table-cell>")
                .collect(Collectors.joining("", "<table:table-row>", "</table:table-row>"));
    }

    /** Sheets that are written out. */
    public static byte[] of(String tables) throws IOException {
        return of("", "<office:spreadsheet>" + tables + "</office:spreadsheet>", "");
    }

    /** A body that is written out, behind declarations, and what else the manifest says. */
    public static byte[] of(String declarations, String body, String manifest) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
            put(zip, "META-INF/manifest.xml", "<manifest>" + manifest + "</manifest>");
            put(
                    zip,
                    CONTENT,
                    declarations + "<office:document-content xmlns:office=\"" + NAMES + "office:1.0\" xmlns:table=\""
                            + NAMES + "table:1.0\" xmlns:text=\"" + NAMES + "text:1.0\""
                            + " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
                            + "<office:body>" + body + "</office:body></office:document-content>");
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
