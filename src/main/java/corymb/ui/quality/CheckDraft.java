package corymb.ui.quality;

import corymb.importing.Source;
import corymb.quality.Expectation;
import corymb.quality.ExpectedValue;
import corymb.quality.Severity;
import corymb.quality.StatedCheck;
import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import corymb.sql.Expression.Constant;
import corymb.stats.Share;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.ui.kit.Texts;
import corymb.work.Failure;
import corymb.work.Problem;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A check as it is put together in the sheet.
 *
 * @param columns the column, or several with commas between them where values are unique
 * @param first the one value asked for, or the smaller
 * @param second the larger
 * @param condition a rule that rows have to meet to be asked; may be empty
 * @param percent the percentage of rows that may fail
 */
record CheckDraft(
        CheckKind kind,
        String columns,
        String first,
        String second,
        String condition,
        Severity severity,
        String percent,
        String note) {
    /** What stands between a source and a column of it. */
    private static final String OF = " · ";

    private static final CheckDraft EMPTY = new CheckDraft(CheckKind.REQUIRED, "", "", "", "", Severity.ERROR, "0", "");

    static CheckDraft empty(String column) {
        return EMPTY.about(CheckKind.REQUIRED, column, "", "");
    }

    /** A check as it can be edited. */
    static CheckDraft of(StatedCheck check) {
        var percent = BigDecimal.valueOf(check.tolerance().value()).movePointRight(2);
        var draft = new CheckDraft(
                CheckKind.REQUIRED,
                "",
                "",
                "",
                check.expectation() instanceof Expectation.When when ? RuleText.of(when.condition()) : "",
                check.severity(),
                percent.stripTrailingZeros().toPlainString(),
                check.note());
        return draft.about(check.expectation());
    }

    private CheckDraft about(Expectation expectation) {
        var kind = CheckKind.of(expectation);
        var column = expectation.column();
        return switch (expectation) {
            case Expectation.Required _ -> about(kind, column, "", "");
            case Expectation.Unique(var columns) -> about(kind, String.join(", ", columns), "", "");
            case Expectation.InRange range -> about(kind, column, text(range.low()), text(range.high()));
            case Expectation.InSet set ->
                about(
                        kind,
                        column,
                        set.values().stream().map(ExpectedValue::write).collect(Collectors.joining(", ")),
                        "");
            case Expectation.Matches matches -> about(kind, column, matches.pattern(), "");
            case Expectation.OfType typed -> about(kind, column, QualityWords.type(typed.type()), "");
            case Expectation.References references ->
                about(kind, column, references.source() + OF + references.other(), "");
            case Expectation.Fresh fresh -> about(kind, column, "" + fresh.days(), "");
            case Expectation.RowCount(var least, var most) ->
                about(kind, "", "" + least, most == Long.MAX_VALUE ? "" : "" + most);
            case Expectation.InOrder order -> about(kind, column, order.within(), "");
            case Expectation.When when -> about(when.then());
            case Expectation.Holds(var rule) -> about(kind, "", RuleText.of(rule), "");
        };
    }

    private CheckDraft about(CheckKind newKind, String column, String one, String other) {
        return new CheckDraft(newKind, column, one, other, condition, severity, percent, note);
    }

    private static String text(Optional<Constant> value) {
        return value.map(ExpectedValue::write).orElse("");
    }

    /** What a value of the kind is chosen from. */
    static List<String> choices(CheckKind kind, Source source, List<Source> sources) {
        return switch (kind) {
            case TYPE -> Stream.of(ColumnType.values()).map(QualityWords::type).toList();
            case REFERENCE ->
                sources.stream()
                        .filter(other -> !other.name().equals(source.name()))
                        .flatMap(other -> other.data().schema().names().stream().map(name -> other.name() + OF + name))
                        .toList();
            case ORDER ->
                Stream.concat(Stream.of(""), source.data().schema().names().stream())
                        .toList();
            case REQUIRED, UNIQUE, RANGE, SET, PATTERN, FRESHNESS, ROW_COUNT, EXPRESSION -> List.of();
        };
    }

    /**
     * The check it says.
     *
     * @throws Failure when something is missing or cannot be read
     */
    StatedCheck check(Source source) {
        try {
            var plain = expectation(source);
            var expectation = condition.isBlank() || !kind.isOfRows()
                    ? plain
                    : new Expectation.When(RuleParser.require(condition), plain);
            return StatedCheck.of(source.name(), expectation)
                    .withSeverity(severity, tolerance())
                    .withNote(note.strip());
        } catch (IllegalArgumentException e) {
            throw new Problem(e.getMessage() + ".", "", "").asFailure();
        }
    }

    private Expectation expectation(Source source) {
        var column = columns.strip();
        return switch (kind) {
            case REQUIRED -> new Expectation.Required(given(column));
            case UNIQUE -> new Expectation.Unique(key(source, given(column)));
            case RANGE -> new Expectation.InRange(given(column), value(source, first), value(source, second));
            case SET ->
                new Expectation.InSet(
                        given(column),
                        split(first)
                                .map(text -> ExpectedValue.read(text, type(source)))
                                .toList());
            case PATTERN -> new Expectation.Matches(given(column), given(first));
            case TYPE -> new Expectation.OfType(given(column), typeOfWords());
            case REFERENCE -> {
                int of = given(first).lastIndexOf(OF);
                yield new Expectation.References(
                        given(column), first.substring(0, Math.max(0, of)), first.substring(of + OF.length()));
            }
            case FRESHNESS -> new Expectation.Fresh(given(column), (int) whole(first, -1));
            case ROW_COUNT -> new Expectation.RowCount(whole(first, 0), whole(second, Long.MAX_VALUE));
            case ORDER -> new Expectation.InOrder(given(column), first);
            case EXPRESSION -> new Expectation.Holds(RuleParser.require(given(first)));
        };
    }

    /** A column whose name has a comma is meant as such. */
    private static List<String> key(Source source, String column) {
        return source.has(column) ? List.of(column) : split(column).toList();
    }

    private static Stream<String> split(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).filter(part -> !part.isEmpty());
    }

    private Optional<Constant> value(Source source, String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(ExpectedValue.read(text.strip(), type(source)));
    }

    private ColumnType type(Source source) {
        return source.data().schema().find(columns.strip()).map(Field::type).orElse(ColumnType.TEXT);
    }

    private ColumnType typeOfWords() {
        return Stream.of(ColumnType.values())
                .filter(type -> QualityWords.type(type).equals(first))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Texts.of("checks.incomplete")));
    }

    private static String given(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(Texts.of("checks.incomplete"));
        }
        return text;
    }

    private static long whole(String text, long otherwise) {
        var digits = text.strip().replaceAll("[\\s.,']", "");
        if (digits.isEmpty() && otherwise >= 0) {
            return otherwise;
        }
        if (!digits.matches("\\d{1,15}")) {
            throw new IllegalArgumentException(Texts.of("checks.notWhole", text));
        }
        return Long.parseLong(digits);
    }

    /** Exact, so that 7 of 1,000 rows are 0.7 %. */
    private Share tolerance() {
        var number = percent.strip().replace(',', '.');
        if (!number.matches("\\d{1,3}(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException(Texts.of("checks.noPercent", percent));
        }
        return new Share(new BigDecimal(number).movePointLeft(2).doubleValue());
    }
}
