package corymb.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the texts that few edits (a character put in, taken out or replaced) make of another one.
 *
 * <p>A text that is cut into one piece more than there may be edits keeps at least one piece whole, at most that many places away.
 * So only texts that share a piece are compared, and none within reach is missed.
 *
 * <p>Reference: Guoliang Li, Dong Deng, Jiannan Wang, Jianhua Feng: Pass-Join: a partition-based method for similarity joins,
 * PVLDB 5(3), 2011. Cost: O(texts · length) to cut them, then a comparison for each pair that shares a piece.
 */
final class EditNeighbours {
    private final int edits;
    private final Map<Piece, List<String>> index = new HashMap<>();

    /** A piece of the texts of one length. */
    private record Piece(int length, int number, String text) {}

    /** @param edits the most edits there may be between two texts */
    EditNeighbours(List<String> texts, int edits) {
        this.edits = edits;
        for (var text : texts) {
            for (int number = 0; number <= edits; number++) {
                int from = start(text.length(), number);
                var piece = new Piece(text.length(), number, text.substring(from, start(text.length(), number + 1)));
                index.computeIfAbsent(piece, _ -> new ArrayList<>()).add(text);
            }
        }
    }

    /** Where a piece begins; the pieces are as long as each other, give or take a character. */
    private int start(int length, int number) {
        return (int) ((long) length * number / (edits + 1));
    }

    /** The texts within reach, without the text itself. */
    Set<String> of(String text) {
        var found = new LinkedHashSet<String>();
        for (int length = Math.max(0, text.length() - edits); length <= text.length() + edits; length++) {
            for (int number = 0; number <= edits; number++) {
                addSharing(text, length, number, found);
            }
        }
        found.remove(text);
        found.removeIf(other -> distance(text, other, edits) > edits);
        return found;
    }

    private void addSharing(String text, int length, int number, Set<String> found) {
        int from = start(length, number);
        int size = start(length, number + 1) - from;
        for (int at = Math.max(0, from - edits); at <= Math.min(from + edits, text.length() - size); at++) {
            found.addAll(index.getOrDefault(new Piece(length, number, text.substring(at, at + size)), List.of()));
        }
    }

    /** The edits between two texts; {@code most + 1} where there are more than {@code most}. */
    static int distance(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        int[] before = new int[other.length() + 1];
        int[] now = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
                least = Math.min(least, now[j]);
            }
            if (least > most) {
                return most + 1;
            }
            int[] swapped = before;
            before = now;
            now = swapped;
        }
        return before[other.length()];
    }
}
