package corymb.rule;

import corymb.sql.Expression;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Where the reading of a rule text stands. */
final class RuleCursor {
    private final String text;
    private final List<Token> tokens;
    private int next;

    RuleCursor(String text) {
        this.text = text;
        this.tokens = text.length() > RuleParser.LONGEST ? List.of() : RuleTokens.of(text);
    }

    /** Whether the text is longer than rules may be; then nothing else may be asked. */
    boolean isTooLong() {
        return tokens.isEmpty();
    }

    boolean isAtEnd() {
        return peek() instanceof Token.End;
    }

    Token peek() {
        return tokens.get(next);
    }

    /** The token after the next {@code ahead} ones; the last where there are no more. */
    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    void skip() {
        next++;
    }

    /** Takes these words, all or none of them; only where they stand here they mean something. */
    boolean takeWords(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!isWord(i, words[i])) {
                return false;
            }
        }
        next += words.length;
        return true;
    }

    boolean isWord(int ahead, String word) {
        return peek(ahead) instanceof Token.Word found
                && !found.isQuoted()
                && found.text().equalsIgnoreCase(word);
    }

    boolean isText(int ahead) {
        return peek(ahead) instanceof Token.Literal literal && literal.value() instanceof Expression.TextConstant;
    }

    boolean isNumber(int ahead) {
        return peek(ahead) instanceof Token.Literal literal && literal.value() instanceof Expression.NumberConstant;
    }

    /** Takes a whole number from 0 on, if one is here. */
    OptionalInt takeWhole() {
        if (peek() instanceof Token.Literal literal
                && literal.value() instanceof Expression.NumberConstant(double number)
                && number >= 0
                && number <= Integer.MAX_VALUE
                && number == Math.rint(number)) {
            next++;
            return OptionalInt.of((int) number);
        }
        return OptionalInt.empty();
    }

    /** @param what what is expected, in words */
    String quotedText(String what) {
        if (!(peek() instanceof Token.Literal literal
                && literal.value() instanceof Expression.TextConstant(var value))) {
            throw stop(List.of(what));
        }
        next++;
        return value;
    }

    /** A regular expression, which stands in quotes as texts do. */
    String quotedExpression() {
        int here = next;
        var expression = quotedText(RuleReader.EXPRESSION);
        RegularExpression.fault(expression).ifPresent(fault -> {
            next = here;
            throw stop(List.of(), fault);
        });
        return expression;
    }

    boolean take(Keyword keyword) {
        boolean taken = peek() instanceof Token.Word word && word.is(keyword);
        next += taken ? 1 : 0;
        return taken;
    }

    boolean take(String symbol) {
        boolean taken = peek() instanceof Token.Symbol found && found.text().equals(symbol);
        next += taken ? 1 : 0;
        return taken;
    }

    void require(Keyword keyword, List<String> expected) {
        if (!take(keyword)) {
            throw stop(expected);
        }
    }

    void require(String symbol, List<String> expected) {
        if (!take(symbol)) {
            throw stop(expected);
        }
    }

    void requireWords(String... words) {
        for (var word : words) {
            if (!takeWords(word)) {
                throw stop(List.of(word));
            }
        }
    }

    /** What is made of what was read last, or why nothing can be. */
    <T> T built(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw stop(List.of(), String.valueOf(e.getMessage()));
        }
    }

    Stop stop(List<String> expected) {
        var found = peek() instanceof Token.End ? "the rule ends" : "there is “" + shown() + "”";
        var why = peek() instanceof Token.Bad bad ? ": " + bad.what() : "";
        var wanted = expected.equals(RuleReader.TESTS)
                ? "a test such as =, >, in, between, contains or is missing"
                : listed(expected);
        return stop(expected, "Expected " + wanted + ", but " + found + why);
    }

    Stop stop(List<String> expected, String message) {
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
        var named = expected.stream().map(RuleCursor::named).toList();
        return named.size() == 1
                ? named.getFirst()
                : String.join(", ", named.subList(0, named.size() - 1)) + " or " + named.getLast();
    }

    /** Words of the language stand between quotes, so that “or” and or can be told apart. */
    private static String named(String expected) {
        return RuleReader.DESCRIBED.contains(expected) ? expected : "“" + expected + "”";
    }

    /** Leaves the descent; never leaves the package. */
    static final class Stop extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        final transient ParsedRule.Malformed malformed;

        Stop(ParsedRule.Malformed malformed) {
            super(malformed.message(), null, false, false);
            this.malformed = malformed;
        }
    }
}
