package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.stats.Seed;
import corymb.work.Progress;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores of the true labels of nineteen data sets by scikit-learn 1.9.1: silhouette_score, davies_bouldin_score, calinski_harabasz_score. */
class PublishedScoresTest {
    @ParameterizedTest
    @CsvSource({
        "fcps_atom, 0.311492975086, 20.197976342030, 1.159830629164",
        "fcps_chainlink, 0.166651625268, 1.990318771244, 250.864877755810",
        "fcps_hepta, 0.701923198995, 0.355038585465, 519.937197216115",
        "fcps_lsun, 0.477456412023, 0.708998390384, 384.438730673479",
        "fcps_target, 0.295208280138, 11.228778763153, 27.868757753940",
        "sipu_aggregation, 0.492534880265, 0.503608360377, 1200.171546781015",
        "sipu_compound, 0.162971713772, 4.634663080244, 504.104080538770",
        "sipu_s1, 0.707854119094, 0.368649104348, 22178.279428400612",
        "sipu_s3, 0.384657926713, 0.777789082024, 5384.929772366239",
        "sipu_a1, 0.586861756852, 0.534591859715, 13481.198974763745",
        "sipu_jain, 0.402460044276, 0.899669493818, 279.483122161687",
        "sipu_spiral, 0.001344297344, 5.882022552278, 5.797852185442",
        "sipu_r15, 0.749989952488, 0.318296691057, 4816.008554586016",
        "graves_zigzag, 0.124097519575, 1.573363963087, 30.652575503181",
        "graves_ring, 0.267791074964, 660.846547276202, 0.001583189676",
        "other_iris, 0.503477440693, 0.751370709476, 487.330876374900",
        "wut_x2, 0.356552384785, 0.873986545875, 67.506256710131",
        "wut_mk2, 0.007420922132, 11.008984051070, 7.362879209449",
        "uci_wine, 0.200082978828, 1.515486252164, 206.678116448288"
    })
    void scoresOfTheTrueGroupsAreThoseOfScikitLearn(
            String name, double silhouette, double daviesBouldin, double calinskiHarabasz) {
        var set = BenchmarkSets.labelled(name);
        var score = Silhouette.of(set.rows(), List.of(set.truth()), new Seed(1), Progress.NONE)
                .getFirst();

        assertThat(score.mean()).isCloseTo(silhouette, billionth(silhouette));
        assertThat(DaviesBouldin.of(set.rows(), set.truth())).isCloseTo(daviesBouldin, billionth(daviesBouldin));
        assertThat(CalinskiHarabasz.of(set.rows(), set.truth()))
                .isCloseTo(calinskiHarabasz, billionth(calinskiHarabasz));
    }

    private static Offset<Double> billionth(double of) {
        return within(1e-9 * Math.max(1, of));
    }
}
