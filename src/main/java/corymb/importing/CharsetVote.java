package corymb.importing;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds the encoding of bytes that are no Unicode by a vote of three.
 *
 * <p>No single detector is right: ICU weighs letters by language, juniversalchardet knows the multi-byte encodings of East
 * Asia, and whether the words hold together tells where the text is too short for either.
 */
final class CharsetVote {
    /** By how common they are: of encodings that read the same text, the first names it. */
    private static final List<String> CANDIDATES = List.of(
            "windows-1252",
            "windows-1250",
            "windows-1251",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "windows-1257",
            "ISO-8859-2",
            "ISO-8859-5",
            "ISO-8859-6",
            "ISO-8859-7",
            "KOI8-R",
            "TIS-620",
            "IBM850",
            "IBM437",
            "IBM852",
            "IBM866",
            "x-MacRoman",
            "GB18030",
            "Shift_JIS",
            "windows-31j",
            "EUC-JP",
            "EUC-KR",
            "x-windows-949",
            "Big5",
            "x-windows-950",
            "ISO-8859-15",
            "ISO-8859-1");

    private static final double OF_ICU = 0.4;
    private static final double OF_UNIVERSAL = 0.2;
    private static final double OF_UNIVERSAL_EAST_ASIAN = 0.8;
    private static final double OF_TURKISH = 0.1;
    private static final double OF_RARITY = 0.015;
    private static final double SHARPNESS = 3;
    private static final double SURER_WITH_MORE = 0.25;

    private final byte[] bytes;
    private final Map<String, Double> icu = new HashMap<>();
    private final String universal;

    private CharsetVote(byte[] bytes) {
        this.bytes = bytes;
        this.universal = universal(bytes);
        var detector = new CharsetDetector();
        detector.setText(bytes);
        for (var match : detector.detectAll()) {
            icu.merge(windows(match.getName()), match.getConfidence() / 100.0, Math::max);
        }
    }

    /** The encoding of bytes that are neither UTF-8 nor UTF-16 nor UTF-32. */
    static Guess of(byte[] bytes) {
        return new CharsetVote(bytes).guess();
    }

    private static String universal(byte[] bytes) {
        var detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        // It says windows-1252 when nothing else fits, too.
        return Optional.ofNullable(detector.getDetectedCharset())
                .map(CharsetVote::windows)
                .filter(name -> !name.equals("windows-1252"))
                .orElse("");
    }

    private Guess guess() {
        var scores = new LinkedHashMap<String, Double>();
        var nameOf = new HashMap<String, String>();
        for (var name : CANDIDATES) {
            decoded(name).ifPresent(text -> {
                var first = nameOf.computeIfAbsent(text, _ -> name);
                scores.merge(first, score(name, text), Math::max);
            });
        }
        var weights = new HashMap<String, Double>();
        double sharpness = SHARPNESS * (1 + SURER_WITH_MORE * Math.log1p(foreign()));
        scores.forEach((name, score) -> weights.put(name, Math.exp(sharpness * score)));
        var guess = Guess.heaviest(weights, "The words hold together best in it.");
        return guess.value().isEmpty() ? Guess.of("windows-1252", 0, "", "No encoding reads all of the file.") : guess;
    }

    private int foreign() {
        int foreign = 0;
        for (byte octet : bytes) {
            foreign += octet < 0 ? 1 : 0;
        }
        return foreign;
    }

    private double score(String name, String text) {
        double ofUniversal = isMultiByte(name) ? OF_UNIVERSAL_EAST_ASIAN : OF_UNIVERSAL;
        double votes = OF_ICU * icu.getOrDefault(name, 0.0) + (name.equals(universal) ? ofUniversal : 0);
        double turkish = name.equals("windows-1254") ? OF_TURKISH * TurkishLetters.evidence(text) : 0;
        return Plausibility.of(text) + votes + turkish - OF_RARITY * CANDIDATES.indexOf(name);
    }

    private static boolean isMultiByte(String name) {
        return Charset.forName(name).newEncoder().maxBytesPerChar() > 1;
    }

    private Optional<String> decoded(String name) {
        if (!Charset.isSupported(name)) {
            return Optional.empty();
        }
        try {
            CharBuffer text = Charset.forName(name).newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /** What Windows writes under an ISO name: the same letters, and quotes, dashes and the euro where ISO has controls. */
    private static String windows(String name) {
        return switch (name) {
            case "ISO-8859-1" -> "windows-1252";
            case "ISO-8859-7" -> "windows-1253";
            case "ISO-8859-8", "ISO-8859-8-I" -> "windows-1255";
            case "ISO-8859-9" -> "windows-1254";
            case "x-windows-949" -> "EUC-KR";
            default -> Arrays.asList("MACCYRILLIC", "HZ-GB-2312").contains(name) ? "" : name;
        };
    }
}
