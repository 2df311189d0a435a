package corymb.fuzzing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What befalls the parts of a workbook, or is put into them by somebody who means harm. */
final class WorkbookDamage {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";

    private final Map<String, String> parts;
    private final RandomGenerator chance;

    private WorkbookDamage(Map<String, String> parts, RandomGenerator chance) {
        this.parts = parts;
        this.chance = chance;
    }

    static WorkbookDamage of(byte[] workbook, RandomGenerator chance) {
        var parts = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WorkbookDamage(parts, chance);
    }

    private String anyPart() {
        return List.copyOf(parts.keySet()).get(chance.nextInt(parts.size()));
    }

    /** Letters of a part are others. */
    byte[] changed() {
        var part = anyPart();
        var text = new StringBuilder(parts.get(part));
        for (int i = chance.nextInt(1, 50); i > 0 && !text.isEmpty(); i--) {
            int at = chance.nextInt(text.length());
            text.setCharAt(at, (char) (text.charAt(at) ^ (1 << chance.nextInt(8))));
        }
        parts.put(part, text.toString());
        return packed();
    }

    byte[] withoutPart() {
        parts.remove(anyPart());
        return packed();
    }

    /** A billion laughs, and their like. */
    byte[] withEntities() {
        var part = anyPart();
        int levels = chance.nextInt(1, 12);
        var entities = IntStream.range(1, levels)
                .mapToObj(i -> "<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining("", "<!DOCTYPE x [<!ENTITY e0 \"ha\">", "]>"));
        var text = parts.get(part).replaceFirst("^<\\?xml[^>]*\\?>", "");
        parts.put(part, entities + text.replaceFirst("(<t>|<v>|<text:p>|\")", "$1&e" + (levels - 1) + ";"));
        return packed();
    }

    /** More shared texts than there are, or one that fills the memory. */
    byte[] withSharedTexts() {
        var one = "<si><t>" + "x".repeat(1 << chance.nextInt(0, 20)) + "</t></si>";
        int times = Math.min(1 << chance.nextInt(0, 22), (64 << 20) / one.length());
        var head =
                "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"2147483647\" uniqueCount=\""
                        + chance.nextLong() + "\">";
        parts.put(STRINGS, head + one.repeat(times) + "</sst>");
        return packed();
    }

    /** Cells far away from each other, also where there can be none. */
    byte[] withFarCells() {
        var places = List.of("XFD1048576", "A1048576", "ZZZZZZ1", "A99999999999", "A0", "XFE2", "", "1", "A-1", "Ω7");
        var cells = new StringBuilder();
        for (int i = chance.nextInt(1, 2_000); i > 0; i--) {
            var place = places.get(chance.nextInt(places.size()));
            long row = chance.nextInt(3) == 0 ? chance.nextLong() : chance.nextInt(1, 1_048_577);
            cells.append("<row r=\"").append(row).append("\"><c r=\"").append(place);
            cells.append("\" t=\"s\"><v>").append(chance.nextInt()).append("</v></c></row>");
        }
        parts.put(SHEET, parts.get(SHEET).replace("</sheetData>", cells + "</sheetData>"));
        return packed();
    }

    /** Rows and cells that come again and again, cover others or are wide of blanks, also more often than there can be. */
    byte[] withCounts() {
        var names = List.of("columns-repeated", "rows-repeated", "columns-spanned", "rows-spanned");
        var counts = List.of("2", "16384", "1048576", "2147483647", "99999999999", "0", "-1", "");
        var content = new StringBuilder(parts.get(OpenDocumentBytes.CONTENT));
        for (int i = chance.nextInt(1, 50); i > 0; i--) {
            int at = content.indexOf(
                    chance.nextBoolean() ? "<table:table-cell" : "<table:table-row", chance.nextInt(content.length()));
            if (at >= 0) {
                var name = names.get(chance.nextInt(names.size()));
                var count = counts.get(chance.nextInt(counts.size()));
                content.insert(at + "<table:table-row".length(), " table:number-" + name + "=\"" + count + "\"");
            }
        }
        parts.put(
                OpenDocumentBytes.CONTENT,
                content.toString().replace("<text:p>7", "<text:p><text:s text:c=\"2147483647\"/>7"));
        return packed();
    }

    private byte[] packed() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
