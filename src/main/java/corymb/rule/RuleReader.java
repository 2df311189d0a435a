package corymb.rule;

import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One reading of one rule text, by recursive descent. */
final class RuleReader {
    static final String FIELD = "a field";
    static final String VALUE = "a value";
    static final String TEXT = "a text in quotes";
    static final String EXPRESSION = "a regular expression in quotes";
    static final String TYPE = "a type of event in quotes";
    static final String COLUMN = "a column of the events";
    static final String SEGMENT = "a segment's name in quotes";
    static final String NUMBER = "a number";
    static final String DATE = "a date such as 2026-01-31";
    static final String END = "the end";
    /** What is described rather than written down. */
    static final List<String> DESCRIBED =
            List.of(FIELD, VALUE, TEXT, EXPRESSION, TYPE, COLUMN, SEGMENT, NUMBER, DATE, END);
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
            "includes",
            "starts with",
            "ends with",
            "like",
            "before",
            "after",
            "in the last",
            "more than",
            "not");

    private static final List<String> RULE = List.of(FIELD, "not", "(", "everyone");
    private static final List<String> NEGATED =
            List.of("in", "between", "contains", "includes", "starts with", "ends with", "like");

    private final RuleCursor at;
    private final EventRuleReader events;
    private int depth;
    private String field = "";

    RuleReader(String text) {
        this.at = new RuleCursor(text);
        this.events = new EventRuleReader(at, this::any);
    }

    /** The field of the test that was read last, complete or not; empty before the first. */
    String lastField() {
        return field;
    }

    /** Whether the reading ended within what is asked of events. */
    boolean isAmongEvents() {
        return events.isInside();
    }

    ParsedRule read() {
        return read(this::any);
    }

    /** Reads which events are meant, as they stand after the word did. */
    ParsedRule readEvents() {
        return read(events::events);
    }

    /** Reads how near events are to be, as it stands after a sequence; empty where that is not what stands here. */
    Optional<Link> readLink() {
        try {
            var link = events.link();
            return at.isAtEnd() ? Optional.of(link) : Optional.empty();
        } catch (RuleCursor.Stop _) {
            return Optional.empty();
        }
    }

    private ParsedRule read(Supplier<Rule> whole) {
        if (at.isTooLong()) {
            return new ParsedRule.Malformed(
                    RuleParser.LONGEST,
                    "",
                    List.of(END),
                    String.format(Locale.ROOT, "A rule has at most %,d characters.", RuleParser.LONGEST));
        }
        try {
            var rule = whole.get();
            if (!at.isAtEnd()) {
                throw at.stop(List.of("and", "or", END));
            }
            return new ParsedRule.Parsed(rule);
        } catch (RuleCursor.Stop stop) {
            return stop.malformed;
        }
    }

    private Rule any() {
        var rules = new ArrayList<>(List.of(all()));
        while (at.take(Keyword.OR)) {
            rules.add(all());
        }
        return rules.size() == 1 ? rules.getFirst() : new Rule.Any(rules);
    }

    private Rule all() {
        var rules = new ArrayList<>(List.of(single()));
        while (at.take(Keyword.AND)) {
            rules.add(single());
        }
        return rules.size() == 1 ? rules.getFirst() : new Rule.All(rules);
    }

    private Rule single() {
        if (++depth > RuleParser.MOST_NESTED) {
            throw at.stop(
                    List.of(FIELD), "Parentheses and “not” are nested more than " + RuleParser.MOST_NESTED + " deep");
        }
        var rule = negatedOrTest();
        depth--;
        return rule;
    }

    private Rule negatedOrTest() {
        if (at.take(Keyword.NOT)) {
            return new Rule.Not(single());
        }
        if (at.take("(")) {
            var rule = any();
            at.require(")", List.of("and", "or", ")"));
            return rule;
        }
        if (at.take(Keyword.EVERYONE)) {
            return new Rule.Everyone();
        }
        return events.read().or(this::standing).orElseGet(this::test);
    }

    /** What is neither about events nor about a field. */
    private Optional<Rule> standing() {
        if (at.takeWords("in", "segment")) {
            return Optional.of(new Rule.InSegment(at.quotedText(SEGMENT)));
        }
        if (at.isWord(0, "among") && (at.isNumber(1) || at.peek(1) instanceof Token.End)) {
            return Optional.of(alike());
        }
        if (!at.isWord(0, "at") || !at.isWord(1, "least")) {
            return Optional.empty();
        }
        at.takeWords("at", "least");
        int count = at.takeWhole().orElseThrow(() -> at.stop(List.of(NUMBER)));
        at.requireWords("of");
        at.require("(", List.of("("));
        var rules = new ArrayList<Rule>();
        do {
            rules.add(any());
        } while (at.take(","));
        at.require(")", List.of(",", ")"));
        return Optional.of(at.built(() -> new Rule.AtLeast(count, rules)));
    }

    private Rule alike() {
        at.takeWords("among");
        int count = at.takeWhole().orElseThrow(() -> at.stop(List.of(NUMBER)));
        at.requireWords("most", "like", "segment");
        var segment = at.quotedText(SEGMENT);
        at.requireWords("by");
        at.require("(", List.of("("));
        var features = new ArrayList<String>();
        do {
            features.add(fieldName().orElseThrow(() -> at.stop(List.of(FIELD))));
        } while (at.take(","));
        at.require(")", List.of(",", ")"));
        return at.built(() -> new Rule.Alike(count, segment, features));
    }

    private Rule test() {
        field = fieldName().orElseThrow(() -> at.stop(RULE));
        var comparison = comparison();
        if (comparison.isPresent()) {
            return compared(comparison.get());
        }
        if (at.take(Keyword.IS)) {
            return negatable(at.take(Keyword.NOT), is());
        }
        if (at.takeWords("more", "than")) {
            return older();
        }
        boolean negated = at.take(Keyword.NOT);
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
        return at.take(Keyword.MISSING)
                ? new Rule.IsMissing(field)
                : new Rule.Compare(field, Comparison.EQUAL, constant(List.of("missing", "not", VALUE)));
    }

    private Rule otherTest(List<String> expected) {
        if (at.takeWords("in", "the")) {
            return new Rule.Dated(field, events.last());
        }
        if (at.take(Keyword.IN)) {
            return new Rule.OneOf(field, constants());
        }
        if (at.take(Keyword.BETWEEN)) {
            var low = constant(List.of(VALUE));
            at.require(Keyword.AND, List.of("and"));
            return new Rule.Between(field, low, constant(List.of(VALUE)));
        }
        var match = match().orElseThrow(() -> at.stop(expected));
        boolean exactly = at.take(Keyword.EXACTLY);
        var text = match == Match.MATCHES ? at.quotedExpression() : at.quotedText(TEXT);
        return new Rule.TextMatch(field, match, text, exactly);
    }

    private Rule older() {
        int count = at.takeWhole().orElseThrow(() -> at.stop(List.of(NUMBER)));
        var unit = events.unit();
        at.requireWords("ago");
        return at.built(() -> new Rule.Older(field, count, unit));
    }

    private List<Constant> constants() {
        at.require("(", List.of("("));
        var values = new ArrayList<Constant>();
        do {
            values.add(constant(List.of(VALUE)));
        } while (at.take(","));
        at.require(")", List.of(",", ")"));
        return values;
    }

    private Optional<Match> match() {
        if (at.take(Keyword.CONTAINS)) {
            return Optional.of(Match.CONTAINS);
        }
        if (at.takeWords("includes")) {
            return Optional.of(Match.INCLUDES);
        }
        if (at.takeWords("matches")) {
            return Optional.of(Match.MATCHES);
        }
        if (at.take(Keyword.LIKE)) {
            return Optional.of(Match.LIKE);
        }
        boolean starts = at.take(Keyword.STARTS);
        if (!starts && !at.take(Keyword.ENDS)) {
            return Optional.empty();
        }
        at.require(Keyword.WITH, List.of("with"));
        return Optional.of(starts ? Match.STARTS_WITH : Match.ENDS_WITH);
    }

    private Optional<Comparison> comparison() {
        if (at.take(Keyword.BEFORE)) {
            return Optional.of(Comparison.LESS);
        }
        if (at.take(Keyword.AFTER)) {
            return Optional.of(Comparison.GREATER);
        }
        if (!(at.peek() instanceof Token.Symbol symbol)) {
            return Optional.empty();
        }
        var comparison = comparison(symbol.text());
        comparison.ifPresent(_ -> at.skip());
        return comparison;
    }

    private static Optional<Comparison> comparison(String symbol) {
        var standard = symbol.equals("==") ? "=" : symbol.equals("<>") ? "!=" : symbol;
        return Stream.of(Comparison.values())
                .filter(comparison -> comparison.symbol().equals(standard))
                .findFirst();
    }

    private Optional<String> fieldName() {
        if (at.peek() instanceof Token.Word word && (word.isQuoted() || !Keyword.isKeyword(word.text()))) {
            at.skip();
            return Optional.of(word.text());
        }
        return Optional.empty();
    }

    private Constant constant(List<String> expected) {
        if (at.take(Keyword.TRUE)) {
            return new Expression.TruthConstant(true);
        }
        if (at.take(Keyword.FALSE)) {
            return new Expression.TruthConstant(false);
        }
        if (!(at.peek() instanceof Token.Literal literal)) {
            throw at.stop(expected);
        }
        at.skip();
        return literal.value();
    }
}
