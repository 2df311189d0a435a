package corymb.report;

import corymb.work.Failure;
import corymb.work.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Writes a file that is either there whole or, after a failure or a cancellation, as it was before. */
final class AtomicFile {
    private static final byte[] DATABASE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private AtomicFile() {}

    /**
     * Writes beside the file and renames; only the owner may read the result.
     *
     * @return the SHA-256 checksum in hexadecimal
     * @throws Failure when the file cannot be written, or should not be: a folder, a project
     */
    static String write(Path file, Body body) {
        try {
            var target = checked(file.toAbsolutePath());
            var beside = Files.createTempFile(folder(target), ".corymb-", ".part");
            try {
                var checksum = fill(beside, body);
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return checksum;
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException | UncheckedIOException e) {
            throw failure(file, e);
        }
    }

    /**
     * Makes sure, before the work, that there is a folder for the file and nothing in its place that must stay.
     *
     * @throws Failure when it is not so
     */
    static void require(Path file) {
        try {
            folder(checked(file.toAbsolutePath()));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static String fill(Path beside, Body body) throws IOException {
        var digest = sha256();
        try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            var out = new BufferedOutputStream(
                    new DigestOutputStream(Channels.newOutputStream(channel), digest), 1 << 16);
            body.write(out);
            out.flush();
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Path checked(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new Problem("This is a folder.", file.toString(), "Name a file in it.").asFailure();
        }
        if (isProject(file)) {
            throw new Problem(
                            "This is a project or a database, which an export must not replace.",
                            file.toString(),
                            "Choose another file name.")
                    .asFailure();
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new Problem("This is not an ordinary file.", file.toString(), "Choose another file name.")
                    .asFailure();
        }
        return file;
    }

    private static boolean isProject(Path file) throws IOException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".corymb")) {
            return true;
        }
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(DATABASE.length), DATABASE);
        }
    }

    private static Path folder(Path file) {
        var folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Problem("There is no such folder.", String.valueOf(folder), "Create it, or choose another one.")
                    .asFailure();
        }
        if (!Files.isWritable(folder)) {
            throw new Problem("The folder may not be written to.", folder.toString(), "Choose another one.")
                    .asFailure();
        }
        return folder;
    }

    private static Failure failure(Path file, Exception e) {
        var reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        var isFull = reason.contains("no space left") || reason.contains("not enough space");
        return new Failure(
                new Problem(
                        isFull ? "The disk is full." : "The file cannot be written.",
                        file.toString(),
                        isFull
                                ? "Free some space, or choose another disk."
                                : "Choose a folder that you may write to, and close programs that hold the file open."),
                e);
    }

    /** Writes what the file is to hold. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream out) throws IOException;
    }
}
