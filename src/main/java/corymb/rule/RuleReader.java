package corymb.rule;

import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.Match;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One reading of one rule text, by recursive descent. */
final class RuleReader {
    static final String FIELD = "a field";
    static final String VALUE = "a value";
    static final String TEXT = "a text in quotes";
    static final String END = "the end";
    /** What may follow a field. */
    static final List<String> TESTS = List.of(
            "=",
            "!=",
            "<",
            "<=",
            ">",
            ">=",
            "is",
            "is missing",
            "in",
            "between",
            "contains",
            "starts with",
            "ends with",
            "like",
            "before",
            "after",
            "not");

    private static final List<String> RULE = List.of(FIELD, "not", "(", "everyone");
    private static final List<String> NEGATED =
            List.of("in", "between", "contains", "starts with", "ends with", "like");

    private final String text;
    private final List<Token> tokens;
    private int next;
    private int depth;
    private String field = "";

    RuleReader(String text) {
        this.text = text;
        this.tokens = text.length() > RuleParser.LONGEST ? List.of() : RuleTokens.of(text);
    }

    /** The field of the test that was read last, complete or not; empty before the first. */
    String lastField() {
        return field;
    }

    ParsedRule read() {
        if (tokens.isEmpty()) {
            return new ParsedRule.Malformed(
                    RuleParser.LONGEST, "", List.of(END), "A rule has at most " + RuleParser.LONGEST + " characters.");
        }
        try {
            var rule = any();
            if (!(peek() instanceof Token.End)) {
                throw stop(List.of("and", "or", END));
            }
            return new ParsedRule.Parsed(rule);
        } catch (Stop stop) {
            return stop.malformed;
        }
    }

    private Rule any() {
        var rules = new ArrayList<>(List.of(all()));
        while (take(Keyword.OR)) {
            rules.add(all());
        }
        return rules.size() == 1 ? rules.getFirst() : new Rule.Any(rules);
    }

    private Rule all() {
        var rules = new ArrayList<>(List.of(single()));
        while (take(Keyword.AND)) {
            rules.add(single());
        }
        return rules.size() == 1 ? rules.getFirst() : new Rule.All(rules);
    }

    private Rule single() {
        if (++depth > RuleParser.MOST_NESTED) {
            throw stop(
                    List.of(FIELD), "Parentheses and “not” are nested more than " + RuleParser.MOST_NESTED + " deep");
        }
        var rule = negatedOrTest();
        depth--;
        return rule;
    }

    private Rule negatedOrTest() {
        if (take(Keyword.NOT)) {
            return new Rule.Not(single());
        }
        if (take("(")) {
            var rule = any();
            require(")", List.of("and", "or", ")"));
            return rule;
        }
        return take(Keyword.EVERYONE) ? new Rule.Everyone() : test();
    }

    private Rule test() {
        field = fieldName().orElseThrow(() -> stop(RULE));
        var comparison = comparison();
        if (comparison.isPresent()) {
            return compared(comparison.get());
        }
        if (take(Keyword.IS)) {
            return negatable(take(Keyword.NOT), is());
        }
        boolean negated = take(Keyword.NOT);
        return negatable(negated, otherTest(negated ? NEGATED : TESTS));
    }

    private static Rule negatable(boolean negated, Rule rule) {
        return negated ? new Rule.Not(rule) : rule;
    }

    private Rule compared(Comparison comparison) {
        var other = fieldName();
        return other.isPresent()
                ? new Rule.CompareFields(field, comparison, other.get())
                : new Rule.Compare(field, comparison, constant(List.of(VALUE, FIELD)));
    }

    private Rule is() {
        return take(Keyword.MISSING)
                ? new Rule.IsMissing(field)
                : new Rule.Compare(field, Comparison.EQUAL, constant(List.of("missing", "not", VALUE)));
    }

    private Rule otherTest(List<String> expected) {
        if (take(Keyword.IN)) {
            return new Rule.OneOf(field, constants());
        }
        if (take(Keyword.BETWEEN)) {
            var low = constant(List.of(VALUE));
            require(Keyword.AND, List.of("and"));
            return new Rule.Between(field, low, constant(List.of(VALUE)));
        }
        var match = match().orElseThrow(() -> stop(expected));
        boolean exactly = take(Keyword.EXACTLY);
        return new Rule.TextMatch(field, match, quotedText(), exactly);
    }

    private List<Constant> constants() {
        require("(", List.of("("));
        var values = new ArrayList<Constant>();
        do {
            values.add(constant(List.of(VALUE)));
        } while (take(","));
        require(")", List.of(",", ")"));
        return values;
    }

