package corymb.importing;

import corymb.work.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks through the parts of a workbook for what no spreadsheet program writes, before a reader takes them into memory.
 *
 * <p>Cost: one look at each byte that is unpacked; memory for one buffer.
 */
final class SheetParts {
    private static final int MOST_PARTS = 10_000;
    private static final long MOST_SHARED_TEXT = 256L << 20;
    private static final long MOST_OF_OTHERS = 16L << 20;
    private static final long MOST_OF_A_SHEET = 16L << 30;

    /** A cell holds at most 32,767 letters. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final int LONGEST_TAG = 1 << 16;
    private static final int MOST_MERGED = 50_000;
    private static final Pattern MERGED = Pattern.compile(
            "mergeCell .*?ref=[\"']\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})[\"'].*");

    private final List<CellRange> merged = new ArrayList<>();
    private final StringBuilder tag = new StringBuilder();
    private boolean isInTag;
    private int textLength;
    private int cellsInRow;

    private SheetParts() {}

    /** Throws the problem of a workbook whose shared parts would fill the memory. */
    static void checkShared(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw tooLarge("It has more than " + MOST_PARTS + " parts.");
            }
            for (var entry : zip.stream().filter(SheetParts::isShared).toList()) {
                new SheetParts().scan(zip, entry, limit(entry));
            }
        }
    }

    /** All that a reader takes in whole. */
    private static boolean isShared(ZipEntry entry) {
        var name = entry.getName();
        return name.endsWith(".rels")
                || (name.endsWith(".xml")
                        && !name.matches("(?i)/?xl/(worksheets|chartsheets|drawings|charts|pivot.*)/.*"));
    }

    private static long limit(ZipEntry entry) {
        return entry.getName().toLowerCase(java.util.Locale.ROOT).endsWith("sharedstrings.xml")
                ? MOST_SHARED_TEXT
                : MOST_OF_OTHERS;
    }

    /** The merged cells of a sheet, which stand behind its rows; throws a problem when its rows would fill the memory. */
    static List<CellRange> merged(Path file, String part) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry(part);
            if (entry == null) {
                return List.of();
            }
            var parts = new SheetParts();
            parts.scan(zip, entry, MOST_OF_A_SHEET);
            return List.copyOf(parts.merged);
        }
    }

    private void scan(ZipFile zip, ZipEntry entry, long limit) throws IOException {
        var inflation = new Inflation(entry.getName(), entry::getCompressedSize);
        long size = 0;
        try (InputStream input = inflation.watch(zip.getInputStream(entry))) {
            var buffer = new byte[1 << 16];
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw tooLarge(entry.getName() + " is larger than " + (limit >> 20) + " MB.");
                }
                scan(buffer, read);
            }
        }
    }

    private void scan(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            byte octet = bytes[i];
            if (isInTag) {
                takeInTag(octet);
            } else if (octet == '<') {
                isInTag = true;
                textLength = 0;
                tag.setLength(0);
            } else if (++textLength > LONGEST_TEXT) {
                throw tooLarge("A text is longer than a cell can hold.");
            }
        }
    }

    private void takeInTag(byte octet) {
        if (octet == '>') {
            isInTag = false;
            endTag();
        } else {
            tag.append((char) octet);
            if (tag.length() > LONGEST_TAG) {
                throw tooLarge("A tag is longer than any that a spreadsheet program writes.");
            }
        }
    }

    private void endTag() {
        if (tag.length() > 1 && tag.charAt(0) == 'r' && tag.charAt(1) == 'o') {
            cellsInRow = 0;
        } else if (tag.length() > 1 && tag.charAt(0) == 'c' && tag.charAt(1) == ' ') {
            if (++cellsInRow > CellRange.MOST_COLUMNS) {
                throw tooLarge("A row has more than " + CellRange.MOST_COLUMNS + " cells.");
            }
        } else if (tag.length() > 9 && tag.charAt(0) == 'm' && merged.size() < MOST_MERGED) {
            addMerged();
        }
    }

    private void addMerged() {
        var text = new String(tag.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        var found = MERGED.matcher(text);
        if (found.matches()) {
            merged.add(CellRange.of("!" + found.group(1) + found.group(2) + ":" + found.group(3) + found.group(4)));
        }
    }

    private static RuntimeException tooLarge(String where) {
        return new Problem(
                        "The workbook holds more than a workbook should.",
                        where,
                        "If you trust it, save the sheet as CSV and import that.")
                .asFailure();
    }
}
