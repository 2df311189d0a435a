package corymb.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file that are no rows: how many they are, and the first of them to be shown. */
final class PassedLines {
    private static final int SHOWN = 20;
    private static final int LONGEST_SHOWN = 300;

    private final List<PassedLine> first = new ArrayList<>();
    private long count;

    /** Notes the line of that number, which stands in the bytes from {@code from} to before {@code to}. */
    void add(long number, byte[] bytes, int from, int to) {
        count++;
        if (first.size() < SHOWN) {
            var text = new String(bytes, from, Math.min(to - from, LONGEST_SHOWN), StandardCharsets.UTF_8);
            first.add(new PassedLine(number, text.strip()));
        }
    }

    /** Notes what stands under that number. */
    void add(long number, String text) {
        count++;
        if (first.size() < SHOWN) {
            first.add(new PassedLine(number, text.substring(0, Math.min(text.length(), LONGEST_SHOWN))));
        }
    }

    long count() {
        return count;
    }

    List<PassedLine> first() {
        return List.copyOf(first);
    }
}