    private Optional<Match> match() {
        if (take(Keyword.CONTAINS)) {
            return Optional.of(Match.CONTAINS);
        }
        if (take(Keyword.LIKE)) {
            return Optional.of(Match.LIKE);
        }
        boolean starts = take(Keyword.STARTS);
        if (!starts && !take(Keyword.ENDS)) {
            return Optional.empty();
        }
        require(Keyword.WITH, List.of("with"));
        return Optional.of(starts ? Match.STARTS_WITH : Match.ENDS_WITH);
    }

    private Optional<Comparison> comparison() {
        if (take(Keyword.BEFORE)) {
            return Optional.of(Comparison.LESS);
        }
        if (take(Keyword.AFTER)) {
            return Optional.of(Comparison.GREATER);
        }
        if (!(peek() instanceof Token.Symbol symbol)) {
            return Optional.empty();
        }
        var comparison = comparison(symbol.text());
        comparison.ifPresent(_ -> next++);
        return comparison;
    }

    private static Optional<Comparison> comparison(String symbol) {
        var standard = symbol.equals("==") ? "=" : symbol.equals("<>") ? "!=" : symbol;
        return Stream.of(Comparison.values())
                .filter(comparison -> comparison.symbol().equals(standard))
                .findFirst();
    }

    private Optional<String> fieldName() {
        if (peek() instanceof Token.Word word && (word.isQuoted() || !Keyword.isKeyword(word.text()))) {
            next++;
            return Optional.of(word.text());
        }
        return Optional.empty();
    }

    private Constant constant(List<String> expected) {
        if (take(Keyword.TRUE)) {
            return new Expression.TruthConstant(true);
        }
        if (take(Keyword.FALSE)) {
            return new Expression.TruthConstant(false);
        }
        if (!(peek() instanceof Token.Literal literal)) {
            throw stop(expected);
        }
        next++;
        return literal.value();
    }

    private String quotedText() {
        if (!(peek() instanceof Token.Literal literal
                && literal.value() instanceof Expression.TextConstant(var value))) {
            throw stop(List.of(TEXT));
        }
        next++;
        return value;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean take(Keyword keyword) {
        boolean taken = peek() instanceof Token.Word word && word.is(keyword);
        next += taken ? 1 : 0;
        return taken;
    }

    private boolean take(String symbol) {
        boolean taken = peek() instanceof Token.Symbol found && found.text().equals(symbol);
        next += taken ? 1 : 0;
        return taken;
    }

    private void require(Keyword keyword, List<String> expected) {
        if (!take(keyword)) {
            throw stop(expected);
        }
    }

    private void require(String symbol, List<String> expected) {
        if (!take(symbol)) {
            throw stop(expected);
        }
    }

    private Stop stop(List<String> expected) {
        var found = peek() instanceof Token.End ? "the rule ends" : "there is “" + shown() + "”";
        var why = peek() instanceof Token.Bad bad ? ": " + bad.what() : "";
        var wanted =
                expected.equals(TESTS) ? "a test such as =, >, in, between, contains or is missing" : listed(expected);
        return stop(expected, "Expected " + wanted + ", but " + found + why);
    }

    private Stop stop(List<String> expected, String message) {
        int position = peek().start();
        return new Stop(new ParsedRule.Malformed(
                position,
                text.substring(position, peek().end()),
                expected,
                String.format(Locale.ROOT, "At character %d: %s.", position + 1, message)));
    }

    private String shown() {
        var found = text.substring(peek().start(), peek().end());
        return found.codePointCount(0, found.length()) <= 40
                ? found
                : found.substring(0, found.offsetByCodePoints(0, 40)) + "…";
    }

    private static String listed(List<String> expected) {
        var named = expected.stream().map(RuleReader::named).toList();
        return named.size() == 1
                ? named.getFirst()
                : String.join(", ", named.subList(0, named.size() - 1)) + " or " + named.getLast();
    }

    /** Words of the language stand between quotes, so that “or” and or can be told apart. */
    private static String named(String expected) {
        return List.of(FIELD, VALUE, TEXT, END).contains(expected) ? expected : "“" + expected + "”";
    }

    /** Leaves the descent; never leaves this class. */
    private static final class Stop extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient ParsedRule.Malformed malformed;

        Stop(ParsedRule.Malformed malformed) {
            super(malformed.message(), null, false, false);
            this.malformed = malformed;
        }
    }
}
