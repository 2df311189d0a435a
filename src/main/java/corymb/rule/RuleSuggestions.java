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
import java.util.Set;
import java.util.stream.Stream;

/**
 * What could stand at the caret while a rule is being typed.
 *
 * @param schema the fields there are
 * @param topValues the commonest values of some fields, commonest first, as plain text
 */
public record RuleSuggestions(Schema schema, Map<String, List<String>> topValues) {
    private static final int MOST = 50;
    private static final Set<String> FOR_TEXTS = Set.of("contains", "starts with", "ends with", "like");
    private static final Set<String> FOR_TIMES = Set.of("before", "after");
    private static final Set<String> FOR_ORDERED = Set.of("<", "<=", ">", ">=", "between");

    public RuleSuggestions {
        topValues = Map.copyOf(topValues);
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
        return switch (reader.read()) {
            case ParsedRule.Parsed _ -> Stream.of("and", "or").map(word -> new Option(word, Kind.WORD));
            case ParsedRule.Malformed malformed
            when malformed.found().isEmpty() ->
                malformed.expected().stream().flatMap(expected -> options(expected, reader.lastField()));
            case ParsedRule.Malformed _ -> Stream.empty();
        };
    }

    private Stream<Option> options(String expected, String field) {
        return switch (expected) {
            case RuleReader.FIELD -> schema.names().stream().map(name -> new Option(RuleText.field(name), Kind.FIELD));
            case RuleReader.VALUE, RuleReader.TEXT -> values(field).map(value -> new Option(value, Kind.VALUE));
            case RuleReader.NUMBER, RuleReader.DATE, RuleReader.END -> Stream.empty();
            default -> suits(expected, field) ? Stream.of(new Option(expected, Kind.WORD)) : Stream.empty();
        };
    }

    private Stream<String> values(String field) {
        var top = topValues.getOrDefault(field, List.of()).stream();
        return schema.find(field).map(Field::type).stream().flatMap(type -> switch (type) {
            case TEXT -> top.map(value -> RuleText.of(new Expression.TextConstant(value)));
            case BOOLEAN -> Stream.of("true", "false");
            case INTEGER, DECIMAL, DATE, TIMESTAMP -> top;
        });
    }

    private boolean suits(String word, String field) {
        var type = schema.find(field).map(Field::type);
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
