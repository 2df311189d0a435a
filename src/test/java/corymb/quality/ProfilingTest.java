package corymb.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.importing.Batch;
import corymb.importing.FileDetection;
import corymb.importing.FileImport;
import corymb.importing.ImportPlan;
import corymb.importing.ImportedColumn;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.importing.RowCounts;
import corymb.importing.Source;
import corymb.importing.Target;
import corymb.sql.DuckDbEngine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about columns can be counted by hand or computed by another program, whatever they hold. */
class ProfilingTest {
    private static final Instant AS_OF = Instant.parse("2026-07-01T00:00:00Z");

    private final DuckDbEngine engine = DuckDbEngine.open();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    private Source imported(String text) throws IOException {
        var file = Files.writeString(folder.resolve("items.csv"), text);
        var detected = FileDetection.detect(file, Progress.NONE);
        var plan = ImportPlan.of("items", Role.ITEMS, detected, MappingProposal.propose(detected, Role.ITEMS));
        return FileImport.run(engine, plan, "items", Progress.NONE);
    }

    /** The source with its rows as another table has them. */
    private static Source with(Source source, Relation rows) {
        var counts = new RowCounts(rows.rows(), rows.rows(), 0, 0);
        return of(source, counts, source.columns(), rows);
    }

    private static Source of(Source source, RowCounts counts, List<ImportedColumn> columns, Relation rows) {
        var batch = source.newest();
        return Source.of(new Batch(
                batch.plan(),
                batch.mode(),
                batch.at(),
                counts,
                0,
                columns,
                rows,
                batch.rejects(),
                batch.unreadable(),
                batch.stamp()));
    }

    private SourceQuality quality(Source source) {
        return QualityAssessment.run(engine, List.of(source), StatedChecks.NONE, AS_OF, Progress.NONE)
                .sources()
                .getFirst();
    }

    private static ColumnProfile column(SourceQuality quality, String name) {
        return quality.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> values(ColumnProfile column) {
        return column.detail().quantiles().stream().map(Quantile::value).toList();
    }

    /** The quantiles are those of numpy 1.24.2: numpy.quantile(x, [.01, .05, .25, .5, .75, .95, .99]). */
    @Test
    void quantilesAreThoseOfNumpy() throws IOException {
        var source = imported("item_id,size\na,1\nb,2\nc,2\nd,3\ne,5\nf,8\ng,13\nh,21\ni,34\nj,55\n");

        var size = column(quality(source), "size");

        var expected = List.of(1.09, 1.45, 2.25, 6.5, 19.0, 45.55, 53.11);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(values(size).get(i)).isCloseTo(expected.get(i), within(1e-12));
        }
        assertThat(size.detail().areQuantilesApproximate()).isFalse();
        assertThat(size.numbers().mean()).isCloseTo(14.4, within(1e-12));
        assertThat(size.numbers().deviation()).isCloseTo(17.715028146244148, within(1e-12));
        assertThat(size.detail().unique()).isEqualTo(new DistinctCount(8, false));
    }

    @Test
    void quantilesRiseFromTheLeastToTheGreatest() throws IOException {
        var random = new Random(7);
        var rows = IntStream.range(0, 500)
                .mapToObj(row -> "i" + row + "," + (random.nextBoolean() ? random.nextGaussian() : random.nextInt(5)))
                .collect(Collectors.joining("\n"));

        var size = column(quality(imported("item_id,size\n" + rows + "\n")), "size");

        assertThat(values(size)).hasSize(7).isSorted();
        assertThat(values(size).getFirst()).isGreaterThanOrEqualTo(Double.parseDouble(size.minimum()));
        assertThat(values(size).getLast()).isLessThanOrEqualTo(Double.parseDouble(size.maximum()));
    }

