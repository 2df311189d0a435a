package corymb.path;

import corymb.rule.Rule;
import corymb.rule.Terms;
import corymb.rule.Window;
import corymb.work.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is asked of the way of customers through some steps.
 *
 * <p>Not to be mixed up with {@link corymb.segment.RuleFunnel}, which tells what the conditions of one rule do.
 *
 * @param steps what they are to do
 * @param starts on which days the first step counts; empty for all
 * @param segment whose members are looked at; empty for everybody
 * @param breakdown by what they are told apart
 */
public record FunnelPlan(Steps steps, Optional<Window.Between> starts, Optional<String> segment, Breakdown breakdown)
        implements PathPlan {
    public FunnelPlan(Steps steps) {
        this(steps, Optional.empty(), Optional.empty(), new Breakdown.None());
    }

    @Override
    public String word() {
        return "a funnel";
    }

    @Override
    public List<Problem> check(Terms terms) {
        var rules = steps.rules();
        var pairs = IntStream.range(1, rules.size())
                .<Rule>mapToObj(i -> new Rule.Sequence(rules.get(i - 1), true, rules.get(i), steps.link(), starting()));
        var members = segment.<Rule>map(Rule.InSegment::new).stream();
        return Stream.concat(
                        Stream.concat(pairs, members).flatMap(rule -> rule.check(terms).stream()),
                        breakdown.check(terms).stream())
                .distinct()
                .toList();
    }

    @Override
    public List<Rule> events() {
        return steps.rules();
    }

    @Override
    public List<String> segments() {
        var apart = breakdown instanceof Breakdown.BySegment(var name) ? Stream.of(name) : Stream.<String>empty();
        return Stream.concat(segment.stream(), apart).distinct().toList();
    }

    /** Which time the first step counts in. */
    Window starting() {
        return starts.<Window>map(days -> days).orElse(new Window.All());
    }
}
