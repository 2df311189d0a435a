package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GaussianMixtureTest extends KernelContract<List<Object>> {
    @Override
    protected List<Object> run(Progress progress) {
        return values(GaussianMixture.run(Mixture.of(9_000, 3, 4, 3), plan(4, Covariance.FULL), progress));
    }

    @Override
    protected List<Object> runLong(Progress progress) {
        return values(GaussianMixture.run(Mixture.of(40_000, 8, 12, 0.5), plan(12, Covariance.FULL), progress));
    }

    @Override
    protected List<Job<List<Object>>> edgeCases() {
        return Stream.of(Covariance.values())
                .flatMap(covariance ->
                        EdgeCases.of(rows -> values(GaussianMixture.run(rows, plan(3, covariance), Progress.NONE)))
                                .stream())
                .toList();
    }

    /** scikit-learn's. */
    @ParameterizedTest
    @CsvSource({"1, 829.9782", "2, 574.0178", "3, 580.8389", "4, 621.7526"})
    void irisHasTheKnownBayesianInformation(int clusters, double bic) {
        var fit = GaussianMixture.run(iris().rows(), fine(clusters), Progress.NONE);

        assertThat(fit.bic()).isLessThan(bic + 1e-3);
        assertThat(clusters > 3 ? bic : fit.bic()).isCloseTo(bic, within(1e-3));
    }

    @Test
    void irisFallsIntoTheKnownDistributions() {
        var fit = GaussianMixture.run(iris().rows(), fine(3), Progress.NONE);

        assertThat(fit.logLikelihood()).isCloseTo(-1.201237, within(1e-5));
        assertThat(AdjustedRandIndex.of(fit.assignments(), iris().truth())).isCloseTo(.903874, within(1e-6));
        assertThat(fit.isSettled()).isTrue();
        assertThat(fit.weights().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-12));
    }

    /** scikit-learn's log-likelihoods of ten starts (that of iris, ended earlier, is above); a higher one is better still. */
    @ParameterizedTest
    @CsvSource({
        "fcps_chainlink, -1.021886, .910026",
        "fcps_hepta, -2.644855, 1",
        "fcps_lsun, -2.547723, 1",
        "sipu_aggregation, -6.38145, .997804",
        "sipu_r15, -3.101614, .992778"
    })
    void firmSetsReachTheLikelihoodAndTheGroupsOfScikitLearn(String name, double likelihood, double agreement) {
        var set = BenchmarkSets.labelled(name);

        var fit = GaussianMixture.run(set.rows(), fine(set.truth().clusterCount()), Progress.NONE);

        assertThat(fit.logLikelihood()).isGreaterThan(likelihood - 1e-3);
        assertThat(AdjustedRandIndex.of(fit.assignments(), set.truth())).isCloseTo(agreement, within(2e-3));
    }

    /** One distribution is the mean and the (population) covariance, here of independent columns with variances 2/3 and 8/3. */
    @ParameterizedTest
    @EnumSource
    void oneDistributionIsTheMeanAndTheVarianceByHand(Covariance covariance) {
        var rows = new Matrix(List.of("x", "y"), 1, 2, 1, 4, 1, 6, 2, 2, 2, 4, 2, 6, 3, 2, 3, 4, 3, 6);
        double product = (2 / 3.0 + 1e-6) * (8 / 3.0 + 1e-6);
        double squares = 2 / 3.0 / (2 / 3.0 + 1e-6) + 8 / 3.0 / (8 / 3.0 + 1e-6);

        var fit = GaussianMixture.run(rows, plan(1, covariance), Progress.NONE);

        double likelihood = -Math.log(2 * Math.PI) - Math.log(product) / 2 - squares / 2;
        int free = covariance == Covariance.DIAGONAL ? 4 : 5;
        assertThat(fit.means().toArray()).containsExactly(2, 4);
        assertThat(fit.logLikelihood()).isCloseTo(likelihood, within(1e-12));
        assertThat(fit.bic()).isCloseTo(free * Math.log(9) - 18 * likelihood, within(1e-9));
        assertThat(fit.aic()).isCloseTo(2 * free - 18 * likelihood, within(1e-9));
    }

    @Test
    void eachShapeFindsTheGroupsThatItCanDescribe() {
        var rows = Mixture.of(3_000, 4, 3, 8);
        for (var covariance : Covariance.values()) {
            var fit = GaussianMixture.run(rows, plan(3, covariance), Progress.NONE);

            // The density of a standard normal row has mean -4/2 (log(2 pi) + 1), and the group adds about -log 3.
            assertThat(fit.logLikelihood())
                    .as("%s", covariance)
                    .isCloseTo(-2 * (Math.log(2 * Math.PI) + 1) - Math.log(3), within(0.06));
        }
    }

    private static GaussianMixturePlan plan(int clusters, Covariance covariance) {
        return GaussianMixturePlan.of(clusters, covariance, new Seed(1));
    }

    private static GaussianMixturePlan fine(int clusters) {
        return new GaussianMixturePlan(clusters, Covariance.FULL, 30, 2_000, 1e-9, new Seed(1));
    }

    private static BenchmarkSets.Labelled iris() {
        return BenchmarkSets.labelled("other_iris");
    }

    private static List<Object> values(MixtureFit fit) {
        var values = new ArrayList<Object>(fit.weights());
        Arrays.stream(fit.means().toArray()).forEach(values::add);
        values.addAll(List.of(fit.assignments(), fit.logLikelihood(), fit.bic(), fit.aic(), fit.rounds()));
        return values;
    }
}
