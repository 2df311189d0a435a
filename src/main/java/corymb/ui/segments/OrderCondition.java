package corymb.ui.segments;

import corymb.rule.Link;
import corymb.rule.Rule;
import corymb.rule.Window;
import java.util.Optional;

/**
 * What somebody did one after another.
 *
 * @param first the type of event that begins it
 * @param follow what came of it
 * @param second the type of event that followed, or did not; nothing where they left
 * @param near how near it had to be; not asked where the session is what they have in common
 * @param when when the first counts, and whether the other belongs to the same session
 */
record OrderCondition(String first, Follow follow, String second, Near near, When when) implements Condition {
    /**
     * How near.
     *
     * @param count how many, as typed
     */
    record Near(String count, Link.Unit unit) {
        static final Near USUAL = new Near("", Link.Unit.DAYS);

        Optional<Link.Within> within() {
            return Condition.days(count).map(number -> new Link.Within(number, unit));
        }
    }

    @Override
    public Optional<Rule> rule() {
        return first.isBlank() ? Optional.empty() : when.window().flatMap(this::rule);
    }

    private Optional<Rule> rule(Window window) {
        if (follow == Follow.LEAVING) {
            return near.within().map(link -> new Rule.BeforeLeaving(DeedCondition.ofType(first), link, window));
        }
        var link = when.scope() == Scope.SESSION
                ? Optional.<Link>of(new Link.SameSession())
                : near.within().<Link>map(within -> within);
        return second.isBlank() ? Optional.empty() : link.map(asked -> sequence(asked, window));
    }

    private Rule sequence(Link link, Window window) {
        return new Rule.Sequence(
                DeedCondition.ofType(first), follow == Follow.THEN, DeedCondition.ofType(second), link, window);
    }

    /** The condition that says a rule; empty where nothing that can be clicked together does. */
    static Optional<OrderCondition> of(Rule rule) {
        var found = switch (rule) {
            case Rule.Sequence sequence -> of(sequence);
            case Rule.BeforeLeaving before ->
                DeedCondition.kind(before.filter())
                        .map(type -> new OrderCondition(
                                type, Follow.LEAVING, "", near(before.link()), When.of(true, before.window())));
            default -> Optional.<OrderCondition>empty();
        };
        return found.filter(condition -> condition.rule().equals(Optional.of(rule)));
    }

    private static Optional<OrderCondition> of(Rule.Sequence sequence) {
        var when = When.of(sequence.asksForSessions(), sequence.window());
        var follow = sequence.isFollowed() ? Follow.THEN : Follow.WITHOUT;
        return DeedCondition.kind(sequence.first())
                .flatMap(first -> DeedCondition.kind(sequence.second())
                        .map(second -> new OrderCondition(first, follow, second, near(sequence.link()), when)));
    }

    private static Near near(Link link) {
        return link instanceof Link.Within within
                ? new Near(Integer.toString(within.count()), within.unit())
                : Near.USUAL;
    }
}
