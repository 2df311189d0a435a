package corymb.importing;

import com.ibm.icu.text.CharsetDetector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds the encoding of a text file: a byte order mark, else valid UTF-8, else UTF-16 by its NULs, else a vote.
 *
 * <p>No single detector is right: ICU weighs letters by language, juniversalchardet knows the multi-byte encodings of East
 * Asia. Where they disagree the one whose text reads back without replacement wins, ICU's by its own confidence.
 */
final class Encodings {
    private static final int SAMPLE = 1 << 18;
    private static final long LARGEST_READ = 64L << 20;

    private Encodings() {}

    static String detect(Path file) throws IOException {
        var head = head(file);
        return byteOrderMark(head)
                .or(() -> byNuls(head))
                .orElseGet(() -> Charset.forName(withoutMark(file)).name());
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

    /** Latin text in UTF-16 has a NUL in every second byte. */
    private static Optional<String> byNuls(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                even += 1 - (i & 1);
                odd += i & 1;
            }
        }
        int pairs = Math.max(1, head.length / 2);
        if (odd > 0.3 * pairs && even < 0.05 * pairs) {
            return Optional.of("UTF-16LE");
        }
        return even > 0.3 * pairs && odd < 0.05 * pairs ? Optional.of("UTF-16BE") : Optional.empty();
    }

    private static String withoutMark(Path file) {
        try (var input = Files.newInputStream(file)) {
            var foreign = foreignLines(input);
            return foreign.length == 0 ? "UTF-8" : vote(foreign);
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
            int lineEnd = block.length < SAMPLE ? joined.length : lastBreak(joined);
            if (!utf8.isValid(joined, 0, lineEnd)) {
                foreign.write(joined, 0, lineEnd);
            }
            rest = Arrays.copyOfRange(joined, lineEnd, joined.length);
        }
        return foreign.toByteArray();
    }

    private static int lastBreak(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end == 0 ? bytes.length : end;
    }

    private static String vote(byte[] text) {
        var universal = new UniversalDetector();
        universal.handleData(text, 0, text.length);
        universal.dataEnd();
        var first = Optional.ofNullable(universal.getDetectedCharset()).filter(name -> reads(name, text));
        var detector = new CharsetDetector();
        detector.setText(text);
        var second = Arrays.stream(detector.detectAll())
                .filter(match -> reads(match.getName(), text))
                .findFirst();
        if (first.isPresent() && isMultiByte(first.get())) {
            return first.get();
        }
        return second.filter(match -> match.getConfidence() >= 30)
                .map(match -> windows(match.getName()))
                .or(() -> first)
                .orElse("windows-1252");
    }

    private static boolean isMultiByte(String name) {
        return Charset.forName(name).newEncoder().maxBytesPerChar() > 1;
    }

    /** What Windows writes under an ISO name: the same letters, and quotes, dashes and the euro where ISO has controls. */
    private static String windows(String name) {
        return switch (name) {
            case "ISO-8859-1" -> "windows-1252";
            case "ISO-8859-9" -> "windows-1254";
            default -> name;
        };
    }

    private static boolean reads(String name, byte[] text) {
        if (!Charset.isSupported(name)) {
            return false;
        }
        return !new String(text, Charset.forName(name)).contains("\uFFFD");
    }
}
