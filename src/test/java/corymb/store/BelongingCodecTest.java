package corymb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.clustering.Belonging;
import corymb.clustering.Belonging.LikeliestCloud;
import corymb.clustering.Belonging.NearestCentre;
import corymb.clustering.Choice;
import corymb.clustering.ClusterPlan;
import corymb.clustering.Clustering;
import corymb.clustering.Frame;
import corymb.clustering.Soundness;
import corymb.clustering.Succession;
import corymb.project.Change;
import corymb.project.GroupChange;
import corymb.project.Made;
import corymb.sql.Relation;
import corymb.table.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

/** What was learnt of groups, kept and read again. */
class BelongingCodecTest {
    private final ChangeCodec codec = new ChangeCodec();

    private static Change with(Belonging belonging) {
        var clustering = new Clustering(
                ClusterPlan.of(List.of("x")),
                List.of(),
                new Choice(2, ""),
                List.of(),
                List.of(),
                Frame.NONE,
                belonging,
                Optional.of(new Relation("clusters_1_known", new Schema(List.of()), 0)),
                Soundness.NONE,
                Succession.NONE,
                new Relation("clusters_1", new Schema(List.of()), 0),
                Optional.empty());
        return new GroupChange.Clustered(new Made<>(1, List.of(), Instant.EPOCH, 0, clustering));
    }

    /** Numbers of every size, whose digits are all kept. */
    private static List<Double> numbers(SplittableRandom chance, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> Math.scalb(chance.nextDouble() + Double.MIN_VALUE, chance.nextInt(-300, 300)))
                .toList();
    }

    @Test
    void whatWasLearntIsReadBitForBit() {
        for (int seed = 0; seed < 200; seed++) {
            var chance = new SplittableRandom(seed);
            int columns = 1 + chance.nextInt(5);
            Stream.of(
                            new NearestCentre(
                                    numbers(chance, columns),
                                    numbers(chance, 1).getFirst(),
                                    List.of(new NearestCentre.Centre(1, numbers(chance, columns)))),
                            new LikeliestCloud(List.of(new LikeliestCloud.Cloud(
                                    1, chance.nextDouble(), numbers(chance, columns), numbers(chance, columns)))),
                            new Belonging.WithinRadius(numbers(chance, 1).getFirst(), 3),
                            new Belonging.FirstReached(3, numbers(chance, columns)),
                            new Belonging.NearestPrototype(
                                    0.5,
                                    List.of(new Belonging.NearestPrototype.Prototype(
                                            1, numbers(chance, columns), List.of("a", "", "ü")))),
                            new Belonging.MostAlike(numbers(chance, columns)),
                            new Belonging.NearestRow())
                    .map(BelongingCodecTest::with)
                    .forEach(change ->
                            assertThat(codec.read(codec.write(change))).isEqualTo(change));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "weight":0.5      | "weight":0.0
            "weight":0.5      | "weight":"NaN"
            "mean":[1.0,      | "mean":[
            "factor":[1.5,    | "factor":[-1.5,
            "factor":[1.5,    | "factor":[1e999,
            2.5],"factor"     | null],"factor"
            """)
    void whatMakesNoSenseIsRefused(String there, String instead) {
        var text = codec.write(with(new LikeliestCloud(
                List.of(new LikeliestCloud.Cloud(0, 0.5, List.of(1.0, 2.5), List.of(1.5, 0.0, 0.5, 1.0))))));

        assertThat(text).contains(there);
        assertThatThrownBy(() -> codec.read(text.replace(there, instead))).isInstanceOf(JacksonException.class);
    }

    /** At first nothing was kept of how customers find their group. */
    @Test
    void whatAnOlderFileDoesNotTellIsUnknown() {
        var text = codec.write(with(Belonging.NONE))
                .replaceAll("\"belonging\":\\{[^}]*\\},\"known\":\\{.*?\\},\"soundness\"", "\"soundness\"");
        var read = ((GroupChange.Clustered) codec.read(text)).clustering().value();

        assertThat(text).doesNotContain("belonging");
        assertThat(read.belonging()).isEqualTo(Belonging.NONE);
        assertThat(read.known()).isEmpty();
    }
}
