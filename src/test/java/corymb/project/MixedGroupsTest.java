package corymb.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import corymb.clustering.ClusterMethod;
import corymb.clustering.ClusterPlan;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.clustering.Counts;
import corymb.clustering.DistillationPlan;
import corymb.clustering.Linkage;
import corymb.clustering.Measure;
import corymb.preparation.PreparationPlan;
import corymb.preparation.Step;
import corymb.rule.RuleText;
import corymb.sql.Sql;
import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.store.SqliteProjectFiles;
import corymb.work.Failure;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Groups by numbers and categories, from the features to whoever comes later. */
class MixedGroupsTest {
    @TempDir
    private Path folder;

    private ProjectFile file;
    private Journey journey;

    @BeforeEach
    void open() {
        file = FilledProject.create(folder);
        journey = new Journey(file, FilledProject.CLOCK);
    }

    @AfterEach
    void close() {
        file.close();
    }

    static Stream<ClusterMethod> methods() {
        var three = new Counts(3, 3);
        return Stream.of(
                new ClusterMethod.KPrototypes(three, OptionalDouble.empty(), 2, 100),
                new ClusterMethod.Gower(three, Linkage.AVERAGE),
                new ClusterMethod.Gower(new Counts(2, 4), Linkage.COMPLETE));
    }

    private Clustering found(ClusterMethod method, String... features) {
        journey.take((steps, progress) -> steps.cluster(plan(method, features), progress), Progress.NONE);
        return journey.groups().clustering();
    }

    private static ClusterPlan plan(ClusterMethod method, String... features) {
        return new ClusterPlan(List.of(features), Scaling.STANDARD, method, new Seed(1));
    }

    /** Where the country counts more than anything, each of the three is a group of a hundred. */
    @Test
    void groupsAreNamedAndToldByTheirCategories() {
        var found = found(
                new ClusterMethod.KPrototypes(new Counts(3, 3), OptionalDouble.of(100), 5, 100),
                "frequency",
                "country");

        assertThat(found.clusters()).extracting(ClusterProfile::size).containsExactly(100L, 100L, 100L);
        assertThat(found.clusters())
                .extracting(ClusterProfile::name)
                .anySatisfy(name -> assertThat(name).contains("DE"))
                .anySatisfy(name -> assertThat(name).contains("AT"))
                .anySatisfy(name -> assertThat(name).contains("CH"));
        assertThat(journey.groups().rules(new DistillationPlan(2, new Seed(1)), Progress.NONE).rules().stream()
                        .flatMap(Optional::stream)
                        .map(RuleText::of))
                .containsExactlyInAnyOrder("country = \"DE\"", "country = \"AT\"", "country = \"CH\"");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whoeverWasThereGoesBackAlsoAfterTheProjectWasClosed(ClusterMethod method) {
        found(method, "recency_days", "frequency", "country");
        var before = members();
        file.close();
        file = new SqliteProjectFiles(FilledProject.CLOCK).open(folder.resolve("shop.corymb"), Progress.NONE);
        journey = new Journey(file, FilledProject.CLOCK);

        journey.take((steps, progress) -> steps.groups().keep(progress), Progress.NONE);

        assertThat(members()).isEqualTo(before);
        assertThat(journey.groups().clustering().since().movedShare()).isZero();
    }

    private List<String> members() {
        var members = journey.groups().clustering().members();
        var table = file.engine()
                .table(
                        Sql.of("select customer_id || ' ' || cluster as member from " + members.quoted()
                                + " order by customer_id"),
                        Progress.NONE);
        return Stream.iterate(0, row -> row + 1)
                .limit(table.rowCount())
                .map(row -> table.text(row, "member"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void groupsCanBeLookedInto(ClusterMethod method) {
        var found = found(method, "recency_days", "frequency", "country");

        var details = journey.groups().details(Progress.NONE).details();

        assertThat(details.silhouettes()).hasSize(found.clusters().size());
        assertThat(details.silhouettes().stream().flatMap(List::stream))
                .hasSize(300)
                .allSatisfy(silhouette -> assertThat(silhouette).isBetween(-1.0, 1.0));
        assertThat(details.members())
                .allSatisfy(members -> assertThat(members.typical()).isNotEmpty());
        assertThat(details.tree().isPresent()).isEqualTo(method instanceof ClusterMethod.Gower);
        assertThat(found.candidates()).allSatisfy(candidate -> {
            assertThat(candidate.score(Measure.CALINSKI_HARABASZ)).isPresent();
            assertThat(candidate.score(Measure.DAVIES_BOULDIN).isPresent())
                    .as("Gower's distance has no centres")
                    .isEqualTo(method instanceof ClusterMethod.KPrototypes);
        });
        assertThat(found.soundness().nullTest().draws()).isPositive();
        assertThat(found.soundness().gap().points())
                .hasSize(
                        found.candidates().size() == 1
                                ? 0
                                : found.candidates().getLast().clusters());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void categoriesThatAreMadeIntoSomethingElseAreRefused(ClusterMethod method) {
        var prepared = plan(method, "frequency", "country")
                .prepared(PreparationPlan.around(new Step.Transform(List.of(), Step.Curve.LOG)));

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> journey.cluster(prepared, Progress.NONE))
                .satisfies(failure -> assertThat(failure.problem().where()).isEqualTo("preparation"));
    }
}
