package corymb.importing;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Tells whether contents can be read as one: the same kind of file with the same columns. */
final class Likeness {
    /** More than a header takes; the rest is checked when they are read. */
    private static final int HEAD = 1 << 16;

    private static final int COMPARED = 200;

    private Likeness() {}

    static boolean areAlike(List<Content> contents) throws IOException {
        if (contents.size() == 1) {
            return true;
        }
        var ending = ending(contents.getFirst());
        if (!contents.stream().allMatch(content -> ending(content).equals(ending))) {
            return false;
        }
        var first = firstLine(contents.getFirst());
        for (var content : contents.subList(1, Math.min(COMPARED, contents.size()))) {
            if (!isLike(first, firstLine(content))) {
                return false;
            }
        }
        return true;
    }

    private static String ending(Content content) {
        var name = content.name().toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2)$", "");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The same header, or, where the first rows hold data or objects, nothing to tell them apart. */
    private static boolean isLike(String first, String other) {
        return first.equals(other) || (isData(first) && isData(other));
    }

    private static boolean isData(String line) {
        return line.startsWith("{")
                || line.startsWith("[")
                || List.of(line.split("[,;\t|]")).stream().anyMatch(ValueShape::isData);
    }

    private static String firstLine(Content content) throws IOException {
        byte[] head;
        try (var input = content.open()) {
            head = input.readNBytes(HEAD);
        }
        if (ContentKind.of(head) != ContentKind.OTHER) {
            return ContentKind.of(head).name();
        }
        var encoding = Encodings.isWide(head) ? "UTF-16" : "UTF-8";
        var text = new String(head, TextInput.charset(encoding));
        return text.strip().lines().findFirst().orElse("").replace("\uFEFF", "").strip();
    }
}
