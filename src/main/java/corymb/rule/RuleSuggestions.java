package corymb.rule;

import corymb.rule.Suggestion.Kind;
import corymb.sql.Expression;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What could stand at the caret while a rule is being typed.
 *
 * @param terms what can be asked about
 * @param topValues the commonest values of some fields, commonest first, as plain text
 * @param eventValues the same of columns of events
 */
public record RuleSuggestions(Terms terms, Map<String, List<String>> topValues, Map<String, List<String>> eventValues) {
    private static final int MOST = 50;
    private static final Set<String> FOR_TEXTS =
            Set.of("contains", "includes", "starts with", "ends with", "like", "matches");
    private static final Set<String> FOR_TIMES = Set.of("before", "after", "more than", "in the last");
    private static final Set<String> FOR_ORDERED = Set.of("<", "<=", ">", ">=", "between");

    /** How a rule about something else than a field may begin. */
    private static final List<String> STARTS = List.of(
            "did",
            "count of",
            "sum of",
            "mean of",
            "maximum of",
            "days_since_last of",
            "in segment",
            "among",
            "at least");

    /** How what is asked of events may go on. */
    private static final List<String> CONTINUATIONS = List.of(
            "where (",
            "at least",
            "then",
            "without",
            "within",
            "before leaving",
            "in the last",
            "in the same session",
            "in one session",
            "days",
            "times");

    public RuleSuggestions {
        topValues = Map.copyOf(topValues);
        eventValues = Map.copyOf(eventValues);
    }

    /** Of rows that know of no events. */
    public RuleSuggestions(Schema schema, Map<String, List<String>> topValues) {
        this(Terms.of(schema), topValues, Map.of());
    }

    /** Suggestions for a caret before the character {@code caret}, those that start as typed first; few or none after a mistake. */
    public List<Suggestion> at(String text, int caret) {
        if (caret > RuleParser.LONGEST) {
            return List.of();
        }
        int from = typedFrom(text.substring(0, caret), caret);
        var typed = bare(text.substring(from, caret));
        return possible(text.substring(0, from))
                .map(option -> new Suggestion(option.text(), option.kind(), from, caret))
                .filter(suggestion -> bare(suggestion.text()).contains(typed))
                .filter(suggestion -> !suggestion.text().equals(text.substring(from, caret)))
                .sorted(Comparator.comparing(
                        suggestion -> !bare(suggestion.text()).startsWith(typed)))
                .limit(MOST)
                .toList();
    }

    /** Where the word or text at the caret starts; the caret itself when nothing has been typed yet. */
    private static int typedFrom(String before, int caret) {
        var last = RuleTokens.of(before).stream()
                .filter(token -> !(token instanceof Token.End || token instanceof Token.Symbol))
                .reduce((_, next) -> next);
        return last.filter(token -> token.end() == caret).map(Token::start).orElse(caret);
    }

    private static String bare(String text) {
        return text.replaceAll("^[\"'`“„]", "").toLowerCase(Locale.ROOT);
    }

    private Stream<Option> possible(String before) {
        var reader = new RuleReader(before);
        var next = switch (reader.read()) {
            case ParsedRule.Parsed _ -> Stream.of("and", "or").map(word -> new Option(word, Kind.WORD));
            case ParsedRule.Malformed malformed
            when malformed.found().isEmpty() -> {
                var part = reader.isAmongEvents() ? inEvents() : this;
                yield malformed.expected().stream().flatMap(expected -> part.options(expected, reader.lastField()));
            }
            case ParsedRule.Malformed _ -> Stream.<Option>empty();
        };
        return Stream.concat(next, continuations(before)).distinct();
    }

    /** The same within a rule about the events' columns. */
    private RuleSuggestions inEvents() {
        return new RuleSuggestions(terms.events(), eventValues);
    }

    private Stream<Option> continuations(String before) {
        return terms.events().fields().isEmpty() || before.isBlank()
                ? Stream.empty()
                : CONTINUATIONS.stream()
                        .filter(word -> canGoOn(before + " " + word))
                        .map(word -> new Option(word, Kind.WORD));
    }

    private static boolean canGoOn(String text) {
        return switch (new RuleReader(text).read()) {
            case ParsedRule.Parsed _ -> true;
            case ParsedRule.Malformed malformed -> malformed.position() == text.length();
        };
    }

    private Stream<Option> options(String expected, String field) {
        return switch (expected) {
            case RuleReader.FIELD -> Stream.concat(fields(terms.fields()), starts());
            case RuleReader.COLUMN -> fields(terms.events());
            case RuleReader.TYPE -> texts(eventValues.getOrDefault(Figure.TYPE, List.of()).stream());
            case RuleReader.SEGMENT -> texts(terms.segments().stream().sorted());
            case RuleReader.VALUE, RuleReader.TEXT -> values(field).map(value -> new Option(value, Kind.VALUE));
            case RuleReader.NUMBER, RuleReader.DATE, RuleReader.END -> Stream.empty();
            default -> suits(expected, field) ? Stream.of(new Option(expected, Kind.WORD)) : Stream.empty();
        };
    }

    private static Stream<Option> fields(Schema schema) {
        return schema.names().stream().map(name -> new Option(RuleText.field(name), Kind.FIELD));
    }

    private Stream<Option> starts() {
        return STARTS.stream()
                .filter(word -> (word.equals("in segment") || word.equals("among"))
                        ? !terms.segments().isEmpty()
                        : !terms.events().fields().isEmpty())
                .map(word -> new Option(word, Kind.WORD));
    }

    private static Stream<Option> texts(Stream<String> values) {
        return values.map(value -> new Option(RuleText.of(new Expression.TextConstant(value)), Kind.VALUE));
    }

    private Stream<String> values(String field) {
        var top = topValues.getOrDefault(field, List.of()).stream();
        return type(field).stream().flatMap(type -> switch (type) {
            case TEXT -> top.map(value -> RuleText.of(new Expression.TextConstant(value)));
            case BOOLEAN -> Stream.of("true", "false");
            case INTEGER, DECIMAL, DATE, TIMESTAMP -> top;
        });
    }

    private Optional<ColumnType> type(String field) {
        return terms.fields().find(field).map(Field::type);
    }

    private boolean suits(String word, String field) {
        var type = type(field);
        if (type.isEmpty()) {
            return true;
        }
        if (FOR_TEXTS.contains(word)) {
            return type.get() == ColumnType.TEXT;
        }
        if (FOR_TIMES.contains(word)) {
            return type.get().isTemporal();
        }
        return !FOR_ORDERED.contains(word)
                || type.get().isNumeric()
                || type.get().isTemporal();
    }

    private record Option(String text, Kind kind) {}
}
