package corymb.importing;

import corymb.work.Failure;
import corymb.work.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

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
        if (Files.isDirectory(file)) {
            return Optional.of(
                    new Problem("This is a folder, not a file.", file.toString(), "Choose the files inside it."));
        }
        if (!Files.isRegularFile(file)) {
            return Optional.of(new Problem(
                    "This is no ordinary file, but a pipe or a device.",
                    file.toString(),
                    "Save its content as a file."));
        }
        if (!Files.isReadable(file)) {
            return Optional.of(new Problem(
                    "The file may not be read.", file.toString(), "Ask for the right to read it, or copy it."));
        }
        return content(file);
    }

    private static Optional<Problem> content(Path file) {
        try {
            var head = Encodings.head(file);
            if (isBlank(head)) {
                return Optional.of(new Problem("The file is empty.", file.toString(), "Export it again."));
            }
            return isBinary(head) ? Optional.of(binary(file, head)) : Optional.empty();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static boolean isBlank(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1)
                .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .isBlank();
    }

    private static Problem binary(Path file, byte[] head) {
        boolean isZip = head.length > 3 && head[0] == 'P' && head[1] == 'K';
        boolean isGzip = head.length > 1 && head[0] == 0x1F && head[1] == (byte) 0x8B;
        var remedy = isZip
                ? "If it is a spreadsheet, save it as CSV; if it is an archive, unpack it first."
                : isGzip ? "Unpack it first." : "Export the table as CSV or JSON.";
        return new Problem("The file is not text.", file.toString(), remedy);
    }

    /** Text has no control characters but tabs and line breaks; UTF-16 and UTF-32 are told apart by where their NULs are. */
    private static boolean isBinary(byte[] head) {
        boolean isZip = head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] < 9 && head[2] >= 0;
        boolean isGzip = head.length > 1 && head[0] == 0x1F && head[1] == (byte) 0x8B;
        if (isZip || isGzip) {
            return true;
        }
        if (Encodings.isWide(head)) {
            return false;
        }
        int controls = 0;
        int nuls = 0;
        for (byte octet : head) {
            nuls += octet == 0 ? 1 : 0;
            controls += octet >= 0 && octet < ' ' && octet != '\t' && octet != '\n' && octet != '\r' && octet != 0x1B
                    ? 1
                    : 0;
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

    static Failure unreadable(Path file, IOException cause) {
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
