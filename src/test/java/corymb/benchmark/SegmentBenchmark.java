package corymb.benchmark;

import corymb.feature.EventSources;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.segment.Population;
import corymb.segment.Segmentation;
import corymb.segment.Template;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Measures how long the members of rules take to count, over 5,000,000 events of 200,000 customers. */
public final class SegmentBenchmark {
    private static final Instant AS_OF = Instant.parse("2026-07-01T00:00:00Z");
    private static final int RUNS = 7;
    private static final Map<String, List<String>> RULES = Map.of(
            "under 30 ms",
            List.of(
                    "spent > 200",
                    "spent > 200 and not country = \"DE\"",
                    "country in (\"DE\", \"AT\") or spent between 5 and 50"),
            "under 150 ms",
            List.of(
                    "did \"purchase\" in the last 30 days",
                    "did not \"purchase\" in the last 90 days",
                    "did \"purchase\" where (category = \"category 3\") at least 2 times in the last 30 days",
                    "sum of value of \"purchase\" in the last 90 days > 200",
                    "did \"purchase\" at least 5 times",
                    "did \"cart\" in the last 30 days and did not \"purchase\" in the last 30 days",
                    "sum of value of \"purchase\" > 1000 and spent > 10"),
            "under 1 s",
            List.of(
                    "did \"cart\" without \"purchase\" in the same session",
                    "did \"cart\" without \"purchase\" within 3 days in the last 30 days",
                    "did \"view\" then \"purchase\" within 3 days",
                    "did \"view\" within 10 minutes before leaving",
                    "did \"view\" at least 5 times in one session"));

    private SegmentBenchmark() {}

    /** Prints a table, one row a rule. */
    public static void main(String[] args) throws Exception {
        try (var engine = DuckDbEngine.open()) {
            var events = engine.create("events", FeatureBenchmark.events(), Progress.NONE);
            var people = engine.create(
                    "people",
                    Sql.of(
                            "select customer_id, coalesce(sum(value), 0) as spent, any_value(['DE', 'AT', 'CH'][1 + cast("
                                    + "hash(customer_id) % 3 as bigint)]) as country from events group by customer_id"),
                    Progress.NONE);
            var population = Population.of(people, AS_OF).doing(new EventSources(List.of(events), List.of()));
            for (var rules : RULES.entrySet()) {
                for (var text : rules.getValue()) {
                    measure(engine, population, RuleParser.require(text), text, rules.getKey());
                }
            }
            for (var offer : Template.offers(population.terms(), List.of("view", "cart", "purchase"))) {
                if (offer.rule().isPresent()) {
                    var rule = offer.rule().get();
                    boolean isCourse = rule.leaves().anyMatch(Rule.Course.class::isInstance);
                    measure(
                            engine,
                            population,
                            rule,
                            "template " + offer.template().name(),
                            isCourse ? "under 1 s" : "under 150 ms");
                }
            }
        }
    }

    private static void measure(Engine engine, Population population, Rule rule, String name, String target)
            throws Exception {
        System.out.println(
                Figure.measure(name, target, RUNS, () -> Segmentation.count(engine, population, rule, Progress.NONE))
                        .row());
    }
}
