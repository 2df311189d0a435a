package corymb.rule;

import corymb.sql.Expression;
import corymb.sql.Expression.Constant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Splits a rule text into tokens.
 *
 * <p>Texts stand between double, single or curly quotes, fields that are no plain word between backticks; the closing mark
 * doubled stands for itself and nothing else is special between them.
 */
final class RuleTokens {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T[0-9:.]++Z)?");
    private static final Pattern NUMBER = Pattern.compile("-?(\\d++(\\.\\d++)?|\\.\\d++)([eE][+-]?\\d++)?");
    private static final Pattern SYMBOL = Pattern.compile("<=|>=|!=|<>|==|[=<>(),]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_.]*+");
    private static final Pattern GLUED = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.:/-]++");

    private final String text;
    private int at;

    private RuleTokens(String text) {
        this.text = text;
    }

    /** The tokens of a text; the last is an end or the bad one where reading stopped. */
    static List<Token> of(String text) {
        var reading = new RuleTokens(text);
        var tokens = new ArrayList<Token>();
        do {
            tokens.add(reading.next());
        } while (!(tokens.getLast() instanceof Token.End || tokens.getLast() instanceof Token.Bad));
        return tokens;
    }

    static boolean isPlainWord(String name) {
        return WORD.matcher(name).matches();
    }

    private Token next() {
        skipSpace();
        if (at == text.length()) {
            return new Token.End(at, at);
        }
        return switch (text.charAt(at)) {
            case '"', '\'', '`' -> quoted(text.charAt(at));
            case '“' -> quoted('”');
            case '„' -> quoted('“');
            default -> unquoted();
        };
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private Token quoted(char close) {
        int start = at;
        var value = new StringBuilder();
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) != close) {
                value.append(text.charAt(i));
            } else if (i + 1 < text.length() && text.charAt(i + 1) == close) {
                value.append(text.charAt(i++));
            } else {
                at = i + 1;
                return close == '`'
                        ? new Token.Word(start, at, value.toString(), true)
                        : new Token.Literal(start, at, new Expression.TextConstant(value.toString()));
            }
        }
        at = text.length();
        return new Token.Bad(start, at, "what starts here has no closing " + close);
    }

    private Token unquoted() {
        int start = at;
        var time = match(TIME);
        if (time.isPresent()) {
            return literal(start, time.getAsInt());
        }
        var number = match(NUMBER);
        if (number.isPresent()) {
            return literal(start, number.getAsInt());
        }
        var word = match(WORD);
        if (word.isPresent()) {
            at = word.getAsInt();
            return new Token.Word(start, at, text.substring(start, at), false);
        }
        return symbol(start);
    }

    private Token symbol(int start) {
        at = match(SYMBOL).orElse(start);
        return at > start
                ? new Token.Symbol(start, at, text.substring(start, at))
                : new Token.Bad(start, text.offsetByCodePoints(start, 1), "this character has no meaning in a rule");
    }

    /** What runs on after a number or date, as in 30d or 1.2.1990, makes the whole unreadable. */
    private Token literal(int start, int end) {
        at = end;
        int glued = match(GLUED).orElse(end);
        if (glued > end) {
            return new Token.Bad(start, glued, "this is neither a number such as 200.5 nor a date such as 1990-01-31");
        }
        try {
            return new Token.Literal(start, end, constant(text.substring(start, end)));
        } catch (DateTimeException _) {
            return new Token.Bad(start, end, "there is no such day or time");
        } catch (IllegalArgumentException _) {
            return new Token.Bad(start, end, "this number is too large");
        }
    }

    private static Constant constant(String literal) {
        if (!TIME.matcher(literal).matches()) {
            return new Expression.NumberConstant(Double.parseDouble(literal));
        }
        return literal.endsWith("Z")
                ? new Expression.InstantConstant(Instant.parse(literal))
                : new Expression.DateConstant(LocalDate.parse(literal));
    }

    private OptionalInt match(Pattern pattern) {
        var matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? OptionalInt.of(matcher.end()) : OptionalInt.empty();
    }
}
