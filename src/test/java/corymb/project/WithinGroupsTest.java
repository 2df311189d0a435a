package corymb.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.clustering.ClusterPlan;
import corymb.clustering.Clustering;
import corymb.clustering.DistillationPlan;
import corymb.importing.Role;
import corymb.rule.RuleParser;
import corymb.segment.Segment;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.work.Failure;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of 300 customers with i mod 7 purchases, one a day and 10 each, 43 made as many as three, four or five, and 42 six. */
class WithinGroupsTest {
    private static final ClusterPlan PLAN =
            ClusterPlan.of(List.of("frequency", "recency_days")).trying(2).within(Optional.of("Regulars"));

    @TempDir
    private Path folder;

    private Optional<ProjectFile> opened = Optional.empty();

    @BeforeEach
    void find() {
        var file = FilledProject.create(folder);
        opened = Optional.of(file);
        FilledProject.define(file, "Regulars", "frequency >= 4");
        journey().take((steps, progress) -> steps.cluster(PLAN, progress), Progress.NONE);
    }

    @AfterEach
    void close() {
        opened.ifPresent(ProjectFile::close);
    }

    private ProjectFile file() {
        return opened.orElseThrow();
    }

    private Journey journey() {
        return new Journey(file(), FilledProject.CLOCK);
    }

    private Clustering clustering() {
        return journey().groups().clustering();
    }

    private Segment segment(String name) {
        return file().history().present().segment(name).orElseThrow().value();
    }

    private long strangers() {
        return (long) file().engine()
                .number(
                        Sql.of("select count(*) from " + clustering().members().quoted() + " anti join "
                                + segment("Regulars").members().quoted() + " using (customer_id)"),
                        Progress.NONE);
    }

    @Test
    void onlyTheMembersAreInGroupsAndNothingElseIsLeftBehind() {
        assertThat(clustering().members().rows()).isEqualTo(128);
        assertThat(strangers()).isZero();
        assertThat(clustering().plan().within()).contains("Regulars");
        assertThat(file().engine().has(clustering().members().name() + "_ground"))
                .isFalse();
    }

    @Test
    void groupsBecomeSegmentsThatSayWhatTheyAreWithin() {
        journey().take((steps, progress) -> steps.groups().segments(progress), Progress.NONE);
        var groups = file().history().present().segments().stream()
                .map(made -> made.value().plan().ruleText())
                .toList();
        assertThat(groups)
                .contains("in segment \"Regulars\" and cluster = 0", "in segment \"Regulars\" and cluster = 1");
        var rules = journey().groups().rules(new DistillationPlan(2, new Seed(1)), Progress.NONE);
        assertThat(rules.require(0).segments()).containsExactly("Regulars");
    }

    @Test
    void aRefreshFindsTheSegmentThenItsGroupsThenTheSegmentsMadeOfThem() {
        journey().take((steps, progress) -> steps.groups().segments(progress), Progress.NONE);
        FilledProject.define(file(), "Regulars", "frequency >= 3");
        int steps = file().history().past().size();
        journey().refresh(Progress.NONE);
        assertThat(clustering().members().rows()).isEqualTo(171);
        assertThat(Lineage.stale(file().history().present())).isEmpty();
        // The groups, and once the two segments made of them.
        assertThat(file().history().past()).hasSize(steps + 2);
        var saved = file().history().present().segments().stream()
                .map(Made::value)
                .filter(segment -> !segment.name().equals("Regulars"))
                .mapToLong(Segment::count)
                .sum();
        assertThat(saved).isEqualTo(171);
    }

    @Test
    void newDataFindTheSegmentBeforeItsGroups() {
        journey().take((steps, progress) -> steps.groups().segments(progress), Progress.NONE);
        FilledProject.source(
                file(),
                "more",
                Role.EVENTS,
                Sql.of("select 'C' || lpad(cast(7 * i as varchar), 4, '0') as customer_id,"
                        + " timestamp '2026-01-08 12:00:00' as timestamp, 'purchase' as type, 10.0::double as value"
                        + " from range(10) t(i), range(5) u(k)"));
        journey().refresh(Progress.NONE);
        assertThat(segment("Regulars").count()).isEqualTo(138);
        assertThat(clustering().members().rows()).isEqualTo(138);
        assertThat(Lineage.stale(file().history().present())).isEmpty();
    }

    @Test
    void groupsAreKeptForTheMembersOfNow() {
        FilledProject.define(file(), "Regulars", "frequency >= 5");
        var ageing = journey().groups().ageing(Progress.NONE);
        assertThat(ageing.arrived()).isZero();
        assertThat(ageing.left()).isEqualTo(43);
        journey().take((steps, progress) -> steps.groups().keep(progress), Progress.NONE);
        assertThat(clustering().members().rows()).isEqualTo(85);
        assertThat(strangers()).isZero();
        assertThat(Lineage.stale(file().history().present())).isEmpty();
    }

    @Test
    void nothingRestsOnItself() {
        assertThatThrownBy(() -> FilledProject.define(file(), "Regulars", "cluster = 0"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("would be in its own rule");
        FilledProject.define(file(), "Of a group", "cluster = 0");
        FilledProject.define(file(), "Through another", "in segment \"Of a group\" and frequency > 0");
        for (var name : List.of("Of a group", "Through another")) {
            assertThatThrownBy(() -> journey().cluster(PLAN.within(Optional.of(name)), Progress.NONE))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("rest on themselves");
        }
        assertThatThrownBy(() -> journey().cluster(PLAN.within(Optional.of("Nobody")), Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no segment “Nobody”");
    }

    @Test
    void theSegmentStaysAsLongAsItsGroupsAreTheNewest() {
        assertThatThrownBy(() -> journey().segments().remove("Regulars"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("looked for within");
        journey().take((steps, progress) -> steps.cluster(PLAN.within(Optional.empty()), progress), Progress.NONE);
        journey().take((steps, _) -> steps.segments().remove("Regulars"), Progress.NONE);
        assertThat(journey().refresh(Progress.NONE)).isEqualTo(new Refresh(List.of(), List.of()));
    }

    @Test
    void whoWasInAGroupOfASegmentOnADayIsAskedOnTheSegmentOfThatDay() {
        var plan =
                new corymb.segment.SegmentPlan("Group", RuleParser.require("in segment \"Regulars\" and cluster = 0"));
        journey().take((steps, progress) -> steps.segments().define(plan, progress), Progress.NONE);
        // By the end of the third day nobody had bought four times.
        var members = journey().segments().asOf(plan, java.time.Instant.parse("2026-01-04T00:00:00Z"), Progress.NONE);
        assertThat(members.rows()).isZero();
        file().engine().drop(members.name());
    }
}