    @Test
    void textsAreToldByLengthShapeAndRarestValues() throws IOException {
        var source = imported("item_id,code\na,AB 12345\nb,AB 99999\nc,x\nd,Straße 7\ne,ZÜRICH-2\nf,\n");

        var code = column(quality(source), "code");

        assertThat(code.detail().lengths()).isEqualTo(new TextLengths(1, (8 + 8 + 1 + 8 + 8) / 5.0, 8));
        assertThat(code.detail().shapes().rows()).isEqualTo(5);
        assertThat(code.detail().shapes().most().getFirst()).isEqualTo(new ValueCount("AA 99999", 2));
        assertThat(code.detail().shapes().most())
                .contains(new ValueCount("Aa+ 9", 1), new ValueCount("A+-9", 1), new ValueCount("a", 1));
        var rows = engine.table(ProfiledRows.ofShape(source, "code", "AA 99999"), Progress.NONE);
        assertThat(rows.rowCount()).isEqualTo(2);
    }

    @Test
    void theRarestValuesComeFromTheBottomUp() throws IOException {
        var rows = new StringBuilder("item_id,colour\n");
        int id = 0;
        for (int colour = 1; colour <= 12; colour++) {
            for (int i = 0; i < colour; i++) {
                rows.append(id++).append(",colour").append(colour).append('\n');
            }
        }

        var colour = column(quality(imported(rows.toString())), "colour");

        assertThat(colour.top().getFirst()).isEqualTo(new ValueCount("colour12", 12));
        assertThat(colour.detail().bottom()).hasSize(10).startsWith(new ValueCount("colour1", 1));
        assertThat(colour.detail().bottom()).extracting(ValueCount::rows).isSorted();
        assertThat(colour.detail().unique().values()).isEqualTo(1);
    }

    @Test
    void columnsThatGoMissingTogetherAreCountedAsSets() throws IOException {
        var source = imported("item_id,a,b,c\n1,x,1,u\n2,,,u\n3,,,u\n4,,2,u\n5,y,3,u\n6,,,\n");

        var missing = quality(source).profile().missingness();

        assertThat(missing.complete()).isEqualTo(2);
        assertThat(missing.sets().getFirst()).isEqualTo(new Missingness.Together(List.of("a", "b"), 2));
        assertThat(missing.sets())
                .contains(
                        new Missingness.Together(List.of("a"), 1), new Missingness.Together(List.of("a", "b", "c"), 1));
        assertThat(engine.table(ProfiledRows.missing(source, List.of("a", "b")), Progress.NONE)
                        .rowCount())
                .isEqualTo(3);
    }

    @Test
    void aColumnOfNothingAndOneOfASingleValueAreProfiled() throws IOException {
        var source = imported("item_id,none,same\n1,,7\n2,,7\n3,,7\n4,,7\n");

        var quality = quality(source);

        var none = column(quality, "none");
        assertThat(none.missing()).isEqualTo(4);
        assertThat(none.distinct().values()).isZero();
        assertThat(none.detail().quantiles()).isEmpty();
        assertThat(none.detail().shapes()).isEqualTo(Shapes.NONE);
        var same = column(quality, "same");
        assertThat(values(same)).containsOnly(7.0);
        assertThat(same.numbers().deviation()).isZero();
        assertThat(quality.profile().associations()).isEmpty();
    }

    @Test
    void aFileOfNoRowsIsProfiled() throws IOException {
        var source = imported("item_id,size\n1,2\n");
        var none = engine.create("none", Sql.of("select * from " + source.data().quoted() + " limit 0"), Progress.NONE);
        assertThat(column(quality(with(source, none)), "size").detail().quantiles())
                .isEmpty();
    }

