package corymb.benchmark;

import corymb.feature.EventSources;
import corymb.path.Breakdown;
import corymb.path.CohortCounting;
import corymb.path.CohortPlan;
import corymb.path.CohortPlan.Back;
import corymb.path.CohortPlan.Calendar;
import corymb.path.CohortPlan.Period;
import corymb.path.CohortPlan.Start;
import corymb.path.FunnelPlan;
import corymb.path.Funnels;
import corymb.path.Leaving;
import corymb.path.Steps;
import corymb.rule.Link;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.segment.Population;
import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Measures funnels and cohorts over 5,000,000 events of 200,000 customers. */
public final class PathBenchmark {
    private static final Instant AS_OF = Instant.parse("2026-07-01T00:00:00Z");
    private static final int RUNS = 5;
    private static final Link WEEK = new Link.Within(7, Link.Unit.DAYS);
    private static final Map<String, Steps> FUNNELS = Map.of(
            "view, cart, purchase, view within 7 days",
            steps(Steps.Order.ONE_BY_ONE, WEEK, "\"view\"", "\"cart\"", "\"purchase\"", "\"view\""),
            "the same within 90 days",
            steps(
                    Steps.Order.ONE_BY_ONE,
                    new Link.Within(90, Link.Unit.DAYS),
                    "\"view\"",
                    "\"cart\"",
                    "\"purchase\"",
                    "\"view\""),
            "the same in one session",
            steps(Steps.Order.ONE_BY_ONE, new Link.SameSession(), "\"view\"", "\"cart\"", "\"purchase\"", "\"view\""),
            "view, cart, purchase in any order within 7 days",
            steps(Steps.Order.ANY, WEEK, "\"view\"", "\"cart\"", "\"purchase\""));

    private PathBenchmark() {}

    private static Steps steps(Steps.Order order, Link link, String... events) {
        return new Steps(Stream.of(events).map(PathBenchmark::events).toList(), order, link);
    }

    private static Rule events(String text) {
        return RuleParser.parseEvents(text).require();
    }

    /** Prints a table, one row a question. */
    public static void main(String[] args) throws Exception {
        try (var engine = DuckDbEngine.open()) {
            var events = engine.create("events", FeatureBenchmark.events(), Progress.NONE);
            var people = engine.create(
                    "people",
                    Sql.of("select distinct customer_id, 'region ' || (hash(customer_id) % 9) as region from events"),
                    Progress.NONE);
            var population = Population.of(people, AS_OF).doing(new EventSources(List.of(events), List.of()));
            for (var each : FUNNELS.entrySet()) {
                measure(
                        "funnel: " + each.getKey(),
                        () -> Funnels.run(engine, population, new FunnelPlan(each.getValue()), "ways", Progress.NONE));
            }
            var plan = new FunnelPlan(
                    FUNNELS.get("view, cart, purchase, view within 7 days"),
                    Optional.empty(),
                    Optional.empty(),
                    new Breakdown.ByField("region"));
            measure(
                    "funnel within 7 days, by region",
                    () -> Funnels.run(engine, population, plan, "ways", Progress.NONE));
            var funnel = Funnels.run(engine, population, plan, "ways", Progress.NONE);
            measure("where they go instead", () -> Leaving.of(engine, population, funnel, Progress.NONE));
            for (var back : List.of("\"purchase\"", "event")) {
                var cohorts = new CohortPlan(
                        new Start.FirstEvent(events("\"purchase\"")),
                        new Back(events(back), Optional.of("value")),
                        new Calendar(Period.MONTH, 24, Optional.empty()),
                        Optional.empty());
                measure(
                        "cohorts by month of the first purchase, back by " + back,
                        () -> CohortCounting.run(engine, population, cohorts, "starts", Progress.NONE));
            }
        }
    }

    private static void measure(String name, Callable<?> work) throws Exception {
        System.out.println(Figure.measure(name, "under 1 s", RUNS, work).row());
    }
}
