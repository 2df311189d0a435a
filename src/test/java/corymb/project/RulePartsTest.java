package corymb.project;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.Role;
import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import corymb.segment.Moved;
import corymb.segment.RuleParts;
import corymb.segment.RuleParts.What;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.store.SqliteProjectFiles;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the conditions of a rule did to those who moved, beside the same counted purchase by purchase. */
class RulePartsTest {
    private static final int PEOPLE = 300;
    private static final int DAYS = 20;

    /** Days from 1 January on which a customer bought. */
    private static Map<Integer, List<Integer>> purchases(RandomGenerator random) {
        var days = new HashMap<Integer, List<Integer>>();
        for (int i = 0; i < PEOPLE; i++) {
            var bought = new ArrayList<>(i == 0 ? List.of(0, DAYS - 1, 2 * DAYS - 1) : List.of(0));
            IntStream.range(0, random.nextInt(6)).forEach(_ -> bought.add(random.nextInt(2 * DAYS)));
            days.put(i, bought);
        }
        return days;
    }

    private static void bring(ProjectFile file, Map<Integer, List<Integer>> purchases, int before) {
        var rows = new ArrayList<String>();
        purchases.forEach((who, days) ->
                days.stream().filter(day -> day < before).forEach(day -> rows.add("('C" + who + "', " + day + ")")));
        FilledProject.source(
                file,
                "orders",
                Role.EVENTS,
                Sql.of(
                        "select customer_id, timestamp '2026-01-01 12:00:00' + to_days(cast(day as integer)) as timestamp,"
                                + " 'purchase' as type, 10.0::double as value from (values " + String.join(", ", rows)
                                + ") t(customer_id, day)"));
        new Journey(file, FilledProject.CLOCK).refresh(Progress.NONE);
    }

    private static boolean boughtLately(List<Integer> days, int asOf, int window, int least) {
        return days.stream().filter(day -> day < asOf && day >= asOf - window).count() >= least;
    }

    private static Set<Integer> holding(List<Integer> days, int asOf) {
        var holding = new HashSet<Integer>();
        if (boughtLately(days, asOf, 30, 2)) {
            holding.add(0);
        }
        if (boughtLately(days, asOf, 10, 1)) {
            holding.add(1);
        }
        return holding;
    }

    @ParameterizedTest
    @ValueSource(strings = {"and", "or"})
    void everybodyWhoMovedCountsOnceAndThePartsAddUpToTheNetChange(String joined, @TempDir Path folder) {
        var purchases = purchases(new Seed(5).generator());
        var text = "did \"purchase\" at least 2 times in the last 30 days " + joined
                + " did \"purchase\" in the last 10 days";
        var expected = new HashMap<String, long[]>();
        purchases.values().forEach(days -> {
            var then = holding(days, DAYS);
            var now = holding(days, 2 * DAYS);
            int least = joined.equals("and") ? 2 : 1;
            boolean isIn = now.size() >= least;
            if (isIn != then.size() >= least) {
                var turned = new HashSet<>(isIn ? now : then);
                turned.removeAll(isIn ? then : now);
                var part = turned.size() > 1
                        ? "SEVERAL"
                        : "CONDITION " + turned.iterator().next();
                expected.computeIfAbsent(part, _ -> new long[2])[isIn ? 0 : 1]++;
            }
        });
        try (var file = new SqliteProjectFiles(FilledProject.CLOCK).create(folder.resolve("shop.corymb"))) {
            bring(file, purchases, DAYS);
            new Journey(file, FilledProject.CLOCK).ensureFeatures(Progress.NONE);
            FilledProject.define(file, "Lately", text);
            bring(file, purchases, 2 * DAYS);
            var ledger = SegmentLedger.of(file.history(), "Lately");
            var then = ledger.versions().getFirst();
            var parts = SegmentDrift.since(file, ledger, then, Progress.NONE)
                    .parts()
                    .orElseThrow();
            var found = new HashMap<String, long[]>();
            parts.parts()
                    .forEach(part -> found.put(
                            part.what() == What.CONDITION
                                    ? "CONDITION " + part.place()
                                    : part.what().name(),
                            new long[] {part.entered(), part.left()}));
            assertThat(found).usingRecursiveComparison().isEqualTo(expected);
            assertThat(expected).containsKeys("CONDITION 1", "SEVERAL");
            assertThat(parts.parts().stream().mapToLong(RuleParts.Part::net).sum())
                    .isEqualTo(ledger.now().value().count() - then.value().count());
            for (var part : parts.parts()) {
                assertThat(people(file, parts, part, true)).isEqualTo(part.entered());
                assertThat(people(file, parts, part, false)).isEqualTo(part.left());
            }
        }
    }

