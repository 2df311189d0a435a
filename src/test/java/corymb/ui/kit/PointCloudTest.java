package corymb.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PointCloudTest {
    private static PointCloud of(double... x) {
        return new PointCloud(x, new double[x.length], new int[x.length]);
    }

    private static double[] evenly(int count) {
        return IntStream.range(0, count).asDoubleStream().toArray();
    }

    @Test
    void aFarPointIsLeftOutAndCounted() {
        double[] x = Arrays.copyOf(evenly(1_000), 1_001);
        x[1_000] = 1e6;
        var points = of(x);
        assertThat(points.extent().right()).isEqualTo(1e6);
        assertThat(points.bulk().left()).isZero();
        assertThat(points.bulk().right())
                .as("what reaches from 6 to 994 may go on as far again")
                .isEqualTo(994 + 988);
        assertThat(points.outside(points.bulk())).isEqualTo(1);
        assertThat(points.outside(points.extent())).isZero();
    }

    @Test
    void withoutFarPointsAllAreShown() {
        for (int count : new int[] {1, 2, 3, 150, 1_000}) {
            var points = of(evenly(count));
            assertThat(points.bulk()).as(count + " points").isEqualTo(points.extent());
        }
        assertThat(PointCloud.NONE.outside(PointCloud.NONE.bulk())).isZero();
    }
}
