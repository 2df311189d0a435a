package corymb.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weighs whether the first row of a table holds the names of its columns.
 *
 * <p>Each piece of evidence adds to the log-odds, which begin in favour of a header, as most files have one.
 */
final class HeaderEvidence {
    private static final double MOST_FILES_HAVE_ONE = 1.5;
    private static final double DATA_IN_FIRST = -6;
    private static final double DATA_ONLY_BELOW = 1.5;
    private static final double KNOWN_NAME = 1;
    private static final double AT_MOST = 3;
    private static final double REPEATED_BELOW = -4;
    private static final double SAME_TWICE = -1.5;

    private final List<String> first;
    private final List<List<String>> below;

    private HeaderEvidence(List<List<String>> rows) {
        this.first = rows.getFirst().stream().map(String::strip).toList();
        this.below =
                rows.stream().skip(1).filter(row -> row.size() == first.size()).toList();
    }

    /** "true" when the first row is more likely names than values. */
    static Guess of(List<List<String>> rows) {
        if (rows.isEmpty() || rows.getFirst().isEmpty()) {
            return Guess.ofTruth(1, "");
        }
        var evidence = new HeaderEvidence(rows);
        return Guess.ofTruth(1 / (1 + Math.exp(-evidence.logOdds())), evidence.reason());
    }

    private double logOdds() {
        var named = first.stream().filter(name -> !name.isEmpty()).toList();
        double odds = MOST_FILES_HAVE_ONE;
        odds += hasData() ? DATA_IN_FIRST : 0;
        odds += Math.min(AT_MOST, DATA_ONLY_BELOW * dataOnlyBelow());
        odds += Math.min(AT_MOST, KNOWN_NAME * MappingProposal.knownNames(named));
        odds += new HashSet<>(named).size() < named.size() ? SAME_TWICE : 0;
        odds += named.isEmpty() ? DATA_IN_FIRST : REPEATED_BELOW * repeatedBelow() / named.size();
        return odds;
    }

    private String reason() {
        if (hasData()) {
            return "The first row holds values such as numbers or dates.";
        }
        return dataOnlyBelow() > 0
                ? "The first row holds words where the rows below hold numbers or dates."
                : "The first row holds words, as the rows below do.";
    }

    /** Years over columns of other numbers are names. */
    private boolean hasData() {
        return IntStream.range(0, first.size())
                .anyMatch(column -> ValueShape.isData(first.get(column)) && !isYearOver(column));
    }

    private boolean isYearOver(int column) {
        boolean isYear = first.get(column).matches("(19|20)\\d\\d");
        var years = values(column).stream()
                .filter(value -> value.matches("(19|20)\\d\\d"))
                .count();
        return isYear
                && first.size() > 2
                && ValueShape.isData(first.get(column))
                && hasNamedFirst()
                && years * 2 < below.size();
    }

    private boolean hasNamedFirst() {
        return !first.getFirst().isEmpty() && !ValueShape.isData(first.getFirst());
    }

    private long dataOnlyBelow() {
        return IntStream.range(0, first.size())
                .filter(column -> !first.get(column).isEmpty() && !ValueShape.isData(first.get(column)))
                .filter(column -> values(column).stream().anyMatch(ValueShape::isData))
                .count();
    }

    private long repeatedBelow() {
        return IntStream.range(0, first.size())
                .filter(column -> !first.get(column).isEmpty() && values(column).contains(first.get(column)))
                .count();
    }

    private List<String> values(int column) {
        var values = new ArrayList<String>();
        below.forEach(row -> values.add(row.get(column).strip()));
        values.removeIf(String::isEmpty);
        return values;
    }
}
