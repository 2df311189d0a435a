package corymb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.clustering.Belonging;
import corymb.clustering.Choice;
import corymb.clustering.ClusterPlan;
import corymb.clustering.Clustering;
import corymb.clustering.Frame;
import corymb.clustering.Soundness;
import corymb.clustering.Succession;
import corymb.preparation.Preparation;
import corymb.preparation.PreparationPlan;
import corymb.preparation.Step;
import corymb.project.Change;
import corymb.project.GroupChange;
import corymb.project.Made;
import corymb.sql.Relation;
import corymb.stats.Scaling;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Schema;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Failure;
import corymb.work.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

/** What was learnt of columns, kept with a clustering and read again. */
class PreparationCodecTest {
    private static final Step.Curve[] BENDS = {
        Step.Curve.BOX_COX, Step.Curve.YEO_JOHNSON, Step.Curve.QUANTILE_UNIFORM, Step.Curve.QUANTILE_NORMAL
    };

    private static final List<String> ALL = List.of();
    private static final Pattern NUMBER = Pattern.compile("(?<=[:\\[,])-?\\d+\\.\\d+(E-?\\d+)?(?=[,\\]}])");

    private final ChangeCodec codec = new ChangeCodec();

    private static Change with(Preparation learnt) {
        var clustering = new Clustering(
                ClusterPlan.of(List.of("x")).prepared(learnt.plan()),
                List.of(),
                new Choice(2, ""),
                List.of(),
                List.of(),
                new Frame(learnt, List.of(), List.of()),
                Belonging.NONE,
                Optional.empty(),
                Soundness.NONE,
                Succession.NONE,
                new Relation("members_1", new Schema(List.of()), 0),
                Optional.empty());
        return new GroupChange.Clustered(new Made<>(1, List.of(), Instant.EPOCH, 0, clustering));
    }

    private static Preparation in(Change change) {
        return ((GroupChange.Clustered) change).clustering().value().frame().preparation();
    }

    /** Numbers over many sizes with gaps, and texts with names as people write them. */
    private static Table rows(SplittableRandom chance) {
        int rows = 20 + chance.nextInt(80);
        var columns = new ArrayList<Column>();
        for (int column = 0; column < 3; column++) {
            var values = new double[rows];
            double size = Math.pow(10, chance.nextInt(-6, 7));
            Arrays.setAll(values, _ -> chance.nextInt(9) == 0 ? Double.NaN : size * Math.exp(chance.nextGaussian()));
            columns.add(new NumberColumn("x" + column, ColumnType.DECIMAL, values));
        }
        for (int column = 0; column < 2; column++) {
            columns.add(new TextColumn(
                    "t" + column,
                    IntStream.range(0, rows)
                            .mapToObj(_ -> "=\"ä\\" + chance.nextInt(20))
                            .toList()));
        }
        return new Table(columns);
    }

    @SafeVarargs
    private static <T> T one(SplittableRandom chance, T... of) {
        return of[chance.nextInt(of.length)];
    }

    private static PreparationPlan plan(SplittableRandom chance) {
        var steps = new ArrayList<Step>();
        steps.add(new Step.Impute(ALL, one(chance, Step.Fill.values())));
        var texts = List.of(
                new Step.OneHot(ALL, 1 + chance.nextInt(20)),
                new Step.EncodeFrequency(ALL),
                new Step.EncodeTarget(ALL, "x0", chance.nextInt(20)));
        var others = List.of(
                new Step.Transform(ALL, one(chance, BENDS)),
                new Step.Winsorise(ALL, 0.05, 0.9),
                new Step.DropConstant(ALL, 0),
                new Step.DropCorrelated(ALL, 0.9),
                new Step.Scale(ALL, one(chance, Scaling.values())));
        steps.add(new Step.GroupRare(ALL, chance.nextInt(2) * 0.05));
        steps.add(others.get(chance.nextInt(others.size())));
        steps.add(texts.get(chance.nextInt(texts.size())));
        if (chance.nextBoolean()) {
            steps.add(new Step.Components(ALL, 3));
        }
        return new PreparationPlan(steps);
    }

    /** Over 200 plans and tables; the others rows have values that were not there. */
    @Test
    void whatWasLearntDoesTheSameBitForBitWhenItIsReadAgain() {
        for (int seed = 0; seed < 200; seed++) {
            var chance = new SplittableRandom(seed);
            var learnt = Preparation.fit(plan(chance), rows(chance), Progress.NONE);
            var others = rows(chance);

            var again = in(codec.read(codec.write(with(learnt))));

            assertThat(again).isEqualTo(learnt);
            assertThat(again.apply(others).toArray())
                    .as("seed %d", seed)
                    .containsExactly(learnt.apply(others).toArray());
        }
    }

