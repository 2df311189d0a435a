package corymb.work;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the name that was meant by one that there is not. */
public final class NearName {
    /** So long a word tells something where it is part of a name. */
    private static final int LONG_ENOUGH = 4;

    private static final int LONGEST = 100;

    /** So many names are told before “and more”. */
    private static final int LISTED = 20;

    private NearName() {}

    /** The name that fewest edits lead to, when a third of the letters or fewer are wrong; case does not matter. */
    public static Optional<String> of(String name, Collection<String> names) {
        var wanted = name.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(1, wanted.length() / 3);
        return names.stream()
                .filter(other -> Math.abs(other.length() - wanted.length()) <= most)
                .map(other -> new Candidate(other, edits(wanted, other.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.edits() <= most)
                .min(Comparator.comparingInt(Candidate::edits))
                .map(Candidate::name)
                .or(() -> names.stream()
                        .filter(other -> wanted.length() >= LONG_ENOUGH
                                && other.toLowerCase(Locale.ROOT).contains(wanted))
                        .min(Comparator.comparingInt(String::length)));
    }

    /** The question whether that name was meant, or else another remedy. */
    public static String remedy(String name, Collection<String> names, String otherwise) {
        return of(name, names).map(near -> "Did you mean “" + near + "”?").orElse(otherwise);
    }

    /** The question whether that name was meant, or else the names there are. */
    public static String remedy(String name, Collection<String> names) {
        var listed = names.stream().limit(LISTED).collect(Collectors.joining(", "));
        var more = names.size() > LISTED ? " and %,d more".formatted(names.size() - LISTED) : "";
        return remedy(name, names, names.isEmpty() ? "There are none yet." : "There is " + listed + more + ".");
    }

    private record Candidate(String name, int edits) {}

    /** How many letters to insert, delete, replace or swap with the next (optimal string alignment). */
    private static int edits(String from, String to) {
        var rows = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : least(rows, from, to, i, j);
            }
        }
        return rows[from.length()][to.length()];
    }

    private static int least(int[][] rows, String from, String to, int i, int j) {
        int replaced = rows[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        boolean isSwapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return isSwapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
