package corymb.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.importing.FileDetection;
import corymb.importing.FileImport;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report's numbers can be counted by hand, and each opens the rows behind it. */
class QualityAssessmentTest {
    private static final Instant AS_OF = Instant.parse("2026-07-01T00:00:00Z");

    private final DuckDbEngine engine = DuckDbEngine.open();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    private Source imported(String name, Role role, String text) throws IOException {
        return imported(Files.writeString(folder.resolve(name + ".csv"), text), role);
    }

    private Source imported(Path file, Role role) {
        var detected = FileDetection.detect(file, Progress.NONE);
        var name = file.getFileName().toString().replaceAll("\\..*", "");
        var plan = ImportPlan.of(name, role, detected, MappingProposal.propose(detected, role));
        return FileImport.run(engine, plan, name, Progress.NONE);
    }

    private SourceQuality quality(Source source, Source... others) {
        var all = new java.util.ArrayList<>(List.of(source));
        all.addAll(List.of(others));
        return QualityAssessment.run(engine, all, StatedChecks.NONE, AS_OF, Progress.NONE)
                .sources()
                .getFirst();
    }

    private static Finding finding(SourceQuality quality, Predicate<Check> check) {
        return quality.findings().stream()
                .filter(finding -> check.test(finding.check()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not among " + quality.findings()));
    }

    @Test
    void aColumnIsDescribedByItsDistribution() throws IOException {
        var source = imported("items", Role.ITEMS, "item_id,price,brand\na,1,x\nb,2,x\nc,3,y\nd,4,\ne,10,x\n");

        var price = quality(source).columns().get(1);
        var brand = quality(source).columns().get(2);

        assertThat(price.distinct()).isEqualTo(new DistinctCount(5, false));
        assertThat(price.minimum()).isEqualTo("1");
        assertThat(price.maximum()).isEqualTo("10");
        assertThat(price.numbers().mean()).isCloseTo(4, within(1e-12));
        assertThat(price.numbers().deviation()).isCloseTo(Math.sqrt(12.5), within(1e-12));
        assertThat(price.numbers().median()).isEqualTo(3);
        assertThat(price.histogram().counts().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(5);
        assertThat(brand.missing()).isEqualTo(1);
        assertThat(brand.top()).containsExactly(new ValueCount("x", 3), new ValueCount("y", 1));
    }

    @Test
    void aColumnThatOnlySomeRowsHaveComesAfterRowsThatWereLost() throws IOException {
        var rows = new StringBuilder("customer_id,timestamp,search\n");
        for (int row = 0; row < 100; row++) {
            rows.append("c")
                    .append(row)
                    .append(",2026-01-01T00:00:00Z,")
                    .append(row < 5 ? "boots" : "")
                    .append('\n');
        }
        var source = imported("events", Role.EVENTS, rows + ",2026-01-01T00:00:00Z,\n");

        var findings = quality(source).findings();

        assertThat(findings.getFirst().check()).isInstanceOf(Check.Rejected.class);
        assertThat(finding(quality(source), new Check.Missing("search")::equals))
                .returns(95L, Finding::rows)
                .returns(Severity.NOTE, Finding::severity);
    }

    @Test
    void plantedErrorsAmongCustomersAreFoundAndOpenTheirRows() throws IOException {
        var source = imported("crm", Role.CUSTOMERS, """
                id,email,birth_date,postcode,given_name,family_name
                1,a@b.example,1980-01-01,12345,Ann,Lee
                2,A@B.example,1980-01-01,12345,ann,lee
                3,nonsense,2080-01-01,!,Bob,Ray
                4,c@d.example,1850-05-05,12345,Cid,Fox
                4,e@f.example,1990-01-01,12345,Dan,Kay
                """);

        var quality = quality(source);

        var email = finding(
                quality,
                check -> check instanceof Check.Shape shape && shape.column().equals("email"));
        assertThat(email.rows()).isEqualTo(1);
        var rows = engine.table(QualityAssessment.rowsOf(source, email, AS_OF), Progress.NONE);
        assertThat(rows.text(0, "id")).isEqualTo("3");
        assertThat(finding(quality, Check.BirthDate.class::isInstance).rows()).isEqualTo(2);
        assertThat(finding(
                                quality,
                                check -> check instanceof Check.Shape named
                                        && named.column().equals("postcode"))
                        .rows())
                .isEqualTo(1);
        assertThat(finding(quality, Check.RepeatedKey.class::isInstance).rows()).isEqualTo(2);
        assertThat(quality.findings().stream()
                        .filter(finding -> finding.check() instanceof Check.SamePerson)
                        .map(Finding::rows))
                .containsExactly(2L, 2L);
        assertThat(quality.duplicates()).isEqualTo(new Duplicates(0, 1));
        for (var finding : quality.findings()) {
            assertThat(engine.table(QualityAssessment.rowsOf(source, finding, AS_OF), Progress.NONE)
                            .rowCount())
                    .as("%s", finding.check())
                    .isEqualTo((int) finding.rows());
        }
    }

    @Test
    void eventsOfUnknownCustomersAndTimesInTheFutureAreFound() throws IOException {
        var customers = imported("crm", Role.CUSTOMERS, "id,email\n1,a@b.example\n2,c@d.example\n");
        var items = imported("items", Role.ITEMS, "item_id,title\na,A\nb,B\n");
        var events = imported(
                "events",
                Role.EVENTS,
                "customer_id,timestamp,item_id,value\n1,2026-01-01,a,5\n9,2026-01-02,z,5\n2,2027-01-01,b,-5\n2,2026-01-03,b,6\n");

        var quality = quality(events, customers, items);

        assertThat(finding(
                                quality,
                                check -> check instanceof Check.Orphan named
                                        && named.column().equals("customer_id"))
                        .rows())
                .isEqualTo(1);
        assertThat(finding(
                                quality,
                                check -> check instanceof Check.Orphan named
                                        && named.column().equals("item_id"))
                        .rows())
                .isEqualTo(1);
        assertThat(finding(quality, Check.Future.class::isInstance).rows()).isEqualTo(1);
        assertThat(finding(quality, Check.Negative.class::isInstance).rows()).isEqualTo(1);
        assertThat(quality.dimensions())
                .filteredOn(score -> score.dimension() == Dimension.TIMELINESS)
                .singleElement()
                .extracting(DimensionScore::score)
                .isEqualTo(75.0);
        assertThat(quality.dimensions())
                .filteredOn(score -> score.dimension() == Dimension.CONSISTENCY)
                .singleElement()
                .extracting(DimensionScore::score)
                .isEqualTo(75.0);
    }

    @Test
    void aSourceWithoutFaultsScoresAHundred() throws IOException {
        var source = imported("crm", Role.CUSTOMERS, "id,email\n1,a@b.example\n2,c@d.example\n");

        var report = QualityAssessment.run(engine, List.of(source), StatedChecks.NONE, AS_OF, Progress.NONE);

        assertThat(report.score()).isEqualTo(100);
        assertThat(report.sources().getFirst().findings()).isEmpty();
    }

    private static double score(SourceQuality quality, Dimension side) {
        return quality.dimensions().stream()
                .filter(score -> score.dimension() == side)
                .mapToDouble(DimensionScore::score)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Of the ten rows a and b share an address, c and d a name and a birth date in the future, d has a broken address too,
     * and e and f have none. So 4 rows repeat somebody, 2 are impossible though one of them fails two checks, and 2 cannot be
     * reached: 60, 80 and 80 of 100 rows are without fault on these sides, and the whole is the least of them.
     */
    @Test
    void aSourceIsAsGoodAsItsWeakestSide() throws IOException {
        var source = imported("crm", Role.CUSTOMERS, """
                id,email,given_name,family_name,birth_date
                a,one@shop.example,Ann,Lee,1980-01-01
                b,ONE@shop.example,Anna,Lee,1981-01-01
                c,three@shop.example,Cid,Fox,2085-05-05
                d,four@shop,Cid,Fox,2085-05-05
                e,,Eva,Ray,1970-01-01
                f,,Fay,Kay,1971-01-01
                g,seven@shop.example,Gus,May,1972-01-01
                h,eight@shop.example,Hal,Joy,1973-01-01
                i,nine@shop.example,Ida,Low,1974-01-01
                j,ten@shop.example,Jon,Day,1975-01-01
                """);

        var report = QualityAssessment.run(engine, List.of(source), StatedChecks.NONE, AS_OF, Progress.NONE);
        var quality = report.sources().getFirst();

        assertThat(score(quality, Dimension.UNIQUENESS)).isCloseTo(60, within(1e-9));
        assertThat(score(quality, Dimension.VALIDITY)).isCloseTo(80, within(1e-9));
        assertThat(score(quality, Dimension.COMPLETENESS)).isCloseTo(80, within(1e-9));
        assertThat(score(quality, Dimension.TIMELINESS)).isEqualTo(100);
        assertThat(quality.score()).isCloseTo(60, within(1e-9));
        assertThat(report.score()).isCloseTo(60, within(1e-9));
    }

    @Test
    void aGoodSourceDoesNotMakeUpForABadOne() throws IOException {
        var good = imported("items", Role.ITEMS, "item_id,title\na,A\nb,B\n");
        var bad = imported("crm", Role.CUSTOMERS, "id,email\n1,a@b.example\n2,\n3,\n4,c@d.example\n");

        var report = QualityAssessment.run(engine, List.of(good, bad), StatedChecks.NONE, AS_OF, Progress.NONE);

        assertThat(report.sources().getFirst().score()).isEqualTo(100);
        assertThat(report.score()).isEqualTo(50);
    }

    @Test
    void aScoreIsNotRoundedUpToFaultless() {
        assertThat(DimensionScore.points(99.97)).isEqualTo(99);
        assertThat(DimensionScore.points(100)).isEqualTo(100);
        assertThat(DimensionScore.points(85.5)).isEqualTo(86);
    }

    @Test
    void rejectedAndUnreadableRowsLowerValidity() throws IOException {
        var text = new StringBuilder("id,birth_date\n");
        for (int i = 0; i < 48; i++) {
            text.append(i).append(",1980-01-01\n");
        }
        var source = imported("crm", Role.CUSTOMERS, text + ",1980-01-01\n99,1980-02-30\n");

        var quality = quality(source);

        assertThat(finding(quality, Check.Rejected.class::isInstance).rows()).isEqualTo(1);
        assertThat(finding(quality, Check.Unreadable.class::isInstance).rows()).isEqualTo(1);
        assertThat(quality.dimensions())
                .filteredOn(score -> score.dimension() == Dimension.VALIDITY)
                .singleElement()
                .extracting(DimensionScore::score)
                .isEqualTo(100 * (1 - 2.0 / 50));
    }

    @Test
    void brokenUmlautsCapitalsAndNumbersWithoutCountryCodeAreTold() throws IOException {
        var text = new StringBuilder("id,family_name,city,phone\n");
        for (int i = 0; i < 30; i++) {
            text.append("C")
                    .append(i)
                    .append(",Müller")
                    .append((char) ('a' + i % 26))
                    .append(",São Paulo,+49 30 1234567\n");
        }
        text.append("C90,SCHMIDT,SÃO PAULO,+49 30 1234567\nC91,MÃ¼ller,Sao,030 1234567\n");
        var quality = quality(imported("people", Role.CUSTOMERS, text.toString()));

        assertThat(finding(quality, new Check.Misread("family_name")::equals).rows())
                .isEqualTo(1);
        assertThat(quality.findings()).noneMatch(finding -> finding.check().equals(new Check.Misread("city")));
        assertThat(finding(quality, new Check.Capitals("family_name")::equals).rows())
                .isEqualTo(1);
        assertThat(finding(quality, new Check.Shape("phone", Check.Pattern.COUNTRY_CODE)::equals)
                        .rows())
                .isEqualTo(1);
    }

    /** Importing tidies what it knows the meaning of, here the city; other texts stay as they are in the file. */
    @Test
    void blanksThatNoEyeSeesAreTold() throws IOException {
        var text = new StringBuilder("id,city,branch\n");
        for (int i = 0; i < 30; i++) {
            text.append("C").append(i).append(", Berlin ,Branch ").append(i).append('\n');
        }
        text.append("C90,Rome, Branch 1\nC91,Rome,Branch 2 \nC92,Rome,Branch  3\nC93,Rome,Branch\u00A04\n");
        var source = imported("people", Role.CUSTOMERS, text.toString());

        var quality = quality(source);

        var blanks = finding(quality, new Check.Blanks("branch")::equals);
        assertThat(blanks.rows()).isEqualTo(4);
        assertThat(blanks.message()).contains("4 of 34 rows").contains("blanks too many in their branch");
        assertThat(engine.table(QualityAssessment.rowsOf(source, blanks, AS_OF), Progress.NONE)
                        .column("id"))
                .satisfies(ids -> assertThat(ids.text(0)).isEqualTo("C90"));
        assertThat(quality.findings()).noneMatch(finding -> finding.check().equals(new Check.Blanks("city")));
    }

    /** What the repair takes for a blank: separators and controls by Unicode's classes, and characters of no width. */
    @Test
    void everyKindOfBlankIsFound() {
        var blank = Pattern.compile("[\\p{Z}\\p{Cc}\\u200B\\u2060\\uFEFF]");
        var letters = IntStream.range(0, 0x10000)
                .filter(letter -> !Character.isSurrogate((char) letter))
                .mapToObj(Character::toString)
                .filter(letter -> !letter.equals(" ") && !letter.equals("\0"))
                .toList();
        var texts = letters.stream().map(letter -> "a" + letter + "b").toList();
        var relation = engine.fill("texts", new Table(List.of(new TextColumn("t", texts))), Progress.NONE);

        var found =
                engine.table(Sql.of("select t from texts where ").then(CheckSql.blanks(Sql.name("t"))), Progress.NONE);

        assertThat(relation.rows()).isEqualTo(letters.size());
        assertThat(IntStream.range(0, found.rowCount()).mapToObj(row -> found.text(row, "t")))
                .containsExactlyInAnyOrderElementsOf(texts.stream()
                        .filter(text -> blank.matcher(text).find())
                        .toList());
    }
}
