package corymb.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.clustering.ClusterPlan;
import corymb.clustering.Clustering;
import corymb.importing.Role;
import corymb.rule.RuleParser;
import corymb.segment.Segment;
import corymb.segment.SegmentPlan;
import corymb.sql.Sql;
import corymb.work.Failure;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segments made of groups hold these groups, whichever groups somebody looks for later. */
class SegmentsOfGroupsTest {
    private static final ClusterPlan FIRST =
            ClusterPlan.of(List.of("frequency", "recency_days")).trying(3);
    private static final ClusterPlan OTHER =
            ClusterPlan.of(List.of("recency_days")).trying(2);

    @TempDir
    private Path folder;

    private Optional<ProjectFile> opened = Optional.empty();
    private List<SegmentPlan> saved = List.of();

    @BeforeEach
    void saveGroups() {
        opened = Optional.of(FilledProject.create(folder));
        cluster(FIRST);
        journey().take((steps, progress) -> steps.groups().segments(progress), Progress.NONE);
        saved = project().segments().stream().map(made -> made.value().plan()).toList();
        cluster(OTHER);
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

    private Project project() {
        return file().history().present();
    }

    private void cluster(ClusterPlan plan) {
        journey().take((steps, progress) -> steps.cluster(plan, progress), Progress.NONE);
    }

    private Clustering found(ClusterPlan plan) {
        return project().clusterings().stream()
                .map(Made::value)
                .filter(clustering -> clustering.plan().equals(plan))
                .findFirst()
                .orElseThrow();
    }

    /** How many are in a segment or in the group it was made of, but not in both. */
    private long strangers() {
        var groups = found(FIRST).members().quoted();
        return saved.stream()
                .mapToLong(plan -> {
                    var number = plan.ruleText().substring("cluster = ".length());
                    var group = "select customer_id from " + groups + " where cluster = " + number;
                    var segment = "select customer_id from "
                            + project()
                                    .segment(plan.name())
                                    .orElseThrow()
                                    .value()
                                    .members()
                                    .quoted();
                    return (long) file().engine()
                            .number(
                                    Sql.of("select count(*) from ((" + group + " except " + segment + ") union all ("
                                            + segment + " except " + group + "))"),
                                    Progress.NONE);
                })
                .sum();
    }

    private void importMore() {
        FilledProject.source(
                file(),
                "more",
                Role.EVENTS,
                Sql.of("select 'C' || lpad(cast(7 * i as varchar), 4, '0') as customer_id,"
                        + " timestamp '2026-01-08 12:00:00' as timestamp, 'purchase' as type, 10.0::double as value"
                        + " from range(10) t(i), range(5) u(k)"));
    }

    @Test
    void otherGroupsLeaveThemAsTheyAre() {
        assertThat(project().clustering().orElseThrow().value().plan()).isEqualTo(OTHER);
        assertThat(Lineage.stale(project())).isEmpty();
        assertThat(journey().refresh(Progress.NONE)).isEqualTo(new Refresh(List.of(), List.of()));
        assertThat(strangers()).isZero();
    }

    @Test
    void newDataFindThemInTheGroupsTheyWereMadeOf() {
        importMore();
        journey().refresh(Progress.NONE);
        assertThat(Lineage.stale(project())).isEmpty();
        assertThat(strangers()).isZero();
        assertThat(project().segments().stream()
                        .map(Made::value)
                        .mapToLong(Segment::count)
                        .sum())
                .isEqualTo(300);
        // And once more, when their groups went on as others twice.
        importMoreOrders();
        journey().refresh(Progress.NONE);
        assertThat(strangers()).isZero();
    }

    private void importMoreOrders() {
        FilledProject.source(
                file(),
                "still more",
                Role.EVENTS,
                Sql.of("select 'C' || lpad(cast(7 * i + 1 as varchar), 4, '0') as customer_id,"
                        + " timestamp '2026-01-09 12:00:00' as timestamp, 'purchase' as type, 10.0::double as value"
                        + " from range(10) t(i), range(4) u(k)"));
    }

    @Test
    void groupsThatGoOnAreSavedAlready() {
        cluster(FIRST);
        assertThatThrownBy(
                        () -> journey().take((steps, progress) -> steps.groups().segments(progress), Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("segments already");
    }

    @Test
    void theyAreTheSameInAProjectOpenedAgain() {
        importMore();
        journey().refresh(Progress.NONE);
        file().close();
        opened = Optional.of(new corymb.store.SqliteProjectFiles(FilledProject.CLOCK)
                .open(folder.resolve("shop.corymb"), Progress.NONE));
        assertThat(Lineage.stale(project())).isEmpty();
        importMoreOrders();
        journey().refresh(Progress.NONE);
        assertThat(strangers()).isZero();
    }

    /** Who writes "cluster" means the groups that are shown. */
    @Test
    void aRuleThatIsChangedMeansTheSameGroupsAsBefore() {
        var plan = saved.getFirst();
        var changed = new SegmentPlan(plan.name(), RuleParser.require(plan.ruleText() + " and frequency >= 0"));
        journey().take((steps, progress) -> steps.segments().define(changed, progress), Progress.NONE);
        var segment = project().segment(plan.name()).orElseThrow().value();
        assertThat(segment.plan().clustering()).isEqualTo(plan.clustering());
        assertThat(strangers()).isZero();
    }

    @Test
    void aRuleWrittenByHandMeansTheGroupsOfNow() {
        FilledProject.define(file(), "By hand", "cluster = 0");
        assertThat(project().segment("By hand").orElseThrow().value().count())
                .isEqualTo(found(OTHER).clusters().getFirst().size());
        cluster(FIRST.trying(2));
        assertThat(Lineage.stale(project())).hasSize(1);
    }

    @Test
    void whoWasInOneOnADayIsAskedOfItsGroups() {
        var segment = project().segment(saved.getFirst().name()).orElseThrow().value();
        var members = journey().segments().asOf(segment.plan(), segment.asOf(), Progress.NONE);
        assertThat(members.rows()).isEqualTo(segment.count());
        file().engine().drop(members.name());
    }
}