    /** A number that is none, in any place there is one, is refused; never is a row prepared by it. */
    @Test
    void aNumberThatIsNoneIsRefused() {
        int tried = 0;
        for (int seed = 0; seed < 60; seed++) {
            var chance = new SplittableRandom(seed);
            var text = codec.write(with(Preparation.fit(plan(chance), rows(chance), Progress.NONE)));
            int from = text.indexOf("\"learnt\"");
            int to = text.indexOf("\"shift\"");
            var places = NUMBER.matcher(text)
                    .results()
                    .filter(match -> match.start() > from && match.end() < to)
                    .toList();
            for (int i = 0; i < Math.min(5, places.size()); i++) {
                var place = places.get(chance.nextInt(places.size()));
                var wrong = text.substring(0, place.start()) + "\"NaN\"" + text.substring(place.end());
                assertThatThrownBy(() -> codec.read(wrong)).as(place.group()).isInstanceOf(JacksonException.class);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(150);
    }

    /** Values that fit nothing: of another step, too few, not ascending, without width. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "is":"Scales"       | "is":"Ranges"
            "middle":3.0        | "middle":1e999
            "width":1.5         | "width":-1.5
            "quantiles":[1.0,   | "quantiles":[7.0,
            "means":[           | "means":[1.0,
            "learnt":[          | "learnt":[{"is":"Dropped","columns":[]},
            "others":5.0        | "others":"Infinity"
            """)
    void whatMakesNoSenseIsRefused(String there, String instead) {
        var rows = new Table(List.of(
                new NumberColumn("x", ColumnType.DECIMAL, 1, 2, 3, 4, 5),
                new NumberColumn("y", ColumnType.DECIMAL, 3, 4, 5, 6, 7),
                new TextColumn("t", List.of("a", "a", "b", "b", "c"))));
        var plan = new PreparationPlan(List.of(
                new Step.EncodeTarget(List.of("t"), "y", 1),
                new Step.Scale(List.of("x"), Scaling.ROBUST),
                new Step.Transform(List.of("t"), Step.Curve.QUANTILE_UNIFORM),
                new Step.Components(ALL, 1)));
        var text = codec.write(with(Preparation.fit(plan, rows, Progress.NONE)))
                .replace("\"middle\":3.0,\"width\":2.0", "\"middle\":3.0,\"width\":1.5")
                .replaceAll("\"quantiles\":\\[[^]]*", "\"quantiles\":[1.0,2.0,3.0");
        assertThat(in(codec.read(text)).plan()).isEqualTo(plan);
        assertThat(text).contains(there);
        assertThatThrownBy(() -> codec.read(text.replace(there, instead))).isInstanceOf(JacksonException.class);
    }

    /** A column that is of another kind now, or gone, is a problem and not a number. */
    @Test
    void rowsOfAnotherKindAreAProblem() {
        var number = new NumberColumn("x", ColumnType.DECIMAL, 1, 2, 3);
        var text = new TextColumn("x", List.of("a", "b", "c"));
        var ofNumbers = Preparation.fit(PreparationPlan.USUAL, new Table(List.of(number)), Progress.NONE);
        var ofTexts = Preparation.fit(PreparationPlan.USUAL, new Table(List.of(text)), Progress.NONE);

        assertThatThrownBy(() -> ofNumbers.apply(new Table(List.of(text)))).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> ofTexts.apply(new Table(List.of(number)))).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> ofNumbers.apply(new Table(List.of()))).isInstanceOf(Failure.class);
    }

    /** What older files do not tell of a clustering is that nothing was learnt. */
    @Test
    void aFrameOfAnOlderFileIsNotKept() {
        var text = codec.write(with(Preparation.NONE))
                .replace(
                        "\"preparation\":{\"plan\":{\"steps\":[]},\"learnt\":[]},\"shift\":[],\"scale\":[]",
                        "\"shift\":[0.0],\"scale\":[1.0]");
        var frame =
                ((GroupChange.Clustered) codec.read(text)).clustering().value().frame();
        assertThat(frame.shift()).containsExactly(0.0);
        assertThat(frame.isKept()).isFalse();
    }
}
