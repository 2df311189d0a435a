package corymb.importing;

import corymb.work.Failure;
import corymb.work.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;

/** What can stand in the way of reading a file, in words. */
final class FileProblems {
    private FileProblems() {}

    /** Throws the problem of a file that cannot be a table. */
    static void check(Path file) {
        problem(file).ifPresent(problem -> {
            throw problem.asFailure();
        });
    }

    private static Optional<Problem> problem(Path file) {
        if (!Files.exists(file)) {
            return Optional.of(new Problem("There is no such file.", file.toString(), "Check its name and folder."));
        }
        if (!Files.isRegularFile(file) && !Files.isDirectory(file)) {
            return Optional.of(new Problem(
                    "This is no ordinary file, but a pipe or a device.",
                    file.toString(),
                    "Save its content as a file."));
        }
        if (!Files.isReadable(file)) {
            return Optional.of(new Problem(
                    "The file may not be read.", file.toString(), "Ask for the right to read it, or copy it."));
        }
        return Optional.empty();
    }

    /** The problem of a file of which no row can be read, by the first of them. */
    static Problem broken(Path file, long line, Flaw flaw) {
        return new Problem(
                "No row of the file can be read.",
                file + ", line " + line + ": " + flaw.reason(),
                "Mend the file, or export it again.");
    }

    /** Throws the problem of a content that holds no table. */
    static void checkTable(Path content, String name) throws IOException {
        var head = Encodings.head(content);
        switch (ContentKind.of(head)) {
            case ZIP -> checkDocument(Documents.kind(content), name);
            case PARQUET, DBF, OLD_DOCUMENT -> {}
            case DATABASE -> checkUnused(content);
            case GZIP, BZIP2, EMPTY_ZIP, PDF, OTHER -> checkText(head, name);
        }
    }

    /** Throws the problem of a database that another program writes to: what it wrote last may not be in the file yet. */
    static void checkUnused(Path database) throws IOException {
        var log = database.resolveSibling(database.getFileName() + "-wal");
        var journal = database.resolveSibling(database.getFileName() + "-journal");
        if (isFilled(log) || isFilled(journal)) {
            throw new Problem(
                            "Another program is writing to the database, or was stopped while it did.",
                            database.toString(),
                            "Close that program, or open and close the database with it once more.")
                    .asFailure();
        }
    }

    private static boolean isFilled(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > 0;
    }

    /** Throws the problem of bytes that are no text. */
    static void checkText(byte[] head, String name) {
        if (isBlank(head)) {
            throw new Problem("The file is empty.", name, "Export it again.").asFailure();
        }
        remedy(head).ifPresent(remedy -> {
            throw new Problem("The file is not text.", name, remedy).asFailure();
        });
    }

    private static void checkDocument(Documents kind, String name) {
        var remedy = switch (kind) {
            case WORKBOOK, OPEN_DOCUMENT -> "";
            case BINARY_WORKBOOK -> "It is a binary workbook (.xlsb): save it as .xlsx or as CSV.";
            case TEXT, SLIDES -> "It is a document, not a table: export the table it shows as CSV or .xlsx.";
            case NONE -> "It is an archive within an archive: unpack it first.";
        };
        if (!remedy.isEmpty()) {
            throw new Problem("This kind of file cannot be read.", name, remedy).asFailure();
        }
    }

    /** What to do with bytes that are no text; nothing where they are. */
    private static Optional<String> remedy(byte[] head) {
        return switch (ContentKind.of(head)) {
            case OLD_DOCUMENT ->
                Optional.of(
                        "It is an old workbook (.xls), or one with a password: save it as .xlsx without one, or as CSV.");
            case ZIP, EMPTY_ZIP -> Optional.of("It is an archive: unpack it first.");
            case PDF -> Optional.of("Tables cannot be read out of a PDF: ask for the data it was made from.");
            case GZIP, BZIP2 -> Optional.of("It is packed twice: unpack it first.");
            case PARQUET, DBF, DATABASE -> Optional.of("Export the table as CSV or JSON.");
            case OTHER ->
                isTar(head)
                        ? Optional.of("It is a tar archive: unpack it first.")
                        : isBinary(head) ? Optional.of("Export the table as CSV or JSON.") : Optional.empty();
        };
    }

    private static boolean isTar(byte[] head) {
        return head.length > 262 && new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    private static boolean isBlank(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1)
                .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .isBlank();
    }

    /** Text has no control characters but tabs and line breaks; UTF-16 and UTF-32 are told apart by where their NULs are. */
    private static boolean isBinary(byte[] head) {
        if (Encodings.isWide(head)) {
            return false;
        }
        int controls = 0;
        int nuls = 0;
        for (byte octet : head) {
            nuls += octet == 0 ? 1 : 0;
            controls += octet >= 0 && octet < ' ' && (octet < '\t' || octet > '\r') && octet != 0x1B ? 1 : 0;
        }
        return controls > Math.max(4, head.length / 50) || nuls > Math.max(2, head.length / 500);
    }

    static RuntimeException tooLong(long line) {
        return new Problem(
                        "One row is longer than " + (RecordScanner.LONGEST_RECORD >> 20)
                                + " million bytes, which no table of customers has.",
                        "line " + line,
                        "Check that this is a text table and that its delimiter and quote mark are right.")
                .asFailure();
    }

    static Failure damagedArchive(String name, IOException cause) {
        boolean isSecret = String.valueOf(cause.getMessage()).contains("encrypted");
        return new Failure(
                new Problem(
                        isSecret ? "The archive is protected by a password." : "The archive is damaged or cut off.",
                        name,
                        isSecret ? "Unpack it and import the file inside." : "Fetch it again."),
                cause);
    }

    static Failure unreadable(Path file, IOException cause) {
        if (cause instanceof EOFException || cause instanceof ZipException) {
            return damagedArchive(file.toString(), cause);
        }
        var words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("no space left") || words.contains("not enough space")) {
            return new Failure(
                    new Problem(
                            "There is no room left on the disk for temporary files.",
                            String.valueOf(System.getProperty("java.io.tmpdir")),
                            "Free some disk space and try again."),
                    cause);
        }
        return new Failure(
                new Problem(
                        "The file cannot be read.",
                        file.toString(),
                        "Check that it is not open elsewhere and that its disk is there."),
                cause);
    }
}
