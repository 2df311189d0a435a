package corymb.rule;

import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Constant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads what a rule asks about events. Its words mean something only where they stand, so that fields may have their names. */
final class EventRuleReader {
    private static final List<String> EVENTS = List.of("event", RuleReader.TYPE);
    private static final List<String> UNITS = List.of("days", "weeks", "months");
    private static final List<String> COMPARISONS = List.of("=", "!=", "<", "<=", ">", ">=");

    private final RuleCursor at;
    private final Supplier<Rule> rules;
    private boolean isInside;

    /**
     * Reads from where a reading stands.
     *
     * @param rules reads a rule, such as which events count
     */
    EventRuleReader(RuleCursor at, Supplier<Rule> rules) {
        this.at = at;
        this.rules = rules;
    }

    /** Whether the reading stopped within a rule about the events' columns. */
    boolean isInside() {
        return isInside;
    }

    /** The rule about events that stands here, if one does. */
    Optional<Rule> read() {
        if (at.isWord(0, "did") && (namesEvents(1) || (at.isWord(1, "not") && namesEvents(2)))) {
            at.takeWords("did");
            return Optional.of(at.take(Keyword.NOT) ? new Rule.Not(done()) : done());
        }
        return at.isWord(1, "of") ? measurement().map(this::measured) : Optional.empty();
    }

    /** Whether events are named there, or nothing is written yet. */
    private boolean namesEvents(int ahead) {
        return at.isText(ahead) || at.isWord(ahead, "event") || at.peek(ahead) instanceof Token.End;
    }

    private Rule done() {
        var events = events();
        boolean isFollowed = at.takeWords("then");
        if (isFollowed || at.takeWords("without")) {
            return new Rule.Sequence(events, isFollowed, events(), link(), window());
        }
        if (at.isWord(0, "within")) {
            var link = within();
            at.requireWords("before");
            at.requireWords("leaving");
            return new Rule.BeforeLeaving(events, link, window());
        }
        var comparison = times();
        var count = comparison.isPresent() ? number() : new Expression.NumberConstant(1);
        if (comparison.isPresent() && !at.takeWords("time")) {
            at.requireWords("times");
        }
        boolean isOfSession = at.takeWords("in", "one", "session");
        var figure = new Figure(Measurement.COUNT, "", events, window());
        return of(figure, isOfSession, comparison.orElse(Comparison.AT_LEAST), count);
    }

    private Optional<Comparison> times() {
        if (at.take(Keyword.EXACTLY)) {
            return Optional.of(Comparison.EQUAL);
        }
        if (at.takeWords("at", "least")) {
            return Optional.of(Comparison.AT_LEAST);
        }
        if (at.takeWords("at", "most")) {
            return Optional.of(Comparison.AT_MOST);
        }
        if (at.takeWords("more", "than")) {
            return Optional.of(Comparison.GREATER);
        }
        return at.takeWords("fewer", "than") ? Optional.of(Comparison.LESS) : Optional.empty();
    }

    private Constant number() {
        return new Expression.NumberConstant(at.takeWhole().orElseThrow(() -> at.stop(List.of(RuleReader.NUMBER))));
    }