    private static long people(ProjectFile file, RuleParts parts, RuleParts.Part part, boolean isIn) {
        return file.engine().table(parts.people(part, isIn), Progress.NONE).rowCount();
    }

    /**
     * Country has no past of its own: whoever it let in is told by the project of then, opened anew. Where that is not kept, whoever it
     * keeps out now went by it, and whoever it let in is told apart from what the conditions did.
     */
    @Test
    void whatHasNoPastIsToldByTheProjectOfThenAsLongAsThatIsKept(@TempDir Path folder) {
        try (var file = FilledProject.create(folder)) {
            FilledProject.define(file, "Buyers", "frequency >= 3 and country = \"DE\"");
            FilledProject.source(
                    file,
                    "crm",
                    Role.CUSTOMERS,
                    Sql.of("select 'C' || lpad(cast(i as varchar), 4, '0') as id,"
                            + " case when i < 30 then ['CH', 'DE', 'AT'][i % 3 + 1] else ['DE', 'AT', 'CH'][i % 3 + 1] end"
                            + " as country from range(300) t(i)"));
            new Journey(file, FilledProject.CLOCK).refresh(Progress.NONE);
        }
        try (var file =
                new SqliteProjectFiles(FilledProject.CLOCK).open(folder.resolve("shop.corymb"), Progress.NONE)) {
            assertThat(parts(file)).containsExactly("CONDITION country = \"DE\" +" + buyers(1) + " -" + buyers(0));
            file.compact(Progress.NONE);
            assertThat(parts(file))
                    .containsExactly("CONDITION country = \"DE\" +0 -" + buyers(0), "UNTOLD +" + buyers(1) + " -0");
            assertThat(SegmentLedger.of(file.history(), "Buyers")
                            .now()
                            .value()
                            .moves()
                            .latest())
                    .extracting(Moved::entered)
                    .containsExactly(buyers(1));
        }
    }

    private static List<String> parts(ProjectFile file) {
        var ledger = SegmentLedger.of(file.history(), "Buyers");
        return SegmentDrift.since(file, ledger, ledger.versions().getFirst(), Progress.NONE)
                .parts()
                .orElseThrow()
                .parts()
                .stream()
                .map(part -> part.what()
                        + part.condition().map(rule -> " " + RuleText.of(rule)).orElse("") + " +" + part.entered()
                        + " -" + part.left())
                .toList();
    }

    private static long buyers(int rest) {
        return IntStream.range(0, 30).filter(i -> i % 7 >= 3 && i % 3 == rest).count();
    }

    @Test
    void anEditedRuleAndOneQuestionAreSaidToBeSo(@TempDir Path folder) {
        try (var file = FilledProject.create(folder)) {
            FilledProject.define(file, "Buyers", "frequency >= 6 and country = \"DE\"");
            FilledProject.define(file, "Buyers", "frequency >= 3 and country = \"DE\"");
            var ledger = SegmentLedger.of(file.history(), "Buyers");
            assertThat(SegmentDrift.since(file, ledger, ledger.versions().getFirst(), Progress.NONE)
                            .parts()
                            .orElseThrow()
                            .parts())
                    .extracting(RuleParts.Part::what)
                    .containsExactly(What.EDITED);
            assertThat(RuleParts.conditions(RuleParser.require("frequency >= 3")))
                    .hasSize(1);
        }
    }
}
