package corymb.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import corymb.feature.EventFeature.Aggregated;
import corymb.feature.EventFeature.Ratio;
import corymb.rule.Measurement;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.rule.Window;
import corymb.sql.Dialect;
import corymb.sql.DuckDbEngine;
import corymb.sql.SparkSpelling;
import corymb.sql.Sql;
import corymb.work.Failure;
import corymb.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Seven events of one customer by hand, one of another after the moment; slopes, deviations and entropies by NumPy 1.26. */
class EventFeatureTest {
    private static final Instant AS_OF = Instant.parse("2026-07-01T00:00:00Z");
    private static final String EVENTS = """
            select * from (values
            ('a', timestamp '2026-03-02 09:00:00', 'view', 'desktop', null),
            ('a', timestamp '2026-05-04 10:00:00', 'purchase', 'mobile', 10.0),
            ('a', timestamp '2026-05-05 20:00:00', 'view', 'mobile', null),
            ('a', timestamp '2026-05-06 21:30:00', 'purchase', 'desktop', 30.0),
            ('a', timestamp '2026-06-13 12:00:00', 'purchase', 'mobile', 5.0),
            ('a', timestamp '2026-06-22 00:00:00', 'view', 'tablet', null),
            ('a', timestamp '2026-06-29 08:00:00', 'purchase', 'desktop', 40.0),
            ('a', timestamp '2026-07-01 00:00:00', 'purchase', 'tablet', 999.0),
            ('b', timestamp '2026-08-01 00:00:00', 'purchase', 'tablet', 999.0)
            ) t(customer_id, timestamp, type, device, "value")""";

    private final DuckDbEngine engine = DuckDbEngine.open();

