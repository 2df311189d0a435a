package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.preparation.Preparation;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClustererTest {
    private static final List<String> FEATURES = List.of("recency_days", "monetary_value_k");

    private final Engine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void theMembersTableHoldsEveryCustomerWithTheClusterTheProfilesCount() {
        var clustering = cluster();

        var counts = engine.table(
                Sql.of("select cluster, count(distinct customer_id) as n from "
                        + clustering.members().quoted() + " group by cluster order by cluster"),
                Progress.NONE);

        assertThat(clustering.members().schema().names()).containsExactly("customer_id", "cluster");
        assertThat(clustering.members().rows()).isEqualTo(300);
        assertThat(clustering.relations())
                .containsExactly(clustering.members(), clustering.confidence().orElseThrow());
        assertThat(IntStream.range(0, counts.rowCount())
                        .mapToObj(row -> (long) counts.numbers("n").get(row)))
                .containsExactlyElementsOf(
                        clustering.clusters().stream().map(ClusterProfile::size).toList());
    }

    @Test
    void theClustersAreTheTwoGroupsInOriginalUnitsAndPlainWords() {
        var clustering = cluster();
        var large = clustering.clusters().getFirst();
        var small = clustering.clusters().getLast();

        assertThat(clustering.chosen().clusters()).isEqualTo(2);
        assertThat(clustering.chosen().reason()).startsWith("2 groups separate the customers best of all from 2 to 4");
        assertThat(large.size()).isEqualTo(200);
        assertThat(large.share().percent()).isCloseTo(66.666666, within(1e-4));
        assertThat(large.centre().get(1)).isCloseTo(20, within(1.0));
        assertThat(large.name()).containsIgnoringCase("lapsed").containsIgnoringCase("low monetary value");
        assertThat(small.name())
                .containsIgnoringCase("recent")
                .containsIgnoringCase("high monetary value")
                .doesNotContain("value k");
    }

    @Test
    void theMembersFollowTheOrderOfTheCustomerIds() {
        var clustering = cluster();

        // Customers are numbered so that every third one spends much.
        double big = engine.number(
                Sql.of("select count(*) from " + clustering.members().quoted()
                        + " where cluster = 1 and cast(customer_id as integer) % 3 = 0"),
                Progress.NONE);

        assertThat(big).isEqualTo(100);
    }

    private Clustering cluster() {
        var features = engine.create(
                "features_1",
                Sql.of("select cast(1000 + i as varchar) as customer_id from range(300) t(i) order by i desc"),
                Progress.NONE);
        var values = IntStream.range(0, 300)
                .mapToObj(i -> (1000 + i) % 3 == 0
                        ? new double[] {5 + i % 7, 500 + i % 11}
                        : new double[] {200 + i % 7, 15 + i % 11})
                .flatMapToDouble(Arrays::stream)
                .toArray();
        var plan = new ClusterPlan(
                FEATURES, Scaling.STANDARD, new ClusterMethod.KMeans(new Counts(2, 4), 2, 100), new Seed(1));
        return Clusterer.run(
                engine,
                new CustomerMatrix(
                        features,
                        new Matrix(FEATURES, values),
                        Preparation.NONE,
                        Weights.EVEN,
                        Map.of("monetary_value_k", "monetary value"),
                        Optional.empty(),
                        Optional.empty()),
                plan,
                "cluster_members_1",
                Progress.NONE);
    }
}
