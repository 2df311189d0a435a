package corymb.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.clustering.ClusterPlan;
import corymb.segment.Policy;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of 300 customers with i mod 7 purchases 43 made as many as none to five, and 42 six. */
class GroupConfidenceTest {
    private static final ClusterPlan PLAN = ClusterPlan.of(List.of("frequency")).trying(2);

    @TempDir
    private Path folder;

    private Optional<ProjectFile> opened = Optional.empty();

    @BeforeEach
    void find() {
        opened = Optional.of(FilledProject.create(folder));
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

    private long count(String name) {
        return file().history().present().segment(name).orElseThrow().value().count();
    }

    @Test
    void rulesAskHowSurelySomebodyIsOfTheirGroup() {
        // Seven values in two groups, 0 to 3 and 4 to 6 or 0 to 2 and 3 to 6: the means lie 3.5 apart, so that just
        // those at
        // 1.5 from theirs, on the inner side, are less than half as sure as they could be: 1 - 1.5 / 2 = 0.25.
        FilledProject.define(file(), "Sure", "cluster_confidence >= 0.3");
        FilledProject.define(file(), "Unsure", "cluster_confidence < 0.3");
        assertThat(count("Unsure")).isEqualTo(43);
        assertThat(count("Sure")).isEqualTo(257);
        journey().take((steps, progress) -> steps.groups().keep(progress), Progress.NONE);
        assertThat(Lineage.stale(file().history().present())).hasSize(2);
        journey().refresh(Progress.NONE);
        assertThat(count("Unsure")).isEqualTo(43);
    }

    @Test
    void membershipsByTheGroupsAreAsSureAsItIs() {
        FilledProject.define(file(), "All", "everyone");
        FilledProject.define(file(), "Group", "cluster = 0");
        var sure = file().history()
                .present()
                .clustering()
                .orElseThrow()
                .value()
                .confidence()
                .orElseThrow();
        var group = file().history().present().segment("Group").orElseThrow().value();
        double mean = file().engine()
                .number(
                        Sql.of("select avg(cluster_confidence) from " + sure.quoted() + " where customer_id in (select"
                                + " customer_id from " + group.members().quoted() + ")"),
                        Progress.NONE);
        assertThat(mean).isBetween(0.3, 0.99);
        var lines =
                journey().segments().effect(new Policy.Many(), Progress.NONE).lines();
        assertThat(lines.getFirst().confidence()).isEqualTo(1);
        assertThat(lines.getLast().confidence()).isCloseTo(mean, within(1e-12));
    }

    @Test
    void aPolicyScoresByIt() {
        FilledProject.define(file(), "All", "everyone");
        FilledProject.define(file(), "Group", "cluster = 0");
        var policy = new Policy.ByScore(List.of(new Policy.Score("Group", "cluster_confidence")), 0.05);
        var effect = journey().segments().effect(policy, Progress.NONE);
        // Whoever has a score stands above where there is none.
        var assigned = (long) file().engine()
                .number(
                        Sql.of("select count(*) from (")
                                .then(file().history()
                                        .present()
                                        .allotment(policy)
                                        .orElseThrow()
                                        .assigned())
                                .then(") where assigned = 'Group'"),
                        Progress.NONE);
        assertThat(assigned).isEqualTo(count("Group"));
        assertThat(effect.moves()).containsExactly(new corymb.segment.PolicyEffect.Move("All", "Group", assigned));
    }
}