    /** Infinity and numbers whose squares leave the range of a double have no mean; they are counted by themselves. */
    @Test
    void infinitiesAreCountedAndLeftOutOfTheOtherFigures() throws IOException {
        var source = imported("item_id,size,other\n1,0.5,1\n2,1.5,2\n3,2.5,3\n4,9.5,4\n5,8.5,5\n6,7.5,6\n");
        var hostile = engine.create(
                "hostile",
                Sql.of("select * replace (case item_id when '4' then 'infinity'::double when '5' then 'nan'::double "
                        + "when '6' then 1e300 else size end as size) from "
                        + source.data().quoted()),
                Progress.NONE);

        var quality = quality(with(source, hostile));

        var size = column(quality, "size");
        assertThat(size.type()).isEqualTo(ColumnType.DECIMAL);
        assertThat(size.detail().infinite()).isEqualTo(3);
        assertThat(size.numbers().mean()).isEqualTo(1.5);
        assertThat(size.maximum()).isEqualTo("2.5");
        assertThat(values(size)).allSatisfy(value -> assertThat(value).isBetween(0.5, 2.5));
        assertThat(size.histogram().counts())
                .satisfies(counts -> assertThat(
                                counts.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(3));
        assertThat(quality.profile().associations())
                .allSatisfy(measure -> assertThat(measure.values())
                        .allSatisfy(value -> assertThat(Math.abs(value)).isLessThanOrEqualTo(1)));
    }

    @Test
    void textsOfAMegabyteAreCutAndStillOpenTheirRows() throws IOException {
        var source = imported("item_id,story\n1," + "long ".repeat(200_000) + "\n2,short\n3,short\n");

        var story = column(quality(source), "story");

        assertThat(story.detail().lengths().longest()).isGreaterThan(999_000);
        assertThat(story.top()).allSatisfy(value -> assertThat(value.value()).hasSizeLessThanOrEqualTo(201));
        assertThat(story.minimum()).hasSizeLessThanOrEqualTo(201);
        var cut = story.top().stream()
                .filter(value -> value.value().endsWith("…"))
                .findFirst()
                .orElseThrow();
        assertThat(engine.table(ProfiledRows.holding(source, story, cut.value()), Progress.NONE)
                        .rowCount())
                .isEqualTo(1);
        assertThat(engine.table(ProfiledRows.holding(source, story, "short"), Progress.NONE)
                        .rowCount())
                .isEqualTo(2);
    }

    @Test
    void fiveHundredColumnsAreProfiled() throws IOException {
        var cells = IntStream.range(0, 500)
                .mapToObj(i -> "case when (" + i + " + row) % 3 > 0 then "
                        + (i % 2 == 0 ? "row * " + i + " % 7" : "'v' || row % 4") + " end as c" + i)
                .collect(Collectors.joining(", "));
        var rows = engine.create(
                "wide", Sql.of("select 'i' || row as item_id, " + cells + " from range(30) rows (row)"), Progress.NONE);
        var columns = rows.schema().fields().stream()
                .map(field -> new ImportedColumn(
                        field.name(), field.type(), field.name(), new Target.Attribute(field.name()), 0, ""))
                .toList();
        var source = imported("item_id\n1\n");

        var quality = quality(of(source, new RowCounts(30, 30, 0, 0), columns, rows));

        assertThat(quality.columns()).hasSize(501);
        assertThat(quality.profile().missingness().sets()).hasSize(3);
        assertThat(quality.profile().associations())
                .allSatisfy(measure -> assertThat(measure.columns()).hasSize(30));
        assertThat(quality.profile().associations().getFirst().leftOut()).isPositive();
    }

    /** 30,000 rows in which the second column is the first plus noise of the same spread: r = 1 / sqrt(2). */
    @Test
    void manyRowsAreComparedInASampleThatSaysSo() throws IOException {
        var random = new Random(3);
        var rows = IntStream.range(0, 30_000)
                .mapToObj(row -> {
                    double a = random.nextGaussian();
                    return "i" + row + "," + a + "," + (a + random.nextGaussian()) + ",x" + row % 3 + ",y" + row % 3;
                })
                .collect(Collectors.joining("\n"));
        var source = imported("item_id,a,b,c,d\n" + rows + "\n");

        var associations = quality(source).profile().associations();

        assertThat(associations)
                .extracting(Associations::measure)
                .containsExactly(Measure.PEARSON, Measure.SPEARMAN, Measure.CRAMERS_V);
        var pearson = associations.getFirst();
        assertThat(pearson.rows()).isBetween(14_000L, 16_000L);
        assertThat(pearson.between(0, 1)).isCloseTo(Math.sqrt(0.5), within(0.02));
        assertThat(associations.getLast().between(0, 1)).isCloseTo(1, within(1e-9));
        assertThat(quality(source).profile()).isEqualTo(quality(source).profile());
        assertThat(engine.has("sample_of_" + source.data().name())).isFalse();
    }
}
