package corymb.importing;

import corymb.reading.DayOrder;
import corymb.reading.DecimalMark;
import corymb.stats.Share;
import corymb.table.ColumnType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds what the values of one column are, and how sure that is. */
final class ColumnDetection {
    private static final int EXAMPLES = 5;

    /** A meaning that fewer values have is none of the column's. */
    private static final double LEAST = 0.7;

    private static final double NAMED = 0.95;
    private static final double HALF = 0.5;

    /** How sure numbers are where they could be codes. */
    private static final double CODES = 0.75;

    /** From that many values on it tells something that few of them differ. */
    private static final int MANY = 30;

    private static final int MOST_CODES = 9;

    /** No number or date is longer, and to match some longer text against what they look like would overflow the stack. */
    private static final int LONGEST_NUMBER = 64;

    private static final Pattern TWO_NUMBERS = Pattern.compile("(\\d{1,2})[-/](\\d{1,2})[-/]\\d{2,4}.*");
    private static final Pattern COMMA = Pattern.compile(
            "\\D*\\d{1,3}(\\.?\\d{3})*,(\\d{1,2}|\\d{4,})\\D*|.*\\.\\d{3}[,.].*|\\D*(\\d{4,}|0),\\d+\\D*");
    private static final Pattern POINT =
            Pattern.compile("[^,.]*\\.(\\d{1,2}|\\d{4,})\\D*|.*,\\d{3}.*[.,].*|\\D*(\\d{4,}|0)\\.\\d+\\D*");

    /** Nothing begins with a nought and has thousands. */
    private static final Pattern EITHER = Pattern.compile("\\D*[1-9]\\d{0,2}[.,]\\d{3}\\D*");

    private final String name;
    private final List<String> values;
    private final List<String> present;

    /** Those of them that could be numbers or dates. */
    private final List<String> brief;

    /** What the file itself says they are. */
    private final Optional<ColumnType> known;

    /** Whether there are no further values. */
    private final boolean isWhole;

    private ColumnDetection(String name, List<String> values, Optional<ColumnType> known, boolean isWhole) {
        this.isWhole = isWhole;
        this.name = name;
        this.known = known;
        this.values = values;
        this.present = ValueShape.telling(values);
        this.brief = present.stream()
                .filter(value -> value.length() < LONGEST_NUMBER)
                .toList();
    }

    static DetectedColumn of(String name, List<String> values, Optional<ColumnType> known, boolean isWhole) {
        return new ColumnDetection(name, values, known, isWhole).column();
    }

    private DetectedColumn column() {
        var meaning = meaning();
        var type = type(meaning);
        var decided = ColumnType.valueOf(type.value());
        long blank = values.stream().filter(String::isBlank).count();
        return new DetectedColumn(
                name,
                decided,
                known.filter(ColumnType::isNumeric).isPresent(),
                values.stream()
                        .filter(value -> !value.isBlank())
                        .distinct()
                        .limit(EXAMPLES)
                        .toList(),
                Share.of(blank, values.size()),
                new ColumnGuesses(
                        type,
                        meaning,
                        decided.isTemporal() && !known.equals(Optional.of(decided)) ? dayOrder() : none(),
                        decided.isNumeric() && known.isEmpty() ? decimalMark() : none()));
    }

    private static Guess none() {
        return Guess.certain("", "");
    }

    private Guess type(Guess meaning) {
        var best = ValueShape.typeOf(values);
        if (best.isNumeric() && isText(meaning)) {
            return Guess.of(
                    ColumnType.TEXT.name(),
                    meaning.confidence().value(),
                    best.name(),
                    "Digits that tell things apart and are no quantity.");
        }
        if (known.filter(type -> type != ColumnType.TEXT || !best.isTemporal()).isPresent()) {
            return Guess.certain(known.orElseThrow().name(), "The file itself says so.");
        }
        if (isWhole && saysOnlyThatNothingIsKnown()) {
            return Guess.of(
                    ColumnType.DECIMAL.name(), HALF, ColumnType.TEXT.name(), "Its values only say that none is known.");
        }
        if (best == ColumnType.INTEGER && couldBeCodes()) {
            return Guess.of(
                    best.name(),
                    CODES,
                    ColumnType.TEXT.name(),
                    "Only " + brief.stream().distinct().count()
                            + " different whole numbers: if they are codes for something, read them as text.");
        }
        var shares = ValueShape.shares(present);
        return best == ColumnType.TEXT ? text(shares) : typed(best, shares);
    }

    /** Whether many rows share a few small numbers, as codes do, though counts may too; yes and no as 1 and 0 are as good as numbers. */
    private boolean couldBeCodes() {
        var different = Set.copyOf(brief);
        return brief.size() >= MANY
                && different.size() > 1
                && different.size() <= MOST_CODES
                && different.stream().allMatch(value -> value.matches("\\d{1,2}"))
                && !Set.of("0", "1").containsAll(different);
    }

    /** Whether there are cells such as NA and nothing else; words that were to follow could be names. */
    private boolean saysOnlyThatNothingIsKnown() {
        return present.isEmpty() && values.stream().anyMatch(value -> !value.isBlank());
    }