    private Optional<Measurement> measurement() {
        return Stream.of(Measurement.values())
                .filter(each -> at.isWord(0, each.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private Rule measured(Measurement measurement) {
        at.skip();
        at.requireWords("of");
        var column = measurement.needsColumn() || at.isWord(1, "of") ? column() : "";
        var events = events();
        boolean isOfSession = at.takeWords("in", "one", "session");
        var figure = figure(measurement, column, events, window());
        return of(figure, isOfSession, comparison(), constant());
    }

    private Rule of(Figure figure, boolean isOfSession, Comparison comparison, Constant value) {
        return isOfSession
                ? at.built(() -> new Rule.InOneSession(figure, comparison, value))
                : new Rule.Measured(figure, comparison, value);
    }

    private String column() {
        if (!(at.peek() instanceof Token.Word word)) {
            throw at.stop(List.of(RuleReader.COLUMN));
        }
        at.skip();
        at.requireWords("of");
        return word.text();
    }

    private Figure figure(Measurement measurement, String column, Rule events, Window window) {
        return at.built(() -> new Figure(measurement, column, events, window));
    }

    private Comparison comparison() {
        var found = Stream.of(Comparison.values())
                .filter(each -> at.take(each.symbol()))
                .findFirst();
        return found.orElseThrow(() -> at.stop(COMPARISONS));
    }

    private Constant constant() {
        if (!(at.peek() instanceof Token.Literal literal)) {
            throw at.stop(List.of(RuleReader.VALUE));
        }
        at.skip();
        return literal.value();
    }

    /** Which events: of one type or of any, and those only that meet a rule. */
    Rule events() {
        Optional<Rule> type = Optional.empty();
        if (at.isText(0)) {
            type = Optional.of(new Rule.Compare(Figure.TYPE, Comparison.EQUAL, constant()));
        } else if (!at.takeWords("event")) {
            throw at.stop(EVENTS);
        }
        if (!at.takeWords("where")) {
            return type.orElse(new Rule.Everyone());
        }
        at.require("(", List.of("("));
        isInside = true;
        var rule = rules.get();
        at.require(")", List.of("and", "or", ")"));
        isInside = false;
        return type.map(kind -> together(kind, rule)).orElse(rule);
    }

    private static Rule together(Rule type, Rule rule) {
        var rules = new ArrayList<>(List.of(type));
        rules.addAll(rule instanceof Rule.All(var parts) ? parts : List.of(rule));
        return new Rule.All(rules);
    }

    Link link() {
        if (at.takeWords("in", "the", "same", "session")) {
            return new Link.SameSession();
        }
        return within();
    }

    private Link.Within within() {
        at.requireWords("within");
        int count = at.takeWhole().orElse(1);
        var unit = Stream.of(Link.Unit.values())
                .filter(each -> takeUnit(each.name()))
                .findFirst()
                .orElseThrow(() -> at.stop(List.of("minutes", "hours", "days", "weeks")));
        return at.built(() -> new Link.Within(count, unit));
    }

    private Window window() {
        if (at.takeWords("from")) {
            var from = day();
            at.requireWords("to");
            var to = day();
            return at.built(() -> new Window.Between(from, to));
        }
        if (!at.takeWords("in", "the")) {
            return new Window.All();
        }
        if (!at.takeWords("first")) {
            return last();
        }
        int days = at.takeWhole().orElse(1);
        if (!takeUnit("DAYS")) {
            throw at.stop(List.of("days"));
        }
        at.requireWords("of", "a", "customer");
        return at.built(() -> new Window.SinceFirst(days));
    }

    /** A window after the words "in the": "last 30 days", or "30 days up to 60 days before". */
    Window.Last last() {
        boolean isLast = at.takeWords("last");
        int count = at.takeWhole().orElse(1);
        var unit = unit();
        if (isLast) {
            return at.built(() -> new Window.Last(count, unit));
        }
        at.requireWords("up", "to");
        int ago = at.takeWhole().orElse(1);
        if (!takeUnit(unit.name())) {
            throw at.stop(List.of(unit.name().toLowerCase(Locale.ROOT)));
        }
        at.requireWords("before");
        return at.built(() -> new Window.Last(count, unit, ago));
    }

    Window.Unit unit() {
        return Stream.of(Window.Unit.values())
                .filter(each -> takeUnit(each.name()))
                .findFirst()
                .orElseThrow(() -> at.stop(UNITS));
    }

    /** Takes "days" or "day". */
    private boolean takeUnit(String plural) {
        return at.takeWords(plural) || at.takeWords(plural.substring(0, plural.length() - 1));
    }

    private LocalDate day() {
        if (!(constant() instanceof Expression.DateConstant(var date))) {
            throw at.stop(List.of(RuleReader.DATE));
        }
        return date;
    }
}
