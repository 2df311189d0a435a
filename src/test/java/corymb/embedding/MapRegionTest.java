package corymb.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.embedding.MapRegion.Corner;
import corymb.embedding.MapRegion.Lasso;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapRegionTest {
    /** The letter L: a square of 2 without its upper right quarter. */
    private static final Lasso L = new Lasso(List.of(
            new Corner(0, 0),
            new Corner(2, 0),
            new Corner(2, 1),
            new Corner(1, 1),
            new Corner(1, 2),
            new Corner(0, 2)));

    @Test
    void aLassoHoldsWhatItGoesRound() {
        assertThat(L.holds(0.5, 0.5)).isTrue();
        assertThat(L.holds(1.5, 0.5)).isTrue();
        assertThat(L.holds(0.5, 1.5)).isTrue();
        assertThat(L.holds(1.5, 1.5)).isFalse();
        assertThat(L.holds(-0.5, 0.5)).isFalse();
        assertThat(L.holds(2.5, 0.5)).isFalse();
        assertThat(L.holds(0.5, 2.5)).isFalse();
    }

    @Test
    void whatALassoGoesRoundTwiceIsOutside() {
        var twice = new Lasso(List.of(
                new Corner(0, 0),
                new Corner(3, 0),
                new Corner(3, 3),
                new Corner(0, 3),
                new Corner(0, 0),
                new Corner(1, 1),
                new Corner(2, 1),
                new Corner(2, 2),
                new Corner(1, 2),
                new Corner(1, 1)));
        assertThat(twice.holds(0.5, 1.5)).isTrue();
        assertThat(twice.holds(1.5, 1.5)).isFalse();
    }

    @Test
    void twoCornersGoRoundNothing() {
        assertThatThrownBy(() -> new Lasso(List.of(new Corner(0, 0), new Corner(1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
