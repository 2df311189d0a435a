package corymb.path;

import corymb.path.CohortPlan.Start;
import corymb.path.Cohorts.Cohort;
import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.segment.Population;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.DateConstant;
import corymb.sql.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The people behind a cell of cohorts.
 *
 * @param cohorts where they were counted
 * @param of with whom they began, at least one
 * @param period in which period after the start they came back; empty for all who began
 */
public record CohortPeople(Cohorts cohorts, List<Cohort> of, Optional<Integer> period) {
    private static final String ID = Sql.name(Population.ID);

    public CohortPeople {
        of = List.copyOf(of);
    }

    /** A query for their ids; nobody is of two cohorts. */
    public Sql ids(Population population) {
        return Sql.join(
                " union all ",
                of.stream().map(cohort -> ids(cohort, population)).toList());
    }

    private Sql ids(Cohort cohort, Population population) {
        var all = Sql.of(
                "select " + ID + " from " + cohorts.starts().quoted() + " as starts where cohort = cast(? as date)",
                cohort.begins());
        return period.map(after -> all.then(" and exists (select 1 from ")
                        .then(population.done().events(plan().back().events(), days(cohort, after), Set.of()))
                        .then(" as happened where happened." + ID + " = starts." + ID
                                + " and happened.\"timestamp\" >= starts.begun)"))
                .orElse(all);
    }

    private CohortPlan plan() {
        return cohorts.plan();
    }

    private LocalDate later(Cohort cohort, int periods) {
        return plan().calendar().period().later(cohort.begins(), periods);
    }

    private Window.Between days(Cohort cohort, int after) {
        return new Window.Between(later(cohort, after), later(cohort, after + 1).minusDays(1));
    }

    /**
     * The rule that tells the same people; empty for several cohorts, whose rule would be one part a cohort, and where they came back in the period of their start by other events than they began
     * with, of which no rule says whether they came after it.
     */
    public Optional<Rule> rule() {
        return of.size() == 1 ? rule(of.getFirst()) : Optional.empty();
    }

    private Optional<Rule> rule(Cohort cohort) {
        var rules = new ArrayList<Rule>();
        plan().segment().ifPresent(segment -> rules.add(new Rule.InSegment(segment)));
        rules.addAll(began(cohort));
        if (period.isPresent() && period.get() == 0) {
            return plan().start().equals(new Start.FirstEvent(plan().back().events()))
                    ? Optional.of(joined(rules))
                    : Optional.empty();
        }
        period.ifPresent(after -> rules.add(Deed.in(plan().back().events(), days(cohort, after))));
        return Optional.of(joined(rules));
    }

    private static Rule joined(List<Rule> rules) {
        return rules.size() == 1 ? rules.getFirst() : new Rule.All(rules);
    }

    private List<Rule> began(Cohort cohort) {
        var starts = plan().calendar().starts();
        var first = starts.map(Window.Between::from)
                .filter(cohort.begins()::isBefore)
                .orElse(cohort.begins());
        var last = starts.map(Window.Between::to)
                .filter(day -> day.isBefore(later(cohort, 1)))
                .orElse(later(cohort, 1).minusDays(1));
        return switch (plan().start()) {
            case Start.FirstEvent(var events) ->
                List.of(
                        Deed.first(events, Comparison.AT_LEAST, first),
                        Deed.first(events, Comparison.LESS, last.plusDays(1)));
            case Start.OnDate(var field) -> {
                var known = cohorts.moment().lastDay();
                yield List.of(new Rule.Between(
                        field, new DateConstant(first), new DateConstant(last.isAfter(known) ? known : last)));
            }
        };
    }
}