    /** The more values could be of another type, the less sure is text. */
    private Guess text(Map<ColumnType, Double> shares) {
        var reason = hasLeadingZeros() ? "Leading zeros would be lost in a number." : "";
        return shares.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(other -> Guess.of(
                        ColumnType.TEXT.name(),
                        1 - other.getValue() * HALF,
                        other.getKey().name(),
                        reason))
                .orElseGet(() -> Guess.certain(ColumnType.TEXT.name(), reason));
    }

    private static Guess typed(ColumnType best, Map<ColumnType, Double> shares) {
        double share = shares.entrySet().stream()
                .filter(entry -> isCovered(entry.getKey(), best))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return Guess.of(best.name(), share, ColumnType.TEXT.name(), percent(share) + " of the values fit.");
    }

    private static boolean isCovered(ColumnType type, ColumnType by) {
        boolean isBothNumbers = type.isNumeric() && by.isNumeric();
        boolean isBothTimes = type.isTemporal() && by.isTemporal();
        return type == by || isBothNumbers || isBothTimes;
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private boolean hasLeadingZeros() {
        return present.stream().anyMatch(value -> value.matches("0\\d+"));
    }

    private static boolean isText(Guess meaning) {
        return !meaning.value().isEmpty() && Meaning.valueOf(meaning.value()).isText();
    }

    private Guess meaning() {
        var weights = new EnumMap<Meaning, Double>(Meaning.class);
        for (var meaning : Meaning.values()) {
            weight(meaning).ifPresent(weight -> weights.put(meaning, weight));
        }
        var ranked = weights.entrySet().stream()
                .sorted(Map.Entry.<Meaning, Double>comparingByValue().reversed())
                .toList();
        if (ranked.isEmpty()) {
            return none();
        }
        var best = ranked.getFirst();
        var next = ranked.size() > 1 ? ranked.get(1).getKey().name() : "";
        var reason = isNamed(best.getKey()) ? "Its name and its values say so." : "Its values look like it.";
        return Guess.of(best.getKey().name(), best.getValue(), next, reason);
    }

    /** How sure a meaning is; empty when too few values can have it. */
    private Optional<Double> weight(Meaning meaning) {
        if (present.isEmpty()) {
            return Optional.empty();
        }
        double shown = (meaning == Meaning.BIRTH_DATE ? BirthDates.share(present) : share(meaning::shows))
                * meaning.byValuesAlone();
        double named = isNamed(meaning) ? share(meaning::fits) * NAMED : 0;
        double weight = Math.max(shown >= LEAST * meaning.byValuesAlone() ? shown : 0, named);
        return weight > 0 ? Optional.of(weight) : Optional.empty();
    }

    private double share(Predicate<String> test) {
        return ValueShape.share(present, LEAST, test);
    }

    private boolean isNamed(Meaning meaning) {
        var plain = FieldNames.plain(name);
        return meaning.fields().stream().anyMatch(field -> FieldNames.isOf(plain, field));
    }

    private Guess dayOrder() {
        long dayFirst = 0;
        long monthFirst = 0;
        long either = 0;
        for (var value : brief) {
            var numbers = TWO_NUMBERS.matcher(value);
            if (numbers.matches()) {
                int first = Integer.parseInt(numbers.group(1));
                int second = Integer.parseInt(numbers.group(2));
                dayFirst += first > 12 ? 1 : 0;
                monthFirst += second > 12 ? 1 : 0;
                either += first <= 12 && second <= 12 && first != second ? 1 : 0;
            }
        }
        return of(DayOrder.DAY_FIRST, dayFirst, DayOrder.MONTH_FIRST, monthFirst, either);
    }

    private Guess decimalMark() {
        long commas = count(COMMA);
        long points = count(POINT);
        long either =
                brief.stream().filter(value -> EITHER.matcher(value).matches()).count();
        return of(DecimalMark.POINT, points, DecimalMark.COMMA, commas, either);
    }

    private long count(Pattern pattern) {
        return brief.stream()
                .filter(value -> pattern.matcher(value).matches()
                        && !EITHER.matcher(value).matches())
                .count();
    }

    /** Of two readings the one that more values tell; where none tells, neither is sure. */
    private static Guess of(Enum<?> one, long forOne, Enum<?> other, long forOther, long either) {
        if (forOne + forOther + either == 0) {
            return none();
        }
        boolean isOne = forOne >= forOther;
        var reason = forOne + forOther == 0
                ? "Ambiguous: " + either + " values can be read both ways, and none tells."
                : (Math.max(forOne, forOther) == 1 ? "1 value tells, " : Math.max(forOne, forOther) + " values tell, ")
                        + Math.min(forOne, forOther) + " speak against it.";
        double confidence = forOne + forOther == 0 ? HALF : (double) Math.max(forOne, forOther) / (forOne + forOther);
        return Guess.of((isOne ? one : other).name(), confidence, (isOne ? other : one).name(), reason);
    }
}
