package corymb.embedding;

import corymb.clustering.Mixture;
import corymb.stats.Seed;
import corymb.work.Looks;
import corymb.work.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every map stops within 200 ms of processor time wherever it is. */
class MapCancellingTest {
    private static final Seed SEED = new Seed(1);

    @TestFactory
    Stream<DynamicTest> noThreadWorksLongWithoutALookAtTheWishToStop() {
        return Looks.areNeverFar(kernels());
    }

    private static Map<String, Consumer<Progress>> kernels() {
        var many = Mixture.of(20_000, 8, 6, 2);
        var wide = Mixture.of(2_000, 1_000, 6, 2);
        Map<String, Consumer<Progress>> kernels = new LinkedHashMap<>();
        kernels.put("main directions", progress -> PrincipalComponents.of(many, 2, progress));
        kernels.put("main directions, wide", progress -> PrincipalComponents.of(wide, 2, progress));
        kernels.put("neighbours, wide", progress -> Neighbours.of(wide, 15, SEED, progress));
        kernels.put(
                "t-SNE", progress -> TSne.run(many, new MapMethod.TSne(10, 12, 5, 10), SEED, MapWatch.of(progress)));
        kernels.put("UMAP", progress -> Umap.run(many, new MapMethod.Umap(15, 0.1, 10), SEED, MapWatch.of(progress)));
        return kernels;
    }
}
