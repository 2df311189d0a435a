package corymb.store;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.feature.FeaturePlan;
import corymb.project.FilledProject;
import corymb.project.History;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.ProjectFile;
import corymb.project.SegmentLedger;
import corymb.rule.RuleParser;
import corymb.segment.Segment;
import corymb.segment.SegmentPlan;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.work.Progress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The rows of members that other tools read, after steps in whatever order. */
@Timeout(300)
class ShownMembersTest {
    private static final int STEPS = 60;
    private static final List<String> NAMES = List.of("recent", "spenders", "both");

    private final SqliteProjectFiles files = new SqliteProjectFiles(FilledProject.CLOCK);
    private final RandomGenerator random = new Seed(41).generator();

    /** Who was a member with each version, as its own relation said when it was new. */
    private final Map<Long, Set<String>> members = new HashMap<>();

    @TempDir
    private Path folder;

    @Test
    void membersStandInTheirRowsSinceTheResultTheyCameInWith() throws SQLException {
        Path path;
        try (var file = FilledProject.create(folder)) {
            path = file.path();
            for (int step = 0; step < STEPS; step++) {
                take(file, new Journey(file, Clock.offset(FilledProject.CLOCK, Duration.ofHours(step))));
                note(file);
                assertThat(rows(path)).as("after step %d", step).isEqualTo(expected(file.history()));
            }
            assertThat(members).hasSizeGreaterThan(STEPS / 3);
        }
        assertThat(files.check(path, Progress.NONE)).isEmpty();
    }

    private void take(ProjectFile file, Journey journey) {
        var name = NAMES.get(random.nextInt(NAMES.size()));
        boolean isThere = file.history().present().segment(name).isPresent();
        switch (random.nextInt(7)) {
            case 0 -> file.undo(Progress.NONE);
            case 1 -> file.redo(Progress.NONE);
            case 2 -> {
                if (isThere && random.nextBoolean()) {
                    journey.take((steps, _) -> steps.segments().remove(name), Progress.NONE);
                }
            }
            case 3, 4 -> {
                var plan = new SegmentPlan(name, RuleParser.require(rule(name)));
                journey.take((steps, progress) -> steps.segments().define(plan, progress), Progress.NONE);
            }
            default -> {
                asOf(file, journey, random.nextInt(60));
                journey.take((steps, progress) -> steps.segments().refresh(progress), Progress.NONE);
            }
        }
    }

    private String rule(String name) {
        return switch (name) {
            case "recent" -> "recency_days <= " + random.nextInt(60);
            case "spenders" -> "monetary > " + 10 * random.nextInt(7);
            default -> "frequency > " + random.nextInt(6) + " and recency_days <= " + random.nextInt(60);
        };
    }

    private static void asOf(ProjectFile file, Journey journey, int days) {
        var plan = file.history().present().features().orElseThrow().value().plan();
        var moment = FilledProject.CLOCK.instant().minus(Duration.ofDays(days));
        var then = new FeaturePlan(moment, plan.purchaseType(), plan.definitions());
        journey.take((steps, progress) -> steps.computeFeatures(then, progress), Progress.NONE);
    }

    private void note(ProjectFile file) {
        for (var made : file.history().present().segments()) {
            var relation = made.value().members();
            members.computeIfAbsent(made.id(), _ -> new TreeSet<>(ids(file, relation)));
        }
    }

    private static List<String> ids(ProjectFile file, Relation relation) {
        var ids = new ArrayList<String>();
        file.engine()
                .forEachRow(
                        Sql.of("select customer_id from " + relation.quoted()),
                        row -> ids.add(String.valueOf(row.getFirst())),
                        Progress.NONE);
        return ids;
    }

    /** Played forward version by version: a member keeps the row of the version before, whoever is new gets one of this version. */
    private Set<String> expected(History history) {
        var rows = new TreeSet<String>();
        for (var made : history.present().segments()) {
            var name = made.value().name();
            var since = new HashMap<String, Made<Segment>>();
            for (var version : SegmentLedger.of(history, name).versions()) {
                var now = Objects.requireNonNull(members.get(version.id()));
                since.keySet().retainAll(now);
                now.forEach(customer -> since.putIfAbsent(customer, version));
            }
            since.forEach((customer, version) ->
                    rows.add("[%s, %s, %s, null, %d]".formatted(name, customer, version.at(), version.id())));
        }
        return rows;
    }

    private static Set<String> rows(Path path) throws SQLException {
        var rows = new TreeSet<String>();
        try (var connection = SqliteConnections.reading(path)) {
            Rows.forEach(
                    connection,
                    "select segment, customer_id, valid_from, valid_to, result_id from segment_member",
                    row -> rows.add(String.valueOf(row)));
        }
        return rows;
    }
}
