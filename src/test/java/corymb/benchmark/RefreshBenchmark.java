package corymb.benchmark;

import corymb.feature.FeaturePlan;
import corymb.importing.Role;
import corymb.project.Change;
import corymb.project.FilledProject;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.rule.RuleParser;
import corymb.segment.SegmentPlan;
import corymb.sql.Sql;
import corymb.store.SqliteProjectFiles;
import corymb.table.Zone;
import corymb.work.Progress;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures how long 50 segments take to be brought up to date, over 5,000,000 events of 200,000 customers: one day earlier each time, and
 * then with new purchases one day later each time; by the days of the time zone that is given as an argument, such as {@code Europe/Berlin}, else by those of UTC.
 */
public final class RefreshBenchmark {
    private static final int RUNS = 5;

    private RefreshBenchmark() {}

    /** Prints a table, one row a figure. */
    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("corymb-benchmark-");
        try (var file = new SqliteProjectFiles(FilledProject.CLOCK).create(folder.resolve("shop.corymb"))) {
            FilledProject.source(file, "events", Role.EVENTS, FeatureBenchmark.events());
            var journey = new Journey(file, FilledProject.CLOCK);
            if (args.length > 0) {
                journey.take((steps, _) -> steps.choose(new Zone(args[0])), Progress.NONE);
            }
            journey.ensureFeatures(Progress.NONE);
            for (var plan : plans()) {
                journey.take((steps, progress) -> steps.segments().define(plan, progress), Progress.NONE);
            }
            for (int run = 0; run < RUNS; run++) {
                dayBefore(file, journey);
                measure(file, journey);
            }
            for (int run = 0; run < RUNS; run++) {
                dayAfter(file, journey);
                measure(file, journey);
            }
        }
    }

    private static void measure(ProjectFile file, Journey journey) throws Exception {
        var changes = new ArrayList<Change>();
        System.out.println(Figure.measure(
                        "50 segments found anew, with who moved and why",
                        "under 3 s",
                        1,
                        () -> changes.add(journey.segments().refresh(Progress.NONE)))
                .row());
        System.out.println(Figure.measure("and stored", "", 1, () -> file.commit(changes.getFirst(), Progress.NONE))
                .row());
    }

    /** Computes the features as of the day before, which makes every segment stale. */
    private static void dayBefore(ProjectFile file, Journey journey) {
        var plan = file.history().present().features().orElseThrow().value().plan();
        var earlier = new FeaturePlan(plan.asOf().minus(1, ChronoUnit.DAYS), plan.purchaseType(), plan.definitions());
        journey.take((steps, progress) -> steps.computeFeatures(earlier, progress), Progress.NONE);
    }

    /** Brings in 5,000 purchases and computes the features as of the day after, so that time and data move people. */
    private static void dayAfter(ProjectFile file, Journey journey) {
        var plan = file.history().present().features().orElseThrow().value().plan();
        var day = plan.asOf().atZone(ZoneOffset.UTC).toLocalDate();
        var known = file.history().present().sources().getFirst().value().data().quoted();
        FilledProject.source(
                file,
                "of " + day,
                Role.EVENTS,
                Sql.of("select customer_id, timestamp '" + day + " 12:00:00' as timestamp, 'purchase' as type,"
                        + " 25.0::double as value, 'category 3' as category from (select distinct customer_id from "
                        + known + " order by hash(customer_id) limit 5000)"));
        journey.ensureCustomers(Progress.NONE);
        var later = new FeaturePlan(plan.asOf().plus(1, ChronoUnit.DAYS), plan.purchaseType(), plan.definitions());
        journey.take((steps, progress) -> steps.computeFeatures(later, progress), Progress.NONE);
    }

    private static List<SegmentPlan> plans() {
        var rules =
                IntStream.range(0, 10).boxed().flatMap(i -> rules(i).stream()).toList();
        return IntStream.range(0, rules.size())
                .mapToObj(i -> new SegmentPlan("Segment " + i, RuleParser.require(rules.get(i))))
                .toList();
    }

    /** Rules about features, about figures of events, and two about sequences. */
    private static List<String> rules(int i) {
        return List.of(
                "monetary > " + (100 + 200 * i),
                "recency_days <= " + (10 + 15 * i) + " and frequency >= " + (1 + i),
                "did \"purchase\" at least " + (1 + i) + " times in the last " + (30 + 30 * (i % 3)) + " days",
                "sum of value of \"purchase\" in the last " + (30 + 30 * (i % 4)) + " days > " + (50 + 100 * i),
                i < 8
                        ? "did \"cart\" where (category = \"category " + i
                                + "\") in the last 90 days and did not \"purchase\" in the last 30 days"
                        : "did \"cart\" without \"purchase\" within " + i + " days in the last 30 days");
    }
}