    private CustomerData data() {
        var events = engine.create("happened", Sql.of(EVENTS), Progress.NONE);
        var people = engine.create("people", Sql.of("select distinct customer_id from happened"), Progress.NONE);
        return new CustomerData(people, List.of(events));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private List<String> of(EventFeature feature) {
        var plan = new FeaturePlan(AS_OF, "purchase", List.of(feature));
        FeatureComputation.run(engine, data(), plan, "f", Progress.NONE);
        var table = engine.table(Sql.of("select * from f order by customer_id"), Progress.NONE);
        return Stream.of(0, 1).map(row -> table.text(row, feature.name())).toList();
    }

    private double number(EventFeature feature) {
        return Double.parseDouble(of(feature).getFirst());
    }

    private static Aggregated feature(Measurement measurement, String column) {
        return new Aggregated("made", measurement, column);
    }

    private static Aggregated purchases(Measurement measurement, String column) {
        return feature(measurement, column).where(RuleParser.require("type = \"purchase\""));
    }

    @Test
    void countsAndTotalsAreZeroWhereNothingHappenedAndOtherFiguresMissing() {
        assertThat(of(feature(Measurement.COUNT, ""))).containsExactly("7", "0");
        assertThat(of(feature(Measurement.COUNT, "value"))).containsExactly("4", "0");
        assertThat(of(feature(Measurement.SUM, "value"))).containsExactly("85", "0");
        assertThat(of(feature(Measurement.MEAN, "value"))).containsExactly("21.25", "");
        assertThat(of(feature(Measurement.MINIMUM, "value"))).containsExactly("5", "");
        assertThat(of(feature(Measurement.MAXIMUM, "value"))).containsExactly("40", "");
        assertThat(of(feature(Measurement.DISTINCT, "device"))).containsExactly("3", "0");
        assertThat(number(feature(Measurement.DEVIATION, "value"))).isCloseTo(16.520190, within(1e-6));
    }

    @Test
    void theFirstAndTheLastValueAreTheOnesThere() {
        assertThat(of(feature(Measurement.FIRST, "value"))).containsExactly("10", "");
        assertThat(of(feature(Measurement.LAST, "device"))).containsExactly("desktop", "");
    }

    @Test
    void aShareIsOfWhatIsInTheWindow() {
        assertThat(number(purchases(Measurement.SHARE, ""))).isCloseTo(4.0 / 7, within(1e-12));
        var mobile = feature(Measurement.SHARE, "value").where(RuleParser.require("device = \"mobile\""));
        assertThat(number(mobile)).isCloseTo(15.0 / 85, within(1e-12));
        var evening = feature(Measurement.SHARE, "").where(RuleParser.require("hour >= 18"));
        assertThat(number(evening)).isCloseTo(2.0 / 7, within(1e-12));
        var saturday = feature(Measurement.SHARE, "").where(RuleParser.require("weekday = 6"));
        assertThat(of(saturday)).containsExactly(Double.toString(1.0 / 7), "");
    }

    @Test
    void aTrendIsTheSlopeOverTheWeeksWithEmptyOnesAsZero() {
        var eightWeeks = new Window.Last(8, Window.Unit.WEEKS);
        var counts = new Aggregated("made", Measurement.TREND, "", new Rule.Everyone(), eightWeeks);
        assertThat(number(counts)).isCloseTo(0.09523809523809523, within(1e-9));
        assertThat(of(counts).getLast()).isEqualTo("0");
        var values = new Aggregated("made", Measurement.TREND, "value", new Rule.Everyone(), eightWeeks);
        assertThat(number(values)).isCloseTo(1.0119047619047623, within(1e-6));
    }

    @Test
    void varietyIsShannonsEntropyAndTheFavouriteTheSmallestOfTheCommonest() {
        assertThat(number(feature(Measurement.ENTROPY, "device"))).isCloseTo(1.4488156357251847, within(1e-6));
        assertThat(of(feature(Measurement.FAVOURITE, "device"))).containsExactly("desktop", "");
        var afternoon = feature(Measurement.ENTROPY, "device").where(RuleParser.require("hour = 12"));
        assertThat(of(afternoon)).containsExactly("0", "");
    }

    @Test
    void gapsAndStreaksAreOfDaysWithEvents() {
        assertThat(of(feature(Measurement.ACTIVE_DAYS, ""))).containsExactly("7", "0");
        assertThat(number(feature(Measurement.GAP_MEAN, ""))).isCloseTo(19.833333, within(1e-6));
        assertThat(number(feature(Measurement.GAP_VARIATION, ""))).isCloseTo(1.272514, within(1e-6));
        assertThat(of(feature(Measurement.STREAK_DAYS, ""))).containsExactly("3", "0");
        assertThat(of(feature(Measurement.STREAK_WEEKS, "")))
                .as("22 and 29 June")
                .containsExactly("2", "0");
        assertThat(of(purchases(Measurement.STREAK_DAYS, ""))).containsExactly("1", "0");
        assertThat(of(feature(Measurement.DAYS_SINCE_LAST, ""))).containsExactly("2", "");
        assertThat(of(feature(Measurement.DAYS_SINCE_FIRST, ""))).containsExactly("121", "");
    }

    @Test
    void windowsBeginWithTheirStartAndEndBeforeTheirEnd() {
        var count = feature(Measurement.COUNT, "");
        assertThat(of(count.in(new Window.Last(9, Window.Unit.DAYS))))
                .as("22 June, 00:00, counts")
                .containsExactly("2", "0");
        assertThat(of(count.in(new Window.Last(9, Window.Unit.DAYS, 9))))
                .as("and not twice")
                .containsExactly("1", "0");
        assertThat(of(count.in(new Window.Last(2, Window.Unit.MONTHS)))).containsExactly("6", "0");
        var may = new Window.Between(LocalDate.of(2026, 5, 4), LocalDate.of(2026, 5, 5));
        assertThat(of(count.in(may))).containsExactly("2", "0");
        assertThat(of(count.in(new Window.SinceFirst(64))))
                .as("2 March, 09:00, to 5 May, 09:00")
                .containsExactly("2", "0");
    }

    @Test
    void noWindowSeesTheFuture() {
        var year = new Window.Between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        assertThat(of(feature(Measurement.SUM, "value").in(year))).containsExactly("85", "0");
        assertThat(of(feature(Measurement.COUNT, "").in(new Window.SinceFirst(400))))
                .containsExactly("7", "0");
    }

    @Test
    void aRatioComparesTwoAggregates() {
        var recent = feature(Measurement.COUNT, "").in(new Window.Last(30, Window.Unit.DAYS));
        assertThat(of(new Ratio("share", recent, feature(Measurement.COUNT, ""))))
                .containsExactly(Double.toString(3.0 / 7), "");
    }

    @Test
    void aColumnThatIsNotThereAndAFilterThatDoesNotFitAreProblems() {
        assertThatThrownBy(() -> of(feature(Measurement.SUM, "price")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("price");
        assertThatThrownBy(() -> of(feature(Measurement.SUM, "device")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no numbers");
        assertThatThrownBy(() -> of(feature(Measurement.COUNT, "").where(RuleParser.require("hour = \"noon\""))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("hour");
    }

    @Test
    void whatCannotBeMeasuredCannotBeDefined() {
        assertThatIllegalArgumentException().isThrownBy(() -> feature(Measurement.SUM, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> feature(Measurement.STREAK_DAYS, "device"));
        assertThatIllegalArgumentException().isThrownBy(() -> feature(Measurement.TREND, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window.Last(0, Window.Unit.DAYS));
    }

    @Test
    void featuresOfTheSameEventsShareOnePass() {
        var plan = new FeaturePlan(
                AS_OF,
                "purchase",
                List.of(
                        new Aggregated("a", Measurement.ENTROPY, "device"),
                        new Aggregated("b", Measurement.FAVOURITE, "device"),
                        new Aggregated("c", Measurement.SHARE, "").where(RuleParser.require("device = \"x'; --\"")),
                        new Aggregated("d", Measurement.COUNT, "")));
        var sql = new FeatureSql(new Dialect(new SparkSpelling()), plan).query(Sql.of("people"), Sql.of("happenings"));
        assertThat(sql.text().split("from happenings", -1))
                .as("once each, once by device")
                .hasSize(3);
        assertThat(sql.text()).doesNotContain("x'; --").doesNotContain("\"");
        assertThat(sql.parameters()).contains("x'; --");
    }
}
