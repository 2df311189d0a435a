package corymb.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the encoding of a text file: a byte order mark, else valid UTF-8, else UTF-16 or UTF-32 by their NULs, else a
 * {@link CharsetVote vote}.
 */
final class Encodings {
    private static final int SAMPLE = 1 << 18;
    private static final long LARGEST_READ = 64L << 20;
    private static final double MANY = 0.9;
    private static final double SOME = 0.1;
    private static final double FEW = 0.02;

    private Encodings() {}

    static Guess detect(Path file) throws IOException {
        var head = head(file);
        return byteOrderMark(head)
                .map(name -> Guess.certain(name, "The file begins with its byte order mark."))
                .or(() -> byNuls(head).map(name -> Guess.of(name, 0.98, "", "Every other byte is a NUL.")))
                .orElseGet(() -> withoutMark(file, head));
    }

    /** Whether the text is in UTF-16 or UTF-32, whose bytes look like no text. */
    static boolean isWide(byte[] head) {
        return byteOrderMark(head)
                .or(() -> byNuls(head))
                .filter(name -> !name.equals("UTF-8"))
                .isPresent();
    }

    static byte[] head(Path file) throws IOException {
        try (var input = Files.newInputStream(file)) {
            return input.readNBytes(SAMPLE);
        }
    }

    private static Optional<String> byteOrderMark(byte[] head) {
        var marks = new LinkedHashMap<String, byte[]>();
        marks.put("UTF-8", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        marks.put("UTF-32LE", new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0});
        marks.put("UTF-32BE", new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF});
        marks.put("UTF-16LE", new byte[] {(byte) 0xFF, (byte) 0xFE});
        marks.put("UTF-16BE", new byte[] {(byte) 0xFE, (byte) 0xFF});
        return marks.entrySet().stream()
                .filter(mark -> head.length >= mark.getValue().length
                        && Arrays.mismatch(mark.getValue(), Arrays.copyOf(head, mark.getValue().length)) < 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Delimiters, digits and line breaks have NULs beside them in UTF-16 and UTF-32, always at the same places. */
    private static Optional<String> byNuls(byte[] head) {
        var nuls = new double[4];
        for (int i = 0; i < head.length; i++) {
            nuls[i & 3] += head[i] == 0 ? 4.0 / head.length : 0;
        }
        if (head.length < 4) {
            return Optional.empty();
        }
        if (nuls[2] > MANY && nuls[3] > MANY && nuls[0] < FEW) {
            return Optional.of("UTF-32LE");
        }
        if (nuls[0] > MANY && nuls[1] > MANY && nuls[3] < FEW) {
            return Optional.of("UTF-32BE");
        }
        return Stream.of("UTF-16LE", "UTF-16BE")
                .filter(name -> isWideText(name, nuls) && reads(head, name))
                .findFirst();
    }

    private static boolean isWideText(String name, double[] nuls) {
        double high = name.equals("UTF-16LE") ? nuls[1] + nuls[3] : nuls[0] + nuls[2];
        double low = name.equals("UTF-16LE") ? nuls[0] + nuls[2] : nuls[1] + nuls[3];
        return high > SOME && low < FEW;
    }

    /** Whether the bytes are lines of words and numbers in an encoding; the sample may end inside a character. */
    private static boolean reads(byte[] head, String name) {
        var text = new String(head, 0, head.length & ~1, Charset.forName(name));
        return (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0)
                && Plausibility.of(text) > 0
                && text.chars().filter(sign -> sign == '\uFFFD').count() <= 1;
    }

    /** ISO-2022-JP is plain ASCII but for the escapes around its Japanese. */
    private static boolean isShifted(byte[] head) {
        var text = new String(head, StandardCharsets.US_ASCII);
        return text.contains("\u001b$B") || text.contains("\u001b$@");
    }

    private static Guess withoutMark(Path file, byte[] head) {
        try (var input = Files.newInputStream(file)) {
            var foreign = foreignLines(input);
            if (foreign.length > 0) {
                return CharsetVote.of(foreign);
            }
            return isShifted(head)
                    ? Guess.of("ISO-2022-JP", 0.98, "UTF-8", "It shifts to Japanese and back.")
                    : Guess.certain("UTF-8", "All of it is valid.");
        } catch (IOException e) {
            throw FileProblems.unreadable(file, e);
        }
    }

    /** Up to a sample of the blocks that hold bytes that are no UTF-8; nothing when all of the file is valid. */
    private static byte[] foreignLines(InputStream input) throws IOException {
        var foreign = new ByteArrayOutputStream();
        var utf8 = new Utf8();
        byte[] rest = {};
        for (long seen = 0; seen < LARGEST_READ && foreign.size() < SAMPLE; seen += SAMPLE) {
            var block = input.readNBytes(SAMPLE);
            if (block.length == 0) {
                break;
            }
            var joined = Arrays.copyOf(rest, rest.length + block.length);
            System.arraycopy(block, 0, joined, rest.length, block.length);
            int lineEnd = block.length < SAMPLE ? joined.length : cut(joined);
            if (!utf8.isValid(joined, 0, lineEnd)) {
                foreign.write(joined, 0, lineEnd);
            }
            rest = Arrays.copyOfRange(joined, lineEnd, joined.length);
        }
        return foreign.toByteArray();
    }

    /** Behind the last line break, or in a line without end, before its last character, which may not be there whole. */
    private static int cut(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end == 0 ? lastCharacter(bytes) : end;
    }

    /** Where the last character begins if it is written in UTF-8: at most three bytes that go on with one follow its first. */
    private static int lastCharacter(byte[] bytes) {
        int first = bytes.length - 1;
        while (first > bytes.length - 4 && (bytes[first] & 0xC0) == 0x80) {
            first--;
        }
        return first;
    }
}
