package corymb.rule;

import java.util.Optional;

/**
 * Reads rules that people type.
 *
 * <p>A rule joins tests by {@code and}, {@code or}, {@code not} and parentheses; {@code not} binds tighter than {@code and},
 * {@code and} tighter than {@code or}. The tests:
 *
 * <ul>
 *   <li>{@code monetary > 200}, with = != < <= > >=, a value or another field on the right
 *   <li>{@code birth_date before 1990-01-01}, {@code after}
 *   <li>{@code spend_365d between 100 and 500}, both included
 *   <li>{@code country in ("DE", "AT")}
 *   <li>{@code city contains "berg"}, {@code starts with}, {@code ends with}, {@code like "M_ller%"}; capitals do not matter
 *       unless it says {@code contains exactly "Berg"}
 *   <li>{@code birth_date is missing}, {@code country is "DE"}
 *   <li>{@code everyone}
 * </ul>
 *
 * <p>{@code not} may also stand before in, between, contains, starts, ends, like, and after is. Values are "texts" (a quote
 * inside is doubled), numbers, dates (1990-01-31), instants (2026-01-31T12:00:00Z), true and false. A field whose name is no
 * plain word stands between backticks.
 */
public final class RuleParser {
    /** How deeply parentheses and {@code not} may be nested. */
    public static final int MOST_NESTED = 64;

    /** How many characters a rule may have. */
    public static final int LONGEST = 1_000_000;

    private RuleParser() {}

    public static ParsedRule parse(String text) {
        return new RuleReader(text).read();
    }

    /**
     * The rule the text tells.
     *
     * @throws corymb.work.Failure when it is none
     */
    public static Rule require(String text) {
        return parse(text).require();
    }

    /** Reads which events are meant, such as {@code "view" where (item_category = "Tents")}, as a rule over the events' columns. */
    public static ParsedRule parseEvents(String text) {
        return new RuleReader(text).readEvents();
    }

    /** Reads how near events are to be, such as {@code within 3 days}; empty where the text says nothing of the kind. */
    public static Optional<Link> parseLink(String text) {
        return text.length() > LONGEST ? Optional.empty() : new RuleReader(text).readLink();
    }
}
